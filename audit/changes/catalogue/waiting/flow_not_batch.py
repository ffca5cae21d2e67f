"""Flow, not batch: twice as many dates, half as many people at each.

What it is
What happens on fixed dates happens more often: orientation each week in place of
every second one, decisions by circulation between two meetings.

When it fits
A step is done in batches that are more than five days apart.

What it changes
The time between two batches is multiplied by 0.4 to 0.8.

What it takes
The same hours in smaller pieces, and somebody to hold the smaller date. Two to eight
weeks.

What to watch
A date costs its preparation each time; keep it short.

Source
HAN-05 (less at once is finished sooner). The mean wait for a date is half the time
between two dates; how often they can be held is our judgement.
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
from audit.units import format_days

LEAST_DAYS = 5
BETWEEN = Effect(
    what="days between two dates",
    low=0.4,
    likely=0.5,
    high=0.8,
    evidence=("HAN-05",),
    why="Twice as many dates.",
)


def look(situation: Situation) -> Answer:
    """Find fixed dates that are far apart."""
    batches = [step for step in situation.steps if step.every is not None]
    rare = [
        step
        for step in batches
        if amount(step.every) > LEAST_DAYS and situation.can_scale(step, "every")
    ]
    if not rare:
        if batches:
            return Already(note=f"Dates are no more than {LEAST_DAYS} days apart.")
        return NotHere(note="No step happens on fixed dates.")
    most = max(amount(step.every) for step in rare)
    return Fits(
        parts=tuple(
            part(situation.scaled(step, every=BETWEEN), steps=[step]) for step in rare
        ),
        why=f"Dates are up to {format_days(most)} apart, at {situation.named(rare)}.",
    )


INTERVENTION = Intervention(
    id="flow-not-batch",
    name="Hold fixed dates more often",
    family=Family.WAITING,
    look=look,
    effects=(BETWEEN,),
    costs=Costs(
        per_year=spread(500, 2000, 6000), note="Preparing the additional dates."
    ),
    lead_weeks=spread(2, 4, 8),
    owner="Whoever holds the date",
    checks=("batch-wait",),
    doc=__doc__,
)
