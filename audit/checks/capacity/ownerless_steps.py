"""Ownerless steps: work that nobody answers for.

What it is
Steps that say they have no owner: somebody does them, and nobody has to see that they
are done well and in time.

Why it hurts
When such a step is late there is no one to ask, and when it is bad no one to change it.
Problems at its borders stay for years.

How it is measured
Steps marked `owner: none` (or nobody), times the visits of a person who is hired. A
step that says nothing about its owner is not assessed.

What usually helps
Name one role that answers for each step, and one for the whole way of the candidate.

Source
No study that isolates it was found: our judgement.
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

NOBODY = frozenset({"none", "nobody", "no one", "no-one", "unowned", "-", ""})


def look(facts: Facts) -> Answer:
    """Find the steps that nobody owns."""
    steps = [s for s in facts.employer_steps if facts.visits[s.id] > EVER]
    if not steps:
        return NotApplicable(note="The employer does no step.")
    shown = tuple(
        Shown(step=step, amount=facts.visits[step.id], note=facts.role_name(step))
        for step in facts.steps
        if facts.visits[step.id] > EVER
        and step.owner is not None
        and step.owner.strip().lower() in NOBODY
    )
    missing = unstated(facts, lambda step: step.owner, key="owner", concerned=steps)
    if shown:
        return Fired(
            title=f"{counted(len(shown), 'step')} that nobody answers for",
            value=math.fsum(one.amount for one in shown),
            steps=shown,
            decide="Name a role that answers for each of these steps, and one for the "
            "whole way of the candidate.",
            missing=missing,
        )
    if missing:
        return Unknown(missing=missing)
    return Passed(note="Every step of the employer has an owner.")


CHECK = Check(
    id="ownerless-steps",
    code="F43",
    family=Family.CAPACITY,
    side=Bearer.EMPLOYER,
    unit="steps per hire",
    levels=((0, 2), (3, 3)),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
