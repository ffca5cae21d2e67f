"""What an audit found: plain values, ids instead of objects, ready for JSON.

Every rendering (page, terminal, JSON, CSV, comparison) reads an `AuditResult` and
nothing else. The field names are the keys of the JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """The program that made the result."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """The file that was audited."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleOutline:
    """A lane of the map."""

    id: str
    name: str
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeOutline:
    """A way a case can end."""

    id: str
    name: str
    by: str
    """candidate, employer or success."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOutline:
    """A step with what the audit computed for it; counts are per visit, as written."""

    id: str
    number: int
    """Place in the file, from 1; the same in map, tables and exports."""
    name: str
    role: str
    side: str
    phase: str | None
    kind: str | None
    channel: str | None
    line: int | None
    designed: bool
    """Lies on some way to hired without a return."""
    in_clock: bool
    """Its wait counts in the calendar time."""
    applies_to: float
    """Share of the cases that need the step."""
    visits: float
    """Expected visits of a person who is hired (design lens)."""
    points: float
    candidate_minutes: float
    """Per hire, design lens."""
    employer_minutes: float
    wait_days: float | None
    """Mean clock time of one visit; None when the file does not say."""
    wait_cause: str | None
    contribution_days: float
    """Share of the mean calendar time that this step accounts for, in days."""
    touch_minutes: float
    """Touch time of one visit, all people together."""
    pages: float
    fields: float
    wet_signatures: float
    fax_pages: float
    loss_share: float
    """Share of the applicants who end their case here by leaving or rejection."""
    complete_accurate: float | None
    """Share of its flows that do not later return because of it."""
    justified: str | None
    mandate: str | None
    removable: str | None
    basis: str
    source: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockOutline:
    """A parallel block: `branches` hold ids of steps and blocks, in order."""

    id: str
    name: str
    phase: str | None
    line: int | None
    branches: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowOutline:
    """A sequence flow; `to` is a node id, an outcome id or `done`."""

    source: str
    to: str
    share: float
    kind: str
    """flow or rework."""
    reason: str | None
    traversals: float
    """Expected passages per hire, design lens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The process, so that a saved result can be drawn without its file."""

    title: str
    variant: str | None
    scope: str | None
    currency: str
    hires_per_year: float | None
    note: str | None
    clock: dict[str, str | None]
    """start, stop, days."""
    about: dict[str, str | None]
    """client, prepared_by, date, confidentiality, version."""
    start: str
    """Id of the first node."""
    order: tuple[str, ...]
    """Ids of the top-level nodes in the order of the file."""
    roles: tuple[RoleOutline, ...]
    outcomes: tuple[OutcomeOutline, ...]
    steps: tuple[StepOutline, ...]
    blocks: tuple[BlockOutline, ...]
    flows: tuple[FlowOutline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLine:
    """One rate of the profile, with its source."""

    factor: str
    label: str
    rate: float
    unit: str
    """min/page, days/day, ..."""
    low: float
    high: float
    """90 % range."""
    felt: float
    """Perceived multiplier, 1 or more."""
    cost: float
    """Money per unit, out of pocket."""
    evidence: tuple[str, ...]
    grade: str
    judgement: bool
    """The figure is ours, or departs from its source; `note` says how."""
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileSummary:
    """The rates, weights and reference that priced the ledger."""

    name: str
    weights: dict[str, float]
    reference: dict[str, float]
    """candidate and employer minutes, days, and the `good` bound in points."""
    reference_scope: str
    wages: dict[str, float]
    rates: tuple[RateLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """Step x factor: visits x quantity x rate = amount, then points.

    `amount` and `perceived` are in minutes, or in days where `unit` is days. `points`
    of all entries sum to the score. `cost` is money: time at its wage, plus cash.
    """

    step: str
    factor: str
    side: str
    """candidate, employer, time, or third_party (shown, not priced)."""
    vendor: bool
    visits: float
    quantity: float
    rate: float
    unit: str
    amount: float
    perceived: float
    points: float
    cost: float
    cash: float
    justified: str | None
    basis: str
    evidence_id: str | None


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
class ScreenLoss:
    """What a screen does to qualified people."""

    step: str
    method: str
    qualified_share: float
    """Of those arriving."""
    passes_qualified: float
    passes_unqualified: float
    arriving: float
    """Per applicant."""
    qualified_lost: float
    """Per applicant."""
    qualified_lost_per_hire: float


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
class FindingStep:
    """A step that shows the finding."""

    id: str
    line: int | None
    amount: float
    """Its part of the measure."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A number with its unit."""

    value: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A check that fired."""

    id: str
    code: str
    """Number in the friction taxonomy, F01 to F46."""
    family: str
    name: str
    """The friction as a noun phrase."""
    title: str
    """One generated sentence with its number."""
    severity: int
    """1 to 5; 5 can end a hire alone."""
    confidence: str
    """high, medium or low: how sure the file lets us be."""
    steps: tuple[FindingStep, ...]
    measure: Measure
    points: float | None
    """Friction points of the ledger lines behind it; None when none are."""
    side: str
    """Who bears it: candidate, employer or both."""
    why: str
    helps: str
    decide: str
    """The decision to ask leadership for, as a sentence."""
    how: str
    """How it was measured."""
    guard: str | None
    """What the law asks to be kept; a checklist, not advice."""
    evidence: tuple[str, ...]
    grade: str
    justified: str | None
    """Set when every step that shows it is justified; then shown apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckNote:
    """A check that passed or does not apply."""

    check: str
    code: str
    family: str
    name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAssessed:
    """What could not be decided, and the key that would decide it."""

    check: str
    step: str | None
    missing: str
    """The key of the process file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLine:
    """A published total beside ours."""

    what: str
    published: float
    ours: float | None
    difference: float | None
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RateInfluence:
    """How far one rate moves the score."""

    factor: str
    low_score: float
    """Score with the rate at the low end of its range."""
    high_score: float
    variance_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightVariation:
    """The score when one weight changes by 30 % and the others make room."""

    side: str
    change: float
    score: float
    grade: str | None
    top_steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """What the score hangs on."""

    rates: tuple[RateInfluence, ...]
    weights: tuple[WeightVariation, ...]
    top_steps: tuple[str, ...]
    """The three steps with most points, under the profile's own weights."""
    draws: int
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyTotal:
    """Money of one hire in the design lens; the page shows it beside points."""

    candidate_time: float
    candidate_cash: float
    employer_time: float
    employer_cash: float
    vendor_time: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """The source behind a number."""

    id: str
    claim: str
    value: str
    unit: str
    population: str
    source: str
    url: str
    grade: str
    verification: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditResult:
    """Everything an audit found."""

    schema_version: int
    tool: Tool
    input: Input
    process: Outline
    profile: ProfileSummary
    score: float
    """Friction points; 100 is the typical process of the scope; lower is better."""
    grade: str | None
    grade_bounds: dict[str, float]
    """Highest score of the grades A to D."""
    score_interval: tuple[float, float]
    """90 % interval over rates and weights."""
    sides: dict[str, SideTotal]
    """candidate, employer, time."""
    vector: dict[str, VectorLine]
    lenses: dict[str, LensTotal]
    """design, experienced, loaded."""
    ledger: tuple[LedgerEntry, ...]
    outcomes: dict[str, float]
    """Share of the applicants who end in each outcome."""
    time: TimeResult
    candidates: Candidates
    money: MoneyTotal
    findings: tuple[Finding, ...]
    """By severity, then points."""
    passed: tuple[CheckNote, ...]
    not_applicable: tuple[CheckNote, ...]
    not_assessed: tuple[NotAssessed, ...]
    coverage: float
    """Share of the applicable checks that the file lets us decide."""
    basis_shares: dict[str, float]
    """Share of the stated numbers by basis (measured, estimated, ...)."""
    assumptions: tuple[str, ...]
    known: tuple[KnownLine, ...]
    sensitivity: Sensitivity
    evidence: tuple[EvidenceRow, ...]

    def ledger_table(self) -> pd.DataFrame:
        """Return the ledger as a table, one row an entry, columns as the fields."""
        import pandas as pd

        fields = list(LedgerEntry.__dataclass_fields__)
        return pd.DataFrame(
            [[getattr(entry, name) for name in fields] for entry in self.ledger],
            columns=fields,
        )
