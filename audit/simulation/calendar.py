"""Working hours by the week, and how work passes in them.

The clock of a run counts days from a Monday at midnight in the time zone of the head
office. A role keeps its own hours in its own zone; work that is not finished at closing
time goes on at the next opening.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from audit.errors import SimulationError
from audit.simulation.compiling import compiled
from audit.units import HOURS_IN_A_WEEK


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyCalendar:
    """When a role is at work, week after week."""

    shifts: tuple[tuple[float, float], ...]
    """(from, to) in hours since Monday at midnight, local time: 9 to 17 is Monday."""
    utc_offset_hours: float = 0.0
    """How far local time is ahead of the head office's."""


ALWAYS = WeeklyCalendar(shifts=((0.0, HOURS_IN_A_WEEK),))
"""Day and night, weekends included."""


def office_hours(
    opens: float = 9.0,
    closes: float = 17.0,
    days: int = 5,
    utc_offset_hours: float = 0.0,
) -> WeeklyCalendar:
    """Return the same hours on the first `days` days of each week.

    >>> office_hours(days=2).shifts
    ((9.0, 17.0), (33.0, 41.0))
    """
    return WeeklyCalendar(
        shifts=tuple((24 * d + opens, 24 * d + closes) for d in range(days)),
        utc_offset_hours=utc_offset_hours,
    )


def open_intervals(calendar: WeeklyCalendar) -> tuple[tuple[float, float], ...]:
    """Return the open hours of the week at the head office, in order and apart.

    Raises:
        SimulationError: a shift ends before it starts or lasts over a week.
    """
    pieces: list[tuple[float, float]] = []
    for start, end in calendar.shifts:
        if not 0 <= end - start <= HOURS_IN_A_WEEK:
            raise SimulationError(
                f"a shift runs forward and within a week, not from hour {start:g} "
                f"to hour {end:g}"
            )
        begin = (start - calendar.utc_offset_hours) % HOURS_IN_A_WEEK
        stop = begin + (end - start)
        pieces.append((begin, min(stop, HOURS_IN_A_WEEK)))
        if stop > HOURS_IN_A_WEEK:
            pieces.append((0.0, stop - HOURS_IN_A_WEEK))
    joined: list[tuple[float, float]] = []
    for start, end in sorted(piece for piece in pieces if piece[1] > piece[0]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def hours_per_week(calendar: WeeklyCalendar) -> float:
    """Return the hours of a week in which one person is at work."""
    return sum(end - start for start, end in open_intervals(calendar))


def open_days(calendar: WeeklyCalendar, start: float, end: float) -> float:
    """Return the days between two moments, in days, in which one person is at work.

    A time that is no whole number of weeks holds more or less of them than its share
    of a week: two years end on the second day of their last week, both of them open.

    >>> open_days(office_hours(), 0.0, 9.0) * 24
    56.0
    """
    week = open_intervals(calendar)

    def since_the_start(moment: float) -> float:
        weeks, day = divmod(moment, 7.0)
        begun = sum(
            min(max(24 * day - opens, 0.0), shut - opens) for opens, shut in week
        )
        return (weeks * hours_per_week(calendar) + begun) / 24

    return max(0.0, since_the_start(end) - since_the_start(start))


class CalendarTable(NamedTuple):
    """The calendars of all roles as columns, for the kernel."""

    first: np.ndarray
    """Role -> place of its first interval; one more entry than there are roles."""
    opens: np.ndarray
    """Days since the start of the week."""
    closes: np.ndarray
    always: np.ndarray
    """1 for a role that never closes."""
    week: np.ndarray
    """Open days in a week of each role."""


def calendar_table(calendars: list[WeeklyCalendar]) -> CalendarTable:
    """Return the columns of these calendars, by place."""
    weeks = [open_intervals(calendar) for calendar in calendars]
    flat = [interval for week in weeks for interval in week]
    return CalendarTable(
        first=np.cumsum([0, *(len(week) for week in weeks)]).astype(np.int64),
        opens=np.array([start / 24 for start, _ in flat], float),
        closes=np.array([end / 24 for _, end in flat], float),
        always=np.array(
            [int(week == ((0.0, HOURS_IN_A_WEEK),)) for week in weeks], np.int64
        ),
        week=np.array([sum(e - s for s, e in week) / 24 for week in weeks], float),
    )


@compiled
def week_of(now: float) -> float:
    """Return the day on which the week of a moment began.

    The functions below take it beside the moment: the event loop keeps it as time goes
    on, where the compiler would divide by seven at every event.
    """
    return 7.0 * math.floor(now / 7.0)


@compiled
def is_open(calendars: CalendarTable, role: int, now: float, week: float) -> bool:
    """Return whether the role is at work; at closing time it is not."""
    if calendars.always[role]:
        return True
    # Compares sums as `next_opening` does: what rounds to open there is open here.
    for i in range(calendars.first[role], calendars.first[role + 1]):
        if now < week + calendars.opens[i]:
            return False
        if now < week + calendars.closes[i]:
            return True
    return False


@compiled
def next_opening(calendars: CalendarTable, role: int, now: float, week: float) -> float:
    """Return when the role is at work next; now, if it is."""
    if calendars.always[role]:
        return now
    for i in range(calendars.first[role], calendars.first[role + 1]):
        if now < week + calendars.opens[i]:
            break
        if now < week + calendars.closes[i]:
            return now
    else:
        i = calendars.first[role]
        week += 7.0
    opening: float = week + calendars.opens[i]
    return opening


@compiled
def finish(
    calendars: CalendarTable, role: int, now: float, week: float, work: float
) -> float:
    """Return when work that starts now is done, in the role's working time."""
    if calendars.always[role]:
        return now + work
    full = math.floor(work / calendars.week[role])
    left = work - full * calendars.week[role]
    last = calendars.first[role + 1] - 1
    i = calendars.first[role]
    start = week
    while i < last and now >= start + calendars.closes[i]:
        i += 1
    if now >= start + calendars.closes[i]:
        i = calendars.first[role]
        start += 7.0
    begin = max(now, start + calendars.opens[i])
    # The first interval may be met a second time, a week on, for its earlier part.
    while left > start + calendars.closes[i] - begin:
        left -= start + calendars.closes[i] - begin
        if i < last:
            i += 1
        else:
            i = calendars.first[role]
            start += 7.0
        begin = start + calendars.opens[i]
    done: float = begin + left + 7.0 * full
    return done


@compiled
def open_time(
    calendars: CalendarTable, role: int, start: float, end: float, week: float
) -> float:
    """Return the days between two moments in which the role is at work.

    Args:
        calendars: All calendars.
        role: Whose.
        start: The first moment.
        end: The second moment.
        week: Start of the week of the second one.
    """
    if end <= start:
        return 0.0
    if calendars.always[role]:
        return end - start
    first_week = week_of(start)
    weeks = round((week - first_week) / 7.0)
    days: float = (
        weeks * calendars.week[role]
        + _open_since_monday(calendars, role, end - week)
        - _open_since_monday(calendars, role, start - first_week)
    )
    # Rounding may leave a trace below zero, and no wait is negative.
    return max(0.0, days)


@compiled
def _open_since_monday(calendars: CalendarTable, role: int, day: float) -> float:
    total = 0.0
    for i in range(calendars.first[role], calendars.first[role + 1]):
        if day >= calendars.closes[i]:
            total += calendars.closes[i] - calendars.opens[i]
        elif day > calendars.opens[i]:
            total += day - calendars.opens[i]
    return total
