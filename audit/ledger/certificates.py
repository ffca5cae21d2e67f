"""Proofs that one process beats another, instead of draws.

Both rest on the score being linear in the quantities with prices that are never
negative.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from audit.ledger.entries import QuantityKey
from audit.ledger.profile import Profile
from audit.ledger.uncertainty import (
    DRAWS,
    KEYS,
    SEED,
    Array,
    Quantities,
    drawn_unit_points,
    quantity_vector,
)
from audit.model import Scope

_NOTHING = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxCertificate:
    """What is left of a gain when every price is as bad for it as its range allows."""

    least_gain: float
    """Points that the second process saves at the very least; negative: it may lose."""
    against: tuple[tuple[QuantityKey, float], ...]
    """What the second needs more of, with the points that it can cost, most first."""

    @property
    def holds(self) -> bool:
        """Whether the second is better for every price in the ranges."""
        return self.least_gain > 0


def dominates(better: Quantities, worse: Quantities) -> bool:
    """Say whether one process needs no more of anything: better under every price.

    Equal processes dominate each other; then no draw tells them apart.
    """
    first, second = quantity_vector(better), quantity_vector(worse)
    return bool(np.all(first <= second + _NOTHING * np.maximum(1, second)))


def price_box(
    profile: Profile, scope: Scope | None, *, draws: int = DRAWS, seed: int = SEED
) -> tuple[Array, Array]:
    """Return the 90 % range of the points of one of each thing counted.

    Rates, felt multipliers and weights vary together, so each range covers all three.

    Returns:
        Two arrays, (len(KEYS),).
    """
    drawn = drawn_unit_points(profile, scope, draws, seed)
    low, high = np.quantile(drawn, [0.05, 0.95], axis=0)
    return low, high


def box_certificate(
    before: Quantities, after: Quantities, low: Array, high: Array
) -> BoxCertificate:
    """Return the least gain of the second process over the first within price ranges.

    The least of theta . (Q_before - Q_after) over low <= theta <= high takes the low
    price of all that is saved and the high price of all that is added.

    Args:
        before: quantities of the first process.
        after: quantities of the second.
        low: (len(KEYS),) lowest points of one of each thing counted.
        high: (len(KEYS),) highest.
    """
    saved = quantity_vector(before) - quantity_vector(after)
    worst = np.where(saved > 0, low, high) * saved
    against = sorted(
        (
            (key, float(-points))
            for key, more, points in zip(KEYS, saved, worst, strict=True)
            if more < -_NOTHING
        ),
        key=lambda item: (-item[1], item[0]),
    )
    return BoxCertificate(least_gain=float(worst.sum()), against=tuple(against))
