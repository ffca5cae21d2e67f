"""Shapley values against the games of the textbooks.

A game is written by its worth; what the code divides is a cost, which falls by what the
players who have joined are worth.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from audit.comparison.credit.shapley import (
    PlayerShare,
    allowed_coalitions,
    interaction_indices,
    shapley_shares,
)

Worth = Callable[[frozenset[int]], float]


def values(worth: Worth, needs: Sequence[int]) -> dict[int, np.ndarray]:
    n = len(needs)
    coalitions = allowed_coalitions(needs, 1 << n)
    assert coalitions is not None
    return {
        mask: np.array([-worth(frozenset(i for i in range(n) if mask >> i & 1))])
        for mask in coalitions
    }


def divided(worth: Worth, needs: Sequence[int]) -> tuple[PlayerShare, ...]:
    return shapley_shares(values(worth, needs), needs)


def gains(worth: Worth, players: int) -> list[float]:
    return [float(share.gain[0]) for share in divided(worth, [0] * players)]


def glove(players: frozenset[int]) -> float:
    """Player 0 has a left glove, 1 and 2 have a right one; a pair is worth 1."""
    return float(0 in players and len(players) > 1)


def unanimity(*team: int) -> Worth:
    return lambda players: float(players >= set(team))


def test_the_glove_game() -> None:
    """Shapley & Shubik 1969: the only left glove gets 2/3, each right one 1/6."""
    assert gains(glove, 3) == pytest.approx([2 / 3, 1 / 6, 1 / 6], abs=1e-15)


def test_first_and_last_of_the_glove_game() -> None:
    """Alone nobody makes a pair; of the others, only the left glove is missed."""
    shares = divided(glove, [0, 0, 0])
    assert [float(share.first[0]) for share in shares if share.first is not None] == [
        0,
        0,
        0,
    ]
    assert [float(share.last[0]) for share in shares if share.last is not None] == [
        1,
        0,
        0,
    ]
    assert all(float(share.least[0]) == 0 for share in shares)
    assert all(float(share.most[0]) == 1 for share in shares)


@pytest.mark.parametrize("team", [(0,), (1, 3), (0, 2, 4), (0, 1, 2, 3, 4)])
def test_a_unanimity_game_is_shared_by_its_team(team: tuple[int, ...]) -> None:
    """Who is needed shares evenly, who is not gets nothing (Shapley 1953)."""
    expected = [1 / len(team) if i in team else 0.0 for i in range(5)]
    assert gains(unanimity(*team), 5) == pytest.approx(expected, abs=1e-15)


def test_the_airport_game() -> None:
    """Littlechild & Owen 1973: who needs a stretch of runway shares its cost."""
    cost = [8.0, 11.0, 17.0, 19.0]
    found = gains(lambda planes: max((cost[i] for i in planes), default=0.0), 4)
    assert found == pytest.approx([2.0, 3.0, 6.0, 8.0])


@pytest.mark.parametrize("team", [(0, 1), (0, 2, 3), (0, 1, 2, 3, 4)])
def test_interactions_of_a_unanimity_game(team: tuple[int, ...]) -> None:
    """Grabisch & Roubens 1999: 1 / (t - 1) within a team of t, nothing outside."""
    found = interaction_indices(values(unanimity(*team), [0] * 5), 5)
    for (i, j), index in found.items():
        expected = 1 / (len(team) - 1) if {i, j} <= set(team) else 0.0
        assert float(index[0]) == pytest.approx(expected, abs=1e-15)


def test_an_additive_game_has_no_interactions() -> None:
    """Players that do not touch each other neither overlap nor help."""
    prices = [3.0, 0.5, 7.25, 1.0]
    found = interaction_indices(
        values(lambda players: sum(prices[i] for i in players), [0] * 4), 4
    )
    assert len(found) == 6
    assert all(float(index[0]) == 0 for index in found.values())


def test_the_last_of_a_team_is_decisive_under_needs() -> None:
    """Faigle & Kern 1992: a member's part of a unanimity game is how often it is last.

    Player 2 needs player 0. Of the orders 0 1 2, 0 2 1 and 1 0 2, two end in 2, one in
    1, none in 0.
    """
    shares = divided(unanimity(0, 1, 2), [0, 0, 0b001])
    found = [float(share.gain[0]) for share in shares]
    assert found == pytest.approx([0, 1 / 3, 2 / 3], abs=1e-15)
    assert shares[2].first is None
    assert shares[0].last is None


def test_in_a_line_each_gets_what_it_adds() -> None:
    """Where only one order is allowed, it decides alone."""
    shares = divided(lambda players: float(len(players) ** 2), [0, 0b1, 0b11])
    assert [float(share.gain[0]) for share in shares] == [1.0, 3.0, 5.0]
