"""Totals of an audit: sides, vector, lenses, money, time and candidates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SideTotal:
    """Totals of one side; fields of other sides stay None."""

    points: float
    minutes: float | None = None
    perceived_extra_minutes: float | None = None
    cash: float | None = None
    days: float | None = None
    vendor_minutes: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VectorLine:
    """One number leaders know."""

    label: str
    unit: str
    drawn: float | None
    """Every step of the file once."""
    designed: float | None
    """Each step once that lies on some way to hired without a return."""
    expected: float | None
    """Per hire, design lens. None when the file does not say."""
    not_stated: int = 0
    """Steps that could have the quantity and do not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LensTotal:
    """Effort under one way of looking."""

    label: str
    candidate_minutes: float
    employer_minutes: float
    days: float | None
    money: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyTotal:
    """Money of one hire in the design lens; the page shows it beside points."""

    candidate_time: float
    candidate_cash: float
    employer_time: float
    employer_cash: float
    vendor_time: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """Law of the calendar time: shares of the hires in bins of equal width, in days."""

    start: float
    width: float
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """The longest stretch without a word to the candidate."""

    days: float
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeResult:
    """Calendar time of a hire, in days."""

    mean: float
    deviation: float
    """Standard deviation."""
    p50: float | None
    p90: float | None
    contributions: dict[str, float]
    """Days by step; sums to the mean."""
    histogram: Histogram | None
    outcomes: dict[str, float]
    """Mean days to each outcome that can happen."""
    touch_minutes: float
    flow_efficiency: float | None
    """Touch time over calendar time, as a share."""
    flow_efficiency_working: float | None
    """The same over working time of eight hours a day."""
    waits_stated: int
    waits_missing: int
    waits_with_range: int
    longest_silence: Silence | None
    """None when no step says whether it is silent."""
    lattice_step: float | None
    """Days; the width of the grid the law was computed on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Applicants whose case ends at a step."""

    step: str
    outcome: str
    by: str
    share: float
    """Of those who apply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedShare:
    """The share of qualified people among those turned away, by a sample of them."""

    read: int
    """Drawn by chance and read again."""
    qualified: int
    """Of those read."""
    low: float
    """Of the exact interval that holds the share 95 times in 100, or more often."""
    high: float
    stated: float | None
    """The share that the other numbers of the file say; None where they do not."""

    @property
    def share(self) -> float:
        """Of those read."""
        return self.qualified / self.read

    @property
    def contradicts(self) -> bool:
        """Whether the file's other numbers say a share that the sample rules out."""
        return self.stated is not None and not self.low <= self.stated <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenLoss:
    """What a screen does to qualified people."""

    step: str
    method: str
    qualified_share: float | None
    """Of those arriving; None, with the next two, where a sample alone tells."""
    passes_qualified: float | None
    passes_unqualified: float | None
    arriving: float
    """Per applicant."""
    qualified_lost: float
    """Per applicant."""
    qualified_lost_per_hire: float
    audited: AuditedShare | None = None
    """None where nobody has read those turned away again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Who gets through, who is lost where."""

    reach: dict[str, float]
    """Expected share of the applicants who ever reach a step, by step."""
    losses: tuple[Loss, ...]
    screens: tuple[ScreenLoss, ...]
    hired_share: float
    """Of those who apply."""
    applicants_per_hire: float


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLine:
    """A published total beside ours."""

    what: str
    published: float
    ours: float | None
    difference: float | None
    source: str | None
