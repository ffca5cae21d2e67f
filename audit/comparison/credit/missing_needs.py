"""Which need the changes do not state, found by trying sets of them.

Changes can be credited when every set that their needs allow makes a process. Where one
does not, some change in it relies on another that is not: a need that nobody wrote.
Sets are bit masks, bit i is change i.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Test = Callable[[int], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingNeed:
    """A set of changes that makes no process, and what would mend it."""

    broken: int
    """The set; without any of its changes it is mended."""
    at: int | None
    """The change of it that should state a need; None when no need would do, because
    what it relies on needs it in turn."""
    needed: int
    """What that change should need, the implied left out."""


def missing_need(works: Test, needs: Sequence[int], broken: int) -> MissingNeed:
    """Return the need that is missing where a set of changes makes no process.

    Args:
        works: whether a set makes a process; none of the changes and all of them do.
        needs: for each change, the set of those that it needs, the implied included.
        broken: a set that the needs allow and that makes none.
    """
    broken = _least(broken, needs, lambda rest: not works(rest))
    everything = (1 << len(needs)) - 1
    # The last one in the file first: it is the likelier to rely on another.
    for change in reversed(members(broken)):
        others = sum(
            1 << other
            for other in members(everything & ~broken)
            if not needs[other] >> change & 1
        )
        if others and works(broken | others):
            mends = _least(others, needs, lambda rest: works(broken | rest))
            implied = 0
            for other in members(mends):
                implied |= needs[other]
            return MissingNeed(broken=broken, at=change, needed=mends & ~implied)
    return MissingNeed(broken=broken, at=None, needed=0)


def members(coalition: int) -> list[int]:
    """Return the members of a set, in the order of their bits."""
    return [i for i in range(coalition.bit_length()) if coalition >> i & 1]


def _least(start: int, needs: Sequence[int], holds: Test) -> int:
    """Leave changes out of a set, each with those that need it, while a test holds."""
    found = start
    for change in reversed(members(start)):
        leaving = 1 << change
        for other in members(found):
            if needs[other] >> change & 1:
                leaving |= 1 << other
        if found & leaving and holds(found & ~leaving):
            found &= ~leaving
    return found
