"""What to change first: proposals, the best set of them, and what it buys.

A *gain* is before less after, as in a comparison. Everything is per hire, at the rates
of the profile, in the design lens, unless it says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

from audit.result.audit_result import Input, Tool
from audit.result.credit import Attribution, ChangeCost
from audit.result.difference import DifferenceLine, Shift
from audit.result.spread import Spread

RECOMMENDATION_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectLine:
    """What one number of the process is multiplied by."""

    what: str
    low: float
    likely: float
    high: float
    evidence: tuple[str, ...]
    grade: str
    """A to D; D is our own judgement."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardNote:
    """Something that the law asks to be kept: a checklist, not legal advice."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingNote:
    """A finding that a change ends or brings."""

    check: str
    code: str
    name: str
    severity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalLine:
    """One change that could be made, and what it does by itself."""

    id: str
    name: str
    family: str
    why: str
    """What was found, with its number."""
    steps: tuple[str, ...]
    deeds: str
    """What stands in the overlay for it, as YAML."""
    effects: tuple[EffectLine, ...]
    cost: ChangeCost | None
    """None when nothing is known."""
    cost_note: str
    first_year: Spread
    """Paid once and in the first year."""
    lead_weeks: Spread
    owner: str
    needs: tuple[str, ...]
    excludes: tuple[str, ...]
    guards: tuple[GuardNote, ...]
    answers: tuple[str, ...]
    """Ids of the checks that it is meant for."""
    gains: dict[str, float]
    """Metric -> what it gains made alone with what it needs."""
    staff_minutes_of_all: float
    """Minutes of staff that it spares for all applicants of one hire."""
    ends: tuple[FindingNote, ...]
    """Findings that are gone when it is made alone with what it needs."""
    eases: tuple[FindingNote, ...] = ()
    """Findings that are then found no more where they are found; they are not gone,
    because the file does not say enough of other steps, as it does not now."""
    undecided: tuple[FindingNote, ...] = ()
    """Findings that the file would then not say enough to decide: not gone either."""
    brings: tuple[FindingNote, ...]
    """Findings that are new then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenLine:
    """One change of the recommended set, in the order of the roadmap."""

    change: str
    place: int
    """From 1, largest share of the gain first."""
    reason: str
    """friction: it lowers the score; safeguard: the score cannot see what it does, and
    it ends or eases a finding of severity 4 or 5."""
    points: float
    """Its share of the points saved (Shapley value)."""
    days: float
    """Its share of the days saved."""
    start_week: float
    """Weeks from the decision until work on it begins."""
    end_week: float
    """Weeks from the decision until the first case goes the new way."""
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricTotal:
    """One number before and after the recommended set."""

    metric: str
    label: str
    unit: str
    before: float
    after: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchLine:
    """How the set was found."""

    budget: float
    """Money of the first year that it was allowed."""
    budget_basis: str
    """stated; a year of hiring: what the process costs now; or assumed."""
    max_changes: int | None
    least_points: float
    """What each change had to buy."""
    proven: bool
    """No set within the limits buys more."""
    gap: float | None
    """Points that another set could buy more, at most; None when that is not known."""
    evaluations: int
    """Sets of changes that were computed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPoint:
    """The best set for an amount of money."""

    changes: tuple[str, ...]
    cost: float
    """Of the first year."""
    value: float
    """Points or days that are left."""
    proven: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedLoss:
    """A simulated number that a set makes worse than the recommended set does."""

    key: str
    """As in a simulation: rescinded_per_100_hires, say."""
    here: float
    """Mean over the runs, with this set."""
    recommended: float
    """The same with the recommended set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopSet:
    """One of the best sets."""

    changes: tuple[str, ...]
    cost: float
    score: float
    days: float
    share_best: float | None
    """Share of the simulated runs in which it is the best; None when none were made."""
    losses: tuple[SimulatedLoss, ...] = ()
    """Headline numbers of the simulation that it loses, by more than chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldLine:
    """Part of a change that is not proposed, because it would break a guard."""

    change: str
    name: str
    steps: tuple[str, ...]
    guard: str
    """Title of what the law asks to be kept; empty where the file itself marks it."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotProposedLine:
    """A change of the catalogue that is not proposed."""

    change: str
    name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The numbers of every set of up to ten changes, for a page without an engine."""

    changes: tuple[str, ...]
    """Bit i of a set is change i."""
    metrics: tuple[str, ...]
    """score, days, candidate_minutes, employer_minutes and cost (of the first year)."""
    sets: tuple[int, ...]
    """Those that needs and exclusions allow."""
    values: tuple[tuple[float, ...], ...]
    """For each set, its metrics in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What to change first in one process."""

    schema_version: int
    tool: Tool
    input: Input
    title: str
    currency: str
    profile: str
    jurisdiction: str
    """Name of the law that the guards are of."""
    notice: str
    """What the guards are and what they are not."""
    proposals: tuple[ProposalLine, ...]
    """Largest gain alone first."""
    chosen: tuple[ChosenLine, ...]
    """In the order of the roadmap."""
    cost: Spread
    """Of the chosen set, in the first year."""
    one_off: Spread
    per_year: Spread
    totals: tuple[MetricTotal, ...]
    """Score first."""
    grade_before: str | None
    grade_after: str | None
    credit: tuple[Attribution, ...]
    """Which change bought how much of each metric, as a comparison says it."""
    credit_note: str
    """Why the gain is not divided, when it is not."""
    worse: tuple[DifferenceLine, ...]
    """Numbers that are worse after the set."""
    shifts: tuple[Shift, ...]
    """Work that moves from one side to the other."""
    brings: tuple[FindingNote, ...]
    """Findings that are new after the set."""
    ends: tuple[FindingNote, ...]
    """Findings that are gone after the set."""
    eases: tuple[FindingNote, ...] = ()
    """Findings that are found no more where they are found, and not gone."""
    undecided: tuple[FindingNote, ...] = ()
    """Findings that the file would not say enough to decide after the set."""
    silences: tuple[str, ...] = ()
    """What the changed file no longer states, so that it only looks like a gain."""
    to_weigh: tuple[str, ...]
    """Proposals that end or ease a finding of severity 4 or 5 and cost friction: a
    decision that no score can take."""
    search: SearchLine
    score_front: tuple[FrontPoint, ...]
    days_front: tuple[FrontPoint, ...]
    top_sets: tuple[TopSet, ...]
    """Best first."""
    withheld: tuple[WithheldLine, ...]
    already_good: tuple[NotProposedLine, ...]
    """What the process does already."""
    not_applicable: tuple[NotProposedLine, ...]
    """Nothing to change, as far as the file says; or not possible here."""
    what_if: WhatIf
    overlay: str
    """The chosen set as an overlay file; empty when nothing is chosen."""
    assumptions: tuple[str, ...]
