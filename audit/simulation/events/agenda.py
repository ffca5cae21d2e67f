"""What happens next: events and their moments, earliest first.

Events at the same moment come out in the order in which they were set down.

Compiled, the next events stand in a short sorted list and all later ones on a binary
heap. Most events happen soon after they are set down: their place in the list is found
in a few steps, and the next one is taken from its end. The kernel calls `level` where
`crowded` says so, to keep the list neither empty nor long. In plain Python the agenda
is one heap of the module `heapq`, which is C. Both give the same order, because no two
events are equal.
"""

from __future__ import annotations

import math
from heapq import heappop, heappush
from typing import Any, NamedTuple

import numpy as np

from audit.simulation.compiling import COMPILED, compiled, inlined, word

# An event is one number: its turn (when it was set down), its kind, its place.
_TURN = 1 << 28
_KIND = 1 << 24
MOST_PLACES = _KIND
"""Cases, or tokens at once, that events can name."""

_NEAR, _LATER, _TURNS = range(3)
_MOST_NEAR = 96
_HALF = _MOST_NEAR // 2
_ZERO = word(0)
_ONE = word(1)


class Agenda(NamedTuple):
    """Events to come."""

    moments: Any
    """Those of the list, the latest first; then those of the heap."""
    events: Any
    counts: Any
    """Events in the list, events on the heap, events set down so far."""
    horizon: Any
    """Moment, in an array of one: events before it stand in the list."""
    heap: int
    """Place where the heap begins."""


if COMPILED:

    def new_agenda(room: int, spare: int) -> Any:
        """Return an empty agenda.

        Args:
            room: Events that it can hold.
            spare: Events that can be set down between two calls of `level`.
        """
        heap = _MOST_NEAR + spare
        return Agenda(
            np.empty(heap + room, np.float64),
            np.empty(heap + room, np.int64),
            np.zeros(3, np.int64),
            np.full(1, math.inf),
            heap,
        )

    @inlined
    def pending(agenda: Agenda) -> int:
        """Return how many events are to come."""
        count: int = agenda.counts[_NEAR] + agenda.counts[_LATER]
        return count

    @inlined
    def next_turn(agenda: Agenda) -> int:
        """Return the turn of the event that is set down next."""
        turn: int = agenda.counts[_TURNS]
        return turn

    @inlined
    def crowded(agenda: Agenda) -> bool:
        """Return whether the list needs `level` before the next event is taken."""
        near = agenda.counts[_NEAR]
        return bool(near > _MOST_NEAR or (near == 0 and agenda.counts[_LATER] > 0))

    @inlined
    def due(agenda: Agenda, moment: float) -> bool:
        """Return whether an event is to come at the moment or before it."""
        near = agenda.counts[_NEAR]
        return bool(near > 0 and agenda.moments[near - 1] <= moment)

    @inlined
    def pop(agenda: Agenda) -> Any:
        """Take the next event: its moment, its turn, its kind and its place."""
        last = agenda.counts[_NEAR] - 1
        agenda.counts[_NEAR] = last
        event = agenda.events[last]
        return (
            agenda.moments[last],
            event >> 28,
            (event >> 24) & 15,
            event & (_KIND - 1),
        )

    @inlined
    def push(agenda: Agenda, moment: float, kind: int, place: int) -> None:
        """Set an event down."""
        moments, events, counts, horizon, _ = agenda
        event = counts[_TURNS] * _TURN + kind * _KIND + place
        counts[_TURNS] += 1
        if moment < horizon[0]:
            i = word(counts[_NEAR])
            counts[_NEAR] += 1
            while i > _ZERO and moments[i - _ONE] <= moment:
                moments[i] = moments[i - _ONE]
                events[i] = events[i - _ONE]
                i -= _ONE
        else:
            i = _risen(agenda, moment, event)
        moments[i] = moment
        events[i] = event

    @inlined
    def _risen(agenda: Agenda, moment: float, event: int) -> Any:
        """Make room on the heap for one event more; return its place."""
        moments, events, counts, _, heap = agenda
        base = word(heap)
        i = word(counts[_LATER])
        counts[_LATER] += 1
        while i > _ZERO:
            parent = (i - _ONE) >> _ONE
            above = moments[base + parent]
            if above < moment or (above == moment and events[base + parent] < event):
                break
            moments[base + i] = above
            events[base + i] = events[base + parent]
            i = parent
        return base + i

    @compiled
    def level(agenda: Agenda) -> None:
        """Fill the list from the heap when it is empty, and cut it when it is long."""
        moments, events, counts, horizon, _ = agenda
        if counts[_NEAR] == 0:
            take = min(counts[_LATER], _HALF)
            for i in range(take - 1, -1, -1):
                moments[i], events[i] = _sunk(agenda)
            counts[_NEAR] = take
        else:
            cut = counts[_NEAR] - _HALF
            for i in range(cut):
                place = _risen(agenda, moments[i], events[i])
                moments[place] = moments[i]
                events[place] = events[i]
            for i in range(_HALF):
                moments[i] = moments[cut + i]
                events[i] = events[cut + i]
            counts[_NEAR] = _HALF
        horizon[0] = moments[0] if counts[_LATER] > 0 else math.inf

    @compiled
    def _sunk(agenda: Agenda) -> Any:
        """Take the first event off the heap; return its moment and number."""
        moments, events, counts, _, heap = agenda
        first_moment, first_event = moments[heap], events[heap]
        counts[_LATER] -= 1
        last = counts[_LATER]
        moment, event = moments[heap + last], events[heap + last]
        i = 0
        while 2 * i + 1 < last:
            child = 2 * i + 1
            other = child + 1
            if other < last and (
                moments[heap + other] < moments[heap + child]
                or (
                    moments[heap + other] == moments[heap + child]
                    and events[heap + other] < events[heap + child]
                )
            ):
                child = other
            below = moments[heap + child]
            if below > moment or (below == moment and events[heap + child] > event):
                break
            moments[heap + i] = below
            events[heap + i] = events[heap + child]
            i = child
        moments[heap + i] = moment
        events[heap + i] = event
        return first_moment, first_event

else:

    class _Heap(list[tuple[float, int, int, int]]):
        """Moment, turn, kind and place of each event."""

        __slots__ = ("turns",)

        def __init__(self) -> None:
            super().__init__()
            self.turns = 0

    def new_agenda(room: int, spare: int) -> Any:
        """Return an empty agenda; a list takes the room that it needs."""
        return _Heap()

    def pending(agenda: Any) -> int:
        """Return how many events are to come."""
        return len(agenda)

    def next_turn(agenda: Any) -> int:
        """Return the turn of the event that is set down next."""
        turn: int = agenda.turns
        return turn

    def crowded(agenda: Any) -> bool:
        """Return False: there is no list beside the heap."""
        return False

    def due(agenda: Any, moment: float) -> bool:
        """Return whether an event is to come at the moment or before it."""
        return bool(agenda) and agenda[0][0] <= moment

    def pop(agenda: Any) -> Any:
        """Take the next event: its moment, its turn, its kind and its place."""
        return heappop(agenda)

    def push(agenda: Any, moment: float, kind: int, place: int) -> None:
        """Set an event down."""
        turn = agenda.turns
        agenda.turns = turn + 1
        heappush(agenda, (moment, turn, kind, place))

    def level(agenda: Any) -> None:
        """Do nothing: there is no list beside the heap."""
