"""What the work of a process meets: hours, other duties, and how many people come.

The exact engine looks at one person who stays the course and needs none of this; the
simulation needs all of it. What a file leaves out is None.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from audit.errors import Location
from audit.model.quantity import Quantity
from audit.model.vocabulary import Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingHours:
    """When the people of a role are at work, week after week."""

    shifts: tuple[tuple[float, float], ...]
    """(from, to) in hours since Monday at midnight, local time: 9 to 17 is Monday."""
    utc_offset_hours: float = 0.0
    """How far local time is ahead of the head office's."""

    @property
    def hours_per_week(self) -> float:
        """Hours of a week in which one person is at work."""
        return sum(end - start for start, end in self.shifts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Other work of a role, as jobs in the same queue as the candidates."""

    id: str
    work: Quantity
    """Minutes that one job takes."""
    share: Quantity | None = None
    """Share of the role's working time, 0 to 1."""
    per_hire: Quantity | None = None
    """Jobs that each hire adds."""
    priority: Priority | None = None
    line: int | None = None
    place: Location | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requisitions:
    """Openings with applicants of their own, who race for them."""

    per_year: Quantity | None = None
    openings: Quantity | None = None
    """Positions of one requisition; one unless stated."""
    applicants: Quantity | None = None
    """Applicants for one posting."""
    over: Quantity | None = None
    """Days from the posting within which they come."""
    notice: Quantity | None = None
    """Days from the last opening filled until the other candidates hear of it."""
    reposts: Quantity | None = None
    """How often a posting is repeated when all its candidates are gone."""
    repost_after: Quantity | None = None
    """Days until then."""
    line: int | None = None
    place: Location | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """Candidates who come one by one, without an opening to race for.

    One of the three is stated.
    """

    per_week: Quantity | None = None
    """Mean number; they come by chance."""
    every: Quantity | None = None
    """Days between two of them, always the same."""
    days: tuple[float, ...] | None = None
    """Days on which they came, from the start of the clock."""
    line: int | None = None
    place: Location | None = field(default=None, compare=False, repr=False)
