"""An overlay as a plan: the process that any set of its changes makes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from audit.errors import AnalysisError, Problem, ProcessFileError, Severity
from audit.loaders.document import Document, Map
from audit.loaders.file_format import ProcessMap, RoleMap
from audit.loaders.overlay.format import CostMap
from audit.loaders.overlay.layer import Deeds, Layer, made
from audit.loaders.overlay.misfit import Misfit
from audit.loaders.overlay.needs import needs_of, touched
from audit.loaders.overlay.tree import read_tree
from audit.loaders.process_yaml import Memo, build_process, readable
from audit.loaders.reading import checked
from audit.loaders.step_format import NodeMap
from audit.model import Change, Process, Quantity

if TYPE_CHECKING:
    from audit.loaders.step_format import BlockMap, StepMap

REST = "(rest)"
"""Id of the change that holds the scope and clock of an overlay; no file can use it."""
_REST_KEYS = ("scope", "clock")


class OverlayPlan:
    """The changes between a file and an overlay above it.

    Files of a chain that stand between the two count as one: their changes are made in
    the order of the files.
    """

    def __init__(
        self,
        root: Map,
        written: ProcessMap,
        layers: tuple[Layer, ...],
        document: Document,
        process: Process,
    ) -> None:
        """Return the plan of sound files.

        Args:
            root: data of the file that the changes start from, changed by those layers
                that belong to the before.
            written: the same as the file format reads it.
            layers: the overlays whose changes can be made, the nearest to it first.
            document: of all files of the chain.
            process: with all changes made.
        """
        self._root, self._written = root, written
        self._layers, self._whole = layers, process
        self._document = Document.joined(document.parts, root)
        self._memo: Memo = {}
        self._nodes: dict[int, tuple[Map, StepMap | BlockMap]] = {}
        self._interned: dict[str, Map] = {}
        clock = root.get("clock")
        self._business = isinstance(clock, Map) and clock.get("days") == "business"
        needs = needs_of(layers, root, read_tree(root["steps"]))
        self._changes = tuple(
            _change(change, layer, needs[change.id])
            for layer in layers
            for change in layer.changes
        )
        if any(key in layer.own for layer in layers for key in _REST_KEYS):
            self._changes += (
                Change(id=REST, name="Scope and clock of the file", origin="rest"),
            )

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes, in the order of the files."""
        return self._changes

    def process(self, made: frozenset[str]) -> Process:
        """Return the process with these changes made, and no others.

        Raises:
            AnalysisError: together they make no process that hangs together.
        """
        root = self._root_after(made)
        nodes = [self._node(node) for node in root["steps"]]
        update: dict[str, Any] = {"steps": nodes}
        if root["roles"] is not self._root["roles"]:
            update["roles"] = {
                role_id: RoleMap.model_validate(role)
                for role_id, role in root["roles"].items()
            }
        self._document.root = root
        process = build_process(
            self._written.model_copy(update=update),
            self._document,
            b"",
            self._memo,
        )
        whole = self._whole
        process = replace(
            process,
            title=whole.title,
            variant=whole.variant,
            hires_per_year=whole.hires_per_year,
            sha256=whole.sha256,
            extends=whole.extends,
        )
        if REST in made:
            process = replace(process, scope=whole.scope, clock=whole.clock)
        return process

    def problems(self, made: frozenset[str]) -> tuple[Problem, ...]:
        """Return what would be wrong in a file with these changes made, and no others.

        Raises:
            AnalysisError: a change does not fit the process that it meets.
        """
        document = Document.joined(self._document.parts, self._root_after(made))
        try:
            checked(document, b"")
        except ProcessFileError as error:
            return tuple(p for p in error.problems if p.severity is Severity.ERROR)
        return ()

    def _root_after(self, chosen: frozenset[str]) -> Map:
        def refuse(misfit: Misfit) -> None:
            raise AnalysisError(f"{_listed(chosen)}: {misfit.message}")

        root = self._root
        for layer in self._layers:
            root = made(root, layer, chosen, refuse)
        return root

    def _node(self, data: Map) -> StepMap | BlockMap:
        """Return a node as the file format reads it, the same object for equal data."""
        known = self._nodes.get(id(data))
        if known is not None:
            return known[1]
        same = self._interned.setdefault(repr(data), data)
        if same is not data:
            return self._node(same)
        node = _node_format().validate_python(
            data, context={"business": self._business}
        )
        self._nodes[id(data)] = (data, node)
        return node  # type: ignore[no-any-return]


@cache
def _node_format() -> TypeAdapter[Any]:
    # A tenth of a second; every plan reads nodes alike.
    return TypeAdapter(NodeMap)


def _listed(chosen: frozenset[str]) -> str:
    return ", ".join(sorted(chosen)) or "no change"


def _change(change: Deeds, layer: Layer, needs: frozenset[str]) -> Change:
    data = change.data
    cost = CostMap.model_validate(data.get("cost") or {})
    name, note = data.get("name"), data.get("note")
    return Change(
        id=change.id,
        name=" ".join(name.split()) if isinstance(name, str) else readable(change.id),
        note=note if isinstance(note, str) else None,
        needs=needs,
        steps=touched(change),
        one_off=_amount(cost.one_off),
        per_year=_amount(cost.per_year),
        file=layer.document.file.replace("\\", "/").rsplit("/", 1)[-1],
    )


def _amount(cost: Any) -> Quantity | None:
    return cost if isinstance(cost, Quantity) else None
