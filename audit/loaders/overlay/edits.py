"""What a change can do to a process: one function for each deed.

Each edits the tree in place and raises `Misfit` where the deed does not fit the process
that it meets.
"""

from __future__ import annotations

from dataclasses import replace

from audit.loaders.document import List, Map, Span
from audit.loaders.overlay.tree import (
    Level,
    Node,
    find,
    list_of,
    map_of,
    node_of,
    place_of,
    taken_over,
    walk,
    with_keys,
    without,
)
from audit.loaders.overlay.ways import Way, lead, onward, redirect, settle, ways_of
from audit.loaders.problem_text import did_you_mean, shown
from audit.model import DONE, Pass

PLACES = ("after", "before", "between")


class Misfit(Exception):
    """A deed that does not fit; where it stands, what is wrong, what to do."""

    def __init__(
        self,
        code: str,
        message: str,
        at: Span,
        *,
        label: str = "",
        hint: str = "",
        missing: str = "",
    ) -> None:
        super().__init__(message)
        self.code, self.message, self.at = code, message, at
        self.label, self.hint = label, hint
        self.missing = missing
        """Id of a step that is not there."""


def edit_role(roles: Map, role_id: str, deed: Map) -> Map:
    """Return roles with a new one, or with keys of one replaced."""
    own = deed[role_id]
    known = roles.get(role_id)
    value = taken_over(known, own, list(own)) if isinstance(known, Map) else own
    return with_keys(roles, {role_id: (value, deed.keys_at[role_id])})


def set_keys(root: Level, step_id: str, deed: Map) -> None:
    """Replace keys of a node whole; null takes one away."""
    _, node = found_node(root, step_id, deed.keys_at[step_id])
    keys = deed[step_id]
    for fixed in ("id", "parallel"):
        if fixed in keys:
            raise Misfit(
                "E077",
                f"'{fixed}' cannot be set",
                keys.keys_at[fixed],
                hint="remove the step and add another"
                if fixed == "id"
                else "change its steps, or use 'parallel' to group neighbours",
            )
    node.data = taken_over(node.data, keys, list(keys))


def set_shares(root: Level, step_id: str, deed: Map) -> None:
    """Replace the shares of ways that a node has; the others stay."""
    level, node = found_node(root, step_id, deed.keys_at[step_id])
    shares: Map = deed[step_id]
    ways = ways_of(node, level)
    targets = [way.to for way in ways]
    for to in shares:
        if to not in targets:
            raise Misfit(
                "E077",
                f"no way leads from '{shown(step_id)}' to '{shown(to)}'",
                shares.keys_at[to],
                label="not in its 'next'",
                hint=did_you_mean(to, targets, "its ways lead to"),
            )
    lead(
        node,
        [
            replace(way, share=shares[way.to], at=shares.keys_at[way.to])
            if way.to in shares
            else way
            for way in ways
        ],
        deed.values_at[step_id],
    )


def move_step(root: Level, deed: Map) -> None:
    """Take a node out and put it in at another place; its endings go with it."""
    node_id = str(deed["step"])
    at = place_of(deed, "step")
    level, node = found_node(root, node_id, at)
    way_on = _only_way_on(level, node, at)
    own = ways_of(node, level)
    _take_out(root, level, node, way_on.to, at)
    there, target, place = _target(root, deed)
    if place == "before":
        onto = target.id
        _put_before(there, target, node, deed.span)
    else:
        onto = (
            _only_way_on(there, target, place_of(deed, place)).to
            if place == "after"
            else str(deed[place][1])
        )
        _put_between(there, target, onto, node, deed.span)
    lead(
        node,
        (replace(way, to=onto) if way.to == way_on.to else way for way in own),
        deed.span,
    )


def add_node(root: Level, deed: Map) -> None:
    """Put a new node in."""
    there, target, place = _target(root, deed)
    keys = without(deed, *PLACES)
    node = node_of(keys)
    if place == "between":
        onto = str(deed[place][1])
        _put_between(there, target, onto, node, deed.span)
        _lead_on(node, onto, deed.span)
        return
    if "next" in keys:
        raise Misfit(
            "E079",
            f"'{place}' decides where '{shown(node.id)}' leads to",
            keys.keys_at["next"],
            label="a second answer",
            hint="take 'next' away, or say between: [...]",
        )
    if place == "before":
        _put_before(there, target, node, deed.span)
        _lead_on(node, target.id, deed.span)
        return
    ways = ways_of(target, there)
    if any(isinstance(way.share, str) and way.share in set(Pass) for way in ways):
        raise Misfit(
            "E080",
            f"'{shown(target.id)}' divides by its screen, so nothing can take over its "
            "ways on",
            place_of(deed, "after"),
            hint=f"say between: [{shown(target.id)}, ...] with the step that follows",
        )
    settle(there)
    there.nodes.insert(there.nodes.index(target) + 1, node)
    lead(node, ways, deed.span)
    lead(target, [Way(node.id, None, deed.span)], deed.span)


