"""Desktop-only steps: forms that a phone cannot fill in.

What it is
Steps on a screen that need a computer.

Why it hurts
In one large count three in five applications were made on a phone. A form that does not
work there loses those who have nothing else, who are more often poor, older, Black or
Hispanic.

How it is measured
Steps marked `mobile: false`, times the visits of a person who is hired. Any one fires.

What usually helps
Make forms fit a phone, take photos instead of scans, and let people stop and go on
later.

What the law asks
A way that is not digital, and a word on how to ask for an accommodation.

Source
APL-08 (applications made on a phone), APL-06 (what the penalty was in 2015, an upper
bound) and PAP-30 (computers in households).
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
    NotApplicable,
    Passed,
    Shown,
    Unknown,
)
from audit.checks.facts import Facts
from audit.checks.tally import EVER, unstated
from audit.checks.wording import counted
from audit.model import Channel

ON_SCREEN = frozenset({Channel.PORTAL, Channel.EMAIL})


def look(facts: Facts) -> Answer:
    """Find the steps that say they do not work on a phone."""
    steps = [s for s in facts.candidate_steps if facts.visits[s.id] > EVER]
    on_screen = [s for s in facts.forms if s.channel in ON_SCREEN]
    missing = unstated(
        facts, lambda step: step.mobile, key="mobile", concerned=on_screen
    )
    shown = tuple(
        Shown(step=step, amount=facts.visits[step.id])
        for step in steps
        if step.mobile is False
    )
    if shown:
        total = math.fsum(one.amount for one in shown)
        return Fired(
            title=f"{counted(len(shown), 'step')} that a phone cannot do",
            value=total,
            steps=shown,
            decide="Make these steps work on a phone.",
            missing=missing,
        )
    if missing:
        return Unknown(missing=missing)
    if not any(step.mobile for step in steps):
        return NotApplicable(note="No form of the candidate runs on a screen.")
    return Passed(note="Every form on a screen works on a phone.")


CHECK = Check(
    id="desktop-only-steps",
    code="F21",
    family=Family.PAPERWORK,
    side=Bearer.CANDIDATE,
    unit="steps per hire",
    levels=((0, 3),),
    excuse=Excuse.NOTHING,
    guards=("accommodation",),
    look=look,
    doc=__doc__,
)
