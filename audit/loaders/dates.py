"""Dates of a process file: words, but where they are a day it must be one.

`November 2026` or `spring` may stand; `2026-13-45` is a slip of the pen that would be
printed on the report.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from audit.loaders.document import Document, List, Map, Path
from audit.loaders.problem_text import shown

WRITTEN = "a date is written 2026-11-26: year, month, day"
"""How a date is written, for hints."""

_NUMBERS = re.compile(r"([0-9]{1,4})([-./])([0-9]{1,2})\2([0-9]{1,4})")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CENTURY = 2000


def days_meant(words: str) -> tuple[date, ...] | None:
    """Return the days that a date in numbers can mean; None if it is none.

    >>> days_meant("2026-11-26"), days_meant("31.2.2026"), days_meant("November 2026")
    ((datetime.date(2026, 11, 26),), (), None)
    """
    readings = _readings(words)
    if not readings:
        return None
    days = {day for reading in readings if (day := _day(*reading)) is not None}
    return tuple(sorted(days))


def why_impossible(words: str) -> str:
    """Return what is wrong with a date that no day has.

    >>> why_impossible("31.2.2026"), why_impossible("2026-13-45")
    ('month 2 of 2026 has 28 days', 'there is no month 13')
    """
    # Where either number could be the month, the one that is a month explains more.
    readings = sorted(_readings(words), key=lambda one: not 1 <= one[1] <= 12)
    year, month, _ = readings[0]
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    if year < 1:
        return "there is no year 0"
    return f"month {month} of {year} has {monthrange(year, month)[1]} days"


def check_dates(document: Document) -> None:
    """Warn of dates in an order that a reader elsewhere would take for another.

    Days that cannot be are noted where their values are read.
    """
    for path, words in _dates(document.root, ()):
        days = None if _ISO.fullmatch(words) else days_meant(words)
        if not days:
            continue
        meant = " or ".join(day.isoformat() for day in days)
        document.add(
            "W120",
            f"'{shown(words)}' is not how a date is written here",
            path,
            label="shown as it stands" if len(days) == 1 else "which is the month?",
            hint=f"write {meant}: year, month, day",
        )


def _readings(words: str) -> list[tuple[int, int, int]]:
    """Return year, month and day in each order that the numbers can have."""
    if not (found := _NUMBERS.fullmatch(words.strip())):
        return []
    first, mark, middle, last = found.groups()
    if len(first) == 4:
        return [(int(first), int(middle), int(last))] if len(last) <= 2 else []
    if len(first) > 2 or len(last) not in {2, 4}:
        return []
    year = int(last) if len(last) == 4 else _CENTURY + int(last)
    readings = [(year, int(middle), int(first))]
    if mark != ".":
        readings.append((year, int(first), int(middle)))
    if mark == "-" and len(last) == 2:
        readings.append((_CENTURY + int(first), int(middle), int(last)))
    return readings


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _dates(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield what stands under a key `date`, anywhere in the file."""
    if isinstance(value, List):
        for place, item in enumerate(value):
            yield from _dates(item, (*path, place))
    elif isinstance(value, Map):
        for key, item in value.items():
            if key == "date" and isinstance(item, str):
                yield (*path, key), item.strip()
            elif isinstance(item, Map | List):
                yield from _dates(item, (*path, key))
