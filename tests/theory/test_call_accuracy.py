"""How well a call recognises people, made again from the validity of interviews."""

from __future__ import annotations

import math

import pytest
from scipy.stats import multivariate_normal, norm

from audit.ledger import load_profile

CALLS = load_profile().near_miss_calls
QUALIFIED = 0.2
PASSED = 0.5


def accuracy(validity: float, qualified: float, passed: float) -> tuple[float, float]:
    """Return the shares of the qualified and of the others whom a call passes on.

    Taylor & Russell (1939): what the call sees and what the work shows are two normal
    laws that correlate by its validity.
    """
    lines = [norm.ppf(passed), norm.ppf(qualified)]
    law = multivariate_normal(cov=[[1, validity], [validity, 1]])
    both = float(law.cdf(lines))
    return both / qualified, (passed - both) / (1 - qualified)


def test_halves_by_hand() -> None:
    """Sheppard (1899): both above their middle with 1/4 + asin(r) / (2 pi)."""
    seen, _ = accuracy(0.4, 0.5, 0.5)
    assert seen == pytest.approx(0.5 + math.asin(0.4) / math.pi, abs=1e-6)


def test_the_shipped_numbers_follow_from_the_published_validities() -> None:
    """.38 of an unstructured interview, from .20 of none at all to .51 of structure."""
    numbers = [accuracy(validity, QUALIFIED, PASSED) for validity in (0.20, 0.38, 0.51)]
    recognised, mistaken = zip(*numbers, strict=True)
    assert [round(share, 2) for share in recognised] == [
        CALLS.recognised.low,
        CALLS.recognised.value,
        CALLS.recognised.high,
    ]
    assert [round(share, 2) for share in mistaken] == [
        CALLS.mistaken.high,
        CALLS.mistaken.value,
        CALLS.mistaken.low,
    ]
