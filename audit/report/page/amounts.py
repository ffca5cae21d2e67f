"""Amounts of the result in words; what the file does not say stays unsaid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import floor, fsum

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

_ROUND_OFF = 1e-9
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


def shares_of_all(shares: Sequence[float]) -> tuple[str, ...]:
    """Return the shares of a whole so that what is written adds up to 100 %.

    Tenths of a per cent go to the largest remainders (Hamilton's method), so no share
    is a full tenth off; one under a tenth says so. Shares that are not all of a whole
    are written each for itself.

    >>> shares_of_all([1 / 3, 1 / 3, 1 / 3])
    ('33.4 %', '33.3 %', '33.3 %')
    """
    if abs(fsum(shares) - 1) > _ROUND_OFF:
        return tuple(format_share(share) for share in shares)
    tenths = [floor(share * 1000 + _ROUND_OFF) for share in shares]
    by_remainder = sorted(
        range(len(shares)), key=lambda place: tenths[place] - shares[place] * 1000
    )
    for place in by_remainder[: 1000 - sum(tenths)]:
        tenths[place] += 1
    return tuple(
        "<0.1 %"
        if share > 0 and tenth == 0
        else format_share(share if tenth == 1000 else tenth / 1000)
        for share, tenth in zip(shares, tenths, strict=True)
    )


def of_a_hundred(share: float) -> str:
    """Return a share as people: "45", "0.5", "under 0.1"."""
    people = share * 100
    if 0 < people < 0.05:
        return "under 0.1"
    return format_number(people, 0 if people >= 9.95 else 1)
