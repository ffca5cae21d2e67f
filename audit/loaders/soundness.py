"""Whether a process hangs together: every step is reached, and every case ends."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from audit.loaders.document import Document, Path
from audit.loaders.file_format import ProcessMap
from audit.loaders.levels import written_levels
from audit.loaders.loops import strong_components
from audit.loaders.possible_ways import (
    Ways,
    open_to,
    open_to_some,
    passing,
    reachable,
    ways_of,
)
from audit.loaders.problem_text import shown
from audit.model import DONE, HIRED, Node, ParallelBlock, Process, Step, walk_steps

_LISTED = 4


def check_soundness(written: ProcessMap, process: Process, document: Document) -> None:
    """Note steps that nothing reaches, cases that never end, screens that end all."""
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
    # What the drawing itself gets wrong is no second mistake of the screens in it.
    if not document.failed:
        _check_screened(process, paths, document)


def _check_screened(
    process: Process, paths: Mapping[str, Path], document: Document
) -> None:
    """Note kinds of applicants that go round for ever, and screens that pass nobody.

    The qualified and the others go through the process apart, as in the analysis.
    """
    screens = [step for step in walk_steps(process.nodes) if _is_rated(step)]
    if not screens or screens[0].screen is None:
        return
    first = screens[0].screen.qualified_share
    kinds = [
        qualified
        for qualified in (True, False)
        if first is None or first.mean != (0 if qualified else 1)
    ]
    hired = [_gets_through(process.nodes, HIRED, it, paths, document) for it in kinds]
    if any(hired):
        return
    stops = [step for step in screens if any(passing(step, it) == 0 for it in kinds)]
    stop = (stops or screens)[-1]
    document.add(
        "E062",
        "nobody can be hired: the screens let none of those who come get through",
        (*paths[stop.id], "id"),
        label="the last screen that stops somebody",
        hint="let a share of the qualified pass, or say who comes: qualified_share",
    )


def _is_rated(step: Step) -> bool:
    return None not in {passing(step, True), passing(step, False)}


def _gets_through(
    nodes: tuple[Node, ...],
    end: str,
    qualified: bool,
    paths: Mapping[str, Path],
    document: Document,
) -> bool:
    """Note the loops of a level that a kind never leaves; say whether it gets through.

    As for `_level`, a loop counts as passed.
    """
    blocked = set()
    for node in nodes:
        if isinstance(node, ParallelBlock):
            through = [
                _gets_through(branch, DONE, qualified, paths, document)
                for branch in node.branches
            ]
            if not all(through):
                blocked.add(node.id)
    ways = ways_of(nodes, end, blocked, open_to(qualified))
    reached = reachable({nodes[0].id}, ways)
    order = [node.id for node in nodes if node.id in reached]
    who = "none of the qualified" if qualified else "none of the unqualified"
    return _note_loops(order, ways, paths, document, who) or end in reached


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
    ways = ways_of(nodes, end, blocked, open_to_some)
    reached = reachable({nodes[0].id}, ways)
    told = set(reached)
    for above, node in pairwise(nodes):
        if node.id not in told:
            _note_unreached(node, above, paths, document)
            told |= reachable({node.id}, ways, told)
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
    reached: list[str],
    ways: Ways,
    paths: Mapping[str, Path],
    document: Document,
    who: str = "nobody",
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
            f"{who} leaves this loop: {listed}",
            (*paths[first], "id"),
            label="cases go round for ever",
            hint="give one of its steps a share that goes on or ends the case",
        )
    return looping
