"""Changes in words: a change is after less before, with its sign always written."""

from __future__ import annotations

from math import floor, log10

from audit.report.page.amounts import NOT_ASSESSED, amount, whole_share
from audit.result import Spread, Verdict
from audit.units import format_money_range, format_number

MINUS = "\N{MINUS SIGN}"
ARROW = "\N{RIGHTWARDS ARROW}"
NO_CHANGE = "no change"

VERDICTS = {
    Verdict.BETTER: "better",
    Verdict.WORSE: "worse",
    Verdict.UNCHANGED: "same",
    Verdict.CHANGED: "changed",
    Verdict.ADDED: "new",
    Verdict.REMOVED: "gone",
    Verdict.UNKNOWN: "not known",
}
"""What became of something, in one word; colour never says it alone."""

SIDES = {"candidate": "the candidate", "employer": "staff", "time": "the calendar"}

_MANIFOLD = 10.0
"""From this ratio on, a rise is said as a multiple."""


OLD, NEW = "the old process", "the new process"
"""What sentences call the before and the after."""


def signed(change: float | None, unit: str, currency: str = "USD") -> str:
    """Return a change with its sign and unit: "−5.2 days", "+3 pages".

    Args:
        change: after less before; None where one of the two is not assessed.
        unit: a unit of the result; a share changes by percentage points.
        currency: of amounts of money.
    """
    if change is None:
        return NOT_ASSESSED
    if abs(change) < 1e-9:
        return NO_CHANGE
    if unit == "share":
        points = abs(change) * 100
        # One digit tells that a change is tiny; more would say that it is known well.
        tiny = -floor(log10(points))
        digits = 1 if points >= 0.95 else 2 if points >= 0.01 else tiny
        words = f"{format_number(points, digits)} percentage points"
    else:
        # Hundredths of a page are enough; what is smaller keeps its digits.
        size = abs(change)
        words = amount(round(size, 2) if size >= 0.01 else size, unit, currency)
    return f"{'+' if change > 0 else MINUS}{words}"


def signed_number(change: float, digits: int | None = None) -> str:
    """Return a change without its unit: "−50.2", "+3", "0"."""
    words = format_number(abs(change), digits)
    if words == "0":
        return words
    return f"{'+' if change > 0 else MINUS}{words}"


def signed_days(change: float) -> str:
    """Return a change of days that stays in days, however short: "−0.3 days"."""
    number = signed_number(change, 1)
    return f"{number} {'day' if number[1:] == '1' else 'days'}"


def relative(before: float, after: float) -> str:
    """Return how much more or less the after is: "−70 %", "+12 %", "× 14".

    Where the before is nought there is nothing to compare with, and the change itself
    is said.
    """
    change = after - before
    if abs(change) < 1e-9:
        return NO_CHANGE
    if before <= 0:
        return signed_number(change, 1)
    if after / before >= _MANIFOLD:
        return f"× {format_number(after / before, 0)}"
    return f"{'+' if change > 0 else MINUS}{per_cent(abs(change) / before)}"


def in_per_cent(before: float | None, after: float | None) -> str:
    """Return the relative change for a table; a dot where there is none to say."""
    if not before or after is None:
        return "·"
    return relative(before, after)


def per_cent(share: float) -> str:
    """Return a share for a headline, in whole per cent also where it is over one.

    >>> per_cent(0.866), per_cent(2.381), per_cent(0.004)
    ('87 %', '238 %', '0.4 %')
    """
    return f"{format_number(share * 100, 0)} %" if share > 1 else whole_share(share)


def money_range(spread: Spread, currency: str) -> str:
    """Return a range of money: "$3,000 to $6,000", or one amount where it is exact."""
    return format_money_range(spread.low, spread.high, currency).replace("-", MINUS)


def of_draws(share: float, draws: int) -> str:
    """Return a share of draws without rounding it to all or none.

    >>> of_draws(1.0, 2000), of_draws(0.974, 2000), of_draws(0.0, 2000)
    ('all of 2,000 draws', '97 % of 2,000 draws', 'none of 2,000 draws')
    """
    number = f"{format_number(draws)} draws"
    if share == 1.0:
        return f"all of {number}"
    if share == 0.0:
        return f"none of {number}"
    return f"{whole_share(share)} of {number}"


def of_cases(share: float, draws: int, prices: int) -> str:
    """Return a share of cases, many to a draw: of 100 draws no 99.7 % can be.

    Each draw of the numbers of the files is judged under every draw of the rates.

    Args:
        share: of the cases.
        draws: of the numbers of the files.
        prices: draws of rates and weights.

    >>> of_cases(1.0, 100, 2000)
    'all of 100 draws'
    >>> of_cases(0.997, 100, 2000)
    '99.7 % of 200,000 cases (100 draws of them, each under 2,000 draws of rates)'
    """
    if share in (0.0, 1.0):
        return of_draws(share, draws)
    return (
        f"{whole_share(share)} of {format_number(draws * prices)} cases "
        f"({format_number(draws)} draws of them, each under {format_number(prices)} "
        "draws of rates)"
    )
