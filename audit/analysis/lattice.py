"""Laws of durations on a lattice, and their transforms.

A law becomes a probability mass function on {0, dt, ..., (M - 1) dt} of equal mean.
Transforms are taken on a circle of radius r with r^M = 1e-8, so that what falls beyond
the lattice is damped instead of wrapping round (Abate & Whitt 1992, lattice-Poisson
inversion; 1e-8 balances aliasing against round-off).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from audit.analysis.markov import Array
from audit.model import Law, Quantity

Complex = npt.NDArray[np.complex128]
_ALIAS = 1e-8
_FEWEST_CELLS = 64
_MOST_CELLS = 8192


@dataclass(frozen=True)
class Lattice:
    """A grid of `size` points, `step` days apart."""

    step: float
    size: int

    @cached_property
    def times(self) -> Array:
        """(M,): days."""
        return np.asarray(np.arange(self.size) * self.step, dtype=np.float64)

    @cached_property
    def _damping(self) -> Array:
        return np.asarray(_ALIAS ** (np.arange(self.size) / self.size))

    def mass(self, law: Quantity) -> Array:
        """Return (M,), the law on the lattice, its mean kept.

        With the limited expected value L(x) = E[min(X, x)]: p_0 = 1 - L(h)/h and
        p_k = (2 L(kh) - L((k-1)h) - L((k+1)h)) / h.
        """
        limited = limited_expectation(law, np.append(self.times, self.size * self.step))
        mass = np.empty(self.size)
        mass[0] = 1 - limited[1] / self.step
        mass[1:] = (2 * limited[1:-1] - limited[:-2] - limited[2:]) / self.step
        return np.clip(mass, 0, None)

    def transform(self, mass: Array) -> Complex:
        """Return (M / 2 + 1,), the damped transform of a mass function."""
        return np.asarray(np.fft.rfft(mass * self._damping))

    def invert(self, transform: Complex) -> Array:
        """Return the (M,) mass function of a transform."""
        return np.asarray(np.fft.irfft(transform, self.size) / self._damping)


def limited_expectation(law: Quantity, x: Array) -> Array:
    """Return E[min(X, x)] for each x, in the unit of the law."""
    if law.low == law.high:
        return np.minimum(law.mean, x)
    match law.law:
        case Law.POINT:
            return np.minimum(law.mean, x)
        case Law.UNIFORM:
            width = law.high - law.low
            within = np.clip(x - law.low, 0, width)
            return np.minimum(x, law.low) + within - within**2 / (2 * width)
        case Law.PERT:
            from scipy.special import betainc

            width = law.high - law.low
            alpha = 1 + 4 * (law.likely - law.low) / width
            beta = 6 - alpha
            z = np.clip((x - law.low) / width, 0, 1)
            below = betainc(alpha, beta, z)
            partial = law.low * below + width * alpha / 6 * betainc(alpha + 1, beta, z)
            return np.asarray(partial + x * (1 - below))


def lattice_for(mean: float, horizon: float, accuracy: float) -> Lattice:
    """Return a lattice that reaches a horizon, as coarse as the accuracy allows.

    The step is a power of two of a day, so that waits of half days, whole days and
    weeks fall on the lattice.

    Args:
        mean: expected days, above zero.
        horizon: days that the lattice has to reach.
        accuracy: widest cell, as a share of the mean.
    """
    cells = min(max(horizon / (accuracy * mean), _FEWEST_CELLS), _MOST_CELLS)
    step = 2.0 ** math.floor(math.log2(horizon / cells))
    return Lattice(step=step, size=1 << math.ceil(math.log2(horizon / step)))
