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
from audit.checks.wording import listed
from audit.model import FlowKind, Quantity, Step
from audit.units import format_share

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
    worst = max(shown, key=lambda one: one.amount).step
    reasons = _reasons(facts, worst)
    cause = f" ({', '.join(reasons)})" if reasons else ""
    return Fired(
        title=f"{format_share(share / 100)} of hires are sent back at least once",
        value=share,
        steps=shown,
        decide=f"Find the main cause of the returns at “{worst.name}”{cause}, and "
        "remove it where it arises, not where it is found.",
    )


def _returns(facts: Facts, step: Step) -> Shown | None:
    returns = [
        (flow, facts.analysis.traversals[step.id, place])
        for place, flow in enumerate(step.flows)
        if flow.kind is FlowKind.REWORK
    ]
    times = sum(times for _, times in returns)
    if times <= EVER:
        return None
    back_to = dict.fromkeys(facts.analysis.nodes[flow.to].name for flow, _ in returns)
    names = listed(f"“{name}”" for name in back_to)
    return Shown(
        step=step,
        # Returns for 100 hires, as the measure is in per cent of hires.
        amount=100 * times,
        note=", ".join([f"back to {names}", *_reasons(facts, step)]),
        numbers=_decisive(facts, step),
    )


def _decisive(facts: Facts, step: Step) -> tuple[Quantity, ...]:
    """Return the shares that send cases back: the step's own, or those leading to it.

    A correction is often a step of its own, which returns every case it gets.
    """
    own = [flow.share for flow in step.flows if flow.kind is FlowKind.REWORK]
    there = [f.share for s in facts.steps for f in s.flows if f.to == step.id]
    parts = [share for share in own if share is not None and share.mean < 1]
    return tuple(parts or [share for share in there if share is not None])


def _reasons(facts: Facts, step: Step) -> list[str]:
    """Return why cases go back from a step, or why they came to it."""
    own = [flow.reason for flow in step.flows if flow.kind is FlowKind.REWORK]
    there = [f.reason for s in facts.steps for f in s.flows if f.to == step.id]
    found = [reason for reason in own if reason] or [one for one in there if one]
    return list(dict.fromkeys(found))


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
