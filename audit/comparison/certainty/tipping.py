"""What speaks against the after, and how much has to go wrong before the gain is gone.

With c the points of one of each thing at the rates of the profile, d how much of it the
after saves and [low, high] the 90 % range of c, the gain is c . d. A factor at the bad
end of its range (low for what is saved, high for what is added) takes away

    damage_k = c_k d_k - min(low_k d_k, high_k d_k)

and nothing else moves. So k factors together take away the sum of their damages, which
is largest for the k largest: adding factors by damage until the gain is gone uses the
fewest that can do it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from audit.ledger.factors import FACTOR_BY_ID
from audit.ledger.uncertainty import KEYS, Array
from audit.result import Against

_UNITS = {"min": "minutes", "day": "days", "switch": "switches"}
_NOTHING = 1e-9
"""Points: a smaller gain is rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedGain:
    """What the after saves of each thing, and what one of it costs in points."""

    saved: Array
    """(len(KEYS),) quantity of the before less that of the after, per hire."""
    usual: Array
    """(len(KEYS),) points of one at the rates and weights of the profile."""
    low: Array
    """(len(KEYS),) lowest points of one."""
    high: Array
    """(len(KEYS),) highest."""

    @property
    def gain(self) -> float:
        """Points saved at the rates and weights of the profile."""
        return float(self.usual @ self.saved)

    @property
    def damage(self) -> Array:
        """(len(KEYS),) points that each thing takes away at the bad end alone."""
        worst = np.minimum(self.low * self.saved, self.high * self.saved)
        return np.maximum(self.usual * self.saved - worst, 0.0)


def against(priced: PricedGain) -> tuple[Against, ...]:
    """Return what the after needs more of, costliest first."""
    found = [
        Against(
            factor=factor,
            label=FACTOR_BY_ID[factor].label,
            side=side,
            more=-float(priced.saved[k]),
            unit=_unit(factor),
            points=-float(priced.usual[k] * priced.saved[k]),
            worst=-float(priced.high[k] * priced.saved[k]),
        )
        for k, (factor, side) in enumerate(KEYS)
        if priced.saved[k] < 0
    ]
    return tuple(sorted(found, key=lambda one: -one.points))


def tipping(priced: PricedGain) -> tuple[str, ...]:
    """Return the fewest factors that undo the gain together, most damage first.

    The others stay at the rates of the profile. Nothing is returned where all of them
    together cannot undo it; nor where there is no gain to undo.
    """
    order = np.argsort(-priced.damage, kind="stable")
    taken = np.cumsum(priced.damage[order])
    enough = taken >= priced.gain - _NOTHING
    if priced.gain <= _NOTHING or not enough.any():
        return ()
    labels = _labels(priced)
    return tuple(labels[k] for k in order[: int(np.argmax(enough)) + 1])


def _labels(priced: PricedGain) -> dict[int, str]:
    """Return the label of each column; with its side where both sides are moved."""
    moved = Counter(
        factor
        for (factor, _), saved in zip(KEYS, priced.saved, strict=True)
        if saved != 0
    )
    return {
        k: FACTOR_BY_ID[factor].label + (f" ({side})" if moved[factor] > 1 else "")
        for k, (factor, side) in enumerate(KEYS)
    }


def _unit(factor: str) -> str:
    """Return what a factor counts, as the plural nouns of the result."""
    one = FACTOR_BY_ID[factor].unit.split("/")[1]
    return _UNITS.get(one, f"{one}s")
