"""The exact interval of a share, against an independent library and by hand."""

from __future__ import annotations

import pytest
from scipy.stats import binomtest

from audit.analysis.exact_interval import exact_interval


@pytest.mark.parametrize(
    ("found", "read"), [(0, 1), (1, 1), (0, 50), (6, 50), (25, 50), (50, 50), (3, 4000)]
)
@pytest.mark.parametrize("confidence", [0.9, 0.95])
def test_the_interval_of_the_textbook(found: int, read: int, confidence: float) -> None:
    """The numbers that a statistician would check ours against."""
    expected = binomtest(found, read).proportion_ci(confidence, method="exact")
    assert exact_interval(found, read, confidence) == pytest.approx(
        (expected.low, expected.high), abs=1e-12
    )


def test_none_found_by_hand() -> None:
    """Of n read and none found, the share is below 1 - 0.025 ** (1 / n)."""
    assert exact_interval(0, 50) == pytest.approx((0.0, 1 - 0.025 ** (1 / 50)))
