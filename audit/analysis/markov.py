"""Absorbing Markov chains: visits, absorption, conditioning, moments.

Arrays: Q (n, n) routing between transient states; R (n,) routing to one outcome;
N = (I - Q)^-1 the fundamental matrix. Sources: Kemeny & Snell, Finite Markov Chains,
ch. 3; Grinstead & Snell, Introduction to Probability, ch. 11.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def expected_visits(routing: Array, start: int) -> Array:
    """Return v (n,), the expected visits to each state from `start`: row of N.

    Raises:
        numpy.linalg.LinAlgError: some states are never left.
    """
    n = len(routing)
    unit = np.zeros(n)
    unit[start] = 1.0
    return np.asarray(np.linalg.solve((np.eye(n) - routing).T, unit), dtype=np.float64)


def absorption(routing: Array, exits: Array) -> Array:
    """Return N R: for each state, the probability to end in each outcome.

    `exits` is (n,) for one outcome or (n, m) for m of them; so is the answer.

    Raises:
        numpy.linalg.LinAlgError: some states are never left.
    """
    leave = np.eye(len(routing)) - routing
    return np.asarray(np.linalg.solve(leave, exits), dtype=np.float64)


def can_reach(routing: Array, exits: Array) -> npt.NDArray[np.bool_]:
    """Return for each state whether the outcome can be reached from it."""
    leads, reached = routing > 0, exits > 0
    while True:
        grown = reached | (leads @ reached)
        if (grown == reached).all():
            return reached
        reached = grown


@dataclass(frozen=True, slots=True)
class Conditioned:
    """A chain given that it ends in one outcome (Doob's h-transform)."""

    routing: Array
    """(n, n): Q_ij h_j / h_i."""
    exits: Array
    """(n,): R_i / h_i."""
    visits: Array
    """(n,): v_i h_i / h_start."""
    hit: Array
    """(n,): h_i, the probability to end in the outcome from each state."""
    probability: float
    """h_start."""


def conditioned(routing: Array, exits: Array, start: int) -> Conditioned | None:
    """Return the chain given its outcome, or None when it cannot be reached.

    States from which the outcome cannot be reached have no visits, and rows of zeros.
    """
    alive = can_reach(routing, exits)
    if not alive[start]:
        return None
    n = len(routing)
    keep = np.flatnonzero(alive)
    inner = routing[np.ix_(keep, keep)]
    hit = np.zeros(n)
    hit[keep] = absorption(inner, exits[keep])
    visits = np.zeros(n)
    visits[keep] = expected_visits(inner, int(np.searchsorted(keep, start)))
    inverse = np.zeros(n)
    inverse[keep] = 1 / hit[keep]
    return Conditioned(
        routing=routing * hit[None, :] * inverse[:, None],
        exits=exits * inverse,
        visits=visits * hit / hit[start],
        hit=hit,
        probability=float(hit[start]),
    )


def total_variance(routing: Array, means: Array, variances: Array, start: int) -> float:
    """Return the variance of the sum of independent state rewards until absorption.

    With m1 = N mu, the second moment is N (var + mu^2 + 2 mu o Q m1)
    (Kemeny & Snell, theorem 3.3.5, for random rewards).
    """
    n = len(routing)
    leave = np.eye(n) - routing
    first = np.linalg.solve(leave, means)
    second = np.linalg.solve(
        leave, variances + means**2 + 2 * means * (routing @ first)
    )
    return max(float(second[start] - first[start] ** 2), 0.0)
