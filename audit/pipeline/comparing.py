"""From two processes to their comparison, and from several to a ranking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from audit.comparison.benefits.benefits import benefits
from audit.comparison.certainty.certainty import certainty
from audit.comparison.credit.credit import credit
from audit.comparison.credit.step_plan import step_plan
from audit.comparison.difference.alignment import align
from audit.comparison.difference.difference_lines import difference_lines
from audit.comparison.difference.finding_changes import finding_changes
from audit.comparison.difference.sameness import same
from audit.comparison.difference.shifts import shifts
from audit.comparison.difference.silences import silences
from audit.comparison.difference.step_pairs import step_pairs
from audit.comparison.difference.warnings import warnings
from audit.ledger import Profile, load_profile
from audit.ledger.uncertainty import score_draws
from audit.model import Change, ChangePlan, Process, Quantity
from audit.pipeline.auditing import Audited, audited
from audit.result import (
    COMPARISON_VERSION,
    ChangeCost,
    ChangeLine,
    ComparisonResult,
    Ranked,
    ScenariosResult,
    Spread,
)

Progress = Callable[[str], None]
"""Is told, in words, what is being worked on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """An after, with the changes that lead to it where a file names them."""

    process: Process
    plan: ChangePlan | None = None
    """None: the difference of the two processes becomes changes by step."""


def compare(
    before: Process,
    after: Process,
    *,
    plan: ChangePlan | None = None,
    profile: Profile | None = None,
    progress: Progress | None = None,
) -> ComparisonResult:
    """Compare a process before with one after.

    Args:
        before: what `load_process` returns.
        after: the same of another file.
        plan: the changes that lead from one to the other, as an overlay names them.
        profile: rates, weights and references; None takes the default ones.
        progress: is told what is being worked on.

    Raises:
        AnalysisError: one of the processes has no answer.
    """
    profile = profile or load_profile()
    return _compared(
        audited(before, profile),
        audited(after, profile),
        plan,
        profile,
        progress or _silently,
    )


def compare_scenarios(
    before: Process,
    scenarios: Sequence[Scenario],
    *,
    profile: Profile | None = None,
    progress: Progress | None = None,
) -> ScenariosResult:
    """Compare a process with several afters, and rank them with it.

    Raises:
        AnalysisError: one of the processes has no answer.
    """
    profile = profile or load_profile()
    first = audited(before, profile)
    afters = [audited(scenario.process, profile) for scenario in scenarios]
    return ScenariosResult(
        schema_version=COMPARISON_VERSION,
        before=first.result,
        comparisons=tuple(
            _compared(first, after, scenario.plan, profile, progress or _silently)
            for after, scenario in zip(afters, scenarios, strict=True)
        ),
        ranking=_ranking(first, afters, profile),
    )


def _silently(words: str) -> None:
    del words


def _compared(
    before: Audited,
    after: Audited,
    plan: ChangePlan | None,
    profile: Profile,
    progress: Progress,
) -> ComparisonResult:
    alignment = align(before.process, after.process)
    if plan is None:
        plan = step_plan(before.process, after.process, alignment.pairs)
    progress("Crediting each change")
    credited = credit(plan, profile)
    progress("Drawing prices and inputs")
    sure = certainty(
        before.process, after.process, before.ledger, after.ledger, profile
    )
    first, second = before.result, after.result
    return ComparisonResult(
        schema_version=COMPARISON_VERSION,
        before=first,
        after=second,
        warnings=(
            *warnings(first, second, alignment.pairs),
            *silences(before.process, after.process, alignment),
        ),
        same=same(before.process, after.process, alignment),
        lines=difference_lines(first, second),
        steps=step_pairs(before.process, after.process, alignment, first, second),
        guesses=alignment.guesses,
        findings=finding_changes(first, second),
        shifts=shifts(first, second, alignment),
        changes=tuple(_line(change) for change in plan.changes),
        credit=credited,
        certainty=sure,
        benefits=benefits(first, second, plan.changes, before.process, after.process),
    )


def _line(change: Change) -> ChangeLine:
    stated = change.one_off is not None or change.per_year is not None
    return ChangeLine(
        id=change.id,
        name=change.name,
        note=change.note,
        origin=change.origin,
        file=change.file,
        needs=tuple(sorted(change.needs)),
        steps=change.steps,
        cost=ChangeCost(
            one_off=_spread(change.one_off), per_year=_spread(change.per_year)
        )
        if stated
        else None,
    )


def _ranking(
    before: Audited, afters: Sequence[Audited], profile: Profile
) -> tuple[Ranked, ...]:
    """Rank all processes by score, with the share of draws in which each is best.

    All are drawn with the same rates and weights, at the reference of the before.
    """
    everyone = [before, *afters]
    scores = [round(one.result.score, 9) for one in everyone]
    draws = np.array(
        [
            score_draws(one.ledger.quantities, profile, before.process.scope)
            for one in everyone
        ]
    )
    best = np.isclose(draws, draws.min(axis=0), rtol=1e-9, atol=0.0)
    # Processes that tie share the draw, so that the shares sum to one.
    shares = (best / best.sum(axis=0)).mean(axis=1)
    order = sorted(range(len(everyone)), key=lambda k: (scores[k], k))
    return tuple(
        Ranked(
            place=1 + sum(score < scores[k] for score in scores),
            comparison=k - 1,
            share_best=float(shares[k]),
        )
        for k in order
    )


def _spread(quantity: Quantity | None) -> Spread | None:
    if quantity is None:
        return None
    return Spread(low=quantity.low, likely=quantity.mean, high=quantity.high)
