"""Two audits side by side: what differs, what bought it, and how sure that is.

Everywhere a *gain* is before less after, so that it is positive where the after takes
less; a *change* is after less before.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from audit.result.audit_result import AuditResult

COMPARISON_VERSION = 1


class Verdict(StrEnum):
    """What became of a number, a step or a finding."""

    BETTER = "better"
    WORSE = "worse"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    """Differs, and neither way is better as such."""
    ADDED = "added"
    """Only the after has it."""
    REMOVED = "removed"
    """Only the before has it."""
    UNKNOWN = "unknown"
    """One of the two files does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A number with its range; all three are equal where it is exact."""

    low: float
    likely: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceLine:
    """One number before and after."""

    key: str
    """Stable name, as `--fail-if-worse` takes it: score, days_p90, wet_signatures."""
    group: str
    """score, vector, time, people, lenses or money: the part of the table."""
    label: str
    unit: str
    """As in `VectorLine`: days, minutes, share, money or a plural noun."""
    before: float | None
    after: float | None
    change: float | None
    """After less before; None where one is not assessed."""
    lower_is_better: bool | None
    """None where neither way is better."""
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPair:
    """A step in both processes, or in one of them."""

    before: str | None
    """Step id; None for a new step."""
    after: str | None
    """Step id; None for a step taken out."""
    matched_by: str
    """id, was, or "" for a step that stands alone."""
    points_before: float
    points_after: float
    changed: tuple[str, ...]
    """Keys of the file that differ, in words: "pages", "wait", "role"."""
    verdict: Verdict
    """BETTER and WORSE by points; CHANGED where only words or flows differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Two steps that stand alone and look alike: offered, never assumed."""

    before: str
    after: str
    likeness: float
    """0 to 1, of name, role and what is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingChange:
    """What became of a check that fired before or after."""

    check: str
    code: str
    name: str
    verdict: Verdict
    """ADDED is a new finding, REMOVED one that is gone, UNKNOWN one that the after
    no longer lets us decide."""
    title_before: str | None
    title_after: str | None
    severity_before: int | None
    severity_after: int | None
    measure_before: float | None
    measure_after: float | None
    unit: str
    points_before: float | None
    points_after: float | None
    note: str = ""
    """Why a finding is gone though its friction is not: not assessed, say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Work that one side no longer does and another side does now."""

    source: str
    """candidate or employer: who is relieved."""
    target: str
    """Who does it instead."""
    minutes: float
    """Per hire: the smaller of what one side saves and what the other takes on."""
    steps: tuple[str, ...]
    """Ids of the steps of the after where the target's minutes grow, most first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCost:
    """What a change costs, in the currency of the process."""

    one_off: Spread | None
    per_year: Spread | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change between the two processes."""

    id: str
    name: str
    note: str | None
    origin: str
    """overlay: named in a file; step: the difference of one step; way: steps added,
    removed and rerouted between two whole files; rest: all else that differs."""
    file: str | None
    """Name of the overlay that holds it."""
    needs: tuple[str, ...]
    """Changes that have to come first, those that follow from its steps included."""
    steps: tuple[str, ...]
    """Ids of the steps that it touches, of the before or the after."""
    cost: ChangeCost | None
    """None when the file does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeShare:
    """What one change bought of one metric; everything in the metric's unit."""

    change: str
    gain: float
    """Its Shapley value: its mean gain over all orders that its needs allow."""
    least: float
    """Smallest gain over the sets of changes that it can be added to."""
    most: float
    """Largest."""
    first: float | None
    """Gain when it alone is made; None when it needs another change."""
    last: float | None
    """What would be lost without it alone; None when another change needs it."""
    error: float
    """Half the 90 % interval of a sampled value; 0 for an exact one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """Two changes that overlap (below zero) or help each other (above)."""

    first: str
    second: str
    gain: float
    """Shapley interaction index, in the metric's unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Which change bought how much of one metric."""

    metric: str
    """score, candidate_minutes, employer_minutes, days, candidate_cash or money."""
    label: str
    unit: str
    """points, minutes, days or money."""
    before: float
    after: float
    shares: tuple[ChangeShare, ...]
    """Largest gain first; the gains sum to before less after."""
    interactions: tuple[Interaction, ...]
    """Strongest first; empty for sampled values and for ordered ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What the changes bought, metric by metric."""

    method: str
    """exact: all sets of changes; ordered: all sets that the needs allow; sampled:
    random orders and their reverses; none: it cannot be divided, `note` says why."""
    attributions: tuple[Attribution, ...]
    """Score first."""
    evaluations: int
    """Processes that were priced for it."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """Something that the after needs more of."""

    factor: str
    label: str
    side: str
    more: float
    """How much more per hire, in the factor's own unit."""
    unit: str
    points: float
    """What it costs at the rates of the profile."""
    worst: float
    """What it can cost at the high end of its price range."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty:
    """Whether the after is better, under rates, weights and inputs that may be off."""

    share_better: float
    """Share of the draws of rates and weights in which the after has fewer points."""
    gain: Spread
    """Points saved: 5 %, 50 % and 95 % of those draws."""
    ratio: Spread
    """Points of the after over those of the before, at the same quantiles."""
    dominates: bool
    """The after needs no more of anything: it is better at any prices."""
    dominated: bool
    """The before needs no more of anything, and less of something."""
    box_gain: float
    """Points saved at the least when each price is as bad as its range allows."""
    against: tuple[Against, ...]
    """What the after needs more of, costliest first."""
    tipping: tuple[str, ...]
    """Labels of the factors that would have to be at the bad end of their range
    together before the after is no longer better; empty when the box holds."""
    inputs_drawn: int
    """Numbers of the two files that were drawn: ranges, and values that are not
    measured, published or reported."""
    inputs_share_better: float | None
    """As `share_better`, with inputs drawn as well; None when none is uncertain."""
    inputs_gain: Spread | None
    prices_variance: float
    """Variance of the gain over rates and weights alone, points squared."""
    inputs_variance: float
    """Variance of the gain over the inputs alone."""
    draws: int
    input_draws: int
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitLine:
    """One benefit of a year."""

    key: str
    label: str
    kind: str
    """cashable: money no longer spent; capacity: hours free for other work; not
    monetary: counted, never priced."""
    per_hire: float
    """In `unit`; positive is saved."""
    unit: str
    """minutes, days, money or a plural noun."""
    per_year: float | None
    """None when the file does not say how many are hired."""
    money_per_year: Spread | None
    """None for what has no price."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefits:
    """The benefits case: hours, days and money of a year, and what the changes cost."""

    hires_per_year: float | None
    currency: str
    lines: tuple[BenefitLine, ...]
    cashable: Spread | None
    """Money of a year; None when nothing can be said."""
    capacity: Spread | None
    """Worth of the hours freed in a year at their hourly cost."""
    vacancy: Spread | None
    """Days of open positions saved times the client's own cost of such a day; None
    when the file does not state it: there is no default."""
    one_off: Spread | None
    """Sum over the changes that state it; None when none does."""
    per_year_cost: Spread | None
    costs_unstated: tuple[str, ...]
    """Ids of changes that state no cost: the case is that much too good."""
    payback_months: tuple[float | None, float | None] | None
    """Soonest and latest; None in it means never. None: no cost is stated."""
    payback_cashable_months: tuple[float | None, float | None] | None
    """The same counting only money that is no longer spent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonResult:
    """Everything that comparing one before with one after found."""

    schema_version: int
    before: AuditResult
    after: AuditResult
    warnings: tuple[str, ...]
    """Why the two may not compare: another scope, clock, currency or profile."""
    same: bool
    """Nothing differs but words."""
    lines: tuple[DifferenceLine, ...]
    steps: tuple[StepPair, ...]
    """In the order of the after, removed steps where they stood."""
    guesses: tuple[Guess, ...]
    findings: tuple[FindingChange, ...]
    """New and worse first, then by severity."""
    shifts: tuple[Shift, ...]
    changes: tuple[ChangeLine, ...]
    """In the order of the file."""
    credit: Credit
    certainty: Certainty
    benefits: Benefits


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One scenario's place among several."""

    place: int
    """From 1, lowest score first; equal scores share a place."""
    comparison: int
    """Index into `comparisons`; -1 is the before itself."""
    share_best: float
    """Share of the paired draws in which no other has fewer points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenariosResult:
    """One before with several afters."""

    schema_version: int
    before: AuditResult
    comparisons: tuple[ComparisonResult, ...]
    """In the order given."""
    ranking: tuple[Ranked, ...]
    """Best first, the before among them."""
