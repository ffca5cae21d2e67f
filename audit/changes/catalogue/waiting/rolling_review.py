"""Rolling review: read applications as they come in.

What it is
Applications are read from the first day on, and good people are called before the
advert closes. The advert closes when the post is filled.

When it fits
The process waits for an advert to close for more than five days.

What it changes
The days of that wait are multiplied by 0.4 to 0.9.

What it takes
An hour for reading on fixed days. One to three weeks.

What to watch
Public employers may be bound to a closing date. Treat early and late applications by
the same criteria.

Source
TIM-23 (earlier offers are accepted more often, with no loss of quality). The range is
our judgement.
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

LEAST_DAYS = 5
DAYS = Effect(
    what="days until the advert closes",
    low=0.4,
    likely=0.6,
    high=0.9,
    evidence=("TIM-23",),
    why="The first good applications come in the first days.",
)


def look(situation: Situation) -> Answer:
    """Find waits for a closing date."""
    closing = [
        step
        for step in situation.steps
        if step.wait is not None and step.wait.cause is WaitCause.CLOSING
    ]
    long = [
        step
        for step in closing
        if step.wait is not None
        and step.wait.takes.mean > LEAST_DAYS
        and situation.can_scale(step, "wait")
    ]
    if not long:
        if closing:
            return Already(note=f"Adverts close within {format_days(LEAST_DAYS)}.")
        return NotHere(note="No step waits for an advert to close.")
    days = sum(situation.facts.wait_days(step) for step in long)
    return Fits(
        parts=tuple(
            part(situation.scaled(step, wait=DAYS), steps=[step]) for step in long
        ),
        why=f"{format_days(days)} pass until the advert closes, at "
        f"{situation.named(long)}.",
    )


INTERVENTION = Intervention(
    id="rolling-review",
    name="Read applications as they come in",
    family=Family.WAITING,
    look=look,
    effects=(DAYS,),
    costs=FREE,
    lead_weeks=spread(1, 2, 3),
    owner="Human resources, with the hiring manager",
    guards=("adverse impact",),
    checks=("batch-wait",),
    doc=__doc__,
)
