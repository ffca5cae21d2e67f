"""Weekly working hours as a file writes them: days, hours, zone.

`mon-fri` and `[mon, wed]` are days, `9:00-17:00` and `9-12, 13-17` are hours, a shift
that ends before it begins runs into the next day, `+1` and `-5:30` are hours ahead of
the head office and behind it.
"""

from __future__ import annotations

import re

from audit.loaders.fault import Fault
from audit.loaders.problem_text import did_you_mean, shown

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG = {
    **{day: day for day in DAYS},
    "monday": "mon",
    "tuesday": "tue",
    "wednesday": "wed",
    "thursday": "thu",
    "friday": "fri",
    "saturday": "sat",
    "sunday": "sun",
}
_SHIFT = re.compile(r"(\d{1,2})(?::(\d\d))?\s*[-–—]\s*(\d{1,2})(?::(\d\d))?")
_ZONE = re.compile(r"([+-]?)(\d{1,2})(?::(\d\d))?")
_MOST_AHEAD = 14
"""Hours between the head office and any place on earth, at most, one way."""


def week_days(value: object) -> tuple[int, ...] | None:
    """Read days of the week, 0 for Monday, in their order."""
    if value is None:
        return None
    parts = value if isinstance(value, list) else [value]
    found: set[int] = set()
    for part in parts:
        if not isinstance(part, str):
            raise _no_days(value)
        for words in part.split(","):
            found |= _day_range(words.strip(), value)
    if not found:
        raise _no_days(value)
    return tuple(sorted(found))


def day_hours(value: object) -> tuple[tuple[float, float], ...] | None:
    """Read the shifts of a day, in hours since midnight."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise _no_hours(value)
    shifts = sorted(_shift(words.strip(), value) for words in value.split(","))
    joined = [*shifts[1:], (shifts[0][0] + 24, 0.0)]
    for (_, end), (start, _) in zip(shifts, joined, strict=True):
        if end > start:
            raise Fault(
                "E046",
                f"the hours '{shown(value)}' overlap",
                hint="write each hour of the day once, for example 9-12, 13-17",
            )
    return tuple(shifts)


def utc_offset(value: object) -> float | None:
    """Read how many hours local time is ahead of the head office's."""
    if value is None:
        return None
    zone = _ZONE.fullmatch(value.strip()) if isinstance(value, str) else None
    hours = int(zone[2]) + int(zone[3] or 0) / 60 if zone else 0.0
    if zone is None or hours > _MOST_AHEAD or int(zone[3] or 0) > 59:
        raise Fault(
            "E047",
            f"'{shown(value)}' is not a number of hours ahead of the head office",
            hint="write for example +1, -5 or +5:30",
        )
    return -hours if zone[1] == "-" else hours


def week_shifts(
    days: tuple[int, ...], hours: tuple[tuple[float, float], ...]
) -> tuple[tuple[float, float], ...]:
    """Return the shifts of a week, in hours since Monday at midnight.

    >>> week_shifts((0, 4), ((9.0, 17.0),))
    ((9.0, 17.0), (105.0, 113.0))
    """
    return tuple(
        (24 * day + start, 24 * day + end) for day in days for start, end in hours
    )


def _day_range(words: str, value: object) -> set[int]:
    ends = [_day(word.strip(), value) for word in re.split(r"[-–—]", words)]
    if len(ends) > 2:
        raise _no_days(value)
    first, last = ends[0], ends[-1]
    if last < first:
        last += len(DAYS)
    return {day % len(DAYS) for day in range(first, last + 1)}


def _day(word: str, value: object) -> int:
    day = _LONG.get(word.lower())
    if day is None:
        raise _no_days(value, word)
    return DAYS.index(day)


def _no_days(value: object, word: str = "") -> Fault:
    near = did_you_mean(word.lower(), _LONG) if word else ""
    return Fault(
        "E045",
        f"'{shown(word or value)}' is no day of the week",
        hint=near or "write for example mon-fri, or [mon, wed]",
    )


def _shift(words: str, value: str) -> tuple[float, float]:
    shift = _SHIFT.fullmatch(words)
    if shift is None:
        raise _no_hours(value)
    start = int(shift[1]) + int(shift[2] or 0) / 60
    end = int(shift[3]) + int(shift[4] or 0) / 60
    if start >= 24 or end > 24 or int(shift[2] or 0) > 59 or int(shift[4] or 0) > 59:
        raise _no_hours(value)
    # A night shift ends on the next day; the same hour twice is the whole day.
    return start, end if end > start else end + 24


def _no_hours(value: object) -> Fault:
    return Fault(
        "E046",
        f"'{shown(value)}' are no hours of a day",
        hint="write for example 9:00-17:00, or 9-12, 13-17",
    )
