"""Random orders in which players can join, in antithetic pairs.

Every order that the needs allow is as likely as any other:

- Groups of players with no need between them are drawn apart and shuffled together.
- A player that all others of its group need comes first.
- What is left is drawn by the chain of Bubley & Dyer (1999): two neighbours of the
  order are put in the order of a coin unless the needs forbid it, the place p of k
  chosen with chance p (k - p) / K, K = (k^3 - k) / 6. By path coupling it is within
  epsilon of uniform after K ln(D / epsilon) draws, D = k (k - 1) / 2.

The partner of an order brings early players late, so that what the luck of one adds the
luck of the other takes away. Without needs that is its reverse; with needs the reverse
is no order at all, for it brings players before those that they need. Its partner is
its *evacuation* (Schützenberger 1972; Stanley 2009): the first player is handed on to
the end, each one it meets either let pass or, if it needs the one that is carried,
carried in its stead; then the same with all places but the last, and so on. The partner
of the partner is the order itself, so that partners are as uniform as orders; and where
the needs are silent, partners are reverses.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

_EPSILON = 1e-4
"""Total variation that the chain may be off."""


def antithetic_orders(
    needs: Sequence[int], rng: np.random.Generator
) -> tuple[list[int], list[int]]:
    """Return two orders of all players, each uniform over those that the needs allow.

    Args:
        needs: for each player, the bit mask of those it needs, the implied included.
        rng: source of the draws.
    """
    order = _drawn(list(range(len(needs))), needs, rng)
    return order, evacuated(order, needs)


def evacuated(order: Sequence[int], needs: Sequence[int]) -> list[int]:
    """Return the partner of an order: its reverse, as far as the needs allow."""
    partner = list(order)
    for last in range(len(partner) - 1, 0, -1):
        for place in range(last):
            early, late = partner[place], partner[place + 1]
            if not needs[late] >> early & 1:
                partner[place], partner[place + 1] = late, early
    return partner


def with_implied(needs: Sequence[int]) -> tuple[int, ...]:
    """Return the needs with what the needed ones need, for needs without a circle."""
    closed = list(needs)
    for middle in range(len(closed)):
        for player in range(len(closed)):
            if closed[player] >> middle & 1:
                closed[player] |= closed[middle]
    return tuple(closed)


def _drawn(
    players: list[int], needs: Sequence[int], rng: np.random.Generator
) -> list[int]:
    lead: list[int] = []
    while (first := _needed_by_all(players, needs)) is not None:
        lead.append(first)
        players = [player for player in players if player != first]
    groups = _groups(players, needs)
    if len(groups) == 1:
        return lead + _chain(players, needs, rng)
    members = [iter(_drawn(group, needs, rng)) for group in groups]
    turns = [turn for turn, group in enumerate(groups) for _ in group]
    return lead + [next(members[turn]) for turn in rng.permutation(turns).tolist()]


def _needed_by_all(players: list[int], needs: Sequence[int]) -> int | None:
    """Return the player that all others need; one that is alone is such a player."""
    for player in players:
        if all(needs[other] >> player & 1 for other in players if other != player):
            return player
    return None


def _groups(players: list[int], needs: Sequence[int]) -> list[list[int]]:
    """Return the players in groups that are as small as the needs between them let."""
    within = sum(1 << player for player in players)
    masks: list[int] = []
    for player in players:
        joined = needs[player] & within | 1 << player
        apart = [mask for mask in masks if not mask & joined]
        for mask in masks:
            if mask & joined:
                joined |= mask
        masks = [*apart, joined]
    return [[player for player in players if mask >> player & 1] for mask in masks]


def _chain(
    players: list[int], needs: Sequence[int], rng: np.random.Generator
) -> list[int]:
    k = len(players)
    places = np.arange(1, k)
    weight = places * (k - places)
    draws = math.ceil(weight.sum() * math.log(k * (k - 1) / 2 / _EPSILON))
    # What is needed has fewer needs, the implied counted, than what needs it.
    order = sorted(players, key=lambda player: needs[player].bit_count())
    for place, rising in zip(
        rng.choice(places, size=draws, p=weight / weight.sum()).tolist(),
        rng.integers(2, size=draws).tolist(),
        strict=True,
    ):
        early, late = order[place - 1], order[place]
        if (early < late) != rising and not needs[late] >> early & 1:
            order[place - 1], order[place] = late, early
    return order
