"""Where a case can go from each node of a level, for everybody or for one kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set

from audit.model import DONE, Flow, FlowKind, Node, ParallelBlock, Pass, Step

Ways = Mapping[str, frozenset[str]]
"""Node id -> the nodes, outcomes and `done` that it can flow to."""
Open = Callable[[Node, Flow], bool]
"""Whether anybody takes a flow of a node."""


def open_to_some(node: Node, flow: Flow) -> bool:
    """Return whether a flow is open; one that a screen decides is."""
    return flow.share is None or flow.share.mean > 0


def open_to(qualified: bool) -> Open:
    """Return which flows are open to the qualified, or to the others."""

    def is_open(node: Node, flow: Flow) -> bool:
        passes = passing(node, qualified)
        if flow.share is not None or passes is None:
            return open_to_some(node, flow)
        return passes > 0 if flow.via is Pass.PASS else passes < 1

    return is_open


def passing(node: Node, qualified: bool) -> float | None:
    """Return the share of a kind that a node's screen passes; None where unsaid."""
    if not isinstance(node, Step) or node.screen is None:
        return None
    screen = node.screen
    share = screen.passes_qualified if qualified else screen.passes_unqualified
    return None if share is None else share.mean


def ways_of(
    nodes: tuple[Node, ...], end: str, blocked: Set[str], is_open: Open
) -> dict[str, frozenset[str]]:
    """Return the ways of a level.

    Args:
        nodes: of the level.
        end: where its last node flows to.
        blocked: ids of blocks that nobody gets through; they lead only to the failures
            of their branches.
        is_open: says which flows are taken.
    """
    ways = {node.id: _own(node, node.id in blocked, is_open) for node in nodes}
    belows = [*(node.id for node in nodes[1:]), end]
    for node, below in zip(nodes, belows, strict=True):
        ways[node.id] |= _past(node, below, ways, end)
    return ways


def reachable(start: set[str], ways: Ways, known: Set[str] = frozenset()) -> set[str]:
    """Return all that can be reached, without going on from what is known."""
    reached, ahead = set(start), list(start)
    while ahead:
        for to in ways.get(ahead.pop(), ()):
            if to not in reached and to not in known:
                reached.add(to)
                ahead.append(to)
    return reached


def _own(node: Node, blocked: bool, is_open: Open) -> frozenset[str]:
    own: set[str] = set()
    if not blocked:
        own.update(flow.to for flow in node.flows if is_open(node, flow))
    if isinstance(node, ParallelBlock):
        # A branch that fails ends the case, so failures are ways out of the block.
        for branch in node.branches:
            inside = {inner.id for inner in branch}
            for inner in branch:
                own |= _own(inner, False, is_open) - inside - {DONE}
    return frozenset(own)


def _past(node: Node, below: str, ways: Ways, end: str) -> frozenset[str]:
    """Return where those go who do not need a step that applies to some only.

    Along its own flows; to the node below when the step itself only turns back or ends.
    """
    if not isinstance(node, Step) or node.applies_to is None:
        return frozenset()
    if node.applies_to.mean >= 1 or any(
        flow.kind is FlowKind.FLOW and (flow.to in ways or flow.to == end)
        for flow in node.flows
    ):
        return frozenset()
    return frozenset({below})
