"""One number of a process file with its unit; the smallest thing that is read.

Each reader takes the words, a unit to borrow, or nothing, and the whole value, for what
is said of it: in `5-20 min` the 5 borrows the minutes of the 20.
"""

from __future__ import annotations

import math
import re

from audit.loaders.fault import Fault
from audit.loaders.meant_numbers import WITH_COMMA, comma_hint, plain_number
from audit.loaders.problem_text import did_you_mean, near_miss, shown
from audit.units import (
    CALENDAR_PER_BUSINESS_DAY,
    DAYS_PER_UNIT,
    MINUTES_PER_DAY,
    UNIT_WORDS,
)

LARGEST = 1e12
"""Beyond this no page, minute or dollar of a hiring process is meant."""

MOST_TIMES = 10
"""Most that a number may be multiplied by."""

_NUMBER = r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?"
AMOUNT = re.compile(rf"({_NUMBER})\s*(.*)", re.DOTALL)
"""A number, and whatever follows it."""
_NOT_FINITE = re.compile(r"[-+]?\.?(inf|infinity|nan)", re.IGNORECASE)
_UNIT = re.compile(r"(?:(\w+)[\s-]+(?!and\b))?([^\W\d]+)\.?")
_HINT = "write for example 30 min, 2 h, 5 days, 2-3 weeks, 3 business days"
_BUSINESS = frozenset({"business", "working", "work"})
_WORKDAY = re.compile(
    r"\s*(?<![^\W\d_])(?:(?:week|bank)[\s-]days?|(?:work|working|week|business)days?|"
    r"b\.?d\.?|bds|bdays?|(?:werk|arbeits)tag(?:en?)?)(?!\w)",
    re.IGNORECASE,
)
"""Words that people have for business days, beside those that are read."""
_ONE = re.compile(r"(?:^|\s)(?:1|an?)$", re.IGNORECASE)
_PER_CENT = re.compile(r"%|per\s?cent", re.IGNORECASE)


def _amount(words: str) -> tuple[float, str]:
    """Split a number from what follows it."""
    if not (amount := AMOUNT.fullmatch(words)):
        if _NOT_FINITE.fullmatch(words):
            raise Fault("E032", f"'{shown(words)}' is not a number to count with")
        raise _no_number(words)
    value = float(amount[1])
    if value < 0:
        raise Fault("E031", f"'{shown(words)}' is negative", hint="write 0 or more")
    if not math.isfinite(value) or value > LARGEST:
        raise Fault("E032", f"'{shown(words)}' is too large a number")
    rest = amount[2].strip()
    if re.match(r",\d", rest):
        found = WITH_COMMA.search(words)
        raise Fault(
            "E028",
            f"'{shown(words)}' has a comma in a number",
            hint=comma_hint(found[0]) if found else "",
        )
    return value, rest


def _no_number(words: str) -> Fault:
    """Return the fault of words that are more than a number, or none."""
    meant = plain_number(words)
    return Fault(
        "E030",
        f"'{shown(words)}' is not a number",
        hint=f"write the number alone: {meant}" if meant else "",
    )


def count_atom(words: str, borrowed: str, whole: str) -> float:
    """Read a bare number."""
    value, rest = _amount(words)
    if rest:
        raise _no_number(words)
    return value


def share_atom(words: str, borrowed: str, whole: str) -> float:
    """Read a share: `70%`, `70 per cent` or `0.7`."""
    value, rest = _amount(words)
    unit = rest or borrowed
    if unit and not _PER_CENT.fullmatch(unit):
        raise Fault("E036", f"'{shown(words)}' is not a share", hint="write 70% or 0.7")
    if unit:
        value /= 100
    elif value > 1:
        raise Fault(
            "E037",
            f"'{shown(words)}' is more than the whole",
            label="a share without %",
            hint=f"write {value:g}% or {value / 100:g}",
        )
    if value > 1:
        raise Fault("E038", f"'{shown(words)}' is more than 100 %")
    return value


def factor_atom(words: str, borrowed: str, whole: str) -> float:
    """Read what another number is multiplied by: `0.5` or `50%`, up to ten times."""
    value, rest = _amount(words)
    unit = rest or borrowed
    if unit and not _PER_CENT.fullmatch(unit):
        raise Fault(
            "E030",
            f"'{shown(words)}' is not a number",
            hint=f"write the factor alone: {value:g}",
        )
    if unit:
        value /= 100
    if value > MOST_TIMES:
        raise Fault(
            "E044",
            f"{value:g} times is more than {MOST_TIMES}",
            hint="write 0.5 for half as much, 2 for twice as much",
        )
    return value


