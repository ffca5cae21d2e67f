"""Neighbours that become the branches of a block."""

from __future__ import annotations

from dataclasses import replace

from audit.loaders.document import List, Map
from audit.loaders.overlay.misfit import Misfit, found_node
from audit.loaders.overlay.tree import Level, Node, list_of, map_of, place_of
from audit.loaders.overlay.ways import Way, lead, onward, redirect, settle, ways_of
from audit.loaders.problem_text import shown
from audit.model import DONE


def group(root: Level, deed: Map) -> None:
    """Make neighbours the branches of a block."""
    wanted: List = deed["branches"]
    ids = [str(node_id) for branch in wanted for node_id in branch]
    level, _ = found_node(root, ids[0], wanted.items_at[0])
    chosen: dict[str, Node] = {}
    for branch in wanted:
        for place, node_id in enumerate(branch):
            at = branch.items_at[place]
            there, node = found_node(root, str(node_id), at)
            if there is not level or node.id in chosen:
                raise Misfit(
                    "E081",
                    f"'{shown(node.id)}' is named twice"
                    if node.id in chosen
                    else f"'{shown(node.id)}' stands on another level than "
                    f"'{shown(ids[0])}'",
                    at,
                    hint="each step of the block once, all of one level",
                )
            chosen[node.id] = node
    places = sorted(level.nodes.index(node) for node in chosen.values())
    if places[-1] - places[0] != len(places) - 1:
        between = level.nodes[places[0] : places[-1]]
        other = next(node.id for node in between if node.id not in chosen)
        raise Misfit(
            "E081",
            f"'{shown(other)}' stands between the steps of '{shown(str(deed['id']))}'",
            place_of(deed, "branches"),
            label="not neighbours",
            hint="name it too, or move it away first",
        )
    settle(level)
    end = onward(level.nodes[places[-1]], level)
    following = {way.to for way in end} or {level.end}
    if len(following) > 1:
        raise Misfit(
            "E080",
            f"'{shown(level.nodes[places[-1]].id)}' leads on to several steps, so the "
            "block cannot tell where to go",
            place_of(deed, "branches"),
            hint="let the last of the steps have one way on",
        )
    after = following.pop()
    branches = [
        _branch([chosen[str(node_id)] for node_id in branch], level, chosen)
        for branch in wanted
    ]
    keys = {
        key: (deed[key], place_of(deed, key))
        for key in ("id", "name", "phase")
        if deed.get(key) is not None
    }
    parallel = list_of([[] for _ in branches], list(wanted.items_at), wanted.span)
    data = map_of({**keys, "parallel": (parallel, wanted.span)}, deed.span)
    block = Node(data, branches)
    level.nodes[places[0] : places[-1] + 1] = [block]
    for node_id in chosen:
        redirect(level, node_id, block.id, deed.span)
    lead(block, [Way(after, None, deed.span)], deed.span)


def _branch(nodes: list[Node], level: Level, chosen: dict[str, Node]) -> Level:
    """Return nodes as a branch: each leads to the next of them, the last to `done`."""
    for place, node in enumerate(nodes):
        on = {way.to for way in onward(node, level)}
        to = nodes[place + 1].id if place + 1 < len(nodes) else DONE
        lead(
            node,
            [
                replace(way, to=to) if way.to in on else way
                for way in ways_of(node, level)
            ],
        )
    return Level(nodes, DONE)
