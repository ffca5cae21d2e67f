"""From one process to what to change first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from audit.changes.base import Intervention
from audit.changes.catalogue import CATALOGUE
from audit.changes.guard.jurisdiction import Jurisdiction, load_jurisdiction
from audit.changes.proposing import FILE, Offer
from audit.changes.search.choices import members
from audit.changes.selecting import Selection, Selector
from audit.changes.writing import overlay_text
from audit.checks import Facts
from audit.comparison.credit.credit import credit
from audit.comparison.credit.metrics import METRICS
from audit.errors import RequestError
from audit.ledger import Profile, load_profile
from audit.loaders.overlay.unwritten import plan_of, read_unwritten
from audit.loaders.reading import Loaded
from audit.model import Process
from audit.pipeline.auditing import Audited, audited
from audit.pipeline.recommended_result import (
    After,
    Budget,
    with_change,
    with_search,
    without_change,
)
from audit.pipeline.searching import Progress, Search
from audit.result import (
    Recommendation,
    SimulatedLoss,
    TopSet,
)

ASSUMED_BUDGET = 50_000.0
"""Money of the first year, where neither it nor the hires of a year are stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What judging the best sets once more says of one of them."""

    share_best: float
    """Share of runs in which it is the best."""
    losses: tuple[SimulatedLoss, ...] = ()
    """What it makes worse than the first set does."""


Reevaluate = Callable[[Sequence[Process]], Sequence[Judged]]
"""Processes that sets of changes make, the recommended one first -> what each does."""


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
    limit = _budget(before, budget)
    searched = Search(
        loaded=loaded,
        facts=Facts(before.analysis, before.ledger),
        profile=profile,
        catalogue=catalogue,
        law=law,
        budget=limit.money,
        max_changes=max_changes,
        time_limit=time_limit,
        progress=progress,
    ).run()
    if isinstance(searched, Offer):
        return without_change(before, searched, law, limit, max_changes)
    known = without_change(before, searched.offer, law, limit, max_changes)
    selector, selection = searched.selector, searched.selection
    progress("Working out what each change buys")
    top = _top_sets(selector, selection, reevaluate)
    known = with_search(known, selector, selection, searched.tried, top)
    after = _after(loaded, profile, selector, selection)
    if after is None:
        return known
    return with_change(known, before, selector, selection, after)


def _require_sensible(budget: float | None, max_changes: int | None) -> None:
    if budget is not None and not 0 <= budget < float("inf"):
        raise RequestError(f"a budget of {budget:g} is no amount of money to spend")
    if max_changes is not None and max_changes < 1:
        raise RequestError(f"{max_changes} changes are none; ask for 1 or more")


def _budget(before: Audited, stated: float | None) -> Budget:
    """Return the money of the first year that a set may cost.

    Unless stated it is what all applicants of a year cost now, time at its wage plus
    cash: a change that costs more in its first year than all hiring cannot pay.
    """
    if stated is not None:
        return Budget(money=stated, basis="stated")
    hires = before.process.hires_per_year
    if hires is None:
        return Budget(money=ASSUMED_BUDGET, basis="assumed")
    year = before.ledger.lenses["loaded"].money * hires.mean
    return Budget(money=year, basis="a year of hiring")


def _after(
    loaded: Loaded, profile: Profile, selector: Selector, selection: Selection
) -> After | None:
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
    return After(
        text=text,
        audited=audited(after.process, profile),
        credit=credited.attributions,
        note=credited.note,
    )


def _top_sets(
    selector: Selector, selection: Selection, reevaluate: Reevaluate | None
) -> tuple[TopSet, ...]:
    judged: Sequence[Judged | None] = [None] * len(selection.top)
    if reevaluate is not None and selection.top:
        judged = reevaluate([selector.values.process(one) for one in selection.top])
    # Where nothing is recommended, the first set is no measure of the others.
    measured = bool(selection.chosen)
    found = []
    for one, said in zip(selection.top, judged, strict=True):
        totals = selector.values.totals(one)
        assert totals is not None
        by_metric = dict(zip((m.id for m in METRICS), totals, strict=True))
        found.append(
            TopSet(
                changes=selector.ids(one),
                cost=selector.choices.cost(one),
                score=float(by_metric["score"]),
                days=float(by_metric["days"]),
                share_best=None if said is None else said.share_best,
                losses=said.losses if said is not None and measured else (),
            )
        )
    return tuple(found)
