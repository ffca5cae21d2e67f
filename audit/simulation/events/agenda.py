"""What happens next: events and their moments, earliest first.

Events at the same moment come out by their turns: the order in which they were set
down.

Compiled, the next events stand in a short sorted list and all later ones on a binary
heap. Most events happen soon after they are set down: their place in the list is found
in a few steps, and the next one is taken from its end. `level` keeps the list neither
empty nor long. In plain Python the agenda is one heap of the module `heapq`, which is
C. Both give the same order, because no two events are equal.
"""

from __future__ import annotations

import math
from heapq import heappop, heappush
from typing import Any, NamedTuple

import numpy as np

from audit.simulation.codes import OUT_OF_ROOM
from audit.simulation.compiling import COMPILED, compiled, inlined, word
from audit.simulation.events.kinds import STOPS

# Compiled, turn, kind and place of an event are one number.
_TURN = 1 << 28
_KIND = 1 << 24
MOST_PLACES = _KIND
"""Cases, or tokens at once, that events can name."""

Event = tuple[float, int, int, int]
"""Moment, turn (when it was set down), kind and place of an event."""

_NEAR, _LATER, _EDGE = range(3)
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
    """Events in the list, events on the heap, and the last event of the list."""
    horizon: Any
    """Moment of that event, in an array of one; all before it stand in the list."""
    heap: int
    """Place where the heap begins."""
    room: int
    """Events to come at the most, when one is taken."""


if COMPILED:

    def new_agenda(room: int, spare: int) -> Any:
        """Return an empty agenda.

        Args:
            room: Events that it can hold.
            spare: Events that can be set down between two calls of `first`.
        """
        heap = _MOST_NEAR + spare
        return Agenda(
            np.empty(heap + room, np.float64),
            np.empty(heap + room, np.int64),
            np.zeros(3, np.int64),
            np.full(1, math.inf),
            heap,
            room - spare,
        )

    @inlined
    def _pending(agenda: Agenda) -> int:
        """Return how many events are to come."""
        count: int = agenda.counts[_NEAR] + agenda.counts[_LATER]
        return count

    @inlined
    def first(agenda: Agenda) -> float:
        """Return the moment of the next event; there is always one."""
        if crowded(agenda):
            level(agenda)
        moment: float = agenda.moments[agenda.counts[_NEAR] - 1]
        return moment

    @inlined
    def crowded(agenda: Agenda) -> bool:
        """Return whether the list needs `level` before the next event is taken."""
        near = agenda.counts[_NEAR]
        return bool(near > _MOST_NEAR or (near == 0 and agenda.counts[_LATER] > 0))

    @inlined
    def _pop(agenda: Agenda) -> Any:
        """Take the next event: its moment, its turn, its kind and its place.

        Where there may be no room for what it sets down, the run stops instead.
        """
        if _pending(agenda) > agenda.room:
            return (-1.0, -1, STOPS, OUT_OF_ROOM)
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
    def _push(agenda: Agenda, coming: Event) -> None:
        """Set an event down."""
        moment, turn, kind, place = coming
        moments, events, counts, horizon, _, _ = agenda
        event = turn * _TURN + kind * _KIND + place
        if moment < horizon[0] or (moment == horizon[0] and event < counts[_EDGE]):
            i = word(counts[_NEAR])
            counts[_NEAR] += 1
            while i > _ZERO and (
                moments[i - _ONE] < moment
                or (moments[i - _ONE] == moment and events[i - _ONE] < event)
            ):
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
        moments, events, counts, _, heap, _ = agenda
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
        moments, events, counts, horizon, _, _ = agenda
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
        counts[_EDGE] = events[0]

    @compiled
    def _sunk(agenda: Agenda) -> Any:
        """Take the first event off the heap; return its moment and number."""
        moments, events, counts, _, heap, _ = agenda
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

    def new_agenda(room: int, spare: int) -> Any:
        """Return an empty agenda; a list takes the room that it needs."""
        return []

    def first(agenda: Any) -> float:
        """Return the moment of the next event; there is always one."""
        moment: float = agenda[0][0]
        return moment

    def crowded(agenda: Any) -> bool:
        """Return False: there is no list beside the heap."""
        return False

    def level(agenda: Any) -> None:
        """Do nothing: there is no list beside the heap."""


# Without the compiler they are what C has, not wrapped, since every event meets them.
pending: Any = _pending if COMPILED else len
"""Return how many events are to come."""

pop: Any = _pop if COMPILED else heappop
"""Take the next event: its moment, its turn, its kind and its place."""

push: Any = _push if COMPILED else heappush
"""Set an event down."""
