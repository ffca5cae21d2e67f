"""Budget hold: an approved post that waits for money.

What it is
Waits for a budget, a freeze or a saving from vacancies, written `wait: {for: budget}`.

Why it hurts
The work of the post goes on without anybody in it. When the hold ends, everybody
hurries the candidate for days that the organisation has spent itself.

How it is measured
Calendar days that these waits add to a hire. The levels are our judgement.

What usually helps
Release the posts of a whole year against an approved plan. Start the search while the
money is confirmed, and hold the offer instead of the advert.

Source
TIM-18 and TIM-19 (how long vacancies last). In a city audited in 2015 posts were held
76 of 176 days to save money; that figure was read in an extract only.
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
from audit.checks.wording import on_steps
from audit.model import StepKind, WaitCause
from audit.units import format_days


def look(facts: Facts) -> Answer:
    """Add up the days that wait for money."""
    shown = tuple(
        Shown(
            step=step,
            amount=facts.wait_days(step),
            note=format_days(step.wait.takes.mean),
            numbers=(step.wait.takes,),
        )
        for step in facts.steps
        if step.wait is not None
        and step.wait.cause is WaitCause.BUDGET
        and facts.wait_days(step) > 0
    )
    approvals = [
        s
        for s in facts.employer_steps
        if s.kind is StepKind.APPROVAL and facts.visits[s.id] > EVER
    ]
    missing = unstated(
        facts,
        lambda step: step.wait.cause if step.wait is not None else None,
        key="wait.for",
        concerned=(s for s in approvals if s.wait is None or s.wait.takes.mean > 0),
    )
    if shown:
        days = math.fsum(one.amount for one in shown)
        return Fired(
            title=f"{format_days(days)} per hire on hold for money, {on_steps(shown)}",
            value=days,
            steps=shown,
            decide="Release posts against an approved yearly plan, so that none of "
            f"the {format_days(days)} is spent after the need is agreed.",
            missing=missing,
        )
    if missing:
        return Unknown(missing=missing)
    if not approvals:
        return NotApplicable(note="No step is an approval, and no wait is for money.")
    return Passed(note="No wait is for money.")


CHECK = Check(
    id="budget-hold",
    code="F35",
    family=Family.WAITING,
    side=Bearer.EMPLOYER,
    unit="days per hire",
    levels=((0, 2), (5, 3), (30, 4)),
    factors=("wait_day",),
    look=look,
    doc=__doc__,
)
