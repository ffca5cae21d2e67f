"""Words and numbers of a process file as quantities: counts, money, shares, durations.

A written range is uniform, `{low, likely, high}` is PERT, `up to` is uniform from zero,
`at least` is a point that bounds from below, `about` is a point. `times` multiplies
what a mapping says by a factor, or by several.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from audit.loaders.atoms import (
    AMOUNT,
    count_atom,
    daily_share_atom,
    factor_atom,
    share_atom,
)
from audit.loaders.dates import WRITTEN, days_meant, why_impossible
from audit.loaders.durations import business_atom, duration_atom, minutes_atom
from audit.loaders.fault import Fault, Faults
from audit.loaders.problem_text import did_you_mean, shown
from audit.loaders.sums import product
from audit.model import Basis, Law, Provenance, Quantity

Word = TypeVar("Word", bound=StrEnum)
Atom = Callable[[str, str, str], float]
"""Reads a number with its unit: its words, a unit to borrow or "", the whole value."""

_BETWEEN = re.compile(
    r"([^\s–—-].*?(?<!\de))\s*(?:[-–—]|\bto\b)\s*(an?\s.*|\.?\d.*)",
    re.IGNORECASE | re.DOTALL,
)
_PREFIX = re.compile(
    r"(up to|at most|at least|about|around|approximately|roughly|circa|ca\.|~)\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
LONGEST = 200
"""More characters than any one value needs."""

_VALUE_KEYS = ("value", "low", "likely", "high")
TIMES = "times"
"""The key of a value that multiplies it."""
_ORIGIN_KEYS = ("basis", "source", "by", "date", "n", "note")


def count(value: object) -> Quantity | None:
    """Read a number of things: `42`, `5-10`, `up to 3`, a mapping."""
    return _quantity(value, count_atom)


def share(value: object) -> Quantity | None:
    """Read a share as 0 to 1: `70%`, `0.7`, `60-70%`, a mapping."""
    return _quantity(value, share_atom)


def daily_share(value: object) -> Quantity | None:
    """Read a share of those who are there on a day: `1.5%`, `1-2%`, a mapping."""
    return _quantity(value, daily_share_atom)


def calendar_days(value: object, *, business: bool = False) -> Quantity | None:
    """Read a duration in calendar days.

    Args:
        value: what the file says.
        business: plain days are business days.
    """
    if business:
        return _quantity(value, business_atom)
    return _quantity(value, duration_atom)


def minutes(value: object) -> Quantity | None:
    """Read a duration of work or travel in minutes."""
    return _quantity(value, minutes_atom)


def factor(value: object) -> Quantity | None:
    """Read what a number is multiplied by: `0.5`, `50%`, `0.2-0.6`, a mapping."""
    return _quantity(value, factor_atom)


def flag(value: object) -> bool | None:
    """Read yes or no, in any of the words YAML readers take for them."""
    if value is None:
        return None
    word = value.lower() if isinstance(value, str) else ""
    if word in {"true", "yes", "on", "1"}:
        return True
    if word in {"false", "no", "off", "0"}:
        return False
    raise Fault(
        "E041", f"'{shown(value)}' is neither yes nor no", hint="write true or false"
    )


def word_of(kind: type[Word], value: object) -> Word | None:
    """Read one word of a closed set."""
    if value is None:
        return None
    words = [member.value for member in kind if member is not Basis.UNSTATED]
    if isinstance(value, str) and value in words:
        return kind(value)
    message = f"'{shown(value)}' is not one of: {', '.join(words)}"
    hint = did_you_mean(value, words) if isinstance(value, str) else ""
    raise Fault("E040", message, label="not a word of this key", hint=hint)


def text(value: object) -> str | None:
    """Read words on one line; anything written as a single value counts as words."""
    words = note(value)
    return None if words is None else " ".join(words.split())


def note(value: object) -> str | None:
    """Read words that may run over several lines."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise Fault("E042", f"expected words, found {shown(value)}")
    if _CONTROL.search(value):
        raise Fault(
            "E014",
            f"'{shown(value)}' holds a control character",
            hint="write it without the escape",
        )
    return value.strip() or None


def date(value: object) -> str | None:
    """Read when something was; words may stand, but no day that cannot be."""
    words = text(value)
    if words is not None and days_meant(words) == ():
        raise Fault(
            "E097",
            f"'{shown(words)}' is no day of the calendar",
            label=why_impossible(words),
            hint=WRITTEN,
        )
    return words


def provenance(value: dict[str, Any]) -> Provenance:
    """Read where a number comes from out of a mapping that may hold more keys."""
    faults: list[Fault] = []

    def part(key: str, read: Callable[[object], Any]) -> Any:
        try:
            return read(value.get(key))
        except Fault as fault:
            faults.append(fault.under(key))
            return None

    basis = part("basis", lambda word: word_of(Basis, word))
    n = part("n", count)
    found = Provenance(
        basis=basis or Basis.UNSTATED,
        source=part("source", text),
        by=part("by", text),
        date=part("date", date),
        n=None if n is None else round(n.mean),
    )
    if faults:
        raise Faults(faults)
    return found


