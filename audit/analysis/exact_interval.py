"""The exact interval of a share that was counted in a sample drawn by chance."""

from __future__ import annotations

from functools import cache


@cache
def exact_interval(
    found: int, read: int, confidence: float = 0.95
) -> tuple[float, float]:
    """Return the interval of Clopper and Pearson (1934, Biometrika 26, 404-413).

    It holds the true share at least as often as it claims, whatever that share is. Its
    ends are quantiles of beta laws: Beta(k, n - k + 1) below, Beta(k + 1, n - k) above.

    Args:
        found: k, those counted; from 0 to n.
        read: n, those looked at; at least 1.
        confidence: how often the interval holds the truth, at least.
    """
    from scipy.special import betainccinv, betaincinv

    tail = (1 - confidence) / 2
    low = float(betaincinv(found, read - found + 1, tail)) if found else 0.0
    high = float(betainccinv(found + 1, read - found, tail)) if found < read else 1.0
    return low, high
