"""Whether a process hangs together: every step is reached, and every case ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from audit.loaders.document import Document, Path
from audit.loaders.file_format import ProcessMap
from audit.loaders.levels import written_levels
from audit.loaders.problem_text import shown
from audit.model import DONE, HIRED, Node, ParallelBlock, Process

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
    """Check one level; say whether its end can be reached."""
    blocked = {
        node.id
        for node in nodes
        if isinstance(node, ParallelBlock) and not _block(node, paths, document)
    }
    ways = {node.id: _ways(node, node.id in blocked) for node in nodes}
    start = nodes[0].id
    reached = _reachable({start}, ways)
    for node in nodes:
        if node.id not in reached:
            _note_unreached(node, nodes, paths, document)
    _note_loops(
        [node.id for node in nodes if node.id in reached], ways, paths, document
    )
    return end in reached


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


def _reachable(start: Iterable[str], ways: Ways) -> set[str]:
    reached, ahead = set(start), list(start)
    while ahead:
        for to in ways.get(ahead.pop(), ()):
            if to not in reached:
                reached.add(to)
                ahead.append(to)
    return reached


def _note_unreached(
    node: Node, nodes: tuple[Node, ...], paths: Mapping[str, Path], document: Document
) -> None:
    above = nodes[nodes.index(node) - 1]
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
) -> None:
    """Note each loop that nobody leaves once, at its first step."""
    inside = set(reached)
    trapped = [node for node in reached if _reachable({node}, ways) <= inside]
    told: set[str] = set()
    for node in trapped:
        loop = _reachable(ways[node], ways)
        # Only members of the loop itself: those that come back to where they were.
        if node not in loop or node in told:
            continue
        told |= loop
        members = [f"'{shown(other)}'" for other in reached if other in loop]
        listed = ", ".join(members[:_LISTED]) + (", …" if members[_LISTED:] else "")
        document.add(
            "E061",
            f"nobody leaves this loop: {listed}",
            (*paths[node], "id"),
            label="cases go round for ever",
            hint="give one of its steps a share that goes on or ends the case",
        )
