"""From one process to what to change first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from time import monotonic

from audit.changes.base import Intervention
from audit.changes.catalogue import CATALOGUE
from audit.changes.guard.jurisdiction import Jurisdiction, load_jurisdiction
from audit.changes.proposal import Proposal
from audit.changes.proposing import FILE, Offer, propose
from audit.changes.roadmap import Slot, roadmap
from audit.changes.search.branch_and_bound import Stop
from audit.changes.search.choices import members
from audit.changes.search.set_values import SetValues
from audit.changes.selecting import LEAST_POINTS, Selection, Selector
from audit.changes.situation import Situation
from audit.changes.trying import Tried, gone, try_each
from audit.changes.what_if import what_if
from audit.changes.writing import overlay_text
from audit.checks import Facts
from audit.comparison.credit.credit import credit
from audit.comparison.credit.metrics import METRICS
from audit.comparison.credit.quick_totals import QuickTotals
from audit.comparison.difference.alignment import align
from audit.comparison.difference.difference_lines import difference_lines
from audit.comparison.difference.shifts import shifts
from audit.errors import RequestError
from audit.ledger import Profile, load_profile
from audit.loaders.overlay.unwritten import plan_of, read_unwritten
from audit.loaders.reading import Loaded
from audit.model import Process
from audit.pipeline.auditing import Audited, audited
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

MOST_EVALUATIONS = 20_000
"""Sets of changes that one search may compute when no time is stated."""
ASSUMED_BUDGET = 50_000.0
"""Money of the first year, where neither it nor the hires of a year are stated."""

Progress = Callable[[str], None]
"""Is told, in words, what is being worked on."""
Reevaluate = Callable[[Sequence[Process]], Sequence[float]]
"""Processes that sets of changes make -> share of runs in which each is the best."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Budget:
    money: float
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _After:
    """The chosen set, written and read back."""

    text: str
    audited: Audited
    credit: tuple[Attribution, ...]
    note: str


def recommend(
    loaded: Loaded,
    profile: Profile | None = None,
    *,
    budget: float | None = None,
    max_changes: int | None = None,
    catalogue: Sequence[Intervention] = CATALOGUE,
    jurisdiction: Jurisdiction | None = None,
    time_limit: float | None = None,
    progress: Progress = lambda words: None,
    reevaluate: Reevaluate | None = None,
) -> Recommendation:
    """Return what to change first in a process, and what that buys.

    Args:
        loaded: what `read_file` returns.
        profile: rates, weights and references; None takes the default ones.
        budget: money of the first year; None takes what a year of hiring costs now.
        max_changes: most changes to recommend; None for any number.
        catalogue: the interventions to choose among.
        jurisdiction: the law to keep; None takes that of the United States.
        time_limit: seconds for each search; None ends a search after so many sets that
            the same input gives the same answer.
        progress: is told what is being worked on.
        reevaluate: judges the best sets once more, by simulation for instance.

    Raises:
        AnalysisError: the process has no answer.
        RequestError: the budget or the number of changes is negative.
    """
    _require_sensible(budget, max_changes)
    profile = profile or load_profile()
    law = jurisdiction or load_jurisdiction()
    before = audited(loaded.process, profile)
    facts = Facts(before.analysis, before.ledger)
    progress("Looking for what could change")
    offer = propose(Situation(loaded, facts), catalogue, law)
    limit = _budget(before, budget)
    if not offer.proposals:
        return _nothing(before, offer, law, limit, max_changes)
    currency = loaded.process.currency
    text = overlay_text(loaded.process.file, offer.proposals, currency=currency)
    plan = plan_of(loaded, text, FILE)
    values = SetValues(plan, [p.id for p in offer.proposals], QuickTotals(profile))
    selector = Selector(
        offer.proposals,
        plan,
        values,
        law,
        budget=limit.money,
        max_changes=max_changes,
    )
    progress("Trying each change")
    tried = try_each(offer.proposals, plan, facts, profile)
    progress("Looking for the best set")
    selection = selector.select(tried, _stops(values, time_limit))
    progress("Working out what each change buys")
    after = _after(loaded, profile, selector, selection)
    return _result(
        before, offer, law, limit, selector, selection, tried, after,
        _top_sets(selector, selection, reevaluate),
    )  # fmt: skip


def _require_sensible(budget: float | None, max_changes: int | None) -> None:
    if budget is not None and not 0 <= budget < float("inf"):
        raise RequestError(f"a budget of {budget:g} is no amount of money to spend")
    if max_changes is not None and max_changes < 1:
        raise RequestError(f"{max_changes} changes are none; ask for 1 or more")


def _budget(before: Audited, stated: float | None) -> _Budget:
    """Return the money of the first year that a set may cost.

    Unless stated it is what all applicants of a year cost now, time at its wage plus
    cash: a change that costs more in its first year than all hiring cannot pay.
    """
    if stated is not None:
        return _Budget(money=stated, basis="stated")
    hires = before.process.hires_per_year
    if hires is None:
        return _Budget(money=ASSUMED_BUDGET, basis="assumed")
    year = before.ledger.lenses["loaded"].money * hires.mean
    return _Budget(money=year, basis="a year of hiring")


