"""How far a number of a process file may be off, and what it may be instead.

A range is drawn from the law that it stands for. A single number is exact when it was
measured, published or reported. Any other has a 90 % range of `SPREAD` up and down:
counts, minutes and days as a log-normal that keeps the mean; the odds of a share
likewise, so that a share stays one; "at least" never falls below what is written. A
nought stays a nought: it says that there is none.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audit.ledger.uncertainty import log_deviation
from audit.model import Basis, Law, Provenance, Quantity

Array = NDArray[np.float64]

SPREAD = 1.5
SPREAD_EVIDENCE = "VAL-16"
DEVIATION = log_deviation(SPREAD)
"""Of the logarithm of a single number that nobody measured, and of a share's odds."""

_EXACT = frozenset({Basis.MEASURED, Basis.PUBLISHED, Basis.REPORTED})


def is_range(number: Quantity) -> bool:
    """Say whether a number was given as a range that has a width."""
    return number.law is not Law.POINT and number.high > number.low


def is_uncertain(number: Quantity, origin: Provenance, *, share: bool = False) -> bool:
    """Say whether a number may be another than it is.

    Args:
        number: as the file gives it.
        origin: of the step, for a number without one of its own.
        share: it lies between 0 and 1, and both ends are exact.
    """
    if is_range(number):
        return True
    if share and number.likely >= 1:
        return False
    basis = (number.provenance or origin).basis
    return basis not in _EXACT and number.likely > 0


def drawn_amount(number: Quantity, luck: Array) -> Array:
    """Return a count, minutes or days as they may be.

    Args:
        number: an uncertain one.
        luck: (draws,) between 0 and 1, the quantiles wanted.
    """
    if is_range(number):
        return drawn_range(number, luck)
    if number.lower_bound:
        return np.asarray(number.likely * np.exp(DEVIATION * _normal((1 + luck) / 2)))
    logs = DEVIATION * _normal(luck) - DEVIATION**2 / 2
    return np.asarray(number.likely * np.exp(logs))


def drawn_share(number: Quantity, luck: Array) -> Array:
    """Return a share as it may be, between 0 and 1.

    Args:
        number: an uncertain one.
        luck: (draws,) between 0 and 1, the quantiles wanted.
    """
    if is_range(number):
        return drawn_range(number, luck)
    odds = np.exp(DEVIATION * _normal(luck))
    return np.asarray(number.likely * odds / (1 + number.likely * (odds - 1)))


def drawn_weight(number: Quantity, luck: Array) -> Array:
    """Return a share as a weight beside others, each of them drawn.

    Each takes half the variance, so that the odds between two have the whole.
    """
    deviation = DEVIATION / math.sqrt(2)
    return np.asarray(number.likely * np.exp(deviation * _normal(luck)))


def drawn_range(number: Quantity, luck: Array) -> Array:
    """Return quantiles of a written range: uniform, or PERT as the beta of sum 6."""
    width = number.high - number.low
    if number.law is Law.UNIFORM:
        return number.low + width * luck
    from scipy.special import betaincinv

    alpha = 1 + 4 * (number.likely - number.low) / width
    return np.asarray(number.low + width * betaincinv(alpha, 6 - alpha, luck))


def _normal(luck: Array) -> Array:
    from scipy.special import ndtri

    return np.asarray(ndtri(luck))
