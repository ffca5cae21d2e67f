"""Which of several parallel pieces of line runs before which, and on which track.

The same question arises twice: vertical pieces side by side in a channel between
columns, and horizontal pieces one above the other in a gutter between rows. A piece is
a wire that covers a stretch; taps join it from either side. Wires are put in the order
with the fewest crossings, then on as few tracks as their stretches allow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import inf

BEFORE = -1
AFTER = 1

# Up to so many wires all orders are weighed; beyond, neighbours are swapped.
_EXACT = 7
# A tap that ends exactly where another wire ends touches it: worse than a crossing.
_TOUCH = 3


@dataclass(slots=True, eq=False)
class Wire:
    """A piece of line along a channel or gutter."""

    taps: list[tuple[float, int]] = field(default_factory=list)
    """Place along the channel, and the side (BEFORE, AFTER) the tap comes from."""
    low: float = inf
    high: float = -inf
    must_follow: list[Wire] = field(default_factory=list)
    """Wires that have to run on a track before this one."""

    def reach(self, *places: float) -> None:
        """Let the wire cover these places."""
        self.low = min(self.low, *places)
        self.high = max(self.high, *places)

    def tap(self, place: float, side: int) -> None:
        """Join a tap to the wire, which then reaches it."""
        self.reach(place)
        self.taps.append((place, side))


def tracks(wires: Sequence[Wire], gap: float) -> list[int]:
    """Return the track of each wire; two on one track keep the gap between them.

    The order demanded by `must_follow` is kept; it must have no cycle.
    """
    order = _best_order(wires)
    place = {id(wire): k for k, wire in enumerate(order)}
    result: dict[int, int] = {}
    for wire in order:
        track = 0
        for other in order[: place[id(wire)]]:
            apart = other.high + gap <= wire.low or wire.high + gap <= other.low
            if not apart or other in wire.must_follow:
                track = max(track, result[id(other)] + 1)
        result[id(wire)] = track
    return [result[id(wire)] for wire in wires]


def crossings(first: Wire, second: Wire) -> int:
    """Count the crossings of two wires when the first runs before the second."""
    return sum(
        _meets(place, second) for place, side in first.taps if side == AFTER
    ) + sum(_meets(place, first) for place, side in second.taps if side == BEFORE)


def _meets(place: float, wire: Wire) -> int:
    if wire.low < place < wire.high:
        return 1
    return _TOUCH if place in (wire.low, wire.high) else 0


def _best_order(wires: Sequence[Wire]) -> list[Wire]:
    if len(wires) < 2:
        return list(wires)
    cost = {
        (a, b): crossings(wires[a], wires[b])
        for a in range(len(wires))
        for b in range(len(wires))
        if a != b
    }
    follows = {
        (a, b)
        for b, wire in enumerate(wires)
        for a, other in enumerate(wires)
        if other in wire.must_follow
    }
    if len(wires) <= _EXACT:
        order = _exact(len(wires), cost, follows)
    else:
        order = _swapped(len(wires), cost, follows)
    return [wires[k] for k in order]


def _exact(
    count: int, cost: dict[tuple[int, int], int], follows: set[tuple[int, int]]
) -> tuple[int, ...]:
    """Return the cheapest order, by dynamic programming over sets of wires."""
    best: dict[frozenset[int], tuple[int, tuple[int, ...]]] = {frozenset(): (0, ())}
    for size in range(count):
        for members in combinations(range(count), size):
            known = best.get(frozenset(members))
            if known is None:
                continue
            for wire in range(count):
                if wire in members or any(
                    (other, wire) in follows
                    for other in range(count)
                    if other not in members
                ):
                    continue
                price = known[0] + sum(cost[other, wire] for other in members)
                key = frozenset((*members, wire))
                candidate = (price, (*known[1], wire))
                if key not in best or candidate < best[key]:
                    best[key] = candidate
    return best[frozenset(range(count))][1]


def _swapped(
    count: int, cost: dict[tuple[int, int], int], follows: set[tuple[int, int]]
) -> tuple[int, ...]:
    """Return a good order: a valid one, improved by swaps of neighbours."""
    order: list[int] = []
    left = list(range(count))
    while left:
        ready = [
            wire for wire in left if not any((other, wire) in follows for other in left)
        ]
        chosen = min(
            ready,
            key=lambda wire: (
                sum(
                    cost[wire, other] - cost[other, wire]
                    for other in left
                    if other != wire
                ),
                wire,
            ),
        )
        order.append(chosen)
        left.remove(chosen)
    for _ in range(count):
        changed = False
        for k in range(count - 1):
            a, b = order[k], order[k + 1]
            if (a, b) not in follows and cost[b, a] < cost[a, b]:
                order[k], order[k + 1] = b, a
                changed = True
        if not changed:
            break
    return tuple(order)