def minutes_atom(words: str, borrowed: str, whole: str) -> float:
    """Read a duration in minutes."""
    return _duration(words, borrowed, whole, per_day=MINUTES_PER_DAY)


def duration_atom(words: str, borrowed: str, whole: str) -> float:
    """Read a duration in calendar days."""
    return _duration(words, borrowed, whole)


def business_atom(words: str, borrowed: str, whole: str) -> float:
    """Read a duration in calendar days; plain days are business days."""
    return _duration(words, borrowed, whole, business=True)


def _duration(
    words: str,
    borrowed: str,
    whole: str,
    *,
    business: bool = False,
    per_day: float = 1.0,
) -> float:
    """Read `3 business days`, `1 h 30 min`, `a week`; `per_day` is the unit wanted."""
    in_hours = per_day == MINUTES_PER_DAY
    rest = re.sub(r"^an?\s+", "1 ", words, flags=re.IGNORECASE)
    total = 0.0
    while True:
        try:
            value, rest = _amount(rest)
        except Fault as fault:
            if fault.code != "E030":
                raise
            raise Fault(
                "E033",
                f"'{shown(words)}' is not a duration",
                hint=_HINT,
            ) from None
        unit_words = _UNIT.match(rest or borrowed)
        if unit_words is None:
            if value == 0 and not rest:
                return total
            if rest:
                raise Fault("E033", f"'{shown(words)}' is not a duration", hint=_HINT)
            raise Fault(
                "E035",
                f"'{shown(words)}' has no unit",
                label="seconds, minutes, days?",
                hint=f"write for example {value:g} min or {value:g} days",
            )
        unit = _unit(unit_words[1], unit_words[2], whole, business, in_hours)
        total += value * (unit * per_day)
        rest = rest[unit_words.end() :].strip() if rest else ""
        rest = re.sub(r"^(?:and|,)\s*", "", rest)
        if not rest:
            return total


def _unit(
    qualifier: str | None, word: str, whole: str, business: bool, in_hours: bool
) -> float:
    unit = UNIT_WORDS.get(word.lower())
    qualifier = qualifier.lower() if qualifier else ""
    if _WORKDAY.fullmatch(named := f"{qualifier} {word}".strip()):
        raise Fault(
            "E034",
            f"unknown unit '{shown(named)}' in '{shown(whole)}'",
            # A day of effort would count as 24 hours of it.
            hint="effort is hands-on time: write hours, for example 16 h"
            if in_hours
            else f"write {shown(_in_business_days(whole))}",
        )
    if unit is None or (qualifier and unit != "day"):
        meant = near_miss(word, UNIT_WORDS)
        hint = (
            f"did you mean '{meant}'?"
            if meant
            else "units: min, h, days, weeks, months"
        )
        unknown = word
        if unit is not None and qualifier in _BUSINESS:
            unknown = f"{qualifier} {word}"
            hint = "only days can be business days"
        elif word.lower() in {"m", "ms"}:
            hint = "write min for minutes, months for months"
        elif word.lower() == "or":
            hint = "write a range, for example 3-4 days"
        raise Fault(
            "E034", f"unknown unit '{shown(unknown)}' in '{shown(whole)}'", hint=hint
        )
    if qualifier not in {"", "calendar", *_BUSINESS}:
        raise Fault(
            "E034",
            f"unknown kind of day '{shown(qualifier)}'",
            hint=did_you_mean(qualifier, ("business", "calendar"), "kinds of day"),
        )
    if unit == "day" and (
        qualifier in _BUSINESS or (business and qualifier != "calendar")
    ):
        return CALENDAR_PER_BUSINESS_DAY
    return DAYS_PER_UNIT[unit]


def _in_business_days(whole: str) -> str:
    """Return a duration in working days as a file takes it.

    >>> _in_business_days("4 workdays"), _in_business_days("up to 1 Werktag")
    ('4 business days', 'up to 1 business day')
    """

    def named(found: re.Match[str]) -> str:
        days = "day" if _ONE.search(whole[: found.start()]) else "days"
        return f" business {days}"

    return _WORKDAY.sub(named, whole)
