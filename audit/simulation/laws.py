"""Laws of durations, each with its mean and its inverse distribution function.

Every draw is the inverse distribution function at one uniform number, increasing in it:
two laws that get the same number give durations that go together, so before and after
share their luck. PERT is the scaled beta of shape sum 6 (Malcolm et al. 1959); its
quantiles, and those of observed durations, are a table read by straight lines.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any, NamedTuple

import numpy as np

from audit.errors import SimulationError
from audit.simulation.compiling import inlined
from audit.simulation.randomness import normal_quantile, uniform


class LawKind(IntEnum):
    """The families of laws."""

    POINT = 0
    UNIFORM = 1
    TRIANGULAR = 2
    EXPONENTIAL = 3
    LOG_NORMAL = 4
    TABLE = 5


_PERT_CELLS = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class DurationLaw:
    """A law of durations; the field that holds it names the unit."""

    kind: LawKind
    mean: float
    first: float = 0.0
    """Low end of a range; mean of an exponential; location of a log-normal."""
    second: float = 0.0
    """Most likely value of a triangle; high end of a range; scale of a log-normal."""
    third: float = 0.0
    """High end of a triangle."""
    quantiles: tuple[float, ...] = ()
    """Durations at equal steps of probability from 0 to 1, of a table."""
    second_moment: float = 0.0
    """Mean of the square, in squared units."""

    def scaled(self, factor: float) -> DurationLaw:
        """Return the law of a multiple of the duration, in another unit say."""
        log_normal = self.kind is LawKind.LOG_NORMAL
        return replace(
            self,
            mean=self.mean * factor,
            first=self.first + math.log(factor) if log_normal else self.first * factor,
            second=self.second if log_normal else self.second * factor,
            third=self.third * factor,
            quantiles=tuple(q * factor for q in self.quantiles),
            second_moment=self.second_moment * factor * factor,
        )


def _checked(*numbers: float) -> None:
    if not all(math.isfinite(x) and x >= 0 for x in numbers):
        raise SimulationError(
            f"a duration needs finite numbers that are not negative, not {numbers}"
        )


def _in_order(*numbers: float) -> None:
    _checked(*numbers)
    if list(numbers) != sorted(numbers):
        raise SimulationError(f"a range runs from low to high, not {numbers}")


def point(value: float) -> DurationLaw:
    """Return the law of a duration that is always the same."""
    _checked(value)
    return DurationLaw(
        kind=LawKind.POINT, mean=value, first=value, second_moment=value * value
    )


def uniform_law(low: float, high: float) -> DurationLaw:
    """Return the law of a duration that is anywhere in a range, all alike likely."""
    _in_order(low, high)
    square = (low * low + low * high + high * high) / 3
    return DurationLaw(
        kind=LawKind.UNIFORM,
        mean=(low + high) / 2,
        first=low,
        second=high,
        second_moment=square,
    )


def triangular(low: float, likely: float, high: float) -> DurationLaw:
    """Return the triangular law."""
    _in_order(low, likely, high)
    if low == high:
        return point(low)
    mean = (low + likely + high) / 3
    variance = (
        (high - low) ** 2 + (likely - low) ** 2 - (high - low) * (likely - low)
    ) / 18
    return DurationLaw(
        kind=LawKind.TRIANGULAR,
        mean=mean,
        first=low,
        second=likely,
        third=high,
        second_moment=variance + mean * mean,
    )


def pert(low: float, likely: float, high: float) -> DurationLaw:
    """Return the PERT law: mean (low + 4 likely + high) / 6."""
    _in_order(low, likely, high)
    if low == high:
        return point(low)
    from scipy.stats import beta

    width = high - low
    mean = (low + 4 * likely + high) / 6
    steps = np.linspace(0.0, 1.0, _PERT_CELLS + 1)
    shape = 1 + 4 * (likely - low) / width
    table = low + width * beta.ppf(steps, shape, 6 - shape)
    return replace(
        _tabled(np.asarray(table, float)),
        mean=mean,
        second_moment=mean * mean + (mean - low) * (high - mean) / 7,
    )


def exponential(mean: float) -> DurationLaw:
    """Return the exponential law: without memory."""
    _checked(mean)
    return DurationLaw(
        kind=LawKind.EXPONENTIAL, mean=mean, first=mean, second_moment=2 * mean * mean
    )


def log_normal(mean: float, cv: float) -> DurationLaw:
    """Return the log-normal law of this mean and coefficient of variation."""
    _checked(mean, cv)
    if mean == 0 or cv == 0:
        return point(mean)
    spread = math.log1p(cv * cv)
    return DurationLaw(
        kind=LawKind.LOG_NORMAL,
        mean=mean,
        first=math.log(mean) - spread / 2,
        second=math.sqrt(spread),
        second_moment=mean * mean * (1 + cv * cv),
    )


def empirical(observed: tuple[float, ...]) -> DurationLaw:
    """Return the law of durations seen, straight lines between them.

    Raises:
        SimulationError: nothing was seen, or a duration is no duration.
    """
    if not observed:
        raise SimulationError("a law from observed durations needs at least one")
    _checked(*observed)
    seen = np.sort(np.array(observed, float))
    return point(float(seen[0])) if len(seen) == 1 else _tabled(seen)


def _tabled(quantiles: np.ndarray[tuple[int], np.dtype[np.float64]]) -> DurationLaw:
    left, right = quantiles[:-1], quantiles[1:]
    return DurationLaw(
        kind=LawKind.TABLE,
        mean=float(np.mean((left + right) / 2)),
        quantiles=tuple(quantiles.tolist()),
        second_moment=float(np.mean((left * left + left * right + right * right) / 3)),
    )


class LawTable(NamedTuple):
    """All laws of a scenario as columns, for the kernel."""

    kind: np.ndarray
    first: np.ndarray
    """As in the law; for a table the place of its first quantile."""
    second: np.ndarray
    """As in the law; for a table the number of cells between its quantiles."""
    third: np.ndarray


def law_table(laws: list[DurationLaw]) -> tuple[LawTable, np.ndarray]:
    """Return the columns of these laws, by place, and the quantiles of their tables."""
    lengths = np.array([len(law.quantiles) for law in laws], np.int64)
    tabled = lengths > 0
    first = np.array([law.first for law in laws], float)
    second = np.array([law.second for law in laws], float)
    table = LawTable(
        kind=np.array([law.kind for law in laws], np.int64),
        first=np.where(tabled, np.cumsum(lengths) - lengths, first),
        second=np.where(tabled, lengths - 1, second),
        third=np.array([law.third for law in laws], float),
    )
    points = np.array([q for law in laws for q in law.quantiles] or [0.0], float)
    return table, points


_POINT, _UNIFORM, _TRIANGULAR, _EXPONENTIAL, _LOG_NORMAL = range(5)


@inlined
def drawn(law: Any, points: Any, key: Any, index: int) -> float:
    """Return the duration by a law (a row of its table) at a random number."""
    return duration(
        law.kind, law.first, law.second, law.third, points, uniform(key, index)
    )


@inlined
def duration(
    kind: int, first: float, second: float, third: float, points: Any, u: float
) -> float:
    """Return the duration that a law stays below with probability u."""
    if kind == _EXPONENTIAL:
        return -first * math.log1p(-u)
    if kind == _TRIANGULAR:
        # Without a branch, which a processor would guess wrong every other time.
        width = third - first
        rising = 1.0 * (u * width < second - first)
        falling = 1.0 - rising
        share = rising * u + falling * (1.0 - u)
        side = rising * (second - first) + falling * (third - second)
        root = math.sqrt(share * width * side)
        return rising * (first + root) + falling * (third - root)
    if kind == _LOG_NORMAL:
        return math.exp(first + second * normal_quantile(u))
    if kind == _UNIFORM:
        return first + (second - first) * u
    if kind == _POINT:
        return first
    place = u * second
    cell = int(place)
    left: float = points[int(first) + cell]
    right: float = points[int(first) + cell + 1]
    return left + (right - left) * (place - cell)
