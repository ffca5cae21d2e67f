"""Approve by plan: approve once a year what is in the plan, singly what is not.

What it is
Posts in an approved staffing plan need no approval of their own. Only what goes
beyond the plan is approved case by case.

When it fits
An approval of a vacancy, before any candidate comes in, takes two days or more.

What it changes
The approval is needed for 15 to 60 % of the cases.

What it takes
A staffing plan that is approved once a year. Six to sixteen weeks.

What to watch
Plans age. Say what happens when a post of the plan is no longer needed.

Source
TIM-17 (the public target: an approved staffing plan makes single approvals needless).
The range is our judgement.
"""

from __future__ import annotations

from audit.changes.approvals import approvals
from audit.changes.base import (
    Already,
    Answer,
    Costs,
    Effect,
    Family,
    Fits,
    Intervention,
    NotHere,
    spread,
)
from audit.changes.situation import Situation, part, setting
from audit.model import Per, Step, WaitCause
from audit.units import format_days

LEAST_DAYS = 2
CASES = Effect(
    what="cases that need an approval",
    low=0.15,
    likely=0.3,
    high=0.6,
    evidence=("TIM-17",),
    why="Most posts are replacements, which stand in the plan.",
)


def look(situation: Situation) -> Answer:
    """Find approvals that take days."""
    layers = [s for s in approvals(situation) if _of_vacancy(situation, s)]
    slow = [step for step in layers if _is_slow(step)]
    if not slow:
        if layers:
            return Already(note=f"No approval takes {LEAST_DAYS} days.")
        return NotHere(note="No step is marked as an approval of a vacancy.")
    return Fits(
        parts=tuple(
            part(
                situation.scaled(step, applies_to=CASES)
                or setting(step, applies_to=CASES.factor),
                steps=[step],
            )
            for step in slow
        ),
        why=_found(situation, slow),
    )


def _found(situation: Situation, slow: list[Step]) -> str:
    """Say how long approvals take, and how much of that the file lays to money."""

    def days_of(steps: list[Step]) -> str:
        return format_days(sum(situation.facts.wait_days(step) for step in steps))

    unfunded = [
        step
        for step in slow
        if step.wait is not None and step.wait.cause is WaitCause.BUDGET
    ]
    days, for_money = days_of(slow), ""
    if unfunded:
        which = days_of(unfunded) if len(unfunded) < len(slow) else "all"
        for_money = f", {which} of them waiting for money"
    at = situation.named(slow)
    return f"{days} pass until approvals are given{for_money}, at {at}."


def _of_vacancy(situation: Situation, step: Step) -> bool:
    """Say whether a step approves the vacancy: later ones approve a person."""
    return step.per is Per.VACANCY or step.id not in situation.facts.under_way


def _is_slow(step: Step) -> bool:
    return step.wait is not None and step.wait.takes.mean >= LEAST_DAYS


INTERVENTION = Intervention(
    id="approve-by-plan",
    name="Approve by an annual plan, and singly only what is not in it",
    family=Family.DECISIONS,
    look=look,
    effects=(CASES,),
    costs=Costs(one_off=spread(500, 2000, 6000), note="Writing the staffing plan."),
    lead_weeks=spread(6, 10, 16),
    owner="Finance, with the departments",
    excludes=("drop-approval",),
    checks=("approval-layers", "budget-hold"),
    doc=__doc__,
)