def _quantity(value: object, atom: Atom) -> Quantity | None:
    match value:
        case None:
            return None
        case str():
            return _written(value.strip(), atom)
        case dict():
            return _mapping(value, atom)
    raise Fault("E016", f"expected one value, found {shown(value)}")


def _written(words: str, atom: Atom) -> Quantity:
    """Read a point or a range written in one piece; a range is never exact."""
    if len(words) > LONGEST:
        raise Fault("E016", f"expected one value, found {len(words):,} characters")
    whole = words
    if prefix := _PREFIX.fullmatch(words):
        words = prefix[2]
        match prefix[1].lower():
            case "up to" | "at most":
                return _uniform(0.0, atom(words, "", whole))
            case "at least":
                least = atom(words, "", whole)
                return Quantity(low=least, likely=least, high=least, lower_bound=True)
    if between := _BETWEEN.fullmatch(words):
        unit = AMOUNT.fullmatch(between[2])
        low = atom(between[1], unit[2].strip() if unit else "", whole)
        high = atom(between[2], "", whole)
        if low > high:
            raise Fault(
                "E039",
                f"the range '{shown(words)}' runs from high to low",
                hint="write the smaller value first",
            )
        return _uniform(low, high)
    return Quantity.point(atom(words, "", whole))


def _uniform(low: float, high: float) -> Quantity:
    if low == high:
        return Quantity.point(low)
    return Quantity(low=low, likely=(low + high) / 2, high=high, law=Law.UNIFORM)


def _mapping(value: dict[str, Any], atom: Atom) -> Quantity:
    """Read `{value, ...}` or `{low, likely, high, ...}` with factors and origin."""
    known = (*_VALUE_KEYS, TIMES, *_ORIGIN_KEYS)
    faults = [
        Fault(
            "E002",
            f"unknown key '{shown(key)}'",
            label="not a key of a value",
            hint=did_you_mean(key, known, "keys of a value"),
            path=(key,),
            key=True,
        )
        for key in value
        if key not in known
    ]
    quantity = None
    try:
        quantity = _numbers(value, atom)
    except Fault as fault:
        faults.append(fault)
    factors: list[Quantity] = []
    try:
        factors = _factors(value.get(TIMES))
    except Faults as several:
        faults.extend(several.faults)
    origin = None
    try:
        origin = provenance(value) if set(value) & set(_ORIGIN_KEYS) else None
    except Faults as several:
        faults.extend(several.faults)
    if faults or quantity is None:
        raise Faults(faults)
    found = replace(quantity, provenance=origin)
    for one in factors:
        found = product(found, one)
    return found


def _factors(value: object) -> list[Quantity]:
    """Read one factor or a list of them.

    Raises:
        Faults: one of them is none.
    """
    several = isinstance(value, list)
    found: list[Quantity] = []
    faults: list[Fault] = []
    for place, one in enumerate(value if isinstance(value, list) else [value]):
        path: tuple[str | int, ...] = (TIMES, place) if several else (TIMES,)
        try:
            read = factor(one)
        except (Fault, Faults) as error:
            wrong = error.faults if isinstance(error, Faults) else (error,)
            for fault in wrong:
                for part in reversed(path):
                    fault = fault.under(part)
                faults.append(fault)
            continue
        if read is not None:
            found.append(read)
    if faults:
        raise Faults(faults)
    return found


def _numbers(value: dict[str, Any], atom: Atom) -> Quantity:
    given = {key: value[key] for key in _VALUE_KEYS if value.get(key) is not None}
    if set(given) == {"value"}:
        if not isinstance(given["value"], str):
            raise Fault("E016", "expected one value", path=("value",))
        try:
            return _written(given["value"].strip(), atom)
        except Fault as fault:
            raise fault.under("value") from None
    if set(given) not in ({"low", "high"}, {"low", "likely", "high"}):
        raise Fault(
            "E043",
            "a value needs either 'value', or 'low' and 'high'",
            label=f"has {' and '.join(given) or 'none of them'}",
            hint="for example {low: 2, likely: 6, high: 20}",
        )
    points: dict[str, float] = {}
    for key, words in given.items():
        if not isinstance(words, str):
            raise Fault("E016", "expected one value", path=(key,))
        try:
            points[key] = atom(words.strip(), "", words.strip())
        except Fault as fault:
            raise fault.under(key) from None
    low, high = points["low"], points["high"]
    if "likely" not in points:
        if low > high:
            raise Fault("E039", "'low' is above 'high'", path=("low",))
        return _uniform(low, high)
    likely = points["likely"]
    if not low <= likely <= high:
        wrong = "low" if low > likely else "high"
        raise Fault(
            "E039",
            "a range must rise: low, likely, high",
            label=f"'{wrong}' is {'above' if wrong == 'low' else 'below'} 'likely'",
            path=(wrong,),
        )
    if low == high:
        return Quantity.point(low)
    return Quantity(low=low, likely=likely, high=high, law=Law.PERT)
