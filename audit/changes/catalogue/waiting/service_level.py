"""Service level: a promised time for every answer.

What it is
Each step that waits in a queue gets a time within which it is looked at, written
down, with a fixed hour for it in the day. Who cannot keep it says so early.

When it fits
A step of staff waits for its turn for a day and a half or more, with less than two
hours of work in it.

What it changes
The days of such a step are multiplied by 0.4 to 0.9. The minutes of work stay.

What it takes
An agreement, and a list that shows what is due. Two to six weeks. It fits where there
are hours for it: a role that is full needs relief first.

What to watch
A promise that nine of ten cases do not keep does harm; measure before promising.

Source
HAN-14 (a redesign that took 22 % off the time to fill), HAN-05 (fewer open cases at
once are finished sooner). The range is our judgement.
"""

from __future__ import annotations

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
from audit.changes.situation import Situation, amount, part
from audit.model import Step, StepKind, WaitCause
from audit.units import format_days

LEAST_DAYS = 1.5
MOST_MINUTES = 120
DAYS = Effect(
    what="days of waiting for a turn",
    low=0.4,
    likely=0.6,
    high=0.9,
    evidence=("HAN-14", "HAN-05"),
    why="A whole redesign took 22 % off the time to fill; queues are part of it.",
)
_QUEUES = frozenset({None, WaitCause.QUEUE})
_TURNS = frozenset(
    {StepKind.CHECK, StepKind.DECISION, StepKind.WORK, StepKind.NOTIFY, None}
)


def look(situation: Situation) -> Answer:
    """Find work that waits for its turn."""
    own = [s for s in situation.staff_steps if s.wait is not None and s.kind in _TURNS]
    queues = [s for s in own if s.wait is not None and s.wait.cause in _QUEUES]
    slow = [step for step in queues if _waits(step)]
    slow = [step for step in slow if situation.can_scale(step, "wait")]
    if not slow:
        if queues:
            return Already(
                note=f"No step waits {format_days(LEAST_DAYS)} for its turn."
            )
        return NotHere(note="No step says that it waits for its turn.")
    days = sum(situation.facts.wait_days(step) for step in slow)
    return Fits(
        parts=tuple(
            part(situation.scaled(step, wait=DAYS), steps=[step]) for step in slow
        ),
        why=f"{format_days(days)} pass in queues, at {situation.named(slow)}.",
    )


def _waits(step: Step) -> bool:
    if step.wait is None or step.wait.takes.mean < LEAST_DAYS:
        return False
    return step.every is None and amount(step.quantities.work) <= MOST_MINUTES


INTERVENTION = Intervention(
    id="service-level",
    name="Promise a time for every answer, and keep it",
    family=Family.WAITING,
    look=look,
    effects=(DAYS,),
    costs=Costs(one_off=spread(0, 500, 2000), note="An agreement, and a list."),
    lead_weeks=spread(2, 3, 6),
    owner="Head of human resources",
    checks=("broken-promises", "low-flow-efficiency"),
    doc=__doc__,
)
