"""Position lock: the offer takes the post off the list.

What it is
The step that makes the offer locks the position in the same system, so that nobody
else can fill it. It is released when the offer is declined.

When it fits
Steps say what they do about the position, and none locks it before notice is given.

What it changes
The step of the offer says that it locks the position. The share of offers taken back
because the position is filled is multiplied by 0 to 0.3.

What it takes
A field in the system, or one shared list. One to four weeks.

What to watch
It saves no minute and no day of those who are hired. It saves people from losing two
jobs.

What the law asks
Withdrawing an offer can create claims in some states.

Source
LEG-12 (advice on rescinded offers). How often it happens nobody has published
(CX-16); the range is our judgement.
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
from audit.changes.leaving import rescinding_ways
from audit.changes.situation import Situation, part, setting
from audit.checks.base import Fired, Passed
from audit.checks.trust import unlocked_position
from audit.model import Position, Step

TAKEN_BACK = Effect(
    what="offers taken back because the position is filled",
    low=0.0,
    likely=0.1,
    high=0.3,
    evidence=("CX-16",),
    why="A lock fails where somebody hires around it.",
)


def look(situation: Situation) -> Answer:
    """Find offers that hold no position."""
    answer = unlocked_position.look(situation.facts)
    if isinstance(answer, Passed):
        return Already(note=answer.note)
    if not isinstance(answer, Fired):
        return NotHere(note="The file does not say what is done about the position.")
    offers = [
        step
        for step in situation.steps
        if step.position in {Position.NONE, Position.CHECK}
        and not any(
            situation.facts.is_before(other.id, step.id)
            for other in situation.steps
            if other.position in {Position.NONE, Position.CHECK}
        )
    ]
    if not offers:
        return NotHere(note="No step before the notice could hold the position.")
    return Fits(parts=(_part(situation, offers[0]),), why=f"{answer.title}.")


def _part(situation: Situation, offer: Step) -> Part:
    """Return the lock, and fewer offers taken back where nothing is checked."""
    losing = {
        step.id: dict.fromkeys(ways, TAKEN_BACK.factor)
        for step in situation.steps
        if not step.contingency and (ways := rescinding_ways(situation, step))
    }
    fewer = {"scale_shares": losing} if losing else {}
    steps = [offer, *(s for s in situation.steps if s.id in losing and s is not offer)]
    return part(setting(offer, position=Position.LOCK.value), fewer, steps=steps)


INTERVENTION = Intervention(
    id="position-lock",
    name="Lock the position when the offer is made",
    family=Family.TRUST,
    look=look,
    effects=(TAKEN_BACK,),
    costs=Costs(one_off=spread(0, 500, 3000), note="A field in the system, or a list."),
    lead_weeks=spread(1, 2, 4),
    owner="Human resources, with finance",
    guards=("offer",),
    checks=("unlocked-position", "rescindable-offer"),
    doc=__doc__,
)
