"""The changes of one overlay as written, and what making some of them yields."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from audit.loaders.document import Document, List, Map, Span
from audit.loaders.overlay.edits import (
    add_node,
    edit_role,
    move_step,
    remove_node,
    set_keys,
    set_shares,
)
from audit.loaders.overlay.format import OWN, REPLACED
from audit.loaders.overlay.grouping import group
from audit.loaders.overlay.misfit import Misfit
from audit.loaders.overlay.scaling import scale_keys, scale_shares
from audit.loaders.overlay.tree import (
    Level,
    place_of,
    read_tree,
    taken_over,
    walk,
    with_keys,
    without,
    written_level,
)

Report = Callable[[Misfit], None]
BY_STEP = ("set", "shares", "scale", "scale_shares")
"""Deeds that name steps, in their order."""


@dataclass(frozen=True, slots=True)
class Deeds:
    """One change as written."""

    id: str
    data: Map
    at: Span
    """Where its id stands."""
    needs: frozenset[str]
    """Changes of the same file that it says it needs, all the way down."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One overlay as written."""

    document: Document
    changes: tuple[Deeds, ...]
    """In the order of the file."""

    @property
    def own(self) -> Map:
        """The top level of the overlay."""
        root: Map = self.document.root
        return root


def layer_of(document: Document) -> Layer:
    """Return the changes of an overlay that fits its format."""
    changes: List = document.root["changes"]
    direct = {
        str(change["id"]): {str(need) for need in change.get("needs") or ()}
        for change in changes
    }
    needs = closures(direct)
    return Layer(
        document,
        tuple(
            Deeds(
                str(change["id"]),
                change,
                place_of(change, "id"),
                needs[str(change["id"])],
            )
            for change in changes
        ),
    )


def closures(direct: Mapping[str, Collection[str]]) -> dict[str, frozenset[str]]:
    """Return what each change needs, and what that needs, all the way down.

    A change that is in its own answer is one of a ring.
    """
    found: dict[str, frozenset[str]] = {}
    for change in direct:
        reached: set[str] = set()
        ahead = [*direct[change]]
        while ahead:
            need = ahead.pop()
            if need not in reached:
                reached.add(need)
                ahead.extend(direct.get(need, ()))
        found[change] = frozenset(reached)
    return found


def made(root: Map, layer: Layer, chosen: frozenset[str], report: Report) -> Map:
    """Return the data of a process after some changes of a layer.

    Changes of one file are made deed by deed, so that their order in the file does not
    matter: roles, keys, shares, factors, moves, new steps and their keys, steps that
    go, parallel blocks. Within a deed a change comes after those that it says it needs,
    so that it may set anew what they set; else they go by their ids.

    Args:
        root: of the process that the layer changes.
        layer: the changes.
        chosen: ids of those to make.
        report: is told of each deed that does not fit.
    """
    changes = sorted(
        (change for change in layer.changes if change.id in chosen),
        key=lambda change: (len(change.needs), change.id),
    )
    if not changes:
        return root
    editing = _Editing(root, report)
    for change in changes:
        editing.roles(change)
    there = editing.ids()
    for deed in BY_STEP:
        for change in changes:
            editing.by_step(change, deed, lambda step_id: step_id in there)
    for deed in ("move", "add"):
        for change in changes:
            editing.in_turn(change, deed)
    for deed in BY_STEP:
        for change in changes:
            editing.by_step(change, deed, lambda step_id: step_id not in there)
    for deed in ("remove", "parallel"):
        for change in changes:
            editing.in_turn(change, deed)
    return editing.result()


def with_own_words(root: Map, layer: Layer) -> Map:
    """Return the data of a process with the title, clock and other words of a layer."""
    own = layer.own
    root = without(root, *OWN)
    root = taken_over(root, own, [key for key in (*REPLACED, *OWN) if key in own])
    if root.get("variant") is None:
        root = with_keys(root, {"variant": ("after", own.values_at["extends"])})
    return root


class _Editing:
    """Edits one copy of a process, deed by deed."""

    def __init__(self, root: Map, report: Report) -> None:
        self.root = root
        self.tree: Level = read_tree(root["steps"])
        self.known: Map = root["roles"]
        self.report = report
        self.followed: dict[str, str] = {}
        """Node -> the last one that was added after it."""

    def roles(self, change: Deeds) -> None:
        roles = change.data.get("roles")
        if isinstance(roles, Map):
            for role_id in roles:
                self.known = edit_role(self.known, role_id, roles)

    def ids(self) -> frozenset[str]:
        return frozenset(node.id for _, node in walk(self.tree))

    def by_step(
        self, change: Deeds, deed: str, concerned: Callable[[str], bool]
    ) -> None:
        steps = change.data.get(deed)
        for step_id in steps or ():
            if not concerned(step_id):
                continue
            match deed:
                case "set":
                    self._try(set_keys, step_id, steps)
                case "shares":
                    self._try(set_shares, step_id, steps)
                case "scale":
                    self._try(scale_keys, step_id, steps, self.root.get("defaults"))
                case "scale_shares":
                    self._try(scale_shares, step_id, steps)

    def in_turn(self, change: Deeds, deed: str) -> None:
        for item, at in _items(change.data.get(deed)):
            match deed:
                case "move":
                    self._try(move_step, item)
                case "add":
                    self._try(add_node, self._behind_the_last(item))
                case "remove":
                    self._try(remove_node, str(item), at)
                case "parallel":
                    self._try(group, item)

    def _behind_the_last(self, item: Map) -> Map:
        """Let several nodes added after the same one stand in their order."""
        anchor = item.get("after")
        if anchor is None:
            return item
        last = self.followed.get(anchor, anchor)
        self.followed[anchor] = str(item["id"])
        return with_keys(item, {"after": (last, place_of(item, "after"))})

    def _try(self, edit: Callable[..., None], *deed: Any) -> None:
        try:
            edit(self.tree, *deed)
        except Misfit as misfit:
            self.report(misfit)

    def result(self) -> Map:
        root = self.root
        steps = written_level(self.tree)
        if steps is not root["steps"]:
            root = with_keys(root, {"steps": (steps, root.values_at["steps"])})
        if self.known is not root["roles"]:
            root = with_keys(root, {"roles": (self.known, root.values_at["roles"])})
        return root


def _items(deeds: Any) -> Iterator[tuple[Any, Span]]:
    if isinstance(deeds, List):
        yield from zip(deeds, deeds.items_at, strict=True)
