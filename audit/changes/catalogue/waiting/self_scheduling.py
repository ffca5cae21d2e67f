"""Self-scheduling: candidates choose among free times.

What it is
Those who interview keep times free each week; candidates choose one with a link.
Nobody writes or calls to find a date.

When it fits
A step is scheduled by hand, or the file says nothing else of an interview's calls.

What it changes
The days of the step are multiplied by 0.4 to 0.9, calls for a date go, and the step
says that candidates choose.

What it takes
A calendar that can be booked, and times held free. Two to six weeks.

What to watch
Times that are held free and not used are hours lost; review them each month.

Source
TIM-02 and TIM-03 (days that an interview adds), PAP-07 (time of a call). The range is
our judgement: part of those days is the calendar of the people, which a link does not
empty.
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
from audit.changes.situation import Situation, part, setting
from audit.model import Scheduling
from audit.units import format_days

DAYS = Effect(
    what="days until a meeting",
    low=0.4,
    likely=0.6,
    high=0.9,
    evidence=("TIM-02", "TIM-03"),
    why="Part of the days is people's calendars, which a link does not empty.",
)
CALLS = Effect(what="calls for a date", low=0.0, likely=0.1, high=0.3)


def look(situation: Situation) -> Answer:
    """Find dates that are found by mail and phone."""
    by_hand = [s for s in situation.steps if s.scheduling is Scheduling.MANUAL]
    if not by_hand:
        if any(step.scheduling is Scheduling.SELF for step in situation.steps):
            return Already(note="Candidates choose their times themselves.")
        return NotHere(note="The file does not say how dates are found.")
    days = sum(situation.facts.wait_days(step) for step in by_hand)
    return Fits(
        parts=tuple(
            part(
                setting(step, scheduling=Scheduling.SELF.value),
                situation.scaled(step, wait=DAYS, calls=CALLS),
                steps=[step],
            )
            for step in by_hand
        ),
        why=f"{format_days(days)} pass until dates found by hand, at "
        f"{situation.named(by_hand)}.",
    )


INTERVENTION = Intervention(
    id="self-scheduling",
    name="Let candidates choose a time themselves",
    family=Family.WAITING,
    look=look,
    effects=(DAYS, CALLS),
    costs=Costs(
        one_off=spread(0, 500, 2000),
        per_year=spread(200, 800, 2400),
        note="A calendar that can be booked by link.",
    ),
    lead_weeks=spread(2, 3, 6),
    owner="Human resources",
    checks=("manual-scheduling",),
    doc=__doc__,
)
