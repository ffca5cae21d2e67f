"""Means with their intervals, short enough for a table: "37.3 days (35.2 to 39.3)"."""

from __future__ import annotations

from audit.report.comparison.wording import MINUS
from audit.report.simulation.words import figure
from audit.result.simulation import SimulatedNumber
from audit.units import format_number, plural

NOT_GIVEN = "no run gave it"
_LEAST_DAYS = 0.05
"""Days below which a change is told in hours or minutes."""


def told(number: SimulatedNumber | None, unit: str) -> str:
    """Return a mean and, where more than one run gave it, its interval."""
    if number is None:
        return NOT_GIVEN
    words = _minus(figure(number.mean, unit))
    between = span(number, unit)
    return f"{words} ({between})" if between else words


def span(number: SimulatedNumber, unit: str) -> str:
    """Return the interval, its unit said once; nothing where there is none.

    >>> span(SimulatedNumber(mean=2.0, low=1.0, high=3.0, runs=9), "days")
    '1 to 3 days'
    """
    if number.low is None or number.high is None:
        return ""
    low, high = figure(number.low, unit), figure(number.high, unit)
    return _between(low, high) if low != high else ""


def told_change(number: SimulatedNumber, unit: str) -> str:
    """Return a change with its sign and interval: "−8.2 days (−9.1 to −7.2 days)"."""
    low, high = number.low, number.high
    if low is None or high is None or low == high:
        return signed(number.mean, unit)
    # One unit for all three: hours would read as more than days.
    in_days = unit == "days" and max(abs(low), abs(high)) >= _LEAST_DAYS
    mean, low_end, high_end = (
        _signed_days(x) if in_days else signed(x, unit)
        for x in (number.mean, low, high)
    )
    return f"{mean} ({_between(low_end, high_end)})"


def signed(change: float, unit: str) -> str:
    """Return a change with its sign; a share changes by points of a hundred.

    Days stay days, as beside the numbers that they change: "−0.5 days", not hours.
    """
    size = abs(change)
    if unit == "share":
        words = f"{format_number(100 * size, 1)} points"
    elif unit == "days" and size >= _LEAST_DAYS:
        return _signed_days(change)
    else:
        words = figure(size, unit)
    if words.split(" ")[0] == "0":
        return words
    return f"{'+' if change > 0 else MINUS}{words}"


def _signed_days(change: float) -> str:
    size = abs(change)
    digits = 0 if size >= 99.95 else 1 if size >= _LEAST_DAYS else 2
    words = plural(round(size, digits), "day")
    if words == "0 days":
        return words
    return f"{'+' if change > 0 else MINUS}{words}"


def whole(value: float) -> str:
    """Return a count of people or offers as one says it: "274", "2.1"."""
    return format_number(value, 0 if value >= 9.95 else 1)


def _between(low: str, high: str) -> str:
    number, _, unit = low.rpartition(" ")
    if number and unit.rstrip("s") == high.rpartition(" ")[2].rstrip("s"):
        low = number
    return f"{_minus(low)} to {_minus(high)}"


def _minus(words: str) -> str:
    return words.replace("-", MINUS)
