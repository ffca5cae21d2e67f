"""Manual scheduling: finding a time by mail and phone.

What it is
Interviews and appointments whose time is found by messages back and forth.

Why it hurts
Each round of "would Tuesday do?" costs both sides a message and usually a day. With a
panel it is the calendar of the busiest that decides, and the candidate who waits.

How it is measured
Steps marked `scheduling: manual`, times the visits of a person who is hired. The levels
are our judgement.

What usually helps
Send a link with the free times in which candidates choose. Hold times free each week,
and agree the next appointment at the end of the last.

Source
TIM-02 and TIM-03 (days that an interview adds, whatever they are spent on). No study
that isolates scheduling was found.
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
from audit.checks.wording import counted, on_steps
from audit.model import Scheduling, StepKind

DATED = frozenset({StepKind.INTERVIEW, StepKind.APPOINTMENT})


def look(facts: Facts) -> Answer:
    """Count the appointments whose time is found by hand."""
    dated = [s for s in facts.steps if s.kind in DATED and facts.visits[s.id] > EVER]
    shown = tuple(
        Shown(step=step, amount=facts.visits[step.id])
        for step in facts.steps
        if step.scheduling is Scheduling.MANUAL and facts.visits[step.id] > EVER
    )
    missing = unstated(
        facts, lambda step: step.scheduling, key="scheduling", concerned=dated
    )
    if shown:
        total = math.fsum(one.amount for one in shown)
        return Fired(
            title=f"{counted(total, 'appointment')} scheduled by hand per hire, "
            f"{on_steps(shown)}",
            value=total,
            steps=shown,
            decide="Let candidates choose from times that are held free, by a link.",
            missing=missing,
        )
    if missing:
        return Unknown(missing=missing)
    if not dated:
        return NotApplicable(note="No step is an interview or an appointment.")
    return Passed(note="Candidates choose their times themselves.")


CHECK = Check(
    id="manual-scheduling",
    code="F19",
    family=Family.WAITING,
    side=Bearer.BOTH,
    unit="appointments per hire",
    levels=((0, 2), (3, 3)),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
