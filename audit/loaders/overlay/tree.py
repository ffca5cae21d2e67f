"""The data of a process file as a tree that changes can edit.

Edits copy what they touch and share the rest, so that the file read stays as it was and
a step that no change touches is the same object in every variant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from audit.loaders.document import List, Map, Span
from audit.model import DONE, HIRED


@dataclass(eq=False, slots=True)
class Node:
    """A step or block; `data` holds its keys as written."""

    data: Map
    branches: list[Level] | None = None
    """Of a block; the `parallel` in its data follows when the tree is written."""
    settled: tuple[Map, Map] | None = None
    """Its data before and after its unwritten way on was written out."""

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.data["id"])


@dataclass(eq=False, slots=True)
class Level:
    """The top level or a branch."""

    nodes: list[Node]
    end: str
    """Where its last node leads to: `hired` or `done`."""
    written: Any = field(default=None)
    """The list that it was read from."""

    def below(self, node: Node) -> str:
        """Return where a node leads that does not say: the node below, or the end."""
        place = self.nodes.index(node) + 1
        return self.nodes[place].id if place < len(self.nodes) else self.end


def read_tree(steps: List) -> Level:
    """Return the tree of the `steps` of a file that was found to be sound."""
    return _level(steps, HIRED)


def node_of(data: Map) -> Node:
    """Return a node of data that may not be sound; its branches where it has any."""
    parallel = data.get("parallel")
    sound = isinstance(parallel, List) and all(
        isinstance(branch, List)
        and all(isinstance(node, Map) and "id" in node for node in branch)
        for branch in parallel
    )
    if not sound:
        return Node(data)
    return Node(data, [_level(branch, DONE) for branch in data["parallel"]])


def _level(nodes: List, end: str) -> Level:
    return Level([node_of(node) for node in nodes], end, nodes)


def written_level(level: Level) -> List:
    """Return a level as data; the list that it was read from if nothing changed."""
    nodes = [_written_node(_unsettled(node, level)) for node in level.nodes]
    old = level.written
    if (
        old is not None
        and len(old) == len(nodes)
        and all(a is b for a, b in zip(old, nodes, strict=True))
    ):
        return old  # type: ignore[no-any-return]
    return list_of(nodes, [node.span for node in nodes])


def _unsettled(node: Node, level: Level) -> Node:
    """Take a written-out way back where the order of the nodes still implies it."""
    if (
        node.settled is not None
        and node.data is node.settled[1]
        and node.data["next"] == level.below(node)
    ):
        node.data = node.settled[0]
    return node


def _written_node(node: Node) -> Map:
    if node.branches is None:
        return node.data
    branches = [written_level(level) for level in node.branches]
    old = node.data.get("parallel")
    if (
        isinstance(old, List)
        and all(a is b for a, b in zip(old, branches, strict=False))
        and len(old) == len(branches)
    ):
        return node.data
    parallel = list_of(branches, [branch.span for branch in branches])
    return with_keys(node.data, {"parallel": (parallel, node.data.span)})


def place_of(data: Map, key: str) -> Span:
    """Return where the value of a key stands; the mapping where it has none."""
    return data.values_at.get(key, data.span)


def find(level: Level, node_id: str) -> tuple[Level, Node] | None:
    """Return a node and the level it stands on; None when nothing has this id."""
    return next((there for there in walk(level) if there[1].id == node_id), None)


def walk(level: Level) -> Iterator[tuple[Level, Node]]:
    """Yield every node with its level, a block before what stands in it."""
    for node in level.nodes:
        yield level, node
        for branch in node.branches or ():
            yield from walk(branch)


def with_keys(data: Map, values: dict[str, tuple[Any, Span]]) -> Map:
    """Return a copy with these keys, each with the place that problems point to."""
    copy = _copy(data)
    for key, (value, at) in values.items():
        copy[key] = value
        copy.keys_at[key] = copy.values_at[key] = at
    return copy


def taken_over(data: Map, source: Map, keys: Iterator[str] | list[str]) -> Map:
    """Return a copy with keys of another mapping; null there takes a key away."""
    copy = _copy(data)
    for key in keys:
        if source[key] is None:
            _drop(copy, key)
            continue
        copy[key] = source[key]
        copy.keys_at[key] = source.keys_at[key]
        copy.values_at[key] = source.values_at[key]
    return copy


def without(data: Map, *keys: str) -> Map:
    """Return a copy without some keys."""
    copy = _copy(data)
    for key in keys:
        _drop(copy, key)
    return copy


def map_of(values: dict[str, tuple[Any, Span]], span: Span) -> Map:
    """Return a new mapping."""
    built = Map()
    built.span, built.size = span, 1 + len(values)
    built.keys_at, built.values_at = {}, {}
    for key, (value, at) in values.items():
        built[key] = value
        built.keys_at[key] = built.values_at[key] = at
    return built


def list_of(items: list[Any], spans: list[Span], span: Span | None = None) -> List:
    """Return a new list."""
    built = List(items)
    built.items_at = spans
    built.size = 1 + len(items)
    built.span = span or (spans[0] if spans else Span(0, 0, 0, 1))
    return built


def _copy(data: Map) -> Map:
    copy = Map(data)
    copy.span, copy.size = data.span, data.size
    copy.keys_at, copy.values_at = dict(data.keys_at), dict(data.values_at)
    return copy


def _drop(data: Map, key: str) -> None:
    data.pop(key, None)
    data.keys_at.pop(key, None)
    data.values_at.pop(key, None)
