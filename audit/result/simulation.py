"""What runs of a process with busy people say, and what changes do to them.

Every number is a mean over runs with its interval. A change is after less before, over
pairs of runs in which both variants meet the same luck.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from audit.result.audit_result import Input, Tool
from audit.result.credit import ChangeCost
from audit.result.difference import Verdict
from audit.result.screening import SimulatedScreen

SIMULATION_VERSION = 1


class Stopping(StrEnum):
    """Why no more runs were made."""

    PRECISE = "precise"
    """The headline numbers are as precise as asked."""
    CAP = "cap"
    """The most runs allowed were made; some headline number is less precise."""
    ASKED = "asked"
    """As many runs as the user asked for."""
    INTERRUPTED = "interrupted"
    """Stopped from the keyboard; what was done by then is shown."""


class WarmUp(StrEnum):
    """Why the start of each run is left out for as long as it is."""

    LEAST = "least"
    """The first runs would have allowed less, or were not looked at."""
    RUNS = "runs"
    """The first runs took so long to settle."""
    UNSETTLED = "unsettled"
    """The first runs never settled: no warm-up would be long enough."""
    ASKED = "asked"
    """The user asked for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedNumber:
    """A mean over runs with its interval."""

    mean: float
    low: float | None
    """None where one run alone gave the number."""
    high: float | None
    runs: int
    """Runs that gave the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedLine:
    """One number of a variant."""

    key: str
    """Stable name: days_to_hire, utilisation, duty_wait_hours."""
    of: str
    """Id of the role, step or duty, or the cause; empty for the whole."""
    group: str
    """headline, time, people, roles, waits, steps, openings or duties: the part of the
    page."""
    label: str
    name: str
    """What it is of, for people; empty for the whole."""
    unit: str
    """days, hours, share or a plural noun."""
    number: SimulatedNumber | None
    """None where no run gave it: days to a hire when nobody was hired."""
    lower_is_better: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedRole:
    """A role with a queue, and what is asked of it if nobody left: no run is needed."""

    id: str
    name: str
    side: str
    people: int
    hours_per_week: float
    """Hours of all its people."""
    candidate_hours: float
    """Hours a week on candidates of all postings, if nobody left."""
    opening_hours: float
    """Hours a week on steps done once for each requisition, before anybody applies."""
    duty_hours: float
    """Hours a week on other duties, those that hires bring included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickLook:
    """A screening number for one role: no simulation, and some per cent off."""

    role: str
    name: str
    utilisation: float
    wait_hours: float | None
    """Mean working hours that a job waits; None: it grows without end."""
    leaving: float
    """Share of the waiting jobs whose candidate walks away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedVariant:
    """One process, simulated."""

    input: Input
    title: str
    variant: str | None
    about: dict[str, str | None]
    """Words for the cover: client, prepared_by, date, confidentiality, version."""
    lines: tuple[SimulatedLine, ...]
    """Headline first; empty after a quick look alone."""
    roles: tuple[SimulatedRole, ...]
    quick_look: tuple[QuickLook, ...]
    screens: tuple[SimulatedScreen, ...]
    fee_per_hire: float
    """Money that the file states for outsiders, for each hire."""
    currency: str
    assumptions: tuple[str, ...]
    not_assessed: tuple[str, ...]
    runs: int
    planned_runs: int
    """More than were made where somebody stopped them."""
    stopping: Stopping | None
    """None when no run was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulationSettings:
    """How the runs were made; with the files, this makes them again to the digit."""

    seed: int
    confidence: float
    warm_up_days: float
    warm_up: WarmUp
    """Why so many."""
    settled_after: float | None
    """Days after which the mean course of the first runs was as it stayed; None where
    it never was, or was not looked at."""
    measured_days: float
    cool_down_days: float
    rules: tuple[str, ...]
    """Queue discipline, start of the clock, definition of cycle time: in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulationResult:
    """Everything that simulating one process said."""

    schema_version: int
    tool: Tool
    settings: SimulationSettings
    process: SimulatedVariant


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedChange:
    """What one number does from before to after."""

    key: str
    of: str
    group: str
    label: str
    name: str
    unit: str
    before: SimulatedNumber
    after: SimulatedNumber
    change: SimulatedNumber
    p_value: float
    """Of the paired t test, as it stands."""
    headline: bool
    """Judged together with the other headline numbers (Holm)."""
    distinguishable: bool
    """Whether the change is more than chance."""
    runs_to_tell: int | None
    """Pairs of runs that would tell a change of this size from chance, at 5 % and in
    four of five studies; None where nothing, or next to nothing, changed."""
    verdict: Verdict
    """UNCHANGED where it is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedPair:
    """One after beside the before, over runs with the same luck."""

    after: SimulatedVariant
    changes: tuple[SimulatedChange, ...]
    """Numbers that both have."""
    paid_by: tuple[str, ...]
    """Who pays for the change, as sentences with their numbers."""
    cost: ChangeCost | None
    """What the changes cost as their file states it; None where it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulationScenarios:
    """A before with one or more afters."""

    schema_version: int
    tool: Tool
    settings: SimulationSettings
    before: SimulatedVariant
    pairs: tuple[SimulatedPair, ...]
    """In the order given."""
    left_out: tuple[str, ...]
    """Labels, else files, of the afters that an interrupt left without numbers."""
