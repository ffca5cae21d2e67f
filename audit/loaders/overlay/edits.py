"""What a change can do to a process: one function for each deed.

Each edits the tree in place and raises `Misfit` where the deed does not fit the process
that it meets. Side by side is in `grouping`, factors are in `scaling`.
"""

from __future__ import annotations

from dataclasses import replace

from audit.loaders.document import Map, Span
from audit.loaders.overlay.misfit import Misfit, found_node
from audit.loaders.overlay.placing import (
    PLACES,
    lead_on,
    only_way_on,
    put_before,
    put_between,
    take_out,
    target_of,
)
from audit.loaders.overlay.tree import (
    Level,
    node_of,
    place_of,
    taken_over,
    with_keys,
    without,
)
from audit.loaders.overlay.ways import Way, lead, settle, ways_of
from audit.loaders.problem_text import did_you_mean, shown
from audit.model import Pass


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
    way_on = only_way_on(level, node, at)
    own = ways_of(node, level)
    take_out(root, level, node, way_on.to, at)
    there, target, place = target_of(root, deed)
    if place == "before":
        onto = target.id
        put_before(there, target, node, deed.span)
    else:
        onto = (
            only_way_on(there, target, place_of(deed, place)).to
            if place == "after"
            else str(deed[place][1])
        )
        put_between(there, target, onto, node, deed.span)
    lead(
        node,
        (replace(way, to=onto) if way.to == way_on.to else way for way in own),
        deed.span,
    )


def add_node(root: Level, deed: Map) -> None:
    """Put a new node in."""
    there, target, place = target_of(root, deed)
    keys = without(deed, *PLACES)
    node = node_of(keys)
    if place == "between":
        onto = str(deed[place][1])
        put_between(there, target, onto, node, deed.span)
        lead_on(node, onto, deed.span)
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
        put_before(there, target, node, deed.span)
        lead_on(node, target.id, deed.span)
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
    take_out(root, level, node, only_way_on(level, node, at).to, at)
