"""How sure a mean over runs is, and whether a difference is more than chance.

Student's t for means of independent runs and, over pairs that share their luck, for
differences; Holm 1979 (Scand. J. Statist. 6, 65-70) for several differences at once;
White 1997 (Simulation 69, 323-334) for the start of a run that is left out, as MSER-5.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

_MSER_BATCH = 5
_TRACE = 1e-3
"""Share of its spread below which a difference is as good as none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A mean over runs with its interval."""

    mean: float
    low: float
    high: float
    runs: int
    """Runs that gave the number."""

    @property
    def half_width(self) -> float:
        """Half the length of the interval."""
        return (self.high - self.low) / 2

    def within(self, least: float, most: float) -> Estimate:
        """Return the estimate to be shown of a number that has bounds.

        Student's interval knows none, and of few runs may reach beyond them. The mean
        is one of values within the bounds; how many runs are needed, and whether two
        numbers differ, is told by the whole interval.
        """
        return replace(self, low=max(self.low, least), high=min(self.high, most))


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedDifference:
    """What a change does to a number, over pairs of runs with the same luck."""

    before: Estimate
    after: Estimate
    change: Estimate
    """After minus before."""
    p_value: float
    """Of the paired t test, as it stands."""
    distinguishable: bool
    """Whether the change is more than chance, all headline numbers together (Holm)."""
    runs_to_tell: int | None
    """Pairs that would tell a change of this size from chance; None for no change."""


def estimate(values: np.ndarray, confidence: float = 0.95) -> Estimate:
    """Return the mean of independent values and its t interval; gaps are left out.

    With fewer than two values the interval is endless.
    """
    known = values[~np.isnan(values)]
    runs = len(known)
    if runs == 0:
        return Estimate(mean=math.nan, low=math.nan, high=math.nan, runs=0)
    mean = float(known.mean())
    if runs == 1:
        return Estimate(mean=mean, low=-math.inf, high=math.inf, runs=1)
    from scipy.stats import t

    quantile = float(t.ppf((1 + confidence) / 2, runs - 1))
    half = quantile * float(known.std(ddof=1)) / runs**0.5
    return Estimate(mean=mean, low=mean - half, high=mean + half, runs=runs)


def paired_p_value(differences: np.ndarray) -> float:
    """Return the two-sided p value of the paired t test; 1 where nothing differs."""
    known = differences[~np.isnan(differences)]
    if len(known) < 2 or not known.any():
        return 1.0
    spread = float(known.std(ddof=1))
    if spread <= 1e-12 * float(np.abs(known).max()):
        return 0.0
    from scipy.stats import t

    statistic = float(known.mean()) / (spread / len(known) ** 0.5)
    return 2 * float(t.sf(abs(statistic), len(known) - 1))


def holm(p_values: Sequence[float], level: float = 0.05) -> list[bool]:
    """Return which hypotheses fall when the chance of any false one is the level.

    >>> holm([0.01, 0.04, 0.03, 0.005])
    [True, False, False, True]
    """
    order = sorted(range(len(p_values)), key=lambda i: (p_values[i], i))
    fallen = [False] * len(p_values)
    for rank, i in enumerate(order):
        if p_values[i] > level / (len(p_values) - rank):
            break
        fallen[i] = True
    return fallen


def runs_to_detect(differences: np.ndarray, smallest: float) -> int:
    """Return the pairs needed to see a difference, at 5 % and with 80 % power.

    n = (1.96 + 0.84)^2 s^2 / d^2 with s of a pilot.
    """
    spread = float(differences[~np.isnan(differences)].std(ddof=1))
    return max(2, math.ceil(((1.96 + 0.84) * spread / smallest) ** 2))


def runs_to_tell(differences: np.ndarray) -> int | None:
    """Return the pairs needed to see a difference as large as the one found.

    None where nothing differs, or so little of the spread that millions were needed.
    """
    known = differences[~np.isnan(differences)]
    if len(known) < 2:
        return None
    found = abs(float(known.mean()))
    if found <= _TRACE * float(known.std(ddof=1)) or found == 0:
        return None
    return runs_to_detect(known, found)


def mser5(trajectory: np.ndarray) -> int:
    """Return how many leading values to leave out of a series: MSER-5.

    Batches of five; the cut that makes the standard error of the rest smallest, within
    the first half. To be used on the mean trajectory over runs: on single runs the cut
    follows their noise, and the mean that is left is biased.
    """
    count = len(trajectory) // _MSER_BATCH
    if count < 2:
        return 0
    batches = trajectory[: count * _MSER_BATCH].reshape(count, _MSER_BATCH).mean(axis=1)
    errors = [
        float(((batches[cut:] - batches[cut:].mean()) ** 2).sum()) / (count - cut) ** 2
        for cut in range(count // 2 + 1)
    ]
    return int(np.argmin(errors)) * _MSER_BATCH


def most_left_out(count: int) -> int:
    """Return the longest cut that MSER-5 looks at: the first half, in whole batches."""
    return count // _MSER_BATCH // 2 * _MSER_BATCH
