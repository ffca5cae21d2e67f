"""Shares from random orders against exact ones."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.comparison.credit.sampled_shapley import FEWEST_PAIRS, sampled_shares
from audit.comparison.credit.shapley import Array, allowed_coalitions, shapley_shares

Game = Callable[[int], Array]


class Remembering:
    """A game of random pairs and, where asked for, of random triples."""

    def __init__(self, n: int, seed: int, triples: float = 0.0) -> None:
        chance = np.random.default_rng(seed)
        self.n = n
        self.alone = chance.uniform(1, 10, n)
        self.pairs = np.triu(chance.normal(0, 0.4, (n, n)), 1)
        self.triples = chance.normal(0, triples, (n, n, n))
        self.known: dict[int, Array] = {}

    def __call__(self, coalition: int) -> Array:
        if coalition not in self.known:
            x = np.array([coalition >> i & 1 for i in range(self.n)], dtype=float)
            worth = self.alone @ x + x @ self.pairs @ x
            worth += np.einsum("ijk,i,j,k", self.triples, x, x, x)
            self.known[coalition] = np.array([200 - worth, 7.0])
        return self.known[coalition]


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))
def test_games_of_pairs_are_exact(seed: int, luck: int) -> None:
    """An order and its reverse meet each pair once either way: luck has no part."""
    game = Remembering(16, seed)
    shares = sampled_shares(game, [0] * 16, evaluations=300, seed=luck)
    exact = game.alone + (game.pairs + game.pairs.T).sum(axis=1) / 2
    for share, expected in zip(shares, exact, strict=True):
        assert float(share.gain[0]) == pytest.approx(expected, abs=1e-9)
        assert float(share.error[0]) == pytest.approx(0, abs=1e-9)
        assert float(share.gain[1]) == 0


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 2**32 - 1), st.booleans())
def test_shares_sum_to_the_whole(seed: int, needing: bool) -> None:
    """Whatever the orders, the shares sum to the whole difference."""
    game = Remembering(14, seed, triples=0.3)
    needs = [0] * 14
    if needing:
        needs[5:9] = [0b1, 0b11, 0b10, 0b100]
    shares = sampled_shares(game, needs, evaluations=200, seed=seed)
    total = math.fsum(float(share.gain[0]) for share in shares)
    assert total == pytest.approx(float(game(0)[0] - game((1 << 14) - 1)[0]), abs=1e-9)


@pytest.mark.parametrize("needs", [[0] * 8, [0, 0, 0b11, 0b10, 0, 0b1, 0, 0b1000000]])
def test_the_interval_holds_the_exact_share(needs: list[int]) -> None:
    """The ± of a sampled share covers the exact one about nine times in ten."""
    game = Remembering(8, 3, triples=0.5)
    coalitions = allowed_coalitions(needs, 256)
    assert coalitions is not None
    exact = shapley_shares({s: game(s) for s in coalitions}, needs)
    held = [
        abs(float(share.gain[0] - truth.gain[0])) <= float(share.error[0]) + 1e-9
        for luck in range(60)
        for share, truth in zip(
            sampled_shares(game, needs, evaluations=300, seed=luck), exact, strict=True
        )
    ]
    assert 0.85 <= np.mean(held) <= 0.96


def test_the_range_is_that_of_the_gains_met() -> None:
    """Least and most bound the share, the first and the last gain."""
    game = Remembering(13, 1, triples=0.5)
    needs = [0] * 13
    needs[4] = 0b1000
    for share in sampled_shares(game, needs, evaluations=300, seed=1):
        for inside in (share.gain, share.first, share.last):
            if inside is not None:
                assert (share.least - 1e-9 <= inside).all()
                assert (inside <= share.most + 1e-9).all()


def test_first_and_last_are_exact() -> None:
    """What a change buys alone, and what is lost without it, is no matter of luck."""
    game = Remembering(13, 2, triples=0.5)
    everyone = (1 << 13) - 1
    needs = [0] * 13
    needs[4] = 0b1000
    shares = sampled_shares(game, needs, evaluations=50, seed=1)
    assert shares[4].first is None
    assert shares[3].last is None
    assert shares[3].first == pytest.approx(game(0) - game(0b1000))
    assert shares[4].last == pytest.approx(game(everyone ^ 0b10000) - game(everyone))


def test_the_same_seed_gives_the_same_shares() -> None:
    """A comparison made again says the same; another seed says another thing."""

    def drawn(seed: int) -> list[float]:
        game = Remembering(13, 2, triples=0.5)
        shares = sampled_shares(game, [0] * 13, evaluations=100, seed=seed)
        return [float(share.gain[0]) for share in shares]

    assert drawn(7) == drawn(7)
    assert drawn(7) != drawn(8)


@pytest.mark.parametrize("evaluations", [1, 600])
def test_no_more_is_priced_than_asked_for(evaluations: int) -> None:
    """The number of processes priced stays near the budget, or at its floor."""
    n = 13
    game = Remembering(n, 2)
    sampled_shares(game, [0] * n, evaluations=evaluations, seed=1)
    assert len(game.known) <= max(evaluations, FEWEST_PAIRS * (2 * n - 2)) + 2 * n + 2
