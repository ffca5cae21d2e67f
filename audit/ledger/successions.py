"""What a visit takes because of the visits around it: handoffs, channels, repeats."""

from __future__ import annotations

from collections.abc import Mapping

from audit.ledger.effort import EffortLine
from audit.ledger.factors import CANDIDATE, EMPLOYER
from audit.ledger.payers import payers
from audit.ledger.profile import Profile
from audit.model import Process

_Pairs = Mapping[tuple[str, str], float]
_Visits = Mapping[str, float]


def succession_lines(
    process: Process,
    profile: Profile,
    handoffs: _Pairs,
    switches: _Pairs,
    visits: _Visits,
) -> dict[str, tuple[EffortLine, ...]]:
    """Return step -> the handoffs it gives and the change of channel it meets.

    A handoff is staff effort whoever gives: it costs the wage of the giver, or that of
    the profile where the giver is no staff.

    Args:
        process: the process.
        profile: rates and wages.
        handoffs: (giving step, taking step) -> handoffs per hire.
        switches: (step, next step of the candidate) -> changes of channel per hire.
        visits: step -> visits per hire.
    """
    who = payers(process, profile)
    given = _per_visit(handoffs, 0, visits)
    met = _per_visit(switches, 1, visits)
    found: dict[str, tuple[EffortLine, ...]] = {}
    for step in process.steps:
        payer = who[step.role]
        lines: list[EffortLine] = []
        for factor, side, times in (
            ("handoff", EMPLOYER, given.get(step.id, 0.0)),
            ("channel_switch", CANDIDATE, met.get(step.id, 0.0)),
        ):
            if times <= 0:
                continue
            own = payer.side == side
            rate = profile.rate(factor)
            lines.append(
                EffortLine(
                    factor=factor,
                    side=side,
                    vendor=own and payer.vendor,
                    quantity=times,
                    rate=rate.amount,
                    wage=payer.wage if own else profile.employer_wage.per_hour,
                    cash=times * rate.cost,
                    basis=step.provenance.basis,
                )
            )
        found[step.id] = tuple(lines)
    return found


def repeats_per_visit(
    asks: _Pairs, visits: _Visits, work_visits: _Visits
) -> dict[str, float]:
    """Return step -> answers of one visit that were asked for before.

    Expected repeats are counted by visit; a return that repeats only part of the work
    (`redo`) asks only for that part again.

    Args:
        asks: (step, item) -> asks per hire of what was asked before.
        visits: step -> visits per hire.
        work_visits: step -> visits weighted by the work they repeat.
    """
    totals: dict[str, float] = {}
    for (step, _), repeats in sorted(asks.items()):
        work = work_visits[step]
        saved = visits[step] - work
        if work > 0:
            totals[step] = totals.get(step, 0.0) + max(repeats - saved, 0.0) / work
    return totals


def _per_visit(pairs: _Pairs, end: int, visits: _Visits) -> dict[str, float]:
    """Return step -> expected passages of one visit, at the first or second end."""
    totals: dict[str, float] = {}
    for pair, times in sorted(pairs.items()):
        totals[pair[end]] = totals.get(pair[end], 0.0) + times
    return {step: n / visits[step] for step, n in totals.items() if visits[step] > 0}
