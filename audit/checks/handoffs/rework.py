"""Rework: cases sent back because something was missing or wrong.

What it is
Flows that return a case to an earlier step: an incomplete form, a missing signature, a
wrong level of pay.

Why it hurts
Everything between the two steps is done and waited for again. The candidate who did his
best reads that it was not enough.

How it is measured
The share of hires that meet at least one return: 100 % less the rolled percent complete
and accurate of a value stream. It is divided among the steps that send back by the
number of their returns. The levels are our judgement.

What usually helps
Find the reason with the most returns and remove its cause. Make a form that cannot be
sent incomplete, show a sample of a good one, check at the desk instead of a week later.

Source
PAP-05 (official time to correct errors) and HAN-04 (share of handoffs that come back,
our assumption).
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
    Passed,
    Shown,
)
from audit.checks.facts import Facts
from audit.checks.tally import EVER
from audit.checks.wording import listed
from audit.model import Flow, FlowKind, Node, Quantity
from audit.units import format_share

LEAST = 5


def look(facts: Facts) -> Answer:
    """Find the flows that go back."""
    senders = _senders(facts)
    returns = {
        step: times
        for step, nodes in senders.items()
        if (times := math.fsum(times for _, times in _returns(facts, nodes))) > EVER
    }
    share = 100 * (1 - facts.analysis.rolled_complete_accurate)
    if share < LEAST:
        return Passed(
            note=f"{format_share(share / 100)} of hires meet a return."
            if returns
            else "The file draws no flow that goes back."
        )
    worst = max(returns, key=lambda step: returns[step])
    reasons = _reasons(facts, senders[worst])
    cause = f" ({', '.join(reasons)})" if reasons else ""
    every = math.fsum(returns.values())
    return Fired(
        title=f"{format_share(share / 100)} of hires are sent back at least once",
        value=share,
        steps=tuple(
            Shown(
                step=facts.by_id[step],
                amount=share * times / every,
                note=", ".join(
                    [_back_to(facts, senders[step]), *_reasons(facts, senders[step])]
                ),
                numbers=_decisive(facts, senders[step]),
            )
            for step, times in returns.items()
        ),
        decide="Find the main cause of the returns at "
        f"“{facts.by_id[worst].name}”{cause}, and remove it where it arises, not where "
        "it is found.",
    )


def _senders(facts: Facts) -> dict[str, list[Node]]:
    """Return step id -> what sends back there, in the order of the file.

    What a block of parallel branches sends back is shown at the last of its steps.
    """
    found: dict[str, list[Node]] = {step.id: [] for step in facts.steps}
    for node in facts.analysis.nodes.values():
        found[facts.last_step(node.id).id].append(node)
    return found


def _returns(facts: Facts, nodes: list[Node]) -> list[tuple[Flow, float]]:
    """Return the flows that go back, with how often a hire takes each."""
    return [
        (flow, facts.analysis.traversals[node.id, place])
        for node in nodes
        for place, flow in enumerate(node.flows)
        if flow.kind is FlowKind.REWORK
    ]


def _back_to(facts: Facts, nodes: list[Node]) -> str:
    returns = _returns(facts, nodes)
    back_to = dict.fromkeys(facts.analysis.nodes[flow.to].name for flow, _ in returns)
    return f"back to {listed(f'“{name}”' for name in back_to)}"


def _decisive(facts: Facts, nodes: list[Node]) -> tuple[Quantity, ...]:
    """Return the shares that send cases back: a node's own, or those leading to it.

    A correction is often a step of its own, which returns every case it gets.
    """
    own = [f.share for n in nodes for f in n.flows if f.kind is FlowKind.REWORK]
    there = [flow.share for flow in _leading(facts, nodes)]
    parts = [share for share in own if share is not None and share.mean < 1]
    return tuple(parts or [share for share in there if share is not None])


def _reasons(facts: Facts, nodes: list[Node]) -> list[str]:
    """Return why cases go back from a node, or why they came to it."""
    own = [f.reason for n in nodes for f in n.flows if f.kind is FlowKind.REWORK]
    there = [flow.reason for flow in _leading(facts, nodes)]
    found = [reason for reason in own if reason] or [one for one in there if one]
    return list(dict.fromkeys(found))


def _leading(facts: Facts, nodes: list[Node]) -> list[Flow]:
    """Return the flows that lead to some nodes."""
    ids = {
        node.id
        for node in nodes
        if any(flow.kind is FlowKind.REWORK for flow in node.flows)
    }
    every = facts.analysis.nodes.values()
    return [flow for node in every for flow in node.flows if flow.to in ids]


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
