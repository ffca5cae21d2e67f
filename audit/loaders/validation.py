"""The file format applied to a document: all problems with their places.

A file with problems is repaired and read on: each wrong value is put aside after it is
noted, so that one pass also finds what is wrong with the rest.
"""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from audit.loaders.document import Document, List, Map, Path
from audit.loaders.fault import Fault, Faults
from audit.loaders.file_format import ProcessMap
from audit.loaders.format_keys import keys_at, nearest_map
from audit.loaders.problem_text import did_you_mean, near_miss, shown
from audit.loaders.shape_hints import shape_hint
from audit.loaders.step_format import BlockMap
from audit.loaders.value_types import FileMap, Missing
from audit.loaders.yaml_reader import FLOW_KEYS

Format = TypeVar("Format", bound=FileMap)

MAX_REPAIRS = 6
_SHAPES = {
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}
_KEEP = frozenset({"steps", "roles", "parallel"})
"""Keys without which there is nothing left to check."""

_SYNONYMS = {
    "actor": "role",
    "who": "role",
    "type": "kind",
    "title": "name",
    "label": "name",
    "touch": "work",
    "effort": "work",
    "touch_time": "work",
    "duration": "wait",
    "delay": "wait",
    "elapsed": "wait",
    "lead_time": "wait",
    "collects": "asks",
    "then": "next",
    "goto": "next",
    "system": "channel",
    "medium": "channel",
    "docs": "documents",
    "accounts": "logins",
    "drop_off": "next",
    "probability": "share",
    "wet_signatures": "signatures: {wet: ...}",
    "electronic_signatures": "signatures: {electronic: ...}",
    "notarised_signatures": "signatures: {notarised: ...}",
    "notarized": "notarised",
    "basis": "evidence: {basis: ...}",
    "source": "evidence: {source: ...}",
    "participants": "with",
    "actors": "roles",
    "activities": "steps",
    "organisation": "about: {client: ...}",
}


def validated(document: Document) -> ProcessMap | None:
    """Return what a process file says, as far as it can be read; note every problem.

    The answer is None when too little is left to check further.
    """
    return fitted(document, ProcessMap)


def fitted(document: Document, model: type[Format]) -> Format | None:
    """Return what a file of a format says; see `validated`."""
    root = document.root
    clock = root.get("clock")
    business = isinstance(clock, Map) and clock.get("days") == "business"
    for attempt in range(MAX_REPAIRS):
        try:
            return model.model_validate(root, context={"business": business})
        except ValidationError as error:
            found = error.errors(include_url=False, include_input=False)
        if attempt == 0:
            for one in found:
                _note(one, document, model)
        # The last first: taking an item out of a list moves those after it.
        repairs = [_repair(document.root, one) for one in reversed(found)]
        if not all(repairs):
            return None
    return None


def _plain(loc: tuple[str | int, ...]) -> Path:
    """Return a path of the file from pydantic's, which also names the shapes met."""
    return tuple(
        part for part in loc if isinstance(part, int) or not part.startswith("(")
    )


def _note(one: Any, document: Document, model: type[FileMap]) -> None:
    """Turn one of pydantic's errors into problems."""
    path = _plain(one["loc"])
    kind, context = one["type"], one.get("ctx", {})
    document.flows_in_doubt |= _concerns_flows(path)
    if "next" in path:
        document.broken_flows.add(path[: path.index("next") + 1])
    match context.get("error"):
        case Fault() as fault:
            _note_fault(fault, path, document)
        case Faults() as several:
            for fault in several.faults:
                _note_fault(fault, path, document)
        case _ if kind == "missing":
            _note_missing(path, document)
        case _ if kind == "extra_forbidden":
            _note_unknown_key(one["loc"], path, document, model)
        case _ if kind == "too_short":
            name = path[-1] if isinstance(path[-1], str) else path[-2]
            document.add("E017", f"'{name}' is empty", path)
        case _:
            wanted = _SHAPES.get(kind, "another value")
            met = document.value(path)
            document.add(
                "E016",
                f"expected {wanted}, found {_quoted(met)}",
                path,
                hint=shape_hint(one["loc"], met, kind == "list_type", model)
                if kind in _SHAPES
                else "",
            )


def _quoted(value: object) -> str:
    return f"'{shown(value)}'" if isinstance(value, str) else shown(value)


