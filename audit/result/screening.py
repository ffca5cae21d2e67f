"""Qualified people whom a screen turns away, how to know it, and what calls bring."""

from __future__ import annotations

from dataclasses import dataclass

from audit.result.totals import AuditedShare


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What it means to find so many qualified among those read again."""

    qualified: int
    share: float
    """Of those read."""
    low: float
    """Of the exact interval that holds the share 95 times in 100, or more often."""
    high: float
    lost: float
    """Qualified people turned away for each hire, if the share is as found."""
    lost_low: float
    lost_high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPlan:
    """How many to read again to know the share so well."""

    points: int
    """Half the width of the interval, in points of per cent."""
    read: int
    """Enough, if the share is the one expected."""
    none_found_below: float
    """The share is below this if nobody among so many is qualified; 95 % sure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNumber:
    """One number that the calls are reckoned with."""

    key: str
    """near, recognised, mistaken or call."""
    value: float
    """A share; minutes of a call."""
    low: float
    high: float
    evidence: tuple[str, ...]
    grade: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedScreen:
    """Qualified people whom a screen turns away, by its sample or the file's shares."""

    step: str
    name: str
    method: str
    """keyword, knockout, glance or expert."""
    turned_away: float
    """Applications for each hire."""
    qualified_lost: float
    """Qualified people among them."""
    audited: AuditedShare | None
    """The sample that says so; None where the shares of the file do."""
    to_read: int
    """Rejected applications to read again for a share within 5 points, 95 % sure."""
    plans: tuple[ReadingPlan, ...]
    """The widest interval first."""
    read: int
    """Read again in what follows: those of the sample, else `to_read`."""
    rereads: tuple[Reread, ...]
    """What some numbers of qualified among them mean, the least first."""
    calls: float
    """Calls to near misses, for each hire of today; 0, with all that follows from them,
    for an expert, who has met or read those turned away with care."""
    call_minutes: float
    call_cost: float | None
    """Money for these minutes; None where the profile has another currency."""
    currency: str
    passed_on: float
    """Those whom the calls send to the next step."""
    hires_gained: float
    """More hires for each hire of today."""
    hires_gained_low: float
    """Where a call recognises as few of the qualified as its range allows."""
    hires_gained_high: float
    call_numbers: tuple[CallNumber, ...]
