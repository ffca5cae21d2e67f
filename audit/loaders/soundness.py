"""Whether a process hangs together: every step is reached, and every case ends."""

from __future__ import annotations

from collections.abc import Mapping, Set
from itertools import pairwise

from audit.loaders.document import Document, Path
from audit.loaders.file_format import ProcessMap
from audit.loaders.levels import written_levels
from audit.loaders.loops import strong_components
from audit.loaders.problem_text import shown
from audit.model import DONE, HIRED, FlowKind, Node, ParallelBlock, Process, Step

Ways = Mapping[str, frozenset[str]]
"""Node id -> the nodes, outcomes and `done` that it can flow to."""

_LISTED = 4


def check_soundness(written: ProcessMap, process: Process, document: Document) -> None:
    """Note steps that nothing reaches and cases that never end."""
    paths = {
        node.id: path
        for level in written_levels(written)
        for node, path in level.placed()
    }
    if not _level(process.nodes, HIRED, paths, document):
        first = process.nodes[0]
        document.add(
            "E062",
            "nobody can be hired: no way from the first step ends in 'hired'",
            (*paths[first.id], "id"),
            label="the process starts here",
            hint="let one way through lead to hired; without 'next' the last step does",
        )


def _level(
    nodes: tuple[Node, ...], end: str, paths: Mapping[str, Path], document: Document
) -> bool:
    """Check one level; say whether its end can be reached.

    A level with a loop that nobody leaves counts as passed: the loop has been noted,
    and what follows from it is no second mistake.
    """
    blocked = {
        node.id
        for node in nodes
        if isinstance(node, ParallelBlock) and not _block(node, paths, document)
    }
    ways = {node.id: _ways(node, node.id in blocked) for node in nodes}
    belows = [*(node.id for node in nodes[1:]), end]
    for node, below in zip(nodes, belows, strict=True):
        ways[node.id] |= _past(node, below, ways, end)
    reached = _reachable({nodes[0].id}, ways)
    told = set(reached)
    for above, node in pairwise(nodes):
        if node.id not in told:
            _note_unreached(node, above, paths, document)
            told |= _reachable({node.id}, ways, told)
    order = [node.id for node in nodes if node.id in reached]
    looping = _note_loops(order, ways, paths, document)
    return looping or end in reached


def _block(block: ParallelBlock, paths: Mapping[str, Path], document: Document) -> bool:
    """Check the branches of a block; say whether all of them can succeed."""
    through = [_level(branch, DONE, paths, document) for branch in block.branches]
    for branch, gets_through in zip(block.branches, through, strict=True):
        if not gets_through:
            document.add(
                "E062",
                f"no way through this branch of '{shown(block.id)}' ends in 'done'",
                (*paths[branch[0].id], "id"),
                label="the branch starts here",
                hint="let one way lead to done; without 'next' the last step does",
            )
    return all(through)


def _ways(node: Node, blocked: bool) -> frozenset[str]:
    """Return where a node can flow to; a blocked one only to its branches' failures."""
    own: set[str] = set()
    if not blocked:
        own.update(f.to for f in node.flows if f.share is None or f.share.mean > 0)
    if isinstance(node, ParallelBlock):
        # A branch that fails ends the case, so failures are ways out of the block.
        for branch in node.branches:
            inside = {inner.id for inner in branch}
            for inner in branch:
                own |= _ways(inner, False) - inside - {DONE}
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


def _reachable(start: set[str], ways: Ways, known: Set[str] = frozenset()) -> set[str]:
    """Return all that can be reached, without going on from what is known."""
    reached, ahead = set(start), list(start)
    while ahead:
        for to in ways.get(ahead.pop(), ()):
            if to not in reached and to not in known:
                reached.add(to)
                ahead.append(to)
    return reached


def _note_unreached(
    node: Node, above: Node, paths: Mapping[str, Path], document: Document
) -> None:
    document.add(
        "E060",
        f"nothing leads to '{shown(node.id)}'",
        (*paths[node.id], "id"),
        label="no case gets here",
        hint=f"'{shown(above.id)}' above flows elsewhere: name this step in a 'next', "
        "or take it out",
    )


def _note_loops(
    reached: list[str], ways: Ways, paths: Mapping[str, Path], document: Document
) -> bool:
    """Note each loop that nobody leaves, at its first step; say whether one is."""
    looping = False
    place = {node: n for n, node in enumerate(reached)}
    inside = {node: tuple(to for to in ways[node] if to in ways) for node in reached}
    for loop in strong_components(inside):
        # What leads anywhere else, or cannot even come back, is no closed loop.
        if any(not ways[node] or ways[node] - loop for node in loop):
            continue
        looping = True
        first, *_ = ordered = sorted(loop, key=place.__getitem__)
        members = [f"'{shown(node)}'" for node in ordered]
        listed = ", ".join(members[:_LISTED]) + (", …" if members[_LISTED:] else "")
        document.add(
            "E061",
            f"nobody leaves this loop: {listed}",
            (*paths[first], "id"),
            label="cases go round for ever",
            hint="give one of its steps a share that goes on or ends the case",
        )
    return looping
