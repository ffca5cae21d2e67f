"""Sums and multiples of quantities: means add up, and multiply, as their numbers do."""

from __future__ import annotations

from dataclasses import replace

from audit.model import Law, Quantity

ZERO = Quantity.point(0.0)


def add_quantities(first: Quantity, second: Quantity) -> Quantity:
    """Return the sum of two quantities, its ends the sums of their ends.

    A uniform range has the mean of the PERT with the same ends and middle, so a sum of
    different laws is written as the richer of the two without moving the mean.
    """
    for one, other in ((first, second), (second, first)):
        if one.law is Law.POINT and one.likely == 0:
            return other
    laws = {first.law, second.law}
    return Quantity(
        low=first.low + second.low,
        likely=first.likely + second.likely,
        high=first.high + second.high,
        law=next(law for law in (Law.PERT, Law.UNIFORM, Law.POINT) if law in laws),
        lower_bound=first.lower_bound or second.lower_bound,
        provenance=first.provenance or second.provenance,
    )


def scaled(quantity: Quantity, factor: float) -> Quantity:
    """Return a multiple of a quantity."""
    return replace(
        quantity,
        low=quantity.low * factor,
        likely=quantity.likely * factor,
        high=quantity.high * factor,
    )


def product(quantity: Quantity, factor: Quantity) -> Quantity:
    """Return a quantity times a factor that is drawn apart from it.

    The ends are the products of the ends, and the mean is the product of the means:
    where both are ranges, as the PERT that has them. Where no likely value between the
    ends gives that mean, the nearest end stands for it. The product is as sure as the
    factor, where the factor says how sure that is.
    """
    if factor.law is Law.POINT:
        found = scaled(quantity, factor.likely)
    elif quantity.law is Law.POINT:
        found = replace(scaled(factor, quantity.likely), provenance=quantity.provenance)
    else:
        low, high = quantity.low * factor.low, quantity.high * factor.high
        # Solved from the mean of a PERT, (low + 4 likely + high) / 6.
        likely = (6 * quantity.mean * factor.mean - low - high) / 4
        found = Quantity(
            low=low,
            likely=min(max(likely, low), high),
            high=high,
            law=Law.PERT,
            provenance=quantity.provenance,
        )
    if found.low == found.high:
        found = replace(found, law=Law.POINT)
    return replace(
        found,
        lower_bound=quantity.lower_bound,
        provenance=factor.provenance or found.provenance,
    )
