"""Changes large enough to be seen: in the unit that they are shown in, or in per cent.

A comparison is exact: a share that falls by a hundred-thousandth is worse, and stands
in the table of all numbers. Among what got worse it would only hide what did. But a
hundredth of a number that is small itself is no less than one of a large number: over
the hires of a year it is the same share of all of them.
"""

from __future__ import annotations

from audit.result import DifferenceLine, FindingChange, Verdict
from audit.units import DAYS_PER_UNIT, MINUTES_PER_DAY

_LEAST = {
    "days": 0.5 / MINUTES_PER_DAY,
    "minutes": 0.05,
    "hours": 0.05 / 60,
    "money": 0.005,
    "share": 0.01 / 100,
}
"""Unit -> the least change that is not written as nothing, in that unit."""
_LEAST_COUNT = 0.01
"""Of everything counted in ones: hundredths of a page are enough."""
_LEAST_POINTS = 0.05
"""Of points that are written with one decimal."""
_LEAST_PART = 0.01
"""Of what it is a change of, from which on it is seen however small it is."""
_UNWRITTEN = {"days": 0.5 * DAYS_PER_UNIT["second"], "money": 0.005}
"""Unit -> what no words have a digit for, in that unit: half a second, half a cent."""
_ROUND_OFF = 1e-9
"""Of everything else, which keeps its digits."""


def is_seen(change: float, unit: str, of: float | None = None) -> bool:
    """Say whether a change shows as more than nothing.

    Args:
        change: after less before, in the unit.
        unit: as in a result; what follows its first word ("per hire") does not matter.
        of: the number before, in the unit; None where the change is of no number.

    >>> is_seen(0.0000078, "share"), is_seen(-0.0002, "share"), is_seen(0.4, "minutes")
    (False, True, True)
    >>> is_seen(0.000008, "share", of=0.9), is_seen(0.00008, "share", of=0.0002)
    (False, True)
    """
    head, size = unit.partition(" ")[0], abs(change)
    if size >= _LEAST.get(head, _LEAST_COUNT):
        return True
    return (
        of is not None
        and size >= _LEAST_PART * abs(of)
        and size >= _UNWRITTEN.get(head, _ROUND_OFF)
    )


def points_seen(before: float, after: float) -> bool:
    """Say whether points of a step differ in what is written of them."""
    return abs(after - before) >= _LEAST_POINTS


def line_got_worse(line: DifferenceLine) -> bool:
    """Say whether a number is worse by more than nothing."""
    return (
        line.verdict is Verdict.WORSE
        and line.change is not None
        and is_seen(line.change, line.unit, line.before)
    )


def finding_got_worse(change: FindingChange) -> bool:
    """Say whether a finding is new, graver, or measures more by more than nothing."""
    if change.verdict is not Verdict.WORSE:
        return change.verdict is Verdict.ADDED
    if change.severity_before != change.severity_after:
        return True
    before, after = change.measure_before, change.measure_after
    if before is None or after is None:
        return True
    return is_seen(after - before, change.unit, before)