def remove_node(root: Level, node_id: str, at: Span) -> None:
    """Take a node out; what led to it leads on to what followed it."""
    level, node = found_node(root, node_id, at)
    _take_out(root, level, node, _only_way_on(level, node, at).to, at)


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


def found_node(root: Level, node_id: str, at: Span) -> tuple[Level, Node]:
    """Return the node with this id and the level it stands on.

    Raises:
        Misfit: there is none.
    """
    there = find(root, node_id)
    if there is None:
        ids = [node.id for _, node in walk(root)]
        raise Misfit(
            "E077",
            f"there is no step '{shown(node_id)}' to change",
            at,
            label="nothing has this id",
            hint=did_you_mean(node_id, ids, "ids here"),
            missing=node_id,
        )
    return there


def _target(root: Level, deed: Map) -> tuple[Level, Node, str]:
    """Return the level and node that a place names, and how it names it."""
    stated = [place for place in PLACES if deed.get(place) is not None]
    if len(stated) != 1:
        raise Misfit(
            "E079",
            "this has no place"
            if not stated
            else f"this has {len(stated)} places: {' and '.join(stated)}",
            deed.span,
            hint="say one of after: ID, before: ID, between: [ID, ID]",
        )
    place = stated[0]
    named = deed[place]
    if place == "between":
        level, node = found_node(root, str(named[0]), named.items_at[0])
        if str(named[1]) != level.end:
            other, _ = found_node(root, str(named[1]), named.items_at[1])
            if other is not level:
                raise Misfit(
                    "E079",
                    f"'{shown(named[0])}' and '{shown(named[1])}' stand on different "
                    "levels",
                    place_of(deed, place),
                    hint="name two steps of one level",
                )
        if not any(way.to == str(named[1]) for way in ways_of(node, level)):
            raise Misfit(
                "E079",
                f"no way leads from '{shown(named[0])}' to '{shown(named[1])}'",
                place_of(deed, place),
                hint=did_you_mean(
                    str(named[1]), [w.to for w in ways_of(node, level)], "it leads to"
                ),
            )
        return level, node, place
    return (*found_node(root, str(named), place_of(deed, place)), place)


def _only_way_on(level: Level, node: Node, at: Span) -> Way:
    on = onward(node, level)
    if len({way.to for way in on}) == 1:
        return on[0]
    where = ", ".join(f"'{shown(way.to)}'" for way in on)
    raise Misfit(
        "E080",
        f"'{shown(node.id)}' leads on to "
        + (f"several steps: {where}" if on else "nothing on its level"),
        at,
        label="which way goes on?",
        hint="first give it one way on with 'set', or use between: [...]",
    )


def _take_out(root: Level, level: Level, node: Node, onto: str, at: Span) -> None:
    """Take a node off its level; a branch whose only step goes, goes with it."""
    if len(level.nodes) == 1:
        beside = next(
            (
                other.branches
                for _, other in walk(root)
                if other.branches is not None and level in other.branches
            ),
            [],
        )
        if len(beside) < 2:
            raise Misfit(
                "E080",
                f"without '{shown(node.id)}' nothing is left here",
                at,
                label="the only step of its level",
                hint="remove the block that holds it, or add another step first",
            )
        beside.remove(level)
        return
    settle(level)
    redirect(level, node.id, onto, at, apart=node.id)
    level.nodes.remove(node)


def _put_before(level: Level, target: Node, node: Node, at: Span) -> None:
    settle(level)
    redirect(level, target.id, node.id, at, apart=target.id)
    level.nodes.insert(level.nodes.index(target), node)


def _put_between(level: Level, first: Node, second: str, node: Node, at: Span) -> None:
    settle(level)
    lead(
        first,
        (
            replace(way, to=node.id, at=at) if way.to == second else way
            for way in ways_of(first, level)
        ),
        at,
    )
    level.nodes.insert(level.nodes.index(first) + 1, node)


def _lead_on(node: Node, to: str, at: Span) -> None:
    """Lead a new node on, unless it says itself where it leads."""
    if node.data.get("next") is None:
        lead(node, [Way(to, None, at)], at)
