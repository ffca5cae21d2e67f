"""Amounts of the result in words; what the file does not say stays unsaid."""

from __future__ import annotations

import re

from audit.units import (
    format_days,
    format_minutes,
    format_money,
    format_number,
    format_share,
)

NOT_ASSESSED = "not assessed"
DASH = "–"
"""The same in a column of numbers: what the file does not say is no nought."""

_NOUN_ENDS = re.compile(r" (?:per|for|by|of|short)\b")
_SINGULAR = {"people": "person", "switches": "switch"}


def amount(value: float | None, unit: str, currency: str = "USD") -> str:
    """Return a value with its unit: "42 pages", "2 h 24 min", "25 %".

    Args:
        value: None means that the file does not say.
        unit: a unit of the result: days, minutes, share, money or a plural noun; what
            follows it ("per hire") stays.
        currency: of amounts of money.
    """
    if value is None:
        return NOT_ASSESSED
    head, _, rest = unit.partition(" ")
    more = f" {rest}" if rest else ""
    match head:
        case "days" | "day":
            return format_days(value) + more
        case "min" | "minutes":
            return format_minutes(value) + more
        case "hours":
            return format_minutes(value * 60) + more
        case "share":
            return format_share(value) + more
        case "%":
            return format_share(value / 100) + more
        case "money":
            return format_money(value, currency) + more
        case "":
            return format_number(value)
        case _:
            # A tenth is enough of a page or a step; less than one keeps its digits.
            number = format_number(value, 1 if 1 <= abs(value) < 100 else None)
            return f"{number} {_one(unit) if number == '1' else unit}"


def _one(unit: str) -> str:
    """Return a unit for a single thing: "page per hire"."""
    end = _NOUN_ENDS.search(unit)
    noun = unit[: end.start()] if end else unit
    rest = unit[len(noun) :]
    *before, last = noun.split(" ")
    last = _SINGULAR.get(last, last.removesuffix("s"))
    return " ".join([*before, last]) + rest


def whole_share(share: float) -> str:
    """Return a share for a headline, in whole per cent; under 1 and over 99 as it is.

    >>> whole_share(0.866), whole_share(0.004), whole_share(0.9971)
    ('87 %', '0.4 %', '99.7 %')
    """
    whole = round(share * 100)
    if 0 < whole < 100 or share in (0.0, 1.0):
        return f"{whole} %"
    return format_share(share)


def of_a_hundred(share: float) -> str:
    """Return a share as people: "45", "0.5", "under 0.1"."""
    people = share * 100
    if 0 < people < 0.05:
        return "under 0.1"
    return format_number(people, 0 if people >= 9.95 else 1)
