"""A duration of a process file; `amount` reads its numbers.

Each reader takes the words, a unit to borrow, or nothing, and the whole value, for what
is said of it: in `5-20 min` the 5 borrows the minutes of the 20.
"""

from __future__ import annotations

import re

from audit.loaders.atoms import amount
from audit.loaders.fault import Fault
from audit.loaders.problem_text import did_you_mean, near_miss, shown
from audit.units import (
    CALENDAR_PER_BUSINESS_DAY,
    DAYS_PER_UNIT,
    MINUTES_PER_DAY,
    UNIT_WORDS,
)

_UNIT = re.compile(r"(?:(\w+)[\s-]+(?!and\b))?([^\W\d]+)\.?")
_HINT = "write for example 30 min, 2 h, 5 days, 2-3 weeks, 3 business days"
_NEXT_SMALLER = {
    "year": "months",
    "month": "days",
    "week": "days",
    "day": "h",
    "hour": "min",
    "minute": "s",
    "second": "s",
}
"""What a number behind a unit is most likely counted in: 1h30 is 1 h 30 min."""
_BUSINESS = frozenset({"business", "working", "work"})
_WORKDAY = re.compile(
    r"\s*(?<![^\W\d_])(?:(?:week|bank)[\s-]days?|(?:work|working|week|business)days?|"
    r"b\.?d\.?|bds|bdays?|(?:werk|arbeits)tag(?:en?)?)(?!\w)",
    re.IGNORECASE,
)
"""Words that people have for business days, beside those that are read."""
_ONE = re.compile(r"(?:^|\s)(?:1|an?)$", re.IGNORECASE)


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
    total, parts = 0.0, ""
    while True:
        try:
            value, rest = amount(rest)
        except Fault as fault:
            if fault.code != "E030":
                raise
            raise Fault(
                "E033",
                f"'{shown(words)}' is not a duration",
                hint=_HINT,
            ) from None
        unit_words = _UNIT.match(rest or ("" if parts else borrowed))
        if unit_words is None:
            if value == 0 and not rest:
                return total
            if rest:
                raise Fault("E033", f"'{shown(words)}' is not a duration", hint=_HINT)
            raise _no_unit(words, parts, value)
        unit = _unit(unit_words[1], unit_words[2], whole, business, in_hours)
        total += value * (unit * per_day)
        parts += f"{value:g} {unit_words[0]} "
        rest = rest[unit_words.end() :].strip() if rest else ""
        rest = re.sub(r"^(?:and|,)\s*", "", rest)
        if not rest:
            return total


def _no_unit(words: str, parts: str, value: float) -> Fault:
    """Return the fault of a number without a unit.

    Args:
        words: the duration as written.
        parts: what stands before the number, such as `1 h` in `1h30`.
        value: the number.
    """
    if not parts:
        days = "day" if value == 1 else "days"
        return Fault(
            "E035",
            f"'{shown(words)}' has no unit",
            label="seconds, minutes, days?",
            hint=f"write for example {value:g} min or {value:g} {days}",
        )
    before = UNIT_WORDS[parts.split()[-1].lower().rstrip(".")]
    return Fault(
        "E035",
        f"the {value:g} of '{shown(words)}' has no unit",
        hint=f"write {parts}{value:g} {_NEXT_SMALLER[before]}",
    )


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
