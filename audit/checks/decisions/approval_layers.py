"""Approval layers: one more signature that says what the last one said.

What it is
Steps of kind approval on the way to a hire.

Why it hurts
Each layer adds a queue at a busy desk. The more people approve, the less each one
looks, because the next will. Often the post was approved with the budget.

How it is measured
Approval steps, times the visits of a person who is hired. From 2 on; the levels are our
judgement.

What usually helps
Approve once a year what is in the plan, and singly what is not. Let the last layer see
a list instead of each case, and keep an approval where cases are really turned down.

Source
HAN-14 (a project that took steps out). No study that isolates approvals was found.
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
from audit.model import StepKind, WaitCause
from audit.units import format_days

SEVERAL = 2


def look(facts: Facts) -> Answer:
    """Count the approvals."""
    staff = [s for s in facts.employer_steps if facts.visits[s.id] > EVER]
    shown = tuple(
        Shown(
            step=step,
            amount=facts.visits[step.id],
            note=f"{facts.role_name(step)}, {format_days(step.wait.takes.mean)}"
            if step.wait is not None
            else facts.role_name(step),
        )
        for step in facts.steps
        if step.kind is StepKind.APPROVAL and facts.visits[step.id] > EVER
    )
    total = math.fsum(one.amount for one in shown)
    waiting = [
        s for s in staff if s.wait is not None and s.wait.cause is WaitCause.APPROVAL
    ]
    all_kinds = any(s.kind is not None for s in staff)
    missing = unstated(
        facts,
        lambda step: step.kind,
        key="kind",
        concerned=waiting if all_kinds else staff,
    )
    if total >= SEVERAL - EVER:
        days = math.fsum(facts.wait_days(one.step) for one in shown)
        twice = len(shown) - len({one.step.role for one in shown})
        again = f", {twice} by a role that has approved before" if twice else ""
        took = f", {format_days(days)} in all" if days else ""
        return Fired(
            title=f"{counted(total, 'approval')} per hire{took}{again}",
            value=total,
            steps=shown,
            decide=f"Approve planned posts once a year, and cut the "
            f"{counted(total, 'approval')} to one for what is outside the plan.",
            keeping="Keep the approvals that a rule asks for, run them side by side, "
            "and let the others see a list.",
            missing=missing,
        )
    if missing:
        return Unknown(missing=missing)
    if not staff:
        return NotApplicable(note="The employer does no step.")
    return Passed(note=f"{counted(total, 'approval')} per hire.")


CHECK = Check(
    id="approval-layers",
    code="F34",
    family=Family.DECISIONS,
    side=Bearer.EMPLOYER,
    unit="approvals per hire",
    levels=((SEVERAL, 2), (3, 3), (5, 4)),
    factors=("employer_minute", "wait_day"),
    look=look,
    doc=__doc__,
)
