"""What a run needs to know of a hiring process: people, work, chances, openings.

A scenario has the shape of a process (a sequence of steps and parallel blocks, flows by
id) and adds who is there to do the work. Durations of work are hours of working time,
everything else is calendar days; priorities count from 0, which is served first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from audit.errors import Location
from audit.simulation.calendar import ALWAYS, WeeklyCalendar
from audit.simulation.laws import DurationLaw

HIRED = "hired"
WITHDREW = "withdrew"
DONE = "done"
"""End of a branch."""


class DelayCause(Enum):
    """Whom a step without a queue waits for."""

    CANDIDATE = "candidate"
    OUTSIDE = "outside"


class PositionControl(Enum):
    """What a step does before it begins, so that one opening is not given twice."""

    NONE = "none"
    CHECK = "check"
    """Look whether the position is still open; if not, the case ends."""
    LOCK = "lock"
    """Set the opening aside for this candidate; if none is free, wait for one."""


class BlockEnd(Enum):
    """What a parallel block does when one of its branches fails."""

    WAIT_ALL = "wait for all"
    CANCEL = "cancel the rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Work of a role on no candidate, as jobs in the same queue as the candidates."""

    id: str
    work_hours: DurationLaw
    share: float = 0.0
    """Share of the role's capacity that these jobs take, in working hours."""
    per_hire: int = 0
    """Jobs that each hire adds."""
    priority: int = 1
    for_opening: bool = False
    """Whether it is a step of the hiring process, done once for each requisition, and
    no other work."""
    place: Location | None = field(default=None, compare=False, repr=False)
    """Where the file has it, to say what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePool:
    """People who do the same steps; each does one thing at a time, to its end."""

    id: str
    people: int
    calendar: WeeklyCalendar = ALWAYS
    duties: tuple[Duty, ...] = ()
    place: Location | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Moments at which a step begins: an orientation every second Monday, say."""

    every_days: float
    offset_days: float = 0.0
    """Days from the start of the clock to the first one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioFlow:
    """A way on from a node: to a node of its level, an outcome, or the branch's end."""

    to: str
    share: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioStep:
    """One activity."""

    id: str
    flows: tuple[ScenarioFlow, ...]
    role: str | None = None
    """Pool that does the work; None for a step that waits for nobody of the house."""
    work_hours: DurationLaw | None = None
    """Touch time of the role; without a role, hours on the clock."""
    delay_days: DurationLaw | None = None
    """Calendar days that pass after the work."""
    cause: DelayCause = DelayCause.OUTSIDE
    """Whom the delay, and the work of a step without a role, waits for."""
    priority: int = 1
    batch: Batch | None = None
    leaves_per_day: float = 0.0
    """Hazard of walking away while this step keeps the candidate waiting."""
    position: PositionControl = PositionControl.NONE
    offers: bool = False
    """Who leaves this step holds an offer."""
    fills: bool = False
    """Who leaves this step has taken the position; without it, who is hired has."""
    place: Location | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioBlock:
    """Branches that start together; the block ends when the last one does."""

    id: str
    branches: tuple[tuple[ScenarioNode, ...], ...]
    flows: tuple[ScenarioFlow, ...]
    end: BlockEnd = BlockEnd.WAIT_ALL
    place: Location | None = field(default=None, compare=False, repr=False)


ScenarioNode = ScenarioStep | ScenarioBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class PoissonTimes:
    """Moments that come by chance, at a steady rate."""

    per_week: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledTimes:
    """Moments at equal distances."""

    every_days: float
    first_day: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedTimes:
    """Moments as they were, in days."""

    days: tuple[float, ...]


Times = PoissonTimes | ScheduledTimes | ListedTimes


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicants:
    """Candidates who come one by one, without an opening to race for."""

    arrive: Times
    place: Location | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requisitions:
    """Openings with their own applicants, who race for them."""

    open: Times
    openings: int = 1
    applicants: float = 20.0
    """Mean number of applicants for one posting."""
    applicants_vary: bool = True
    """Poisson around the mean; else the mean, rounded."""
    over_days: float = 14.0
    """They come within this time after the posting, all moments alike likely."""
    notice_days: float = 0.0
    """Days from the last opening filled until the others hear of it."""
    reposts: int = 0
    """How often a posting is repeated when all its candidates are gone."""
    repost_after_days: float = 0.0
    place: Location | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class InProgress:
    """Candidates who stand before a step when the run begins; never measured.

    The step lies outside of parallel blocks; the candidates race for no opening.
    """

    step: str
    candidates: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What part of a run is measured, in days."""

    warm_up: float
    """Left out: the run starts with empty desks, a house does not."""
    measured: float
    """Who arrives, or whose opening is posted, in this time is measured."""
    cool_down: float
    """Time for those measured to come to an end, with others still arriving."""

    @property
    def end(self) -> float:
        """Day on which the run stops."""
        return self.warm_up + self.measured + self.cool_down


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A hiring process with people in it."""

    nodes: tuple[ScenarioNode, ...]
    roles: tuple[RolePool, ...]
    demand: Applicants | Requisitions
    window: Window
    outcomes: tuple[str, ...] = (HIRED, "rejected", "withdrew", "declined")
    """Ways to end that flows name; `hired` is the success."""
    by_choice: frozenset[str] = frozenset({WITHDREW, "declined"})
    """Those in which candidates leave of their own accord."""
    other_offers_per_day: float = 0.0
    """Hazard of accepting a job elsewhere, from the application on."""
    in_progress: tuple[InProgress, ...] = ()
    transient: bool = False
    """Run although a role has no steady state: numbers then grow with the window."""


def walk_scenario(nodes: tuple[ScenarioNode, ...]) -> Iterator[ScenarioNode]:
    """Yield all nodes, those inside blocks after their block."""
    for node in nodes:
        yield node
        if isinstance(node, ScenarioBlock):
            for branch in node.branches:
                yield from walk_scenario(branch)
