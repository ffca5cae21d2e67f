"""The parts of a recommendation put together: what is known, then what is chosen."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from audit.changes.base import Intervention
from audit.changes.guard.jurisdiction import Jurisdiction
from audit.changes.proposing import Offer
from audit.changes.roadmap import roadmap
from audit.changes.search.choices import members
from audit.changes.selecting import LEAST_POINTS, Selection, Selector
from audit.changes.trying import Tried
from audit.changes.what_if import what_if
from audit.checks import Facts, run_checks
from audit.checks.elsewhere import Turned, turned
from audit.comparison.credit.metrics import METRICS
from audit.comparison.difference.alignment import align
from audit.comparison.difference.difference_lines import difference_lines
from audit.comparison.difference.shifts import shifts
from audit.comparison.difference.silences import silences
from audit.pipeline.auditing import Audited
from audit.pipeline.recommended_lines import (
    chosen_lines,
    not_proposed,
    points,
    proposal_lines,
    sum_of_costs,
    withheld_lines,
)
from audit.result import (
    RECOMMENDATION_VERSION,
    Attribution,
    MetricTotal,
    Recommendation,
    SearchLine,
    TopSet,
    Verdict,
    WhatIf,
)

_Note = tuple[Intervention, str]
"""An intervention that is not proposed, and what shows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Money of the first year that a set may cost."""

    money: float
    basis: str
    """See `SearchLine.budget_basis`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """The chosen set, written and read back."""

    text: str
    """Of the overlay."""
    audited: Audited
    credit: tuple[Attribution, ...]
    note: str
    """Why the gain is not divided, when it is not."""


def with_search(
    known: Recommendation,
    selector: Selector,
    selection: Selection,
    tried: Mapping[str, Tried],
    top: tuple[TopSet, ...],
) -> Recommendation:
    """Return what is known with the proposals and what the search found."""
    lines = proposal_lines(selector, tried)
    found = selection.found
    return replace(
        known,
        proposals=lines,
        search=replace(
            known.search,
            proven=found.proven,
            gap=found.gap if math.isfinite(found.gap) else None,
            evaluations=selector.values.evaluations,
        ),
        to_weigh=tuple(selector.proposals[i].id for i in selection.to_weigh),
        score_front=points(selector, selection.score_front),
        days_front=points(selector, selection.days_front),
        top_sets=top,
        what_if=_what_if(selector, selection, [line.id for line in lines]),
    )


def with_change(
    known: Recommendation,
    before: Audited,
    selector: Selector,
    selection: Selection,
    after: After,
) -> Recommendation:
    """Return what is known with the chosen set: roadmap, totals, what gets worse."""
    first, second = before.result, after.audited.result
    chosen = [selector.proposals[i] for i in members(selection.chosen)]
    costs = [proposal.costs for proposal in chosen]
    worth = _shares(after.credit, "score")
    lines = difference_lines(first, second)
    became = _turned(before, after.audited)
    alignment = align(before.process, after.audited.process)
    return replace(
        known,
        chosen=chosen_lines(
            roadmap(chosen, worth),
            {proposal.id: proposal for proposal in chosen},
            frozenset(selector.ids(selection.safeguards)),
            worth,
            _shares(after.credit, "days"),
        ),
        cost=sum_of_costs(cost.first_year for cost in costs),
        one_off=sum_of_costs(cost.one_off for cost in costs),
        per_year=sum_of_costs(cost.per_year for cost in costs),
        totals=_totals(before, after.audited),
        grade_after=second.grade,
        credit=after.credit,
        credit_note=after.note,
        worse=tuple(line for line in lines if line.verdict is Verdict.WORSE),
        shifts=shifts(first, second, alignment),
        ends=became.ends,
        eases=became.eases,
        undecided=became.undecided,
        silences=silences(before.process, after.audited.process, alignment),
        brings=became.brings,
        overlay=after.text,
    )


def _turned(before: Audited, after: Audited) -> Turned:
    first, second = (
        run_checks(Facts(one.analysis, one.ledger)) for one in (before, after)
    )
    return turned(first, second)


