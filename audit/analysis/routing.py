"""Where cases go when they leave a node: the share of each flow."""

from __future__ import annotations

from collections.abc import Mapping

from audit.model import FlowKind, Leaver, Node, Pass, Process, Step

Shares = Mapping[str, tuple[float, ...]]
"""Node id -> the share of each of its flows, in order; each tuple sums to 1."""


def shares_with_pass(node: Node, passing: float) -> tuple[float, ...]:
    """Return the shares of a node whose screen lets the share `passing` through.

    Flows with a share of their own keep it; `pass` and `fail` divide the rest.
    """
    stated = sum(flow.share.mean for flow in node.flows if flow.share is not None)
    rest = max(1 - stated, 0.0)
    return tuple(
        flow.share.mean
        if flow.share is not None
        else rest * (passing if flow.via is Pass.PASS else 1 - passing)
        for flow in node.flows
    )


def leaving_outcomes(process: Process) -> frozenset[str]:
    """Return the ids of the outcomes that are the candidate's own leaving."""
    return frozenset(o.id for o in process.outcomes if o.by is Leaver.CANDIDATE)


def without_leaving(
    node: Node, shares: tuple[float, ...], leaving: frozenset[str]
) -> tuple[float, ...]:
    """Delete the candidate's own leaving at a node and rescale the other flows.

    This is the first half of the design lens: a person who stays the course. A node
    with no other flow keeps none.
    """
    kept = [
        0.0 if flow.to in leaving else share
        for flow, share in zip(node.flows, shares, strict=True)
    ]
    total = sum(kept)
    return tuple(share / total for share in kept) if total > 0 else tuple(kept)


def bypass(
    node: Step, shares: tuple[float, ...], level: tuple[Node, ...], success: str
) -> dict[str, float]:
    """Return where those go who do not need a step that applies to some only.

    They follow the step's flows onwards: neither its returns nor its endings, which
    come from doing the step. Without any such flow they go to the node below.
    """
    ids = {other.id for other in level}
    onwards = {
        flow.to: share
        for flow, share in zip(node.flows, shares, strict=True)
        if flow.kind is FlowKind.FLOW and (flow.to in ids or flow.to == success)
    }
    total = sum(onwards.values())
    if total > 0:
        return {to: share / total for to, share in onwards.items()}
    below = level[level.index(node) + 1 :]
    return {below[0].id if below else success: 1.0}
