"""Random quantiles by name: the same for the same name, whatever else is drawn.

Each stream is stratified: of n draws one lies in each n-th, in random order, so that
the mean over few draws is close to that over many (McKay, Beckman & Conover 1979,
Technometrics 21:239-245).
"""

from __future__ import annotations

import json
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

_LEAST = 2.0**-53
"""Laws without bounds have no quantile of nought and none of one."""


class Luck:
    """Streams of quantiles, made when first asked for and kept."""

    def __init__(self, draws: int, seed: int) -> None:
        self.streams: dict[tuple[str, ...], NDArray[np.float64]] = {}
        self._draws = draws
        self._seed = seed

    def stream(self, name: tuple[str, ...]) -> NDArray[np.float64]:
        """Return (draws,) between 0 and 1, both left out."""
        if name not in self.streams:
            text = json.dumps([self._seed, *name])
            key = blake2b(text.encode(), digest_size=16).digest()
            rng = np.random.default_rng(int.from_bytes(key, "big"))
            strata = rng.permutation(self._draws)
            quantiles = (strata + rng.random(self._draws)) / self._draws
            self.streams[name] = np.clip(quantiles, _LEAST, 1 - _LEAST)
        return self.streams[name]
