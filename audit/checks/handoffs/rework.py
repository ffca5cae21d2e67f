"""Rework: cases sent back because something was missing or wrong.

What it is
Flows that return a case to an earlier step: an incomplete form, a missing signature, a
wrong level of pay.

Why it hurts
Everything between the two steps is done and waited for again. The candidate who did his
best reads that it was not enough.

How it is measured
The share of hires that meet at least one return: 100 % less the rolled percent complete
and accurate of a value stream. The levels are our judgement.

What usually helps
Find the reason with the most returns and remove its cause: a form that cannot be sent
incomplete, a sample of a good one, a check at the desk instead of a week later.

Source
PAP-05 (official time to correct errors) and HAN-04 (share of handoffs that come back,
our assumption).
"""

from __future__ import annotations

from audit.checks.base import (
    Answer,
    Bearer,
    Check,
    Excuse,
    Family,
    Fired,
    Passed,
    Shown,
)
from audit.checks.facts import Facts
from audit.checks.tally import EVER
from audit.model import FlowKind, Step
from audit.units import format_number, format_share, plural

LEAST = 5


def look(facts: Facts) -> Answer:
    """Find the flows that go back."""
    shown = tuple(one for step in facts.steps if (one := _returns(facts, step)))
    share = 100 * (1 - facts.analysis.rolled_complete_accurate)
    if share < LEAST:
        return Passed(
            note=f"{format_share(share / 100)} of hires meet a return."
            if shown
            else "The file draws no flow that goes back."
        )
    worst = max(shown, key=lambda one: one.amount)
    return Fired(
        title=f"{format_share(share / 100)} of hires are sent back at least once, "
        f"by {plural(len(shown), 'step')}",
        value=share,
        steps=shown,
        decide=f"Remove the main cause of returns at “{worst.step.name}”"
        + (f" ({worst.note})" if worst.note else "")
        + " where it arises, not where it is found.",
    )


def _returns(facts: Facts, step: Step) -> Shown | None:
    returns = [
        (flow, facts.analysis.traversals[step.id, place])
        for place, flow in enumerate(step.flows)
        if flow.kind is FlowKind.REWORK
    ]
    amount = sum(times for _, times in returns)
    if amount <= EVER:
        return None
    reasons = dict.fromkeys(flow.reason for flow, _ in returns if flow.reason)
    return Shown(
        step=step,
        amount=amount,
        note=", ".join(reasons) or f"{format_number(amount)} returns per hire",
        numbers=tuple(flow.share for flow, _ in returns if flow.share is not None),
    )


CHECK = Check(
    id="rework",
    code="F39",
    family=Family.HANDOFFS,
    side=Bearer.BOTH,
    unit="% of hires",
    levels=((LEAST, 3), (20, 4)),
    factors=(),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
