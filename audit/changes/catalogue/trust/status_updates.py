"""Status updates: a message at the start of every wait, and one each week.

What it is
Candidates hear by when they will hear, and once a week that it takes longer. The
system sends it; it needs no decision.

When it fits
The candidate hears nothing during a wait of five days or more.

What it changes
The wait is no longer silent, and the share who leave from that step is multiplied by
0.7 to 1. The days stay.

What it takes
Templates, and a setting of the system. One to three weeks.

What to watch
A message that promises what is not kept is worse than none.

Source
CX-01 to CX-04 (how long people stay interested without a word), CX-10 (what silence
does to the employer's name). The range of those who leave is our judgement.
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
    Part,
    spread,
)
from audit.changes.leaving import leaving_ways
from audit.changes.situation import Situation, part, setting
from audit.model import Quantity, Step
from audit.units import format_days

LEAST_DAYS = 5
LEAVING = Effect(
    what="share who leave during a silent wait",
    low=0.7,
    likely=0.85,
    high=1.0,
    evidence=("CX-01", "CX-02"),
    why="23 % say that they lose interest within a week; part of them hears of it.",
)


def look(situation: Situation) -> Answer:
    """Find long waits without a word."""
    told = [step for step in situation.steps if step.silent is not None]
    silent = [step for step in told if _silent_days(step) >= LEAST_DAYS]
    if not silent:
        if told:
            return Already(note=f"No silence lasts {LEAST_DAYS} days.")
        return NotHere(note="The file does not say where candidates hear nothing.")
    days = sum(_silent_days(step) for step in silent)
    return Fits(
        parts=tuple(_part(situation, step) for step in silent),
        why=f"{format_days(days)} without a word, at {situation.named(silent)}.",
    )


def _silent_days(step: Step) -> float:
    if isinstance(step.silent, Quantity):
        return step.silent.mean
    return step.wait.takes.mean if step.silent and step.wait is not None else 0.0


def _part(situation: Situation, step: Step) -> Part:
    ways = leaving_ways(situation, step)
    fewer = (
        {"scale_shares": {step.id: dict.fromkeys(ways, LEAVING.factor)}} if ways else {}
    )
    return part(setting(step, silent=False), fewer, steps=[step])


INTERVENTION = Intervention(
    id="status-updates",
    name="Tell candidates each week where they stand",
    family=Family.TRUST,
    look=look,
    effects=(LEAVING,),
    costs=Costs(one_off=spread(0, 300, 1500), note="Templates of the messages."),
    lead_weeks=spread(1, 2, 3),
    owner="Human resources",
    checks=("silent-wait", "black-hole"),
    doc=__doc__,
)
