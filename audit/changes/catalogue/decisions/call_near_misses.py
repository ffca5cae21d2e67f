"""Call near misses: ten minutes on the phone before a no.

What it is
Those whom a glance at the résumé would nearly have let through are called for ten
minutes by whoever would have put them aside. One call shows more than two glances.

When it fits
A step of a person sifts at a glance.

What it changes
Of the qualified whom the glance would turn away, 40 to 80 % come through: a call
recognises about seven in ten, and most of them are taken to be among the near misses.
The section on screens of a simulation reckons more cautiously, as if near misses were
no likelier to be qualified than others who are turned away. The step takes two and a
half minutes more for each application, which is ten for one in four, on both sides. The
step is a contact with a person.

What it takes
A short list of questions. One to two weeks.

What to watch
It buys better hires, not less friction: the score rises by the minutes of the calls.

Source
FIL-05 (seconds of a glance), FIL-06 (no false-negative rate is published), FIL-10 (what
a call recognises). The range is our judgement.
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
from audit.changes.screens import screen_passing
from audit.changes.situation import Situation, amount, part, setting
from audit.model import Contact, ScreenMethod, Side, Step

CALL = 10.0
"""Minutes."""
CALLED = 0.25
"""Share of the applications that come near enough."""
KEPT_OUT = Effect(
    what="qualified people turned away at a glance",
    low=0.2,
    likely=0.4,
    high=0.6,
    evidence=("FIL-06", "FIL-10"),
    why="A call tells most of the near misses, and none of the others.",
)


def look(situation: Situation) -> Answer:
    """Find glances."""
    screens = [step for step in situation.staff_steps if step.screen is not None]
    glances = [
        step
        for step in screens
        if step.screen is not None
        and step.screen.method is ScreenMethod.GLANCE
        and not step.participants
    ]
    if not glances:
        if screens:
            return Already(note="Nobody is sifted at a glance.")
        return NotHere(note="No step says how applications are sifted.")
    candidates = [r for r in situation.process.roles if r.side is Side.CANDIDATE]
    if not candidates:
        return NotHere(note="The file has no role of the candidate.")
    return Fits(
        parts=tuple(_part(situation, step, candidates[0].id) for step in glances),
        why=f"Applications are sifted at a glance, at {situation.named(glances)}.",
    )


def _part(situation: Situation, step: Step, candidate: str) -> Part:
    more = CALL * CALLED
    return part(
        setting(
            step,
            screen=screen_passing(
                step,
                KEPT_OUT,
                now=situation.facts.screens.get(step.id),
                method=ScreenMethod.EXPERT,
            ),
            work=f"{amount(step.quantities.work) + more:g} min",
            contact=Contact.HUMAN.value,
            **{"with": {candidate: {"work": f"{more:g} min"}}},
        ),
        steps=[step],
    )


INTERVENTION = Intervention(
    id="call-near-misses",
    name="Call near misses for ten minutes before a no",
    family=Family.DECISIONS,
    look=look,
    effects=(KEPT_OUT,),
    costs=Costs(one_off=spread(0, 200, 800), note="A short list of questions."),
    lead_weeks=spread(1, 1, 2),
    owner="Hiring manager, with human resources",
    guards=("adverse impact",),
    checks=("glance-screen", "faceless-decision"),
    doc=__doc__,
)
