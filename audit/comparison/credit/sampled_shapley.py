"""Shapley values from random orders, where there are too many coalitions to try all.

The gains along an order sum to v(none) - v(all), so that their mean over any orders
does too. Orders come in antithetic pairs (see `random_orders`): without needs, where
players only overlap or help each other two by two, the mean of each pair is exact
already. The 90 % interval is Student's, over pairs.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from audit.comparison.credit.random_orders import antithetic_orders, with_implied
from audit.comparison.credit.shapley import Array, PlayerShare, column_sums

FEWEST_PAIRS = 8
"""Fewer than that say nothing about how far off their mean is."""


def sampled_shares(
    value: Callable[[int], Array], needs: Sequence[int], *, evaluations: int, seed: int
) -> tuple[PlayerShare, ...]:
    """Return what each player does, estimated.

    The smallest and the largest gain are those that were met on the way.

    Args:
        value: (m,), the cost of a coalition; asked again and again, so it should
            remember its answers.
        needs: for each player, the bit mask of those that it needs.
        evaluations: about how many coalitions to look at, for two players and more;
            there are at least `FEWEST_PAIRS` pairs of orders.
        seed: of the draws.
    """
    n = len(needs)
    everyone = (1 << n) - 1
    rng = np.random.default_rng(seed)
    implied = with_implied(needs)
    pairs = max(FEWEST_PAIRS, evaluations // (2 * n - 2))
    # (pairs, 2, n, m): gain of each player in each order.
    gains = np.array(
        [
            [_gains(value, order) for order in antithetic_orders(implied, rng)]
            for _ in range(pairs)
        ]
    )
    of_pairs = gains.mean(axis=1)
    errors = _quantile(pairs - 1) * of_pairs.std(axis=0, ddof=1) / math.sqrt(pairs)
    needed = 0
    for need in needs:
        needed |= need
    shares: list[PlayerShare] = []
    for player in range(n):
        first = last = None
        met = [gains[:, :, player].reshape(2 * pairs, -1)]
        if not needs[player]:
            first = value(0) - value(1 << player)
            met.append(first[None])
        if not needed >> player & 1:
            last = value(everyone ^ 1 << player) - value(everyone)
            met.append(last[None])
        seen = np.concatenate(met)
        shares.append(
            PlayerShare(
                gain=column_sums(of_pairs[:, player]) / pairs,
                least=seen.min(axis=0),
                most=seen.max(axis=0),
                first=first,
                last=last,
                error=errors[player],
            )
        )
    return tuple(shares)


def _gains(value: Callable[[int], Array], order: list[int]) -> Array:
    """Return (n, m), the gain of each player when they join in this order."""
    joined, before = 0, value(0)
    gains = np.empty((len(order), len(before)))
    for player in order:
        joined |= 1 << player
        after = value(joined)
        gains[player] = before - after
        before = after
    return gains


def _quantile(freedom: int) -> float:
    """Return the 95 % quantile of Student's t."""
    from scipy.special import stdtrit

    return float(stdtrit(freedom, 0.95))
