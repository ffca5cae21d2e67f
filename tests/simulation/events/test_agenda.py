"""The agenda against a sorted list: what comes next is what is due first."""

from __future__ import annotations

from bisect import insort

from hypothesis import given, settings
from hypothesis import strategies as st

from audit.simulation.events.agenda import (
    crowded,
    due,
    level,
    new_agenda,
    next_turn,
    pending,
    pop,
    push,
)

MOMENTS = st.integers(0, 40).map(lambda tenth: tenth / 10)
"""Few of them, so that many events happen at the same moment."""
BURSTS = st.lists(
    st.tuples(st.lists(MOMENTS, max_size=60), st.integers(0, 50)), max_size=12
)
"""Events set down at once, and how many are taken then."""


@settings(deadline=None)
@given(BURSTS)
def test_events_come_by_moment_then_by_turn(
    bursts: list[tuple[list[float], int]],
) -> None:
    """However many are set down at once, and before or after those that wait."""
    agenda = new_agenda(1000, 60)
    expected: list[tuple[float, int, int, int]] = []
    now = 0.0
    for after, taken in bursts:
        for i, wait in enumerate(after):
            insort(expected, (now + wait, next_turn(agenda), i % 11, i))
            push(agenda, now + wait, i % 11, i)
        for _ in range(min(taken, len(expected))):
            if crowded(agenda):
                level(agenda)
            moment = expected[0][0]
            assert due(agenda, moment)
            assert not due(agenda, moment - 0.05)
            assert pop(agenda) == expected.pop(0)
            now = moment
        assert pending(agenda) == len(expected)
