"""What more money buys: the best sets over all budgets that change anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from audit.changes.search.branch_and_bound import Accept, Stop, Value, best_set
from audit.changes.search.choices import Choices

BUDGETS = 12
"""Budgets that a front is computed at."""


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

    The budgets are spread over the costs of the changes, whose sums make the steps of
    the front; between two of them a point may be missing, and none is wrong.

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
        if not points or point.value < points[-1].value - 1e-9:
            points.append(point)
    return tuple(points)


def _budgets(choices: Choices) -> list[float]:
    """Return budgets from nothing to what all changes together cost, or the limit."""
    total = min(sum(choices.costs), choices.budget)
    singles = sorted({cost for cost in choices.costs if cost <= total})
    steps = {round(total * k / BUDGETS, 2) for k in range(1, BUDGETS + 1)}
    return sorted({0.0, *singles[: BUDGETS // 2], *steps})
