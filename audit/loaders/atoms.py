"""One number of a process file, a share or a factor; the smallest thing that is read.

Each reader takes the words, a unit to borrow, or nothing, and the whole value, for what
is said of it: in `60-70%` the 60 borrows the sign of the 70. See also `durations`.
"""

from __future__ import annotations

import math
import re

from audit.loaders.fault import Fault
from audit.loaders.meant_numbers import WITH_COMMA, comma_hint, plain_number
from audit.loaders.problem_text import shown
from audit.units import DAYS_PER_UNIT, UNIT_WORDS

LARGEST = 1e12
"""Beyond this no page, minute or dollar of a hiring process is meant."""

MOST_TIMES = 10
"""Most that a number may be multiplied by."""

_NUMBER = r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?"
AMOUNT = re.compile(rf"({_NUMBER})\s*(.*)", re.DOTALL)
"""A number, and whatever follows it."""
_NOT_FINITE = re.compile(r"[-+]?\.?(inf|infinity|nan)", re.IGNORECASE)
_RHYTHM = re.compile(
    r"(?P<share>.*?)\s*(?:\bper|\ban?|\beach|\bevery|/)\s*(?P<unit>\w+)",
    re.IGNORECASE,
)
"""A share of those who are there, and how often it is taken."""
_PER_CENT = re.compile(r"%|per\s?cent", re.IGNORECASE)


def amount(words: str) -> tuple[float, str]:
    """Split a number from what follows it."""
    if not (found := AMOUNT.fullmatch(words)):
        if _NOT_FINITE.fullmatch(words):
            raise Fault("E032", f"'{shown(words)}' is not a number to count with")
        raise _no_number(words)
    value = float(found[1])
    if value < 0:
        raise Fault("E031", f"'{shown(words)}' is negative", hint="write 0 or more")
    if not math.isfinite(value) or value > LARGEST:
        raise Fault("E032", f"'{shown(words)}' is too large a number")
    rest = found[2].strip()
    if re.match(r",\d", rest):
        number = WITH_COMMA.search(words)
        raise Fault(
            "E028",
            f"'{shown(words)}' has a comma in a number",
            hint=comma_hint(number[0]) if number else "",
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
    value, rest = amount(words)
    if rest:
        raise _no_number(words)
    return value


def share_atom(words: str, borrowed: str, whole: str) -> float:
    """Read a share: `70%`, `70 per cent` or `0.7`."""
    value, rest = amount(words)
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


def daily_share_atom(words: str, borrowed: str, whole: str) -> float:
    """Read a share of one day: who leaves on each of them."""
    rhythm = _RHYTHM.fullmatch(whole)
    unit = UNIT_WORDS.get(rhythm["unit"].lower()) if rhythm else None
    if rhythm is not None and unit is not None:
        hint = _by_day(rhythm["share"], DAYS_PER_UNIT[unit])
        raise Fault("E036", f"'{shown(whole)}' is not a share of a day", hint=hint)
    try:
        return share_atom(words, borrowed, whole)
    except Fault as fault:
        if fault.code != "E036":
            raise
        raise Fault("E036", fault.message, hint=_by_day("", 1)) from None


def _by_day(share: str, days: float) -> str:
    """Return what to write for a share of some days, or for one that is unclear.

    A share s of d days is 1 - (1 - s)^(1/d) of one day: of those who stay, the same
    share leaves on the next.
    """
    try:
        stated = share_atom(share, "", share)
    except Fault:
        stated = 1.0
    if stated >= 1:
        return "the share is per day: write for example 1.5%"
    by_day = -math.expm1(math.log1p(-stated) / days)
    return f"the share is per day: write {by_day * 100:.3g}%"


def factor_atom(words: str, borrowed: str, whole: str) -> float:
    """Read what another number is multiplied by: `0.5` or `50%`, up to ten times."""
    value, rest = amount(words)
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
