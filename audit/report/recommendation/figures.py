"""Costs, weeks and gains of changes in words."""

from __future__ import annotations

from audit.report.comparison.wording import money_range, signed_number
from audit.report.page.amounts import amount
from audit.result import ProposalLine, Spread
from audit.units import format_number, plural

NOT_KNOWN = "not known"
EXACT = 1e-9
"""Two ends of a range that lie this close are one number."""


def likely_money(spread: Spread, currency: str) -> str:
    """Return the likely amount with its range: "$6,400 ($3,200 to $12,800)"."""
    likely = amount(spread.likely, "money", currency)
    if spread.high - spread.low < EXACT:
        return likely
    return f"{likely} ({money_range(spread, currency)})"


def first_year(line: ProposalLine, currency: str) -> str:
    """Return what a change costs in its first year."""
    if line.cost is None:
        return NOT_KNOWN
    return likely_money(line.first_year, currency)


def weeks(spread: Spread) -> str:
    """Return the likely number of weeks with its range: "6 weeks (4 to 10)"."""
    likely = plural(spread.likely, "week")
    if spread.high - spread.low < EXACT:
        return likely
    return f"{likely} ({format_number(spread.low)} to {format_number(spread.high)})"


def taken_off(gain: float) -> str:
    """Return what a gain does to a number, with its sign: minus is less friction.

    >>> taken_off(46.63), taken_off(-9.8), taken_off(2e-16)
    ('−46.6', '+9.8', '0')
    """
    return signed_number(-gain, 1)


def points(number: float) -> str:
    """Return points to a tenth: "98.7 points", "1 point"."""
    return plural(round(number, 1), "point")
