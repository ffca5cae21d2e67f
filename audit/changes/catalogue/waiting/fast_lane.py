"""Fast lane: simple cases do not wait behind difficult ones.

What it is
Somebody sorts what comes in on the day it comes. Cases that are clear either way are
answered at once; the others go to whoever has the time for them.

When it fits
A decision takes between a short and a more than five times as long time, and waits
for its turn.

What it changes
The days of the decision are multiplied by 0.5 to 0.95, its work by 1 to 1.1 for the
sorting.

What it takes
Written criteria for what is clear. Two to five weeks.

What to watch
What counts as clear has to be fair: check it for adverse impact.

Source
HAN-06 (a queue grows with the spread of its cases). The ranges are our judgement.
"""

from __future__ import annotations

from audit.changes.base import (
    Answer,
    Costs,
    Effect,
    Family,
    Fits,
    Intervention,
    NotHere,
    spread,
)
from audit.changes.situation import Situation, part
from audit.model import Step, StepKind, WaitCause

LEAST_RATIO = 5
LEAST_DAYS = 4
DAYS = Effect(
    what="days of a decision",
    low=0.5,
    likely=0.75,
    high=0.95,
    evidence=("HAN-06",),
    why="The clear cases no longer wait; the others wait behind fewer.",
)
SORTING = Effect(what="work of a decision", low=1.0, likely=1.05, high=1.1)


def look(situation: Situation) -> Answer:
    """Find decisions that take very different times."""
    wide = [
        step
        for step in situation.staff_steps
        if step.kind is StepKind.DECISION
        and _is_wide(step)
        and situation.can_scale(step, "wait")
    ]
    if not wide:
        return NotHere(note="No decision says that its time differs much by case.")
    return Fits(
        parts=tuple(
            part(situation.scaled(step, wait=DAYS, work=SORTING), steps=[step])
            for step in wide
        ),
        why=f"{situation.named(wide)}: the longest wait is more than {LEAST_RATIO} "
        "times the shortest.",
    )


def _is_wide(step: Step) -> bool:
    if step.wait is None or step.wait.cause not in {None, WaitCause.QUEUE}:
        return False
    takes = step.wait.takes
    return takes.mean >= LEAST_DAYS and takes.high > LEAST_RATIO * takes.low


INTERVENTION = Intervention(
    id="fast-lane",
    name="Sort applications on arrival and answer the clear ones",
    family=Family.WAITING,
    look=look,
    effects=(DAYS, SORTING),
    costs=Costs(one_off=spread(200, 600, 1500), note="Criteria, written down once."),
    lead_weeks=spread(2, 3, 5),
    owner="Human resources",
    guards=("adverse impact",),
    doc=__doc__,
)