def without_change(
    before: Audited,
    offer: Offer,
    law: Jurisdiction,
    limit: Budget,
    max_changes: int | None,
) -> Recommendation:
    """Return what is known before anything is chosen."""
    result, nothing = before.result, sum_of_costs(())
    good, complained_of = _already(before, offer)
    return Recommendation(
        schema_version=RECOMMENDATION_VERSION,
        tool=result.tool,
        input=result.input,
        title=result.process.title,
        currency=before.process.currency,
        profile=result.profile.name,
        jurisdiction=law.name,
        notice=law.note,
        proposals=(),
        chosen=(),
        cost=nothing,
        one_off=nothing,
        per_year=nothing,
        totals=_totals(before, before),
        grade_before=result.grade,
        grade_after=result.grade,
        credit=(),
        credit_note="",
        worse=(),
        shifts=(),
        brings=(),
        ends=(),
        to_weigh=(),
        search=SearchLine(
            budget=limit.money,
            budget_basis=limit.basis,
            max_changes=max_changes,
            least_points=LEAST_POINTS,
            proven=True,
            gap=0.0,
            evaluations=1,
        ),
        score_front=(),
        days_front=(),
        top_sets=(),
        withheld=withheld_lines(offer),
        already_good=not_proposed(good),
        not_applicable=(
            *not_proposed(complained_of),
            *not_proposed(offer.not_here),
            *not_proposed((one.intervention, one.reason) for one in offer.dropped),
        ),
        what_if=WhatIf(changes=(), metrics=(), sets=(), values=()),
        overlay="",
        assumptions=_assumptions(before),
    )


def _already(before: Audited, offer: Offer) -> tuple[list[_Note], list[_Note]]:
    """Return what is good already, and what a finding complains of all the same.

    One account is too few for a change that spares all but one, and still a finding:
    there is nothing to propose, and nothing to praise. The first check that an
    intervention answers is the one whose finding denies it.
    """
    found = {finding.id for finding in before.result.findings}
    good: list[_Note] = []
    complained_of: list[_Note] = []
    for intervention, note in offer.already:
        told = complained_of if found.intersection(intervention.checks[:1]) else good
        told.append((intervention, note))
    return good, complained_of


def _assumptions(before: Audited) -> tuple[str, ...]:
    found = [
        "What a change does and costs is estimated; where the grade is D, by our own "
        "judgement. Put your own numbers into the file and compare.",
    ]
    if before.process.currency != "USD":
        found.append(
            "Costs of changes are estimated in US dollars and shown as "
            f"{before.process.currency} unchanged; state your own."
        )
    return tuple(found)


def _totals(before: Audited, after: Audited) -> tuple[MetricTotal, ...]:
    return tuple(
        MetricTotal(
            metric=metric.id,
            label=metric.label,
            unit=metric.unit,
            before=_total(before, metric.id),
            after=_total(after, metric.id),
        )
        for metric in METRICS
    )


def _total(one: Audited, metric: str) -> float:
    """Return a number as the audit shows it, so that a comparison shows the same."""
    sides = one.ledger.sides
    return {
        "score": one.ledger.score,
        "candidate_minutes": sides["candidate"].minutes or 0.0,
        "employer_minutes": sides["employer"].minutes or 0.0,
        "days": one.result.time.mean,
        "candidate_cash": sides["candidate"].cash or 0.0,
        "money": one.ledger.money_sum,
    }[metric]


def _shares(credit: Sequence[Attribution], metric: str) -> dict[str, float]:
    return {
        share.change: share.gain
        for attribution in credit
        if attribution.metric == metric
        for share in attribution.shares
    }


def _what_if(
    selector: Selector, selection: Selection, by_gain: Sequence[str]
) -> WhatIf:
    """Return the table of the chosen changes, then of those that gain most alone."""
    ids = [proposal.id for proposal in selector.proposals]
    others = [ids.index(change) for change in by_gain]
    wanted = sorted(others, key=lambda i: not selection.chosen >> i & 1)
    return what_if(ids, wanted, selector.choices, selector.values)
