"""What an audit found: plain values, ids instead of objects, ready for JSON.

Every rendering (page, terminal, JSON, CSV, comparison) reads an `AuditResult` and
nothing else. The field names are the keys of the JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.result.findings import CheckNote, EvidenceRow, Finding, NotAssessed
from audit.result.outline import Outline
from audit.result.totals import (
    Candidates,
    KnownLine,
    LensTotal,
    MoneyTotal,
    SideTotal,
    TimeResult,
    VectorLine,
)

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
    extends: tuple[tuple[str, str], ...] = ()
    """Name and sha256 of the files that an overlay changes, the nearest first."""


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
class GradeGap:
    """A side of which a file says too little for a grade."""

    side: str
    """candidate, employer or time."""
    stated: int
    """Steps that state their work or paperwork; on the side of time, their wait."""
    steps: int
    """Steps that could state it."""


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
    grade_gaps: tuple[GradeGap, ...] = ()
    """Sides of which the file says too little for a grade."""
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
