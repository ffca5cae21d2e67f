"""The letter beside the score: A to E, from two control points.

The score of published typical processes is taken as log-normal around 100, with the
`good` reference g at its best tenth: sigma = ln(100/g) / 1.28155. A is better than g, B
better than the best quarter, C better than typical, D better than the worst quarter.
"""

from __future__ import annotations

import math
from statistics import NormalDist

from audit.model import Scope

_TENTH = NormalDist().inv_cdf(0.9)
_QUARTER = NormalDist().inv_cdf(0.75)
_ROUNDING = 1e-9
"""A score that is a bound up to rounding is on it."""


def grade_bounds(good: float) -> dict[str, float]:
    """Return the highest score of the grades A to D.

    Args:
        good: points of the good reference of the scope, above 0 and below 100.
    """
    sigma = math.log(100 / good) / _TENTH
    quarter = 100 * math.exp(-_QUARTER * sigma)
    return {"A": good, "B": quarter, "C": 100.0, "D": 100.0**2 / quarter}


def grade_of(score: float, good: float) -> str:
    """Return the grade of a score, from A to E.

    Args:
        score: friction points; lower is better.
        good: points of the good reference of the scope, above 0 and below 100.
    """
    for letter, bound in grade_bounds(good).items():
        if score <= bound * (1 + _ROUNDING):
            return letter
    return "E"


def is_graded(scope: Scope | None) -> bool:
    """Say whether a scope has a typical process to be graded against."""
    return scope is not None and scope is not Scope.PARTIAL
