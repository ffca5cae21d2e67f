"""What happens next: a binary heap of moments and events, earliest first.

Events at the same moment come out by their number, which holds the turn in which they
were set down. Compiled, the heap is two arrays; in plain Python it is a list for the
`heapq` module, which is C. Both give the same order, because no two events are equal.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import Any

import numpy as np

from audit.simulation.compiling import COMPILED, compiled

if COMPILED:

    @compiled
    def new_agenda(room: int) -> Any:
        """Return an empty agenda for so many events: its moments and its events."""
        return np.empty(room, np.float64), np.empty(room, np.int64)

    @compiled
    def next_moment(moments: Any) -> float:
        """Return when the first event is."""
        first: float = moments[0]
        return first

    @compiled
    def push(moments: Any, events: Any, size: int, moment: float, event: int) -> int:
        """Add an event; return the new size."""
        i = size
        while i > 0:
            parent = (i - 1) >> 1
            if moments[parent] > moment or (
                moments[parent] == moment and events[parent] > event
            ):
                moments[i] = moments[parent]
                events[i] = events[parent]
                i = parent
            else:
                break
        moments[i] = moment
        events[i] = event
        return size + 1

    @compiled
    def pop(moments: Any, events: Any, size: int) -> Any:
        """Take the first event out; return its moment and number."""
        first_moment, first_event = moments[0], events[0]
        last = size - 1
        moment, event = moments[last], events[last]
        i = 0
        while True:
            child = 2 * i + 1
            if child >= last:
                break
            other = child + 1
            if other < last and (
                moments[other] < moments[child]
                or (moments[other] == moments[child] and events[other] < events[child])
            ):
                child = other
            if moments[child] < moment or (
                moments[child] == moment and events[child] < event
            ):
                moments[i] = moments[child]
                events[i] = events[child]
                i = child
            else:
                break
        moments[i] = moment
        events[i] = event
        return first_moment, first_event

else:

    def new_agenda(room: int) -> Any:
        """Return an empty agenda; a list takes the room that it needs."""
        return [], []

    def next_moment(moments: Any) -> float:
        """Return when the first event is."""
        first: float = moments[0][0]
        return first

    def push(moments: Any, events: Any, size: int, moment: float, event: int) -> int:
        """Add an event; return the new size."""
        heappush(moments, (moment, event))
        return size + 1

    def pop(moments: Any, events: Any, size: int) -> Any:
        """Take the first event out; return its moment and number."""
        return heappop(moments)
