"""Unlocked position: an offer for a post that another can still fill.

What it is
A process in which no step takes the position off the list when it is offered.

Why it hurts
Two recruiters fill one opening, and the second candidate learns it last, sometimes on
the first day. Nobody did wrong; nothing held the place.

How it is measured
Steps say what they do about the position: none, check or lock. It fires when some say
so and none locks it before the candidate gives notice. Value: the calendar days that
follow the first of these steps.

What usually helps
Lock the position in the same system, in the same step, as the offer, and release it
when the offer is declined.

What the law asks
Nothing forbids a second offer; withdrawing one can be claimed for.

Source
LEG-12 (advice on rescinded offers). How often it happens, nobody has published (CX-16).
"""

from __future__ import annotations

import math

from audit.checks.base import (
    Answer,
    Bearer,
    Check,
    Excuse,
    Family,
    Fired,
    Missing,
    NotApplicable,
    Passed,
    Shown,
    Unknown,
)
from audit.checks.facts import Facts
from audit.checks.tally import EVER
from audit.model import Position
from audit.units import format_days


def look(facts: Facts) -> Answer:
    """Find out whether anything holds the position."""
    if facts.onboarding:
        return NotApplicable(note="The offer lies before this process.")
    stated = [
        s for s in facts.steps if s.position is not None and facts.visits[s.id] > EVER
    ]
    if not stated:
        return Unknown(missing=(Missing(key="position"),))
    committing = [s for s in facts.steps if s.commits]
    locks = [s for s in stated if s.position is Position.LOCK]
    in_time = [
        s
        for s in locks
        if all(s is c or facts.is_before(s.id, c.id) for c in committing)
    ]
    if in_time:
        return Passed(note=f"“{in_time[0].name}” locks the position.")
    first = stated[0]
    days = math.fsum(facts.wait_days(facts.by_id[s]) for s in facts.after(first.id))
    late = " before notice is given" if locks else ""
    return Fired(
        title=f"No step locks the position{late}, and {format_days(days)} follow "
        f"“{first.name}”",
        value=days,
        steps=tuple(
            Shown(
                step=step,
                amount=days if step is first else 0.0,
                note=f"position: {step.position.value}" if step.position else "",
            )
            for step in stated
        ),
        decide=f"Lock the position at “{first.name}”, and release it when the offer "
        "is declined.",
    )


CHECK = Check(
    id="unlocked-position",
    code="F28",
    family=Family.TRUST,
    side=Bearer.BOTH,
    unit="days unprotected",
    levels=((0, 4),),
    excuse=Excuse.NOTHING,
    guards=("offer",),
    look=look,
    doc=__doc__,
)
