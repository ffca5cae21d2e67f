"""Dividing among players what they did together: exact Shapley values.

A game gives every coalition of players a value; here a cost, in several metrics at
once. A coalition is a bit mask: bit i is player i. When player i joins coalition S the
*gain* is v(S) - v(S + i), and its Shapley value is its mean gain over all orders in
which the players can join (Shapley 1953). The values sum to v(none) - v(all), a player
that never changes anything gets nothing, equal players get the same, and no order of
the players is preferred.

Where players need others, only orders that respect it count (Faigle & Kern 1992), so
only coalitions that hold the needs of each of their members are ever looked at: the
down-sets of a partial order. The gain at S has the weight e(S) e'(S + i) / e(all), with
e(S) the number of orders that end in S and e'(S) of those that go on from it. Without
needs that is |S|! (n - |S| - 1)! / n!.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Values = Mapping[int, Array]
"""Coalition -> (m,): its cost in each metric."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlayerShare:
    """What one player does; every array is (m,), one entry a metric."""

    gain: Array
    """Its Shapley value."""
    least: Array
    """Smallest gain over the coalitions that it was seen to join."""
    most: Array
    """Largest."""
    first: Array | None
    """Gain when it joins nobody; None when it needs another."""
    last: Array | None
    """Gain when it joins all the others; None when another needs it."""
    error: Array
    """Half the 90 % interval of a sampled value; zeros for an exact one."""


def allowed_coalitions(needs: Sequence[int], most: int) -> tuple[int, ...] | None:
    """Return the coalitions that the needs allow, smallest first.

    Args:
        needs: for each player, the coalition that it needs.
        most: give up beyond so many.

    Returns:
        None when there are more than `most`.

    Raises:
        ValueError: the needs run in a circle, so that not all can ever join.
    """
    found: list[int] = [0]
    layer: dict[int, None] = {0: None}
    while layer:
        joined: dict[int, None] = {}
        for coalition in layer:
            for player in joiners(coalition, needs):
                joined[coalition | 1 << player] = None
            if len(found) + len(joined) > most:
                return None
        found += joined
        layer = joined
    if found[-1] != (1 << len(needs)) - 1:
        raise ValueError("the needs of the players run in a circle")
    return tuple(found)


def joiners(coalition: int, needs: Sequence[int]) -> list[int]:
    """Return the players that can join a coalition now."""
    return [
        player
        for player, need in enumerate(needs)
        if not coalition >> player & 1 and need & coalition == need
    ]


def shapley_shares(values: Values, needs: Sequence[int]) -> tuple[PlayerShare, ...]:
    """Return what each player does, exactly.

    Args:
        values: the value of every coalition that the needs allow.
        needs: for each player, the coalition that it needs.
    """
    order = sorted(values, key=int.bit_count)
    row = {coalition: k for k, coalition in enumerate(order)}
    table = np.array([values[coalition] for coalition in order])
    everyone = order[-1]
    steps = [(s, i) for s in order for i in joiners(s, needs)]
    orders_to = dict.fromkeys(order, 0) | {0: 1}
    for s, i in steps:
        orders_to[s | 1 << i] += orders_to[s]
    orders_from = dict.fromkeys(order, 0) | {everyone: 1}
    for s, i in reversed(steps):
        orders_from[s] += orders_from[s | 1 << i]
    shares: list[PlayerShare] = []
    for player in range(len(needs)):
        joined = 1 << player
        before = [s for s, i in steps if i == player]
        # Divided as whole numbers: factorials soon leave the range of a float.
        weights = np.array(
            [orders_to[s] * orders_from[s | joined] / orders_from[0] for s in before]
        )
        gains = (
            table[[row[s] for s in before]] - table[[row[s | joined] for s in before]]
        )
        shares.append(
            PlayerShare(
                gain=column_sums(weights[:, None] * gains),
                least=gains.min(axis=0),
                most=gains.max(axis=0),
                first=values[0] - values[joined] if joined in values else None,
                last=(
                    values[everyone ^ joined] - values[everyone]
                    if everyone ^ joined in values
                    else None
                ),
                error=np.zeros(table.shape[1]),
            )
        )
    return tuple(shares)


def interaction_indices(values: Values, players: int) -> dict[tuple[int, int], Array]:
    """Return the Shapley interaction index of each pair of players without needs.

    The mean, over the coalitions S without both, of what i and j gain together less
    what each gains alone: below zero they overlap, above they help each other. With
    weights |S|! (n - |S| - 2)! / (n - 1)! (Grabisch & Roubens 1999).

    Args:
        values: the value of every coalition.
        players: how many there are.
    """
    table = np.array([values[coalition] for coalition in range(1 << players)])
    coalitions = np.arange(1 << players)
    size = np.array([coalition.bit_count() for coalition in range(1 << players)])
    weight_of_size = np.array(
        [
            math.factorial(s)
            * math.factorial(players - s - 2)
            / math.factorial(players - 1)
            for s in range(players - 1)
        ]
    )
    found: dict[tuple[int, int], Array] = {}
    for i, j in combinations(range(players), 2):
        one, other = 1 << i, 1 << j
        without = coalitions[(coalitions & (one | other)) == 0]
        together = table[without] - table[without | one | other]
        apart = 2 * table[without] - table[without | one] - table[without | other]
        weights = weight_of_size[size[without]]
        found[i, j] = column_sums(weights[:, None] * (together - apart))
    return found


def column_sums(rows: Array) -> Array:
    """Return (m,), the correctly rounded sum of each column of (k, m)."""
    return np.array([math.fsum(column) for column in rows.T.tolist()])
