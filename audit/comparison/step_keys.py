"""The keys of the file by which two versions of a step differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from audit.comparison.equality import alike, ordered_flows
from audit.model import Quantities, Quantity, Step, Wait

Reader = Callable[[Step], object]

GONE = " (no longer stated)"
NEW = " (not stated before)"

_COUNTED: dict[str, tuple[str, ...]] = {
    "work": ("work",),
    "pages": ("pages_read", "pages_fill"),
    "fields": ("fields",),
    "repeated fields": ("repeated_fields",),
    "instructions": ("instructions",),
    "documents": ("documents", "originals", "third_party_documents"),
    "signatures": ("wet_signatures", "electronic_signatures", "notarised_signatures"),
    "print": ("print_pages",),
    "scan": ("scan_pages",),
    "fax": ("fax_pages",),
    "uploads": ("uploads",),
    "logins": ("logins",),
    "calls": ("calls",),
    "trip": ("trip",),
    "cost": ("cost",),
    "fee": ("fee",),
    "rekey": ("rekey",),
    "check": ("check",),
    "file": ("file",),
}
"""Key of the file, in words -> what the model makes of it."""

_MEASURED: dict[str, Reader] = {
    "wait": lambda s: s.wait,
    "silent": lambda s: s.silent,
    "every": lambda s: s.every,
    "asks": lambda s: None if s.asks is None else tuple(sorted(s.asks)),
}
"""Keys beside the counts without which something is not assessed."""

_OTHER: dict[str, Reader] = {
    "name": lambda s: s.name,
    "role": lambda s: s.role,
    "phase": lambda s: s.phase,
    "kind": lambda s: s.kind,
    "channel": lambda s: s.channel,
    "per": lambda s: s.per,
    "with": lambda s: tuple(sorted(s.participants, key=lambda p: p.role)),
    "work covers": lambda s: s.work_covers_all,
    "deadline": lambda s: s.deadline,
    "sla": lambda s: s.sla,
    "applies to": lambda s: s.applies_to,
    "screen": lambda s: s.screen,
    "justified": lambda s: s.justified,
    "mandate": lambda s: s.mandate,
    "removable": lambda s: s.removable,
    "owner": lambda s: s.owner,
    "contact": lambda s: s.contact,
    "position": lambda s: s.position,
    "contingency": lambda s: s.contingency,
    "commits": lambda s: s.commits,
    "pay disclosed": lambda s: s.pay_disclosed,
    "timeline told": lambda s: s.timeline_told,
    "feedback": lambda s: s.feedback,
    "scheduling": lambda s: s.scheduling,
    "mobile": lambda s: s.mobile,
    "accessible": lambda s: s.accessible,
    "paid": lambda s: s.paid,
    "reading grade": lambda s: s.reading_grade,
    "requirements": lambda s: s.requirements,
    "note": lambda s: s.note,
}


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
    for key, read in _OTHER.items():
        if not alike(read(before), read(after)):
            yield key
    if _origin_differs(before, after):
        yield "evidence"


def _amounts(before: Step, after: Step) -> Iterator[tuple[str, object, object]]:
    """Yield each key that says how much, with what the two steps say."""
    for key, kinds in _COUNTED.items():
        yield key, _counted(before, kinds), _counted(after, kinds)
    for key, read in _MEASURED.items():
        yield key, read(before), read(after)


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
