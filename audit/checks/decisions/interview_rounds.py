"""Interview rounds: more conversations than the decision gains from.

What it is
Interviews that a person goes through before being hired.

Why it hurts
Each round needs a date, days of waiting and an hour of several people. A phone
interview goes with 7.5 more days, a panel with 6.2. And each person who was asked
expects to be heard again.

How it is measured
Steps of kind interview, times the visits of a person who is hired. It fires from 4.5
on, above four rounds; the levels are our judgement.

What usually helps
Agree beforehand who asks what. Hold the interviews on one day. Stop when the decision
stands.

What the law asks
An interview is a selection rule too: ask about the job, and keep the records.

Source
TIM-02, TIM-03 and TIM-04 (days that interviews add, by regression over reviews).
"""

from __future__ import annotations

import math

from audit.checks.base import (
    Answer,
    Bearer,
    Check,
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
from audit.model import StepKind

MANY = 4.5


def look(facts: Facts) -> Answer:
    """Count the interviews."""
    shown = tuple(
        Shown(step=step, amount=facts.visits[step.id], note=facts.role_name(step))
        for step in facts.steps
        if step.kind is StepKind.INTERVIEW and facts.visits[step.id] > EVER
    )
    total = math.fsum(one.amount for one in shown)
    met = [s for s in facts.steps if s.participants and facts.takes_part(s)]
    missing = unstated(facts, lambda step: step.kind, key="kind", concerned=met)
    if total >= MANY:
        return Fired(
            title=f"{counted(total, 'interview')} per hire, by "
            f"{counted(len({one.step.role for one in shown}), 'role')}",
            value=total,
            steps=shown,
            decide=f"Cut the {counted(total, 'interview')} to four at most, held on "
            "one day, with agreed questions for each.",
            keeping=f"Hold the {counted(total, 'interview')} on one day, with agreed "
            "questions for each.",
            missing=missing,
        )
    if missing:
        return Unknown(missing=missing)
    if not shown:
        kinds = any(s.kind is not None for s in facts.steps)
        unkind = unstated(
            facts,
            lambda step: step.kind,
            key="kind",
            concerned=facts.employer_steps,
        )
        if unkind and not kinds:
            return Unknown(missing=unkind)
        return NotApplicable(note="No step is an interview.")
    return Passed(note=f"{counted(total, 'interview')} per hire.")


CHECK = Check(
    id="interview-rounds",
    code="F18",
    family=Family.DECISIONS,
    side=Bearer.BOTH,
    unit="interviews per hire",
    levels=((MANY, 3), (6.5, 4)),
    factors=("candidate_minute", "employer_minute", "trip_minute", "wait_day"),
    guards=("adverse impact",),
    look=look,
    doc=__doc__,
)
