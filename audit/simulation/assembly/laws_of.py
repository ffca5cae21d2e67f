"""From numbers of a file to the laws that a run draws durations from."""

from __future__ import annotations

from dataclasses import replace

from audit.model import Law, Quantity
from audit.simulation.laws import DurationLaw, pert, point, uniform_law


def law_of(quantity: Quantity, per_unit: float = 1.0) -> DurationLaw:
    """Return the law of a number as written, in another unit.

    Args:
        quantity: a point, a uniform range or a PERT.
        per_unit: what one of its own unit is in the unit wanted: 1/60 from minutes to
            hours.
    """
    low, likely, high = (
        per_unit * end for end in (quantity.low, quantity.likely, quantity.high)
    )
    match quantity.law:
        case Law.POINT:
            return point(likely)
        case Law.UNIFORM:
            return uniform_law(low, high)
        case Law.PERT:
            return pert(low, likely, high)


def shifted(quantity: Quantity, by: float) -> Quantity:
    """Return a number with a constant added to it."""
    return replace(
        quantity,
        low=quantity.low + by,
        likely=quantity.likely + by,
        high=quantity.high + by,
    )


def less(quantity: Quantity, part: float) -> Quantity:
    """Return what is left of a duration on average when a part is taken off.

    The range is scaled rather than moved, so that none of it falls below zero.
    """
    mean = quantity.mean
    factor = max(0.0, 1 - part / mean) if mean > 0 else 0.0
    return replace(
        quantity,
        low=quantity.low * factor,
        likely=quantity.likely * factor,
        high=quantity.high * factor,
    )


def whole(quantity: Quantity | None, otherwise: int) -> int:
    """Return a whole number of things or people, or another one if none is stated."""
    return otherwise if quantity is None else quantity.whole
