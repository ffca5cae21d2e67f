"""What each change touches, and which changes have to be made before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from audit.loaders.document import List, Map
from audit.loaders.overlay.layer import Deeds, Layer, closures
from audit.loaders.overlay.tree import Level, walk


def needs_of(
    layers: tuple[Layer, ...], root: Map, tree: Level
) -> dict[str, frozenset[str]]:
    """Return change id -> the changes it needs, stated and implied, all the way down.

    A change that names a step or role which another change brings needs that change.

    Args:
        layers: all overlays of a chain.
        root: data of the process that they start from.
        tree: its steps.
    """
    there = {node.id for _, node in walk(tree)} | set(root["roles"])
    bringers: dict[str, str] = {}
    direct: dict[str, set[str]] = {}
    for layer in layers:
        for change in layer.changes:
            for name in brought(change):
                if name not in there:
                    bringers.setdefault(name, change.id)
    for layer in layers:
        for change in layer.changes:
            stated = {str(need) for need in change.data.get("needs") or ()}
            implied = {bringers[name] for name in named(change) if name in bringers}
            direct[change.id] = (stated | implied) - {change.id}
    return closures(direct)


def brought(change: Deeds) -> Iterator[str]:
    """Yield the ids of the nodes and roles that a change adds."""
    yield from change.data.get("roles") or ()
    for deed in ("add", "parallel"):
        for item in change.data.get(deed) or ():
            if isinstance(item, Map):
                yield from _ids_in(item)


def named(change: Deeds) -> Iterator[str]:
    """Yield every id of a node or role that a change names."""
    data = change.data
    for step_id, keys in (data.get("set") or {}).items():
        yield step_id
        yield from _named_in(keys)
    for deed in ("shares", "scale_shares"):
        for step_id, shares in (data.get(deed) or {}).items():
            yield step_id
            yield from shares
    yield from data.get("scale") or ()
    yield from map(str, data.get("remove") or ())
    for item in (*(data.get("add") or ()), *(data.get("move") or ())):
        for place in ("after", "before", "step"):
            if isinstance(item.get(place), str):
                yield item[place]
        yield from map(str, item.get("between") or ())
        yield from _named_in(item)
    for item in data.get("parallel") or ():
        for branch in item.get("branches") or ():
            yield from map(str, branch)


def touched(change: Deeds) -> tuple[str, ...]:
    """Return the ids of the steps that a change lays hold of."""
    data = change.data
    ids = [
        *(data.get("set") or ()),
        *(data.get("shares") or ()),
        *(data.get("scale") or ()),
        *(data.get("scale_shares") or ()),
        *(str(item["step"]) for item in data.get("move") or ()),
        *(node_id for item in data.get("add") or () for node_id in _ids_in(item)),
        *map(str, data.get("remove") or ()),
        *(
            str(node_id)
            for item in data.get("parallel") or ()
            for branch in item["branches"]
            for node_id in branch
        ),
    ]
    return tuple(dict.fromkeys(ids))


def _ids_in(node: Map) -> Iterator[str]:
    if isinstance(node.get("id"), str):
        yield node["id"]
    for branch in _branches(node):
        for inner in branch:
            if isinstance(inner, Map):
                yield from _ids_in(inner)


def _branches(node: Map) -> Iterator[List]:
    parallel = node.get("parallel")
    if isinstance(parallel, List):
        yield from (branch for branch in parallel if isinstance(branch, List))


def _named_in(keys: Any) -> Iterator[str]:
    """Yield roles and targets that the keys of a step name."""
    if not isinstance(keys, Map):
        return
    if isinstance(keys.get("role"), str):
        yield keys["role"]
    for key in ("with", "next"):
        value = keys.get(key)
        if isinstance(value, Map):
            yield from value
        elif isinstance(value, str):
            yield value
        elif isinstance(value, List):
            for item in value:
                if isinstance(item, Map) and isinstance(item.get("to"), str):
                    yield item["to"]
    for branch in _branches(keys):
        for inner in branch:
            yield from _named_in(inner)
