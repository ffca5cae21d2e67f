"""Release positions: no post waits for money that is in the plan.

What it is
Posts of an approved plan are released for the whole year. The search begins while the
money is confirmed; the offer waits for it, not the advert.

When it fits
A step waits for the budget for three days or more.

What it changes
The days of that wait are multiplied by 0.2 to 0.7.

What it takes
An agreement between finance and the departments. Four to twelve weeks.

What to watch
An offer without money is worse than an advert that comes late: keep the check at the
offer.

Source
TIM-17 (the public target, which counts on an approved plan). The range is our
judgement.
"""

from __future__ import annotations

from audit.changes.base import (
    FREE,
    Already,
    Answer,
    Effect,
    Family,
    Fits,
    Intervention,
    NotHere,
    spread,
)
from audit.changes.situation import Situation, part
from audit.model import WaitCause
from audit.units import format_days

LEAST_DAYS = 3
DAYS = Effect(
    what="days of waiting for the budget",
    low=0.2,
    likely=0.4,
    high=0.7,
    evidence=("TIM-17",),
    why="Posts of the plan wait no longer; the others do.",
)


def look(situation: Situation) -> Answer:
    """Find posts that wait for money."""
    held = [
        step
        for step in situation.steps
        if step.wait is not None and step.wait.cause is WaitCause.BUDGET
    ]
    long = [
        step
        for step in held
        if step.wait is not None
        and step.wait.takes.mean >= LEAST_DAYS
        and situation.can_scale(step, "wait")
    ]
    if not long:
        if held:
            return Already(note=f"No post waits {LEAST_DAYS} days for its budget.")
        return NotHere(note="No step waits for a budget.")
    days = sum(situation.facts.wait_days(step) for step in long)
    return Fits(
        parts=tuple(
            part(situation.scaled(step, wait=DAYS), steps=[step]) for step in long
        ),
        why=f"{format_days(days)} pass until money is released, at "
        f"{situation.named(long)}.",
    )


INTERVENTION = Intervention(
    id="release-positions",
    name="Release the posts of the plan for the whole year",
    family=Family.WAITING,
    look=look,
    effects=(DAYS,),
    costs=FREE,
    lead_weeks=spread(4, 8, 12),
    owner="Finance, with the departments",
    guards=("offer",),
    checks=("budget-hold",),
    doc=__doc__,
)
