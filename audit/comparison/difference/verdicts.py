"""When two numbers differ at all, and which of them is better."""

from __future__ import annotations

import math

from audit.result import Verdict

ROUND_OFF = 1e-9
"""Numbers that agree to nine digits are one number.

The same sum taken in another order, or the same chain of steps solved in the order of
another file, comes out with other last digits: a few parts in 10^15 each, and 10^-12 at
worst after the longest chains. Nothing a file can say is that small.
"""


def differ(before: float, after: float, within: float = 0.0) -> bool:
    """Return whether two numbers differ by more than round-off.

    Args:
        before: a number.
        after: another, in the same unit.
        within: differences up to this are no more than the width of a grid.
    """
    tolerance = max(within, ROUND_OFF)
    return not math.isclose(before, after, rel_tol=ROUND_OFF, abs_tol=tolerance)


def verdict(
    before: float,
    after: float,
    *,
    lower_is_better: bool | None = True,
    within: float = 0.0,
) -> Verdict:
    """Return what became of a number that both files say.

    Args:
        before: a number.
        after: the same one after the change.
        lower_is_better: None where neither way is better as such.
        within: see `differ`.
    """
    if not differ(before, after, within):
        return Verdict.UNCHANGED
    if lower_is_better is None:
        return Verdict.CHANGED
    return Verdict.BETTER if (after < before) is lower_is_better else Verdict.WORSE
