"""Working hours: how they open, how work passes in them, and what they hold."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from audit.errors import SimulationError
from audit.simulation.calendar import (
    ALWAYS,
    CalendarTable,
    WeeklyCalendar,
    calendar_table,
    finish,
    hours_per_week,
    is_open,
    next_opening,
    office_hours,
    open_intervals,
    open_time,
    week_of,
)
from audit.simulation.compiling import columns


def table(calendar: WeeklyCalendar) -> CalendarTable:
    """The only calendar of a table."""
    return columns(calendar_table([calendar]))


def open_days(one: CalendarTable, start: float, end: float) -> float:
    """Open time between two moments."""
    return open_time(one, 0, start, end, week_of(end))


HOURS = st.integers(0, 168 * 4).map(lambda quarter: quarter / 4)
CALENDARS = st.builds(
    WeeklyCalendar,
    shifts=st.lists(st.tuples(HOURS, st.integers(1, 60)), min_size=1, max_size=8).map(
        lambda shifts: tuple((start, start + length) for start, length in shifts)
    ),
    utc_offset_hours=st.integers(-12, 14).map(float),
)
DAYS = st.floats(0, 400)


def test_a_week_of_office_hours() -> None:
    """Five days of eight hours."""
    assert hours_per_week(office_hours()) == 40.0
    assert hours_per_week(ALWAYS) == 168.0


def test_a_shift_over_sunday_night_goes_on_on_monday() -> None:
    """Ten hours from Sunday 20:00: four in this week, six in the next."""
    night = WeeklyCalendar(shifts=((164.0, 174.0),))
    assert open_intervals(night) == ((0.0, 6.0), (164.0, 168.0))


def test_shifts_that_touch_are_one() -> None:
    """No opening, and no wake-up, in the middle of the day."""
    two = WeeklyCalendar(shifts=((9.0, 13.0), (13.0, 17.0)))
    assert open_intervals(two) == ((9.0, 17.0),)


@pytest.mark.parametrize("shift", [(10.0, 9.0), (0.0, 200.0)])
def test_shifts_run_forward(shift: tuple[float, float]) -> None:
    """A shift that ends before it starts is a slip, not a night."""
    with pytest.raises(SimulationError, match="shift"):
        open_intervals(WeeklyCalendar(shifts=(shift,)))


@settings(deadline=None)  # the first call may compile
@given(CALENDARS, DAYS)
def test_an_opening_is_open(calendar: WeeklyCalendar, now: float) -> None:
    """Else a run would wake a role again and again at the same moment."""
    one = table(calendar)
    at = next_opening(one, 0, now, week_of(now))
    assert now <= at <= now + 7 + 1e-9
    assert is_open(one, 0, at, week_of(at))


@settings(deadline=None)  # the first call may compile
@given(CALENDARS, DAYS, st.floats(0.001, 30))
def test_work_takes_as_many_open_hours_as_it_takes(
    calendar: WeeklyCalendar, now: float, work: float
) -> None:
    """From its start to its end the role is open for exactly that long."""
    one = table(calendar)
    done = finish(one, 0, now, week_of(now), work)
    assert open_days(one, now, done) == pytest.approx(work, abs=1e-6)


@settings(deadline=None)  # the first call may compile
@given(CALENDARS, st.tuples(DAYS, DAYS, DAYS))
def test_open_time_adds_up(
    calendar: WeeklyCalendar, days: tuple[float, float, float]
) -> None:
    """From first to last is from first to middle and from there on."""
    one = table(calendar)
    first, middle, last = sorted(days)
    assume(last > first)
    parts = open_days(one, first, middle) + open_days(one, middle, last)
    assert open_days(one, first, last) == pytest.approx(parts, abs=1e-6)


@settings(deadline=None)  # the first call may compile
@given(CALENDARS)
def test_a_week_holds_its_hours(calendar: WeeklyCalendar) -> None:
    """Seven days from any Monday hold the open hours of the week."""
    one = table(calendar)
    assert open_days(one, 70.0, 77.0) * 24 == pytest.approx(hours_per_week(calendar))
