"""A number as a process file gives it: a point or a range, and where it comes from."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """How a number came to be known, strongest first."""

    MEASURED = "measured"
    PUBLISHED = "published"
    REPORTED = "reported"
    ESTIMATED = "estimated"
    ASSUMED = "assumed"
    UNSTATED = "not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a number comes from."""

    basis: Basis = Basis.UNSTATED
    source: str | None = None
    by: str | None = None
    """A role, never a person."""
    date: str | None = None
    n: int | None = None
    """How many cases were counted."""


class Law(StrEnum):
    """The distribution that a written range stands for."""

    POINT = "point"
    UNIFORM = "uniform"
    PERT = "pert"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A non-negative number with its spread and origin.

    The unit is the one that the field holding it names: minutes, days, pages, a share.
    """

    low: float
    likely: float
    """The most likely value; the middle for a uniform range."""
    high: float
    law: Law = Law.POINT
    lower_bound: bool = False
    """Written as "at least": the truth may be more."""
    provenance: Provenance | None = None
    """Own origin; None means that the origin of the step applies."""

    @classmethod
    def point(cls, value: float, provenance: Provenance | None = None) -> Quantity:
        """Return an exact number."""
        return cls(low=value, likely=value, high=value, provenance=provenance)

    @property
    def mean(self) -> float:
        """Expected value; PERT weighs the likely value four times (Malcolm 1959)."""
        match self.law:
            case Law.POINT:
                return self.likely
            case Law.UNIFORM:
                return (self.low + self.high) / 2
            case Law.PERT:
                return (self.low + 4 * self.likely + self.high) / 6

    @property
    def whole(self) -> int:
        """The number of things or people that a simulation takes; some are one.

        A half counts up: 1.5 and 2.5 are 2 and 3.
        """
        return max(1, math.floor(self.mean + 0.5)) if self.mean > 0 else 0

    @property
    def variance(self) -> float:
        """Variance, in squared units; PERT as the scaled beta of shape sum 6."""
        match self.law:
            case Law.POINT:
                return 0.0
            case Law.UNIFORM:
                return (self.high - self.low) ** 2 / 12
            case Law.PERT:
                return (self.mean - self.low) * (self.high - self.mean) / 7
