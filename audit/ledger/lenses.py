"""Three ways to look at the effort; always labelled, never mixed.

Design: one person who stays the course and is hired. Experienced: one applicant, with
people leaving. Loaded: everything spent on all applicants, per hire.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from audit.ledger.factors import CANDIDATE, EMPLOYER
from audit.model import Per
from audit.result import LensTotal

if TYPE_CHECKING:
    from audit.ledger.entries import Ledger


def lens_totals(ledger: Ledger) -> dict[str, LensTotal]:
    """Return the totals of the three lenses.

    Money is that of all sides together: time at its wage plus cash. A step that is done
    once for a vacancy counts once in the loaded lens, with its own repetitions; any
    other counts v / P(hired) times, v being its expected visits per applicant.
    """
    analysis = ledger.analysis
    applicant: dict[str, float] = {}
    hire: dict[str, float] = {}
    for step in analysis.process.steps:
        visits = analysis.experienced_visits.get(step.id, 0.0)
        reach = analysis.reach.get(step.id, 0.0)
        applicant[step.id] = visits
        if step.per is Per.VACANCY:
            hire[step.id] = visits / reach if reach > 0 else 0.0
        else:
            hire[step.id] = visits / analysis.hired_share
    return {
        "design": _total(
            "One person who stays the course and is hired",
            ledger,
            analysis.visits,
            ledger.flow_time.mean,
        ),
        "experienced": _total(
            "One applicant, with people leaving",
            ledger,
            applicant,
            math.fsum(
                share * ledger.outcome_days[outcome]
                for outcome, share in analysis.outcomes.items()
                if outcome in ledger.outcome_days
            ),
        ),
        "loaded": _total("All applicants together, per hire", ledger, hire, None),
    }


def _total(
    label: str, ledger: Ledger, visits: dict[str, float], days: float | None
) -> LensTotal:
    candidate: list[float] = []
    employer: list[float] = []
    money: list[float] = []
    by_design, work = ledger.analysis.visits, ledger.analysis.work_visits
    for step, lines in ledger.visit_lines.items():
        times = visits.get(step, 0.0)
        # Returns that repeat only part of the work do so in every lens.
        redone = work[step] / by_design[step] if by_design[step] > 0 else 1.0
        for line, count in [
            *((line, times * redone) for line in lines.effort),
            *((line, times) for line in lines.successions),
        ]:
            if line.side == CANDIDATE:
                candidate.append(count * line.minutes)
            elif line.side == EMPLOYER:
                employer.append(count * line.minutes)
            else:
                continue
            money.append(count * line.money)
    return LensTotal(
        label=label,
        candidate_minutes=math.fsum(candidate),
        employer_minutes=math.fsum(employer),
        days=days,
        money=math.fsum(money),
    )
