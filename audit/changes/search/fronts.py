"""What more money buys: the best sets over all budgets that change anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate

from audit.changes.search.branch_and_bound import Accept, Stop, Value, best_set
from audit.changes.search.choices import Choices

BUDGETS = 16
"""Budgets that a front is computed at, at most."""
_WORTH = 1e-6
"""What a point has to be better by: less is how two sums were rounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The best set at one budget."""

    chosen: int
    cost: float
    value: float
    proven: bool


def front(
    choices: Choices,
    value: Value,
    *,
    accept: Accept = lambda chosen: True,
    stops: Callable[[], Stop] = lambda: lambda: False,
) -> tuple[Point, ...]:
    """Return the points of cost and value that no other point beats, cheapest first.

    Between two of the budgets that are looked at a point may be missing; none is wrong.

    Args:
        choices: the changes; its budget is the most that is looked at.
        value: of a set.
        accept: see `best_set`.
        stops: makes the limit of each search.
    """
    points: list[Point] = []
    start = 0
    for budget in _budgets(choices):
        limited = replace(choices, budget=budget)
        found = best_set(limited, value, accept=accept, stop=stops(), start=start)
        start = found.chosen
        point = Point(
            chosen=found.chosen,
            cost=limited.cost(found.chosen),
            value=found.value,
            proven=found.proven,
        )
        if not points or point.value < points[-1].value - _WORTH:
            points.append(point)
    return tuple(points)


def _budgets(choices: Choices) -> list[float]:
    """Return budgets from nothing to what all changes together cost, or the limit.

    The cheapest changes one by one and all together, then steps that grow in
    proportion: little money buys most, so that is where a front bends.
    """
    total = min(sum(choices.costs), choices.budget)
    costs = sorted(cost for cost in choices.costs if 0 < cost <= total)
    sums = [cost for cost in accumulate(costs) if cost <= total]
    near = sorted({round(cost, 2) for cost in (*costs, *sums)})[: BUDGETS // 2]
    if not near:
        return [0.0]
    steps = BUDGETS - len(near) - 1
    growth = (total / near[-1]) ** (1 / steps)
    far = {round(near[-1] * growth**k, 2) for k in range(1, steps)}
    return sorted({0.0, *near, *far, total})
