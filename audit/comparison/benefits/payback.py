"""What the changes cost, and after how many months they have paid for themselves."""

from __future__ import annotations

import math
from collections.abc import Iterable

from audit.model import Quantity
from audit.result import Spread

Payback = tuple[float | None, float | None]
"""Months, soonest and latest; None is never."""

_MONTHS = 12
_NOTHING = Spread(low=0.0, likely=0.0, high=0.0)


def sum_of_costs(costs: Iterable[Quantity | None]) -> Spread | None:
    """Return the sum of those that are stated; None when none is.

    Ends are added to ends: what makes one change dearer than planned often makes the
    next one dearer too.
    """
    stated = [cost for cost in costs if cost is not None]
    if not stated:
        return None
    return Spread(
        low=math.fsum(cost.low for cost in stated),
        likely=math.fsum(cost.likely for cost in stated),
        high=math.fsum(cost.high for cost in stated),
    )


def payback(
    benefit: Spread | None, one_off: Spread | None, per_year: Spread | None
) -> Payback | None:
    """Return the months until the benefit has paid what was paid once.

    Soonest is with all costs at their low and the benefit at its high end, latest the
    other way round. It is never where the running costs eat the benefit.

    Args:
        benefit: money of a year; None where there is none with a price.
        one_off: money paid once; None where nobody states it.
        per_year: money paid each year; None where nobody states it.

    Returns:
        None where no cost is stated.
    """
    if one_off is None and per_year is None:
        return None
    once, running = one_off or _NOTHING, per_year or _NOTHING
    gained = benefit or _NOTHING
    return (
        _months(once.low, gained.high - running.low),
        _months(once.high, gained.low - running.high),
    )


def _months(once: float, left_of_a_year: float) -> float | None:
    if left_of_a_year < 0:
        return None
    if once == 0:
        return 0.0
    return _MONTHS * once / left_of_a_year if left_of_a_year > 0 else None
