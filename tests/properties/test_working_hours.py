"""What holds for the hours of a role, whatever its calendar and the measured window."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from audit.simulation.calendar import (
    WeeklyCalendar,
    calendar_table,
    hours_per_week,
    open_days,
    open_time,
    week_of,
)
from audit.simulation.figures import Figure, FigureKind, figures_of
from audit.simulation.laws import exponential, point
from audit.simulation.scenario import Duty, RolePool
from tests.simulation.building import run, scenario, step

HOURS = settings(max_examples=60, deadline=None)
DAYS = st.floats(0, 60)


@st.composite
def calendars(draw: st.DrawFn) -> WeeklyCalendar:
    """One to four shifts anywhere in the week, of a house in any time zone."""
    begins = draw(st.lists(st.integers(0, 160), min_size=1, max_size=4))
    return WeeklyCalendar(
        shifts=tuple((float(x), x + draw(st.floats(0.5, 30))) for x in begins),
        utc_offset_hours=draw(st.sampled_from((0.0, 5.5, -9.0))),
    )


@HOURS
@given(calendars(), DAYS, DAYS)
def test_open_days_are_those_of_the_event_loop(
    calendar: WeeklyCalendar, start: float, days: float
) -> None:
    """The hours that shares are taken of are the hours in which work passes."""
    end = start + days
    passed = open_time(calendar_table([calendar]), 0, start, end, week_of(end))
    assert open_days(calendar, start, end) == pytest.approx(passed, abs=1e-9)


@HOURS
@given(calendars(), DAYS)
def test_whole_weeks_hold_the_hours_of_a_week(
    calendar: WeeklyCalendar, start: float
) -> None:
    """From whatever moment they are counted."""
    weekly = hours_per_week(calendar) / 24
    assert open_days(calendar, start, start + 21.0) == pytest.approx(3 * weekly)


@HOURS
@given(calendars(), DAYS, st.floats(0.5, 40), st.integers(1, 3), st.integers(0, 99))
def test_nobody_works_more_than_all_hours(
    calendar: WeeklyCalendar, warm_up: float, measured: float, people: int, seed: int
) -> None:
    """A role with more work than hours is at work for all of them, and no more.

    Its first job comes before the window; what is asked for may be more.
    """
    hours = 24 * open_days(calendar, 7.0 + warm_up, 7.0 + warm_up + measured)
    assume(hours > 0.01)
    mail = Duty(id="mail", share=0.3, work_hours=exponential(1.0))
    found = figures_of(
        run(
            scenario(
                step("read", "hired", "hr", point(100.0)),
                roles=(
                    RolePool(id="hr", people=people, calendar=calendar, duties=(mail,)),
                ),
                arrive=[float(day) / 2 for day in range(300)],
                window=(7.0 + warm_up, measured, 0.0),
            ),
            seed,
        )
    )
    at_work = found[Figure(FigureKind.UTILISATION, "hr")]
    assert at_work == pytest.approx(1.0, abs=1e-9)
    done = found[Figure(FigureKind.CANDIDATE_HOURS, "hr")]
    assert done <= people * hours_per_week(calendar) * (1 + 1e-9)
