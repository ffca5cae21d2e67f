"""Multiplying what the process states: numbers of steps, and shares of their ways.

A factor is written into the data beside the number (`{value: 3 days, times: 0.5}`), so
that whoever reads the result sees both. Factors commute, so several changes may
multiply the same number, in any order.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from audit.loaders import scalars
from audit.loaders.document import List, Map, Span
from audit.loaders.fault import Fault, Faults
from audit.loaders.overlay.misfit import Misfit, found_node
from audit.loaders.overlay.tree import Level, list_of, map_of, with_keys
from audit.loaders.overlay.ways import Way, lead, ways_of
from audit.loaders.problem_text import did_you_mean, shown
from audit.loaders.value_types import REST
from audit.model import Pass

SCALABLE = (
    "applies_to",
    "calls",
    "check",
    "cost",
    "deadline",
    "documents",
    "every",
    "fax",
    "fee",
    "fields",
    "file",
    "instructions",
    "logins",
    "pages",
    "print",
    "reading_grade",
    "rekey",
    "repeated_fields",
    "requirements",
    "scan",
    "signatures",
    "silent",
    "sla",
    "trip",
    "uploads",
    "wait",
    "work",
)
"""Keys of a step that hold a number, or several by kind."""

_KINDS = {
    "documents": ("copies", "originals", "third_party"),
    "pages": ("read", "fill"),
    "signatures": ("wet", "electronic", "notarised"),
    "wait": ("takes",),
}
_AMOUNT = frozenset({"value", "low", "likely", "high"})


def scale_keys(root: Level, step_id: str, deed: Map, defaults: Map | None) -> None:
    """Multiply numbers that a step states, or that the defaults of its role give it.

    Raises:
        Misfit: it states none.
    """
    _, node = found_node(root, step_id, deed.keys_at[step_id])
    factors: Map = deed[step_id]
    for key in factors:
        at = factors.keys_at[key]
        number = stated(node.data, key, defaults)
        if number is None:
            raise Misfit(
                "E083",
                f"'{shown(step_id)}' states no '{key}' to multiply",
                at,
                hint=f"state it in the file below, or give it with set: {{{key}: ...}}",
            )
        value = _times_each(number, key, factors[key], factors.values_at[key])
        if value is None:
            raise Misfit(
                "E083",
                f"'{key}' of '{shown(step_id)}' is {shown(number)}, which is no number",
                at,
                hint="it follows the number that it stands for; multiply that",
            )
        node.data = with_keys(node.data, {key: (value, at)})


def can_scale(data: Map, key: str, defaults: Map | None) -> bool:
    """Say whether `scale` can multiply a key of a step as written."""
    return _times_each(stated(data, key, defaults), key, "1", data.span) is not None


def scale_shares(root: Level, step_id: str, deed: Map) -> None:
    """Multiply shares of ways; the rest of the ways takes up the difference.

    That is the way whose share is `rest`; where none is, the largest of those that are
    not multiplied becomes it.

    Raises:
        Misfit: there is no such way, its share is no number, or no other way is left.
    """
    level, node = found_node(root, step_id, deed.keys_at[step_id])
    factors: Map = deed[step_id]
    ways = ways_of(node, level)
    targets = [way.to for way in ways]
    scaled: list[Way] = []
    for to in factors:
        if to not in targets:
            raise Misfit(
                "E077",
                f"no way leads from '{shown(step_id)}' to '{shown(to)}'",
                factors.keys_at[to],
                label="not in its 'next'",
                hint=did_you_mean(to, targets, "its ways lead to"),
            )
    for way in ways:
        if way.to in factors:
            at = factors.keys_at[way.to]
            share = None if _divided(way) else times(way.share, factors[way.to], at)
            if share is None:
                raise Misfit(
                    "E083",
                    f"the share of the way to '{shown(way.to)}' is no number",
                    at,
                    label=shown(way.share) if way.share is not None else "the only way",
                    hint="state it in the file below, or give it with 'shares'",
                )
            way = replace(way, share=share, at=at)
        scaled.append(way)
    if all(way.share != REST for way in scaled):
        others = [way for way in scaled if way.to not in factors]
        rest = max(others, key=_size, default=None)
        if rest is None or _divided(rest):
            raise Misfit(
                "E080",
                f"no way from '{shown(step_id)}' can take up the difference",
                deed.keys_at[step_id],
                label="every way is multiplied",
                hint="leave one of them out, or give all of them with 'shares'",
            )
        scaled = [replace(way, share=REST) if way is rest else way for way in scaled]
    lead(node, scaled, deed.values_at[step_id])


def times(value: Any, factor: Any, at: Span) -> Map | None:
    """Return a number as written, times a factor; None when it is no number.

    Args:
        value: what the file says.
        factor: as written.
        at: where problems point to.
    """
    if isinstance(value, str) and not _is_flag(value):
        return map_of({"value": (value, at), scalars.TIMES: (factor, at)}, at)
    if isinstance(value, Map) and _AMOUNT & set(value):
        known = value.get(scalars.TIMES)
        if known is None:
            return with_keys(value, {scalars.TIMES: (factor, at)})
        factors = [*(known if isinstance(known, List) else [known]), factor]
        listed = list_of(factors, [at] * len(factors), at)
        return with_keys(value, {scalars.TIMES: (listed, at)})
    return None


def _times_each(value: Any, key: str, factor: Any, at: Span) -> Map | None:
    """Return a value times a factor; each of its kinds where it is told by kind."""
    if not isinstance(value, Map) or _AMOUNT & set(value):
        return times(value, factor, at)
    parts: dict[str, tuple[Any, Span]] = {}
    for kind in _KINDS.get(key, ()):
        if value.get(kind) is None:
            continue
        part = times(value[kind], factor, at)
        if part is None:
            return None
        parts[kind] = (part, at)
    return with_keys(value, parts) if parts else None


def stated(data: Map, key: str, defaults: Map | None) -> Any:
    """Return what a step, or else the defaults of its role, says under a key."""
    if data.get(key) is not None:
        return data[key]
    if defaults is None:
        return None
    of_role = defaults.get(str(data.get("role")))
    return of_role.get(key) if isinstance(of_role, Map) else None


def _is_flag(value: str) -> bool:
    """Say whether words stand for yes or no; 0 and 1 are numbers all the same."""
    if value.strip() in {"0", "1"}:
        return False
    try:
        return scalars.flag(value.strip()) is not None
    except Fault:
        return False


def _divided(way: Way) -> bool:
    """Say whether a way's share is decided elsewhere: by a screen, by the others."""
    return way.share is None or way.share in (REST, *Pass)


def _size(way: Way) -> float:
    """Return the share of a way, for telling the largest; no number counts least."""
    try:
        share = None if _divided(way) else scalars.share(way.share)
    except (Fault, Faults):
        return -1.0
    return -1.0 if share is None else share.mean