def _note_fault(fault: Fault, path: Path, document: Document) -> None:
    place = (*path, *fault.path)
    if document.span(place) in document.broken_numbers:
        return
    document.add(
        fault.code,
        fault.message,
        place,
        label=fault.label,
        hint=fault.hint,
        key=fault.key,
    )


def _note_missing(path: Path, document: Document) -> None:
    owner, key = _owner(path[:-1]), path[-1]
    written = document.has(path)
    document.add(
        "E015",
        f"'{key}' has no value" if written else f"{owner} has no '{key}'",
        path if written else path[:-1],
        key=written,
        label="" if written else f"needs '{key}'",
        hint=_MISSING_HINTS.get(str(key), ""),
    )


_MISSING_HINTS = {
    "process": "add the line 'process: ' with a title",
    "roles": "add 'roles:' with the people who do the steps",
    "steps": "add 'steps:' with what happens, in order",
    "id": "give it a short name, unique in the file",
    "role": "say who does it: an id under 'roles'",
    "side": "write candidate, employer, vendor, third_party or system",
    "to": "write the id of a step, an outcome, or done",
    "takes": "write how long, for example takes: 14 days",
    "work": "write how long one job takes, for example work: 2 h",
    "method": "write keyword, knockout, glance or expert",
}


def _owner(path: Path) -> str:
    """Return what the mapping at a path is called."""
    names = [part for part in path if isinstance(part, str)]
    if not names:
        return "the file"
    match names[-1]:
        case "steps" | "parallel":
            return "this step"
        case "next":
            return "this flow"
        case "changes":
            return "this change"
        case "add" | "move":
            return "this step"
        case last if len(names) > 1 and names[-2] == "roles":
            return f"the role '{shown(last)}'"
        case last:
            return f"'{shown(last)}'"


def _note_unknown_key(
    loc: Path, path: Path, document: Document, top: type[FileMap]
) -> None:
    key = str(path[-1])
    model = nearest_map(loc, top)
    known = keys_at(model)
    hint = did_you_mean(key, known, "keys here")
    if near_miss(key, known) is None and key.lower() in _SYNONYMS:
        hint = f"did you mean '{_SYNONYMS[key.lower()]}'?"
    label = "not a key here"
    if model is BlockMap:
        label = "not a key of a parallel block"
        hint = hint if near_miss(key, known) else "its steps may have it"
    meant = near_miss(key, known) or key
    document.flows_in_doubt |= meant in FLOW_KEYS
    document.add(
        "E002", f"unknown key '{shown(key)}'", path, label=label, hint=hint, key=True
    )


def _concerns_flows(path: Path) -> bool:
    """Say whether what is wrong at a path may change where cases go."""
    rest = list(path)
    while rest and rest[0] in {"steps", "parallel"}:
        places = next(
            (n for n, p in enumerate(rest[1:], 1) if isinstance(p, str)), None
        )
        rest = [] if places is None else rest[places:]
    return not rest or rest[0] in FLOW_KEYS


def _repair(root: Map, one: Any) -> bool:
    """Put a wrong value aside; say whether that could be done."""
    path = _plain(one["loc"])
    parents: list[Any] = [root]
    for part in path[:-1]:
        here = parents[-1]
        if isinstance(here, Map) and part in here:
            parents.append(here[str(part)])
        elif isinstance(here, List) and isinstance(part, int) and part < len(here):
            parents.append(here[part])
        else:
            return True
    if one["type"] == "missing":
        return _stand_in(parents[-1], str(path[-1]))
    for depth in reversed(range(len(path))):
        here, part = parents[depth], path[depth]
        if isinstance(here, Map) and part in here:
            if part in _KEEP:
                return False
            del here[str(part)]
            return True
        if _holds_nodes(path[:depth]) and isinstance(here, List):
            empty = Map()
            empty.span, empty.size = here.span, 1
            empty.keys_at, empty.values_at = {}, {}
            here[int(part)] = empty
            return True
    return True


def _stand_in(here: Any, key: str) -> bool:
    """Write a stand-in for a missing value."""
    if key in _KEEP or not isinstance(here, Map):
        return False
    here[key] = Missing()
    return True


def _holds_nodes(path: Path) -> bool:
    """Say whether the value at a path is a list of steps and blocks."""
    if path == ("steps",):
        return True
    return len(path) >= 2 and path[-2] == "parallel"
