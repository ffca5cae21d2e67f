"""Review of keyword rejects: a person reads what the filter puts aside.

What it is
Somebody who knows the work reads the applications that a search for words has put
aside: all of them where they are few, a sample of fifty where they are many.

When it fits
A step sifts by keywords.

What it changes
Of the qualified whom the filter would turn away, 30 to 80 % come through, and of the
others 0 to 10 %. Staff read two minutes for each application.

What it takes
Hours of reading, which grow with the number of applications. One to three weeks.

What to watch
It buys better hires, not less friction: the score rises a little. Every change of a
filter is checked for adverse impact.

Source
FIL-06 (no false-negative rate is published; the range is an assumption), FIL-05 (time
of a first reading), FIL-01 (employers who say that it happens).
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
    Part,
    spread,
)
from audit.changes.roles import recruiting_role
from audit.changes.screens import screen_passing
from audit.changes.situation import Situation, part, setting
from audit.model import ScreenMethod, Step
from audit.units import format_share

READING = {"low": "1 min", "likely": "2 min", "high": "4 min", "basis": "assumed"}
KEPT_OUT = Effect(
    what="qualified people turned away unseen",
    low=0.2,
    likely=0.4,
    high=0.7,
    evidence=("FIL-06",),
    why="Reading finds most of them, never all.",
)
LET_IN = 0.05
"""Share of the others put aside whom the reading lets through."""


def look(situation: Situation) -> Answer:
    """Find filters by keyword."""
    filters = [
        step
        for step in situation.steps
        if step.screen is not None and step.screen.method is ScreenMethod.KEYWORD
    ]
    role = recruiting_role(situation.facts)
    if not filters or role is None:
        return NotHere(note="No step sifts by keywords.")
    parts = [
        _part(situation, step, role.id) for step in filters if not step.participants
    ]
    if not parts:
        return NotHere(note="People take part in the filter already.")
    passes = [
        step.screen.passes_qualified
        for step in filters
        if step.screen is not None and step.screen.passes_qualified is not None
    ]
    told = ""
    if passes:
        lost = 1 - min(share.mean for share in passes)
        told = f", which turns away {format_share(lost)} of the qualified"
    return Fits(
        parts=tuple(parts),
        why="Applications are sifted by keywords, at "
        f"{situation.named(filters)}{told}.",
    )


def _part(situation: Situation, step: Step, role: str) -> Part:
    return part(
        setting(
            step,
            screen=screen_passing(
                step,
                KEPT_OUT,
                now=situation.facts.screens.get(step.id),
                let_in=LET_IN,
            ),
            **{"with": {role: {"work": READING}}},
        ),
        steps=[step],
    )


INTERVENTION = Intervention(
    id="review-keyword-rejects",
    name="Let a person read what the keyword filter rejects",
    family=Family.DECISIONS,
    look=look,
    effects=(KEPT_OUT,),
    costs=Costs(one_off=spread(0, 300, 1000), note="Agreeing what to look for."),
    lead_weeks=spread(1, 2, 3),
    owner="Hiring manager, with human resources",
    guards=("adverse impact",),
    checks=("keyword-filter",),
    doc=__doc__,
)
