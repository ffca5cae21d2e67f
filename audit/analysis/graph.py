"""The process as a networkx graph: what can follow what.

Nodes are steps, outcomes, and for each parallel block a split and a join. Edges carry
`rework`. Questions of reach, order and cut vertices are asked here; numbers come from
the chains.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.model import DONE, HIRED, FlowKind, Node, ParallelBlock, Process, Step

if TYPE_CHECKING:
    import networkx as nx


def process_graph(process: Process) -> nx.DiGraph[str]:
    """Return the whole process as a directed graph.

    Node attribute `kind`: step, split, join or outcome. A split has the id of its
    block, its join that of `join_of`. Edge attribute `rework`: true when every flow
    between the two is rework.
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    for outcome in process.outcomes:
        graph.add_node(outcome.id, kind="outcome")
    _add_level(graph, process.nodes, HIRED)
    return graph


def join_of(block_id: str) -> str:
    """Return the graph node at which the branches of a block meet."""
    # A blank cannot occur in an id, so this name is free.
    return f"{block_id} join"


def forward_graph(graph: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """Return the graph without its rework."""
    import networkx as nx

    forward: nx.DiGraph[str] = nx.DiGraph()
    forward.add_nodes_from(graph.nodes(data=True))
    forward.add_edges_from(
        (a, b, data) for a, b, data in graph.edges(data=True) if not data["rework"]
    )
    return forward


def designed_steps(process: Process, forward: nx.DiGraph[str]) -> frozenset[str]:
    """Return the steps on some way to hired without a return."""
    import networkx as nx

    start = process.nodes[0].id
    ahead = nx.descendants(forward, start) | {start}
    behind = nx.ancestors(forward, HIRED)
    return frozenset(
        step.id for step in process.steps if step.id in ahead and step.id in behind
    )


def timed_steps(process: Process, forward: nx.DiGraph[str]) -> frozenset[str]:
    """Return the steps that the clock times: from its start to its stop, both included.

    A start or stop that is no step or block of the file is words: nothing is cut off.
    """
    import networkx as nx

    timed = {step.id for step in process.steps}
    start, stop = process.clock.start, process.clock.stop
    if start is not None and _is_node(forward, start):
        timed &= nx.descendants(forward, start) | {start}
    if stop is not None and _is_node(forward, stop):
        last = join_of(stop) if forward.nodes[stop]["kind"] == "split" else stop
        beyond: set[str] = nx.descendants(forward, last)
        timed -= beyond
    return frozenset(timed)


def _is_node(graph: nx.DiGraph[str], name: str) -> bool:
    return name in graph and graph.nodes[name]["kind"] in {"step", "split"}


def _add_level(graph: nx.DiGraph[str], nodes: tuple[Node, ...], success: str) -> None:
    for node in nodes:
        leave = node.id
        if isinstance(node, Step):
            graph.add_node(node.id, kind="step")
        else:
            leave = _add_block(graph, node)
        for flow in node.flows:
            if flow.share is not None and flow.share.mean <= 0:
                continue
            to = success if flow.to == DONE else flow.to
            rework = flow.kind is FlowKind.REWORK
            if graph.has_edge(leave, to):
                rework = rework and graph.edges[leave, to]["rework"]
            graph.add_edge(leave, to, rework=rework)


def _add_block(graph: nx.DiGraph[str], block: ParallelBlock) -> str:
    join = join_of(block.id)
    graph.add_node(block.id, kind="split")
    graph.add_node(join, kind="join")
    for branch in block.branches:
        graph.add_edge(block.id, branch[0].id, rework=False)
        _add_level(graph, branch, join)
    return join
