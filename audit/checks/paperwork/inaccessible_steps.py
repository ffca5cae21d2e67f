"""Inaccessible steps: steps that some people cannot do at all.

What it is
Steps of the candidate that do not work with a screen reader, a keyboard, a caption, or
whatever else somebody needs.

Why it hurts
For those concerned it is no friction, it is the end. They are turned away without
anybody having decided it, and without a trace in the figures.

How it is measured
Steps marked `accessible: false`, times the visits of a person who is hired. Any one
fires.

What usually helps
Tag documents, label forms, and test them with the people who need them. Offer another
way to do the step, and say so where the step begins.

What the law asks
A way that is not digital, and a word on how to ask for an accommodation.

Source
PAP-30 (who has no computer at home). That an inaccessible step excludes needs no study.
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


def look(facts: Facts) -> Answer:
    """Find the steps that say they are not accessible."""
    steps = [s for s in facts.meetings if facts.visits[s.id] > EVER]
    missing = unstated(
        facts,
        lambda step: step.accessible,
        key="accessible",
        concerned=(s for s in facts.forms if facts.visits[s.id] > EVER),
    )
    shown = tuple(
        Shown(step=step, amount=facts.visits[step.id])
        for step in steps
        if step.accessible is False
    )
    if shown:
        total = math.fsum(one.amount for one in shown)
        return Fired(
            title=f"{counted(len(shown), 'step')} that not everybody can do",
            value=total,
            steps=shown,
            decide="Make these steps accessible, and offer another way to do them "
            "from today on.",
            missing=missing,
        )
    if missing:
        return Unknown(missing=missing)
    if not any(step.accessible for step in steps):
        return NotApplicable(note="No step asks the candidate to fill in anything.")
    return Passed(note="Every form says that it is accessible.")


CHECK = Check(
    id="inaccessible-steps",
    code="F21",
    family=Family.PAPERWORK,
    side=Bearer.CANDIDATE,
    unit="steps per hire",
    levels=((0, 5),),
    excuse=Excuse.NOTHING,
    guards=("accommodation",),
    look=look,
    doc=__doc__,
)
