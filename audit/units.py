"""Time units, and the one place where numbers become words.

Time inside the package is calendar days (a float) unless a name says minutes.
"""

from __future__ import annotations

import math

MINUTES_PER_HOUR = 60
HOURS_IN_A_WEEK = 168
MINUTES_PER_DAY = 1440
CALENDAR_PER_BUSINESS_DAY = 7 / 5
"""Five business days take a week."""

DAYS_PER_UNIT: dict[str, float] = {
    "second": 1 / 86_400,
    "minute": 1 / MINUTES_PER_DAY,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "month": 30.0,
    "year": 365.0,
}
"""Calendar days in one unit; a month is 30 days and a year 365."""

UNIT_WORDS: dict[str, str] = {
    **{unit: unit for unit in DAYS_PER_UNIT},
    **{f"{unit}s": unit for unit in DAYS_PER_UNIT},
    "s": "second",
    "sec": "second",
    "secs": "second",
    "min": "minute",
    "mins": "minute",
    "h": "hour",
    "hr": "hour",
    "hrs": "hour",
    "d": "day",
    "wk": "week",
    "wks": "week",
    "mo": "month",
    "yr": "year",
    "yrs": "year",
}
"""Every way to write a unit, and the unit it means."""


def minutes_from_days(days: float) -> float:
    """Turn days into minutes of the clock.

    >>> minutes_from_days(0.5)
    720.0
    """
    return days * MINUTES_PER_DAY


def days_from_minutes(minutes: float) -> float:
    """Turn minutes of the clock into days.

    >>> days_from_minutes(720)
    0.5
    """
    return minutes / MINUTES_PER_DAY


def format_number(x: float, digits: int | None = None) -> str:
    """Write a number with thousands commas and no trailing zeros.

    Whole digits are never rounded away. Without `digits`, decimals stop at the third
    significant digit; with it, at that many decimals.

    >>> format_number(1234.4), format_number(12.53), format_number(0.25)
    ('1,234', '12.5', '0.25')
    >>> format_number(206.6746, 2)
    '206.67'
    """
    if not math.isfinite(x):
        return "not a number" if math.isnan(x) else ("∞" if x > 0 else "-∞")
    if digits is None:
        digits = 0 if x == 0 else max(0, 2 - math.floor(math.log10(abs(x))))
    text = f"{x:,.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def plural(n: float, one: str, many: str | None = None) -> str:
    """Write a count with its noun.

    >>> plural(42, "page"), plural(1, "page"), plural(2, "copy", "copies")
    ('42 pages', '1 page', '2 copies')
    """
    number = format_number(n)
    noun = one if number in {"1", "-1"} else (many or f"{one}s")
    return f"{number} {noun}"


def format_days(days: float) -> str:
    """Write a duration given in days, in hours or minutes when it is short.

    >>> format_days(8.8333), format_days(1), format_days(0.125), format_days(20 / 1440)
    ('8.8 days', '1 day', '3 hours', '20 minutes')
    """
    size = abs(days)
    if size == 0:
        return "0 days"
    if size < 0.5 / MINUTES_PER_DAY:
        return plural(float(format_number(days * 86_400, 0)), "second")
    if round(size * MINUTES_PER_DAY) < MINUTES_PER_HOUR:
        return plural(round(days * MINUTES_PER_DAY), "minute")
    if round(size * 24, 1) < 24:
        return plural(round(days * 24, 1), "hour")
    return plural(round(days, 1 if size < 99.95 else 0), "day")


def format_minutes(minutes: float) -> str:
    """Write effort given in minutes; an hour or more as hours and minutes.

    >>> format_minutes(45), format_minutes(144.2), format_minutes(2.54)
    ('45 minutes', '2 h 24 min', '2.5 minutes')
    """
    size = abs(minutes)
    if 0 < size < 0.05:
        return "under 0.1 minutes" if minutes > 0 else "over -0.1 minutes"
    rounded = round(size, 1 if size < 9.95 else 0)
    sign = "-" if minutes < 0 and rounded else ""
    if rounded < MINUTES_PER_HOUR:
        return sign + plural(rounded, "minute")
    hours, rest = divmod(int(rounded), MINUTES_PER_HOUR)
    return f"{sign}{hours:,} h" + (f" {rest} min" if rest else "")


def format_share(x: float) -> str:
    """Write a share (0 to 1) in per cent; a tiny or nearly whole one says so.

    >>> format_share(0.25), format_share(0.004), format_share(0.0004)
    ('25 %', '0.4 %', '<0.1 %')
    """
    per_cent = x * 100
    if 0 < per_cent < 0.05:
        return "<0.1 %"
    if 99.95 <= per_cent < 100:
        return ">99.9 %" if round(per_cent, 9) < 100 else "100 %"
    return f"{format_number(per_cent, 1)} %"


def format_money(x: float, currency: str) -> str:
    """Write an amount of money; cents only below a hundred.

    >>> format_money(1234.4, "EUR"), format_money(16.5, "USD")
    ('EUR 1,234', '$16.50')
    """
    size = abs(x)
    cents = round(size, 2)
    whole = cents >= 100 or cents == round(cents)
    amount = f"{size:,.0f}" if whole else f"{size:,.2f}"
    sign = "-" if x < 0 and cents else ""
    return f"{sign}${amount}" if currency == "USD" else f"{sign}{currency} {amount}"


def format_money_range(low: float, high: float, currency: str) -> str:
    """Write a range of money; one amount where both ends read alike.

    >>> format_money_range(3000, 6000, "USD"), format_money_range(5, 5, "EUR")
    ('$3,000 to $6,000', 'EUR 5')
    """
    ends = [format_money(end, currency) for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)
