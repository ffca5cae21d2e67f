"""Good sets to begin a search with: grown one change at a time, and each alone."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from audit.changes.search.choices import Choices


def warm_start(choices: Choices, value: Callable[[int], float]) -> Iterator[int]:
    """Yield allowed sets that are likely to be good.

    The greedy set has no guarantee where branches run side by side: no single step then
    gains anything. It is a start, and never the answer.
    """
    yield _grown(choices, value)
    for i in range(choices.count):
        alone = choices.needs[i] | 1 << i
        if choices.allows(alone):
            yield alone


def _grown(choices: Choices, value: Callable[[int], float]) -> int:
    """Return the set that the largest gain for the money builds, step by step."""
    chosen, now = 0, value(0)
    while True:
        best, most = chosen, 0.0
        for i in range(choices.count):
            grown = chosen | choices.needs[i] | 1 << i
            if grown == chosen or not choices.allows(grown):
                continue
            left = value(grown)
            if not math.isfinite(left):
                continue
            money = choices.cost(grown) - choices.cost(chosen)
            rate = (now - left) / (money + 1.0)
            if rate > most and now - left > 1e-9:
                best, most = grown, rate
        if best == chosen:
            return chosen
        chosen, now = best, value(best)
