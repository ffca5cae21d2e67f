"""Training of recruiters: the people stay, their routine improves.

What it is
The people who recruit are trained: in dealing with candidates, in asking for what is
needed the first time, in the systems.

When it fits
The employer's own people recruit. It is one of three usual remedies; the other two
take recruiting away from them.

What it changes
Cases that go back are multiplied by 0.6 to 0.95, the work of the recruiting role by
0.9 to 1.

What it takes
A course of some days for each, and the hours away. Four to twelve weeks.

What to watch
It takes no page, no signature and no wait away. A full desk is full after the course
too.

Source
HAN-03 (what a trained, structured handoff changed elsewhere). The ranges are our
judgement.
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
from audit.changes.returns import returns_of
from audit.changes.roles import recruiting_role
from audit.changes.situation import Situation, amount, part
from audit.model import Role
from audit.units import plural

RETURNS = Effect(
    what="share of cases that go back",
    low=0.6,
    likely=0.8,
    high=0.95,
    evidence=("HAN-03",),
    why="Asking right the first time prevents part of the returns.",
)
WORK = Effect(what="work of the recruiting role", low=0.9, likely=0.95, high=1.0)
PEOPLE = 3
"""Taken where the file does not say how many recruit."""


def look(situation: Situation) -> Answer:
    """Find the role that recruits."""
    role = recruiting_role(situation.facts)
    own = [s for s in situation.staff_steps if role and s.role == role.id]
    worked = [s for s in own if situation.can_scale(s, "work")]
    if role is None or not worked:
        return NotHere(note="No role of the employer says what its work takes.")
    returns = {
        step.id: dict.fromkeys(found, RETURNS.factor)
        for step in own
        if (found := returns_of(situation, step))
    }
    parts = [part(situation.scaled(step, work=WORK), steps=[step]) for step in worked]
    parts += [
        part({"scale_shares": {step: shares}}, steps=[situation.facts.by_id[step]])
        for step, shares in returns.items()
    ]
    return Fits(
        parts=tuple(parts),
        why=f"“{role.name}” does {plural(len(own), 'step')} of the process.",
        costs=_costs(role),
    )


def _costs(role: Role) -> Costs:
    people = amount(role.people) or PEOPLE
    return Costs(
        one_off=spread(500 * people, 1500 * people, 3000 * people),
        note=f"A course for {plural(people, 'person', 'people')}.",
    )


INTERVENTION = Intervention(
    id="train-recruiters",
    name="Train the people who recruit",
    family=Family.CAPACITY,
    look=look,
    effects=(RETURNS, WORK),
    costs=Costs(
        one_off=spread(500, 1500, 3000), note="A course of some days for each person."
    ),
    lead_weeks=spread(4, 8, 12),
    owner="Head of human resources",
    excludes=("department-recruits", "recruiting-firm"),
    doc=__doc__,
)
