"""Random orders: allowed, uniform, and partners that mirror each other."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.comparison.credit.random_orders import (
    antithetic_orders,
    evacuated,
    with_implied,
)

LETTER_N = (0, 0, 0b11, 0b10)
"""2 needs 0 and 1, 3 needs 1: the smallest needs that no tree and no line is like."""
TREE = (0, 0b1, 0b1, 0b11, 0)
"""1 and 2 need 0, 3 needs 1, 4 is free."""
BOTH_ENDS = (0, 0b1, 0b1, 0b111)
"""1 and 2 need 0, 3 needs all."""


def allowed(needs: tuple[int, ...]) -> list[tuple[int, ...]]:
    return [
        order
        for order in permutations(range(len(needs)))
        if all(
            not needs[player] & ~sum(1 << p for p in order[:place])
            for place, player in enumerate(order)
        )
    ]


@given(
    st.lists(st.integers(0, 2**12 - 1), min_size=1, max_size=9),
    st.integers(0, 2**32 - 1),
)
def test_orders_hold_everybody_after_what_they_need(
    drawn: list[int], seed: int
) -> None:
    """A change is never made before one that it needs, in either order of a pair."""
    needs = with_implied([need & ((1 << i) - 1) for i, need in enumerate(drawn)])
    for order in antithetic_orders(needs, np.random.default_rng(seed)):
        assert sorted(order) == list(range(len(needs)))
        joined = 0
        for player in order:
            assert not needs[player] & ~joined
            joined |= 1 << player


@given(st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_without_needs_partners_are_reverses(n: int, seed: int) -> None:
    """The luck of one order is exactly undone by the other."""
    one, other = antithetic_orders([0] * n, np.random.default_rng(seed))
    assert other == one[::-1]


def test_where_the_needs_are_silent_partners_are_reverses() -> None:
    """Ten free players stand the other way round, whatever two others need."""
    needs = [0] * 10 + [0, 1 << 10]
    one, other = antithetic_orders(needs, np.random.default_rng(5))
    assert [p for p in other if p < 10] == [p for p in one if p < 10][::-1]


@pytest.mark.parametrize("needs", [LETTER_N, TREE, BOTH_ENDS, (0, 0b1, 0b11)])
def test_partners_match_all_orders_in_pairs(needs: tuple[int, ...]) -> None:
    """The partner of the partner is the order: none is met more often for being one."""
    orders = allowed(needs)
    partners = [tuple(evacuated(order, needs)) for order in orders]
    assert sorted(partners) == sorted(orders)
    assert [tuple(evacuated(partner, needs)) for partner in partners] == orders


@pytest.mark.parametrize("needs", [LETTER_N, TREE, BOTH_ENDS, (0, 0, 0)])
def test_every_allowed_order_is_as_likely(needs: tuple[int, ...]) -> None:
    """Orders are uniform, or the mean over them would be another than is claimed.

    Chi-square with one degree less than there are orders; 4 deviations above its mean.
    """
    chance = np.random.default_rng(20251)
    expected = 300
    orders = allowed(needs)
    seen = Counter(
        tuple(antithetic_orders(needs, chance)[0])
        for _ in range(expected * len(orders))
    )
    assert set(seen) == set(orders)
    square = sum((seen[order] - expected) ** 2 / expected for order in orders)
    freedom = len(orders) - 1
    assert square < freedom + 4 * (2 * freedom) ** 0.5


def test_a_long_line_with_branches_is_drawn() -> None:
    """Two hundred changes in two lines, and a tree, need no more than they need."""
    line = [(1 << i) - 1 for i in range(100)]
    needs = with_implied([*line, *(need << 100 for need in line)])
    one, other = antithetic_orders(needs, np.random.default_rng(1))
    assert [p for p in one if p < 100] == list(range(100))
    assert [p for p in other if p >= 100] == list(range(100, 200))
