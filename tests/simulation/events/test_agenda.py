"""The agenda against a sorted list: what comes next is what is due first."""

from __future__ import annotations

from bisect import insort

from hypothesis import given, settings
from hypothesis import strategies as st

from audit.simulation.codes import OUT_OF_ROOM
from audit.simulation.compiling import COMPILED
from audit.simulation.events.agenda import (
    crowded,
    first,
    level,
    new_agenda,
    pending,
    pop,
    push,
)
from audit.simulation.events.kinds import STOPS

MOMENTS = st.integers(0, 40).map(lambda tenth: tenth / 10)
"""Few of them, so that many events happen at the same moment."""
SOONER = st.integers(0, 9).map(lambda one: one == 0)
"""Whether an event comes before all others of its moment."""
BURSTS = st.lists(
    st.tuples(
        st.lists(st.tuples(MOMENTS, SOONER), max_size=60),
        st.integers(0, 50),
    ),
    max_size=12,
)
"""Events set down at once, and how many are taken then."""


@settings(deadline=None)
@given(BURSTS)
def test_events_come_by_moment_then_by_turn(
    bursts: list[tuple[list[tuple[float, bool]], int]],
) -> None:
    """However many are set down at once, and before or after those that wait."""
    agenda = new_agenda(1000, 60)
    expected: list[tuple[float, int, int, int]] = []
    now = 0.0
    turn = 0
    for after, taken in bursts:
        for i, (wait, sooner) in enumerate(after):
            turn += 1
            event = (now + wait, turn - 1_000_000 if sooner else turn, i % 11, i)
            insort(expected, event)
            push(agenda, event)
        for _ in range(min(taken, len(expected))):
            assert first(agenda) == expected[0][0]
            assert pop(agenda) == expected.pop(0)
            if expected:
                # What comes before all others of a moment is set down ahead of it.
                now = expected[0][0] + 0.05
        if crowded(agenda):
            level(agenda)
        assert pending(agenda) == len(expected)


def test_a_run_without_room_stops() -> None:
    """Compiled, there is memory for so many events; the run then begins anew."""
    agenda = new_agenda(10, 2)
    for i in range(9):
        push(agenda, (float(i), i, 0, i))
    if COMPILED:
        first(agenda)
        assert pop(agenda) == (-1.0, -1, STOPS, OUT_OF_ROOM)
    else:
        assert pop(agenda) == (0.0, 0, 0, 0)
