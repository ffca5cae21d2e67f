"""Approvals of a process, and how many cases pass them."""

from __future__ import annotations

from audit.changes.situation import Situation
from audit.model import Step, StepKind


def approvals(situation: Situation) -> list[Step]:
    """Return the approvals on the way to a hire that nothing demands."""
    return [
        step
        for step in situation.steps
        if step.kind is StepKind.APPROVAL
        and step.justified is None
        and step.mandate is None
    ]


def passing(situation: Situation, step: Step) -> float:
    """Return the share of the cases that go on from an approval, 0 to 1."""
    shares = situation.facts.analysis.shares[step.id]
    onward = situation.onward(step)
    return sum(
        share
        for flow, share in zip(step.flows, shares, strict=True)
        if flow.to in onward
    )
