"""Whether two values of a process file mean the same, whatever their words."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass, replace

from audit.comparison.difference.verdicts import ROUND_OFF
from audit.model import Flow

PLACE = frozenset({"line", "place", "provenance"})
"""Where a value stands in its file, and where it comes from."""


def alike(one: object, other: object, but: Collection[str] = PLACE) -> bool:
    """Return whether two values mean the same.

    Numbers are the same up to round-off: the rest of 90 % is not quite 10 %.

    Args:
        one: a value of the model, or a tuple of values.
        other: what to compare it with.
        but: names of fields that do not count, at any depth.
    """
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=ROUND_OFF)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(
            alike(a, b, but) for a, b in zip(one, other, strict=True)
        )
    if is_dataclass(one) and type(one) is type(other):
        return all(
            alike(getattr(one, field.name), getattr(other, field.name), but)
            for field in fields(one)
            if field.name not in but
        )
    return one == other


def ordered_flows(
    flows: tuple[Flow, ...], names: Mapping[str, str] | None = None
) -> tuple[Flow, ...]:
    """Return the flows of a node by their targets, of which no two are the same.

    Args:
        flows: of one node.
        names: id of a node -> what to call it instead.
    """
    called = names or {}
    renamed = [replace(flow, to=called.get(flow.to, flow.to)) for flow in flows]
    return tuple(sorted(renamed, key=lambda flow: flow.to))
