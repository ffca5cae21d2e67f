"""Two rows of elements as one: the row of the after, with what is gone put back.

What both rows hold in the same order is steady. What is gone stands behind the steady
element that it stood behind before, so the reader finds it in the place it had; what
moved stands where it is now.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place in the merged row."""

    before: int | None
    """Place of the element in the row before; None for one that is new."""
    after: int | None
    """Place in the row after; None for one that is gone."""


def merge_rows(twins: Sequence[int | None], count: int) -> list[Slot]:
    """Return the merged row.

    >>> [(slot.before, slot.after) for slot in merge_rows([0, None, 1], 2)]
    [(0, 0), (1, None), (2, 1)]

    Args:
        twins: for each element before, its place after; None for one that is gone.
        count: number of elements after.
    """
    kept = steady(twins)
    gone: dict[int, list[int]] = defaultdict(list)
    behind = -1
    origin: dict[int, int] = {}
    for place, twin in enumerate(twins):
        if twin is None:
            gone[behind].append(place)
            continue
        origin[twin] = place
        if twin in kept:
            behind = twin
    row: list[Slot] = []
    for after in range(-1, count):
        if after >= 0:
            row.append(Slot(before=origin.get(after), after=after))
        row += [Slot(before=place, after=None) for place in gone[after]]
    return row


def steady(twins: Sequence[int | None]) -> frozenset[int]:
    """Return the places after of the elements that keep their order: as many as can.

    >>> sorted(steady([0, 3, 1, 2]))
    [0, 1, 2]

    The longest rising part of a row, found by patience sorting (Fredman 1975).
    """
    ends: list[int] = []
    """The smallest last place of a rising part of each length."""
    before: dict[int, int | None] = {}
    for twin in twins:
        if twin is None:
            continue
        length = bisect_left(ends, twin)
        before[twin] = ends[length - 1] if length else None
        ends[length : length + 1] = [twin]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return frozenset(kept)
