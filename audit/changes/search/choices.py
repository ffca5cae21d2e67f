"""What a set of changes may hold: needs, exclusions, money and number.

A set is a bit mask: bit i is change i.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

ROUND_OFF = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Changes to choose among, and the limits of a choice."""

    costs: tuple[float, ...]
    """Money of each, in the first year."""
    needs: tuple[int, ...]
    """For each, the set that it needs, all the way down."""
    excludes: tuple[int, ...]
    """For each, the set of those that it cannot be made with; symmetric."""
    tangled: int = 0
    """Those that may make things worse, so that more of them is not always better."""
    budget: float = float("inf")
    most: int | None = None
    """Number of changes allowed; None for any."""
    count: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "count", len(self.costs))

    def cost(self, chosen: int) -> float:
        """Return the money of a set."""
        return sum(self.costs[i] for i in members(chosen))

    def affordable(self, chosen: int) -> bool:
        """Say whether a set keeps to money and number."""
        limit = self.budget + ROUND_OFF * max(1.0, abs(self.budget))
        if self.most is not None and chosen.bit_count() > self.most:
            return False
        return self.cost(chosen) <= limit

    def fits_together(self, chosen: int) -> bool:
        """Say whether a set holds what it needs and nothing that excludes another."""
        return all(
            self.needs[i] & chosen == self.needs[i] and not self.excludes[i] & chosen
            for i in members(chosen)
        )

    def allows(self, chosen: int) -> bool:
        """Say whether a set may be chosen."""
        return self.fits_together(chosen) and self.affordable(chosen)


def members(chosen: int) -> Iterator[int]:
    """Yield the changes of a set, lowest first."""
    while chosen:
        low = chosen & -chosen
        yield low.bit_length() - 1
        chosen ^= low


def mask_of(indices: Sequence[int]) -> int:
    """Return the set of some changes."""
    found = 0
    for index in indices:
        found |= 1 << index
    return found
