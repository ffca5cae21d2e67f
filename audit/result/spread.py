"""A number with its range."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A number with its range; all three are equal where it is exact."""

    low: float
    likely: float
    high: float
