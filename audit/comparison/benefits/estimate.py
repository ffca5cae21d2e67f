"""A sum of money with its range: what each uncertain number does to it, by itself.

Each uncertain number (a rate, an hourly cost, how many are hired) is moved to both ends
of its range while the others stay. The moves of different numbers are independent, so
their sizes add as the root of the sum of squares, down and up apart. The moves of one
number are not: where it adds to one part and takes from another, they cancel first.

Source: JCGM 100:2008 (Guide to the Expression of Uncertainty in Measurement) 5.1.2,
propagation of independent uncertainties to first order.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from audit.model import Quantity
from audit.result import Spread

Source = tuple[object, ...]
"""Names an uncertain number."""
Move = tuple[float, float]
"""What the estimate changes by with a number at its low end, and at its high end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A likely value, and how uncertain numbers move it."""

    likely: float
    moves: Mapping[Source, Move] = field(default_factory=dict)

    def times(self, factor: float) -> Estimate:
        """Return a multiple."""
        return Estimate(
            likely=self.likely * factor,
            moves={
                source: (low * factor, high * factor)
                for source, (low, high) in self.moves.items()
            },
        )

    def times_number(self, number: Quantity, source: Source) -> Estimate:
        """Return the product with a number of a file, to first order."""
        scaled = self.times(number.mean)
        ends = (number.low - number.mean, number.high - number.mean)
        own = Estimate(
            likely=0.0,
            moves={source: (self.likely * ends[0], self.likely * ends[1])},
        )
        return total((scaled, own))

    @property
    def spread(self) -> Spread:
        """The range, as wide as all the moves together."""
        down = math.hypot(*(min(*move, 0.0) for move in self.moves.values()))
        up = math.hypot(*(max(*move, 0.0) for move in self.moves.values()))
        return Spread(low=self.likely - down, likely=self.likely, high=self.likely + up)


def total(parts: Iterable[Estimate]) -> Estimate:
    """Return the sum of estimates; what moves several of them moves them together."""
    moves: dict[Source, Move] = {}
    likely: list[float] = []
    for part in parts:
        likely.append(part.likely)
        for source, (low, high) in part.moves.items():
            before = moves.get(source, (0.0, 0.0))
            moves[source] = (before[0] + low, before[1] + high)
    return Estimate(likely=math.fsum(likely), moves=moves)