def _stops(values: SetValues, time_limit: float | None) -> Callable[[], Stop]:
    """Return what makes the limit of one search."""

    def stop_after() -> Stop:
        if time_limit is not None:
            end = monotonic() + time_limit
            return lambda: monotonic() >= end
        most = values.evaluations + MOST_EVALUATIONS
        return lambda: values.evaluations >= most

    return stop_after


def _after(
    loaded: Loaded, profile: Profile, selector: Selector, selection: Selection
) -> _After | None:
    """Return the chosen set as its file, and what reading that file gives."""
    chosen = [selector.proposals[i] for i in members(selection.chosen)]
    if not chosen:
        return None
    process = loaded.process
    text = overlay_text(
        process.file,
        chosen,
        currency=process.currency,
        remarks=(
            "Recommended changes. Edit them like any other: take a change out, or put "
            "your own numbers in place of ours.",
            "What it buys: hiring-audit compare, with the file below and this one.",
            "Costs and effects are estimates; their sources: hiring-audit explain.",
        ),
    )
    after = read_unwritten(loaded, text, FILE)
    credited = credit(plan_of(loaded, text, FILE), profile)
    return _After(
        text=text,
        audited=audited(after.process, profile),
        credit=credited.attributions,
        note=credited.note,
    )


def _top_sets(
    selector: Selector, selection: Selection, reevaluate: Reevaluate | None
) -> tuple[TopSet, ...]:
    shares: Sequence[float | None] = [None] * len(selection.top)
    if reevaluate is not None and selection.top:
        shares = reevaluate([selector.values.process(one) for one in selection.top])
    found = []
    for one, share in zip(selection.top, shares, strict=True):
        totals = selector.values.totals(one)
        assert totals is not None
        by_metric = dict(zip((m.id for m in METRICS), totals, strict=True))
        found.append(
            TopSet(
                changes=selector.ids(one),
                cost=selector.choices.cost(one),
                score=float(by_metric["score"]),
                days=float(by_metric["days"]),
                share_best=share,
            )
        )
    return tuple(found)


def _result(
    before: Audited,
    offer: Offer,
    law: Jurisdiction,
    limit: _Budget,
    selector: Selector,
    selection: Selection,
    tried: Mapping[str, Tried],
    after: _After | None,
    top: tuple[TopSet, ...],
) -> Recommendation:
    empty = _nothing(before, offer, law, limit, selector.choices.most)
    choices = selector.choices
    chosen = [selector.proposals[i] for i in members(selection.chosen)]
    lines = proposal_lines(selector, tried)
    found = selection.found
    known = replace(
        empty,
        proposals=lines,
        search=SearchLine(
            budget=limit.money,
            budget_basis=limit.basis,
            max_changes=choices.most,
            least_points=empty.search.least_points,
            proven=found.proven,
            gap=found.gap if found.gap < float("inf") else None,
            evaluations=selector.values.evaluations,
        ),
        to_weigh=tuple(selector.proposals[i].id for i in selection.to_weigh),
        score_front=points(selector, selection.score_front),
        days_front=points(selector, selection.days_front),
        top_sets=top,
        what_if=_what_if(selector, selection, [line.id for line in lines]),
    )
    if after is None:
        return known
    worth = _shares(after.credit, "score")
    slots = roadmap(chosen, worth)
    return _with_after(known, before, selector, selection, slots, after)


def _with_after(
    known: Recommendation,
    before: Audited,
    selector: Selector,
    selection: Selection,
    slots: Sequence[Slot],
    after: _After,
) -> Recommendation:
    first, second = before.result, after.audited.result
    chosen: list[Proposal] = [selector.proposals[i] for i in members(selection.chosen)]
    costs = [proposal.costs for proposal in chosen]
    lines = difference_lines(first, second)
    return replace(
        known,
        chosen=chosen_lines(
            slots,
            {p.id: p for p in chosen},
            frozenset(selector.ids(selection.safeguards)),
            _shares(after.credit, "score"),
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
        shifts=shifts(first, second, align(before.process, after.audited.process)),
        ends=gone(first.findings, second.findings),
        brings=gone(second.findings, first.findings),
        overlay=after.text,
    )


def _nothing(
    before: Audited,
    offer: Offer,
    law: Jurisdiction,
    limit: _Budget,
    max_changes: int | None,
) -> Recommendation:
    """Return what is known before anything is chosen."""
    result, nothing = before.result, sum_of_costs(())
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
        already_good=not_proposed(offer.already),
        not_applicable=(
            *not_proposed(offer.not_here),
            *not_proposed((one.intervention, one.reason) for one in offer.dropped),
        ),
        what_if=WhatIf(changes=(), metrics=(), sets=(), values=()),
        overlay="",
        assumptions=_assumptions(before),
    )


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
