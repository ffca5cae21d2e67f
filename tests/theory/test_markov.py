"""Chains against textbook results."""

import numpy as np
import pytest

from audit.analysis.markov import (
    absorption,
    conditioned,
    expected_visits,
    total_variance,
)

# Gambler's ruin with fair coins on 0..4: transient states 1, 2, 3.
WALK = np.array([[0, 0.5, 0], [0.5, 0, 0.5], [0, 0.5, 0]])
RUIN = np.array([0.5, 0, 0])
WIN = np.array([0, 0, 0.5])


def test_fundamental_matrix_of_the_drunkards_walk() -> None:
    """Grinstead & Snell, example 11.13: N = [[1.5, 1, .5], [1, 2, 1], [.5, 1, 1.5]]."""
    rows = [expected_visits(WALK, start) for start in range(3)]
    assert np.allclose(rows, [[1.5, 1, 0.5], [1, 2, 1], [0.5, 1, 1.5]])


def test_absorption_of_the_drunkards_walk() -> None:
    """Grinstead & Snell, example 11.15: B = [[3/4, 1/4], [1/2, 1/2], [1/4, 3/4]]."""
    hits = absorption(WALK, np.stack([RUIN, WIN], axis=1))
    assert np.allclose(hits, [[0.75, 0.25], [0.5, 0.5], [0.25, 0.75]])


@pytest.mark.parametrize(("start", "steps"), [(0, 5.0), (1, 4.0)])
def test_steps_of_the_winning_gambler(start: int, steps: float) -> None:
    """Given a win, E T = (N^2 - k^2) / 3: 5 steps from 1 and 4 from 2."""
    chain = conditioned(WALK, WIN, start)
    assert chain is not None
    assert chain.visits.sum() == pytest.approx(steps)
    assert chain.probability == pytest.approx((start + 1) / 4)


def test_variance_of_the_walk() -> None:
    """Kemeny & Snell, theorem 3.3.5: Var = (2N - I) t - t^2 = 8 from the middle."""
    assert total_variance(WALK, np.ones(3), np.zeros(3), 1) == pytest.approx(8.0)


def test_variance_of_a_geometric_loop_of_random_rewards() -> None:
    """A step (mean m, variance s) repeated with r: s/(1-r) + m^2 r/(1-r)^2."""
    mean, spread, again = 3.0, 2.0, 0.25
    variance = total_variance(
        np.array([[again]]), np.array([mean]), np.array([spread]), 0
    )
    exact = spread / (1 - again) + mean**2 * again / (1 - again) ** 2
    assert variance == pytest.approx(exact)


def test_conditioning_leaves_dead_ends_out() -> None:
    """States that cannot reach the outcome have no visits and break no solve."""
    routing = np.array([[0, 0.5, 0.5], [0, 1.0, 0], [0, 0, 0]])
    chain = conditioned(routing, np.array([0, 0, 1.0]), 0)
    assert chain is not None
    assert chain.visits.tolist() == [1.0, 0.0, 1.0]


def test_an_outcome_out_of_reach_is_no_chain() -> None:
    """Nobody can win without a way to it: None, not a number."""
    assert conditioned(np.array([[0.5]]), np.array([0.0]), 0) is None
