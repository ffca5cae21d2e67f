"""Sums and multiples of quantities; the mean of a sum is the sum of the means."""

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
