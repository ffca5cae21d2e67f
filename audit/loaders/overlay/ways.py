"""The ways on from a node as written, and how edits lead them elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from audit.loaders import scalars
from audit.loaders.document import List, Map, Span
from audit.loaders.fault import Fault, Faults
from audit.loaders.overlay.tree import (
    Level,
    Node,
    list_of,
    map_of,
    place_of,
    with_keys,
)
from audit.loaders.sums import add_quantities
from audit.loaders.value_types import REST
from audit.model import Law, Quantity


@dataclass(frozen=True, slots=True)
class Way:
    """One flow as written."""

    to: str
    share: Any
    """As written; None when the node has one way on and states no share."""
    at: Span
    more: Map | None = None
    """Its other keys: kind, reason, redo, note."""

    @property
    def rework(self) -> bool:
        """Whether the file calls it rework."""
        return self.more is not None and self.more.get("kind") == "rework"


def ways_of(node: Node, level: Level) -> list[Way]:
    """Return the ways on from a node, the unwritten one to the node below included."""
    following = node.data.get("next")
    at = place_of(node.data, "next")
    match following:
        case None:
            return [Way(level.below(node), None, at)]
        case str():
            return [Way(following.strip(), None, at)]
        case Map():
            return [
                Way(to, share, following.keys_at[to]) for to, share in following.items()
            ]
        case List():
            return [
                Way(str(item.get("to", "")), item.get("share"), item.span, item)
                for item in following
                if isinstance(item, Map)
            ]
    return []


def lead(node: Node, ways: Iterable[Way], at: Span | None = None) -> None:
    """Write the ways on of a node; those to one target become one.

    Args:
        node: the node.
        ways: its ways on.
        at: where problems point to; None leaves it at the node's own `next`.
    """
    ways = _merged(list(ways))
    at = at or place_of(node.data, "next")
    following: Any
    if len(ways) == 1 and _plain(ways[0]) and ways[0].share in {None, "100%"}:
        following, at = ways[0].to, ways[0].at
    elif all(_plain(way) for way in ways):
        following = map_of({way.to: (_share(way), way.at) for way in ways}, at)
    else:
        items = [_item(way) for way in ways]
        following = list_of(items, [way.at for way in ways], at)
    node.data = with_keys(node.data, {"next": (following, at)})


def onward(node: Node, level: Level) -> list[Way]:
    """Return the ways that move a case on along its level: no return, no ending."""
    place = {other.id: k for k, other in enumerate(level.nodes)}
    here = place[node.id]
    return [
        way
        for way in ways_of(node, level)
        if not way.rework and (way.to == level.end or place.get(way.to, -1) > here)
    ]


def redirect(level: Level, old: str, new: str, at: Span, *, apart: str = "") -> None:
    """Lead everything on a level that leads to `old` to `new` instead.

    Args:
        level: the level.
        old: id of a node.
        new: id of a node, an outcome or the end.
        at: where problems point to.
        apart: id of a node whose own ways stay.
    """
    for node in level.nodes:
        if node.id == apart:
            continue
        ways = ways_of(node, level)
        if any(way.to == old for way in ways):
            lead(
                node,
                (replace(way, to=new, at=at) if way.to == old else way for way in ways),
                at,
            )


def settle(level: Level) -> None:
    """Write out every way that the order of the nodes implies."""
    for node in level.nodes:
        if node.data.get("next") is None:
            before = node.data
            lead(node, ways_of(node, level))
            node.settled = (before, node.data)


def _plain(way: Way) -> bool:
    return way.more is None or not set(way.more) - {"to", "share"}


def _share(way: Way) -> Any:
    return "100%" if way.share is None else way.share


def _item(way: Way) -> Map:
    values: dict[str, tuple[Any, Span]] = {"to": (way.to, way.at)}
    if way.share is not None:
        values["share"] = (way.share, way.at)
    if way.more is None:
        return map_of(values, way.at)
    kept = {
        key: (value, way.more.values_at[key])
        for key, value in way.more.items()
        if key not in {"to", "share"}
    }
    return map_of({**values, **kept}, way.at)


def _merged(ways: list[Way]) -> list[Way]:
    """Add up the shares of ways that came to have the same target.

    A reason or `redo` of one of them does not hold for the sum and goes.
    """
    found: dict[str, Way] = {}
    for way in ways:
        if way.to not in found:
            found[way.to] = way
            continue
        other = found[way.to]
        if (total := _sum(other.share, way.share)) is None:
            # What cannot be added up stays two flows, which the check then reports.
            return ways
        found[way.to] = Way(way.to, total, other.at)
    return list(found.values())


def _sum(first: Any, second: Any) -> str | Map | None:
    """Return the sum of two shares as written; None when one is no share."""
    if first is None or second is None or REST in (first, second):
        return REST if REST in (first, second) else None
    try:
        one, other = scalars.share(first), scalars.share(second)
    except (Fault, Faults):
        return None
    if one is None or other is None:
        return None
    return _written(add_quantities(one, other))


def _written(total: Quantity) -> str | Map:
    def words(share: float) -> str:
        return repr(share) if share < 1 - 1e-12 else "100%"

    if total.law is Law.POINT:
        return words(total.likely)
    if total.law is Law.UNIFORM:
        return f"{words(total.low)}-{words(total.high)}"
    nowhere = Span(0, 0, 0, 1)
    ends = {"low": total.low, "likely": total.likely, "high": total.high}
    return map_of({key: (words(end), nowhere) for key, end in ends.items()}, nowhere)
