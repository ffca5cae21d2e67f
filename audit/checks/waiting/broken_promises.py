"""Broken promises: steps that take longer than the time promised.

What it is
Steps with a promised time (`sla`) that usually take longer.

Why it hurts
A promise that is not kept is worse than none: people plan by it. For candidates it is
the first thing they learn about working here.

How it is measured
Days of `wait` beyond `sla`, per hire. The levels are our judgement.

What usually helps
Find out what the wait is for. Promise what nine out of ten cases keep, then bring the
time down.

Source
TIM-24 (delay makes candidates leave, unevenly by group).
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
from audit.checks.wording import on_steps
from audit.units import format_days


def look(facts: Facts) -> Answer:
    """Compare the waits with the times promised."""
    promised = [
        s for s in facts.steps if s.sla is not None and facts.visits[s.id] > EVER
    ]
    if not promised:
        return NotApplicable(note="The file names no promised time.")
    shown = tuple(
        Shown(
            step=step,
            amount=facts.visits[step.id] * (step.wait.takes.mean - step.sla.mean),
            note=f"takes {format_days(step.wait.takes.mean)}, promised "
            f"{format_days(step.sla.mean)}",
            numbers=(step.sla, step.wait.takes),
        )
        for step in promised
        if step.sla is not None
        and step.wait is not None
        and step.wait.takes.mean > step.sla.mean
    )
    missing = unstated(facts, lambda step: step.wait, key="wait", concerned=promised)
    if shown:
        days = math.fsum(one.amount for one in shown)
        return Fired(
            title=f"{format_days(days)} per hire beyond the time promised, "
            f"{on_steps(shown)}",
            value=days,
            steps=shown,
            decide="Promise for these steps what nine out of ten cases keep, and tell "
            "the candidate.",
            missing=missing,
        )
    if missing:
        return Unknown(missing=missing)
    return Passed(note="Steps take no longer than promised.")


CHECK = Check(
    id="broken-promises",
    code="F43",
    family=Family.WAITING,
    side=Bearer.BOTH,
    unit="days per hire",
    levels=((0, 2), (5, 3)),
    factors=(),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
