"""Properties of the exact division, on random games."""

from __future__ import annotations

import math
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.comparison.credit.random_orders import with_implied
from audit.comparison.credit.shapley import (
    Array,
    allowed_coalitions,
    interaction_indices,
    shapley_shares,
)

METRICS = 2


@st.composite
def needs_of_players(draw: st.DrawFn, most: int = 5) -> tuple[int, ...]:
    """Draw what each player needs: only those before it, so that there is no circle."""
    n = draw(st.integers(1, most))
    return tuple(draw(st.integers(0, (1 << i) - 1)) for i in range(n))


@st.composite
def games(draw: st.DrawFn) -> tuple[dict[int, Array], tuple[int, ...]]:
    """Draw the values of all coalitions that random needs allow."""
    needs = draw(
        st.one_of(needs_of_players(), st.integers(1, 5).map(lambda n: (0,) * n))
    )
    coalitions = allowed_coalitions(needs, 1 << len(needs))
    assert coalitions is not None
    chance = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    return {s: chance.normal(0, 100, METRICS) for s in coalitions}, needs


def orders(needs: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Return every order that the needs allow, the slow way."""
    found = []
    for order in permutations(range(len(needs))):
        joined = 0
        for player in order:
            if needs[player] & ~joined:
                break
            joined |= 1 << player
        else:
            found.append(order)
    return found


@given(games())
def test_shares_sum_to_the_whole(
    game: tuple[dict[int, Array], tuple[int, ...]],
) -> None:
    """What the changes bought is the whole difference, nothing more, nothing less."""
    values, needs = game
    shares = shapley_shares(values, needs)
    for k in range(METRICS):
        total = math.fsum(float(share.gain[k]) for share in shares)
        whole = float(values[0][k] - values[(1 << len(needs)) - 1][k])
        assert total == pytest.approx(whole, abs=1e-9)


@given(games())
def test_a_share_is_the_mean_over_all_allowed_orders(
    game: tuple[dict[int, Array], tuple[int, ...]],
) -> None:
    """The counting of orders is that of writing them all down."""
    values, needs = game
    sums = np.zeros((len(needs), METRICS))
    allowed = orders(needs)
    for order in allowed:
        joined = 0
        for player in order:
            sums[player] += values[joined] - values[joined | 1 << player]
            joined |= 1 << player
    for player, share in enumerate(shapley_shares(values, needs)):
        assert share.gain == pytest.approx(sums[player] / len(allowed), abs=1e-9)
        assert (share.error == 0).all()


@given(games())
def test_a_share_lies_in_its_range(
    game: tuple[dict[int, Array], tuple[int, ...]],
) -> None:
    """Least and most bound the share, and first and last lie between them."""
    values, needs = game
    for share in shapley_shares(values, needs):
        for inside in (share.gain, share.first, share.last):
            if inside is not None:
                assert (share.least - 1e-9 <= inside).all()
                assert (inside <= share.most + 1e-9).all()


@given(games())
def test_first_and_last_are_open_to_those_who_can(
    game: tuple[dict[int, Array], tuple[int, ...]],
) -> None:
    """Who needs another is never first; who is needed is never last."""
    values, needs = game
    for player, share in enumerate(shapley_shares(values, needs)):
        assert (share.first is None) == bool(needs[player])
        assert (share.last is None) == any(need >> player & 1 for need in needs)


@given(games(), st.data())
def test_who_does_nothing_gets_nothing(
    game: tuple[dict[int, Array], tuple[int, ...]], data: st.DataObject
) -> None:
    """A change that never moves a number is credited with none, to the last digit."""
    values, needs = game
    player = data.draw(st.integers(0, len(needs) - 1))
    if any(need >> player & 1 for need in needs):
        return
    idle = {s: values.get(s & ~(1 << player), value) for s, value in values.items()}
    share = shapley_shares(idle, needs)[player]
    assert (share.gain == 0).all()
    assert (share.least == 0).all()
    assert (share.most == 0).all()


@given(st.integers(2, 5), st.integers(0, 2**32 - 1), st.data())
def test_the_order_of_the_players_means_nothing(
    n: int, seed: int, data: st.DataObject
) -> None:
    """Numbering the players otherwise gives each the same share."""
    chance = np.random.default_rng(seed)
    values = {s: chance.normal(0, 100, METRICS) for s in range(1 << n)}
    place = data.draw(st.permutations(range(n)))
    moved = {
        sum(1 << place[i] for i in range(n) if s >> i & 1): value
        for s, value in values.items()
    }
    one, other = shapley_shares(values, [0] * n), shapley_shares(moved, [0] * n)
    pairs, moved_pairs = interaction_indices(values, n), interaction_indices(moved, n)
    for i in range(n):
        assert other[place[i]].gain == pytest.approx(one[i].gain, abs=1e-9)
        for j in range(i + 1, n):
            low, high = sorted((place[i], place[j]))
            assert moved_pairs[low, high] == pytest.approx(pairs[i, j], abs=1e-9)


@given(st.integers(2, 5), st.integers(0, 2**32 - 1))
def test_a_share_is_what_it_buys_alone_and_half_of_what_it_shares(
    n: int, seed: int
) -> None:
    """In a game of pairs the share is the gain alone plus half of each interaction."""
    chance = np.random.default_rng(seed)
    alone, together = chance.normal(0, 10, n), chance.normal(0, 1, (n, n))
    values = {s: np.array([-_pairwise(s, alone, together)]) for s in range(1 << n)}
    shares, pairs = shapley_shares(values, [0] * n), interaction_indices(values, n)
    for i in range(n):
        halves = sum(float(v[0]) / 2 for pair, v in pairs.items() if i in pair)
        assert float(shares[i].gain[0]) == pytest.approx(alone[i] + halves, abs=1e-9)


def _pairwise(coalition: int, alone: Array, together: Array) -> float:
    members = [i for i in range(len(alone)) if coalition >> i & 1]
    pairs = sum(together[i, j] for i in members for j in members if i < j)
    return float(sum(alone[i] for i in members) + pairs)


@given(needs_of_players(6))
def test_only_coalitions_that_hold_their_needs_are_looked_at(
    needs: tuple[int, ...],
) -> None:
    """A change is never tried without what it needs, and no allowed set is left out."""
    found = allowed_coalitions(needs, 1 << len(needs))
    assert found is not None
    slow = {
        s
        for s in range(1 << len(needs))
        if all(not needs[i] & ~s for i in range(len(needs)) if s >> i & 1)
    }
    assert set(found) == slow
    assert len(found) == len(slow)
    assert [s.bit_count() for s in found] == sorted(s.bit_count() for s in slow)


def test_too_many_coalitions_are_not_listed() -> None:
    """Thirteen free changes have 8,192 sets; thirteen in a line have fourteen."""
    assert allowed_coalitions([0] * 13, 4096) is None
    assert allowed_coalitions([0] * 5000, 4096) is None
    line = [(1 << i) - 1 for i in range(13)]
    assert allowed_coalitions(line, 4096) == tuple((1 << i) - 1 for i in range(14))


def test_needs_in_a_circle_are_refused() -> None:
    """Changes that need each other can never be made: nothing could be divided."""
    with pytest.raises(ValueError, match="circle"):
        allowed_coalitions([0b10, 0b01, 0], 8)


def test_no_players_have_no_shares() -> None:
    """Without changes there is one set, and nobody to credit."""
    assert allowed_coalitions([], 4096) == (0,)
    assert shapley_shares({0: np.zeros(2)}, []) == ()
    assert interaction_indices({0: np.zeros(2)}, 0) == {}


def test_implied_needs_are_added() -> None:
    """Who needs somebody needs whom they need as well."""
    assert with_implied([0, 0b1, 0b10, 0b100]) == (0, 0b1, 0b11, 0b111)
    assert with_implied([0b10, 0b100, 0]) == (0b110, 0b100, 0)
