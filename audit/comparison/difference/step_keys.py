"""The keys of the file by which two versions of a step differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields

from audit.comparison.difference.equality import alike, ordered_flows
from audit.model import Quantities, Quantity, Step, Wait

Reader = Callable[[Step], object]

GONE = " (no longer stated)"
NEW = " (not stated before)"

_KINDS: dict[str, tuple[str, ...]] = {
    "pages": ("pages_read", "pages_fill"),
    "documents": ("documents", "originals", "third_party_documents"),
    "signatures": ("wet_signatures", "electronic_signatures", "notarised_signatures"),
    "print": ("print_pages",),
    "scan": ("scan_pages",),
    "fax": ("fax_pages",),
}
"""Key of the file -> what the model makes of it, where that is called otherwise."""

_KEY_OF = {kind: key for key, kinds in _KINDS.items() for kind in kinds}
_COUNTED: dict[str, tuple[str, ...]] = {
    key.replace("_", " "): _KINDS.get(key, (key,))
    for key in dict.fromkeys(
        _KEY_OF.get(field.name, field.name) for field in fields(Quantities)
    )
}
"""Key of the file, in words -> the counts of the model that it states."""

_MEASURED: dict[str, Reader] = {
    "wait": lambda s: s.wait,
    "silent": lambda s: s.silent,
    "every": lambda s: s.every,
    "asks": lambda s: None if s.asks is None else tuple(sorted(s.asks)),
}
"""Keys beside the counts without which something is not assessed."""

_FOUND = {"line", "place"}
_APART = {"id", "was", *_FOUND, "quantities", "flows", "provenance", *_MEASURED}
_WORDS = {"participants": "with", "work_covers_all": "work covers"}
_OTHER: dict[str, str] = {
    field.name: _WORDS.get(field.name, field.name.replace("_", " "))
    for field in fields(Step)
    if field.name not in _APART
}
"""All other fields of a step -> their key of the file, in words."""


def changed_keys(
    before: Step, after: Step, names: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the keys that differ, in words: what is counted first, then the rest.

    A key that says how much there is, and stands in one of the two only, says so: what
    a file does not say is not assessed, which is another thing than none.

    Args:
        before: a step.
        after: the same step after the change.
        names: id of a node of the before -> its id in the after.
    """
    return tuple(_changed(before, after, names))


def silenced_keys(before: Step, after: Step) -> tuple[str, ...]:
    """Return the keys of which the before states some, and the after says nothing."""
    return tuple(
        key
        for key, was, now in _amounts(before, after)
        if now is None and was is not None and _says_some(was)
    )


def _changed(before: Step, after: Step, names: Mapping[str, str]) -> Iterator[str]:
    for key, was, now in _amounts(before, after):
        if not alike(was, now):
            yield key + (GONE if now is None else NEW if was is None else "")
    if not alike(ordered_flows(before.flows, names), ordered_flows(after.flows)):
        yield "next"
    for field, key in _OTHER.items():
        if not alike(_other(before, field), _other(after, field)):
            yield key
    if _origin_differs(before, after):
        yield "evidence"


def _amounts(before: Step, after: Step) -> Iterator[tuple[str, object, object]]:
    """Yield each key that says how much, with what the two steps say."""
    for key, kinds in _COUNTED.items():
        yield key, _counted(before, kinds), _counted(after, kinds)
    for key, read in _MEASURED.items():
        yield key, read(before), read(after)


def _other(step: Step, field: str) -> object:
    if field == "participants":
        return tuple(sorted(step.participants, key=lambda person: person.role))
    return getattr(step, field)


def _counted(step: Step, kinds: tuple[str, ...]) -> object:
    found = tuple(getattr(step.quantities, kind) for kind in kinds)
    return None if all(quantity is None for quantity in found) else found


def _says_some(value: object) -> bool:
    match value:
        case tuple():
            return any(_says_some(part) for part in value)
        case Wait(takes=takes):
            return takes.mean > 0
        case Quantity():
            return value.mean > 0
        case _:
            return bool(value)


def _origin_differs(before: Step, after: Step) -> bool:
    """Return whether the step, or a number that both state, comes from elsewhere."""
    return before.provenance != after.provenance or any(
        was.provenance != now.provenance
        for was, now in zip(_numbers(before), _numbers(after), strict=True)
        if was is not None and now is not None
    )


def _numbers(step: Step) -> list[Quantity | None]:
    counted = [getattr(step.quantities, k) for k in Quantities.__dataclass_fields__]
    return [*counted, None if step.wait is None else step.wait.takes]
