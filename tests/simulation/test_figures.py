"""The numbers of a run, counted by hand."""

from __future__ import annotations

import math

import pytest

from audit.errors import SimulationError
from audit.simulation.calendar import office_hours
from audit.simulation.event_log import event_log
from audit.simulation.figures import Figure, FigureKind, figures_of
from audit.simulation.laws import point
from audit.simulation.scenario import (
    DelayCause,
    Duty,
    ListedTimes,
    PositionControl,
    Requisitions,
    RolePool,
    Scenario,
)
from tests.simulation.building import run, scenario, step

K = FigureKind


def of(a_scenario: Scenario, kind: FigureKind, what: str = "") -> float:
    """One number of one run."""
    return figures_of(run(a_scenario))[Figure(kind, what)]


TWO = scenario(
    step("read", "sign", "hr", point(12.0)),
    step("sign", "hired", days=point(2.0), cause=DelayCause.CANDIDATE),
    roles=(RolePool(id="hr", people=1),),
    arrive=[0.0, 0.0, 3.0, 3.0],
    window=(0.0, 7.0, 10.0),
)


@pytest.mark.parametrize(
    ("kind", "what", "value"),
    [
        (K.UTILISATION, "hr", 48 / 168),
        (K.DUTY_UTILISATION, "hr", 0.0),
        (K.CANDIDATE_HOURS, "hr", 48.0),
        (K.ASKED_HOURS, "hr", 48.0),
        (K.OVERLOAD_HOURS, "hr", -120.0),
        (K.HOURS_PER_HIRE, "hr", 12.0),
        (K.STEP_QUEUE_HOURS, "read", 6.0),
        (K.WAIT_DAYS, "queue", 0.25),
        (K.WAIT_DAYS, "candidate", 2.0),
        (K.WAIT_DAYS, "work", 0.5),
        (K.WAIT_DAYS, "closed", 0.0),
        (K.DAYS_TO_HIRE, "", 2.75),
        (K.DAYS_TO_HIRE_P50, "", 2.75),
        (K.DAYS_TO_HIRE_P90, "", 3.0),
        (K.HIRES, "", 4 * 365 / 7),
        (K.HIRED_SHARE, "", 1.0),
        (K.RESCINDED_PER_100_HIRES, "", 0.0),
        (K.STILL_OPEN, "", 0.0),
    ],
)
def test_four_hires_counted_by_hand(kind: FigureKind, what: str, value: float) -> None:
    """12 hours of work each, two at a time for one person, then two days."""
    assert of(TWO, kind, what) == pytest.approx(value)


def test_what_nobody_gave_is_not_a_number() -> None:
    """Without openings there are no days to fill; no zero stands in."""
    assert math.isnan(of(TWO, K.DAYS_TO_FILL))
    assert math.isnan(of(TWO, K.OPENINGS_FILLED))


def test_hours_over_capacity() -> None:
    """60 hours asked in a week of 40: 20 over, and the role always at work."""
    duty = Duty(id="reviews", work_hours=point(1.0), per_hire=4)
    busy = scenario(
        step("read", "hired", "hr", point(8.0)),
        roles=(RolePool(id="hr", people=1, calendar=office_hours(), duties=(duty,)),),
        arrive=[0.0, 0.0, 0.0, 0.0, 0.0],
        window=(0.0, 7.0, 21.0),
    )
    assert of(busy, K.ASKED_HOURS, "hr") == pytest.approx(40 + 4 * 4)
    assert of(busy, K.OVERLOAD_HOURS, "hr") == pytest.approx(16.0)
    assert of(busy, K.UTILISATION, "hr") == pytest.approx(1.0)


def test_two_days_after_a_week_hold_more_than_two_sevenths_of_it() -> None:
    """Busy for all of nine days from a Monday: 56 open hours, and no more than all."""
    busy = scenario(
        step("read", "hired", "hr", point(20.0)),
        roles=(RolePool(id="hr", people=1, calendar=office_hours()),),
        arrive=[0.0, 0.0, 0.0, 0.0],
        window=(0.0, 9.0, 21.0),
    )
    assert of(busy, K.UTILISATION, "hr") == pytest.approx(1.0)
    assert of(busy, K.CANDIDATE_HOURS, "hr") == pytest.approx(40.0)
    assert of(busy, K.ASKED_HOURS, "hr") == pytest.approx(40 * 80 / 56)
    assert of(busy, K.OVERLOAD_HOURS, "hr") == pytest.approx(40 * 24 / 56)


def test_work_on_openings_is_no_other_work() -> None:
    """What a step done once for each requisition takes stands on a line of its own."""
    advertise = Duty(
        id="advertise", work_hours=point(2.0), share=0.25, for_opening=True
    )
    mail = Duty(id="mail", work_hours=point(1.0), share=0.25)
    both = scenario(
        step("read", "hired"),
        roles=(
            RolePool(
                id="hr", people=1, calendar=office_hours(), duties=(advertise, mail)
            ),
            RolePool(id="boss", people=1, calendar=office_hours()),
        ),
        window=(0.0, 7000.0, 7.0),
    )
    found = figures_of(run(both))
    assert found[Figure(K.UTILISATION, "hr")] == pytest.approx(0.5, abs=0.02)
    assert found[Figure(K.DUTY_UTILISATION, "hr")] == pytest.approx(0.25, abs=0.02)
    assert found[Figure(K.OPENING_HOURS, "hr")] == pytest.approx(10.0, abs=0.8)
    assert Figure(K.OPENING_HOURS, "boss") not in found
    assert Figure(K.OPENING_WAIT_HOURS, "advertise") in found
    assert Figure(K.DUTY_WAIT_HOURS, "advertise") not in found


def test_the_race_in_numbers() -> None:
    """Three finalists, two openings: one call during orientation for two hires."""
    race = scenario(
        step("offer", "start", offers=True, position=PositionControl.NONE),
        step("start", "hired", days=point(5.0)),
        demand=Requisitions(
            open=ListedTimes(days=(1.0,)),
            openings=2,
            applicants=3,
            applicants_vary=False,
            over_days=1.0,
        ),
    )
    assert of(race, K.RESCINDED_PER_100_HIRES) == 50.0
    assert of(race, K.OPENINGS_FILLED) == 1.0
    assert 5.0 < of(race, K.DAYS_TO_FILL) < 6.0


def test_who_leaves_where_and_why() -> None:
    """Each leaver is counted once, at the step, by the reason."""
    leavers = scenario(
        step("wait", "sign", "hr", point(24.0), leaves_per_day=0.5),
        step("sign", "hired", days=point(3.0)),
        roles=(RolePool(id="hr", people=1),),
        arrive=[float(day) / 2 for day in range(100)],
        other_offers_per_day=0.05,
    )
    found = figures_of(run(leavers))
    parts = [
        found[Figure(kind, place)]
        for kind in (K.LEFT_WAITING_PER_100_HIRES, K.LEFT_FOR_OTHER_PER_100_HIRES)
        for place in ("wait", "sign")
    ]
    assert sum(parts) == pytest.approx(found[Figure(K.LEFT_PER_100_HIRES)])
    assert parts[0] > 0
    assert parts[1] == 0
    assert parts[3] > 0


def test_who_withdraws_as_the_file_states_has_left_too() -> None:
    """A share that flows to `withdrew` is people who walk away, at that step."""
    leavers = scenario(
        step("form", {"sign": 0.6, "withdrew": 0.4}),
        step("sign", {"hired": 0.9, "rejected": 0.1}, days=point(3.0)),
        roles=(),
        arrive=[float(day) / 2 for day in range(100)],
    )
    done = run(leavers)
    found = figures_of(done)
    gone = int((done.outcome == leavers.outcomes.index("withdrew")).sum())
    hired = int((done.outcome == 0).sum())
    assert gone > 0
    assert found[Figure(K.LEFT_PER_100_HIRES)] == pytest.approx(100 * gone / hired)
    at_form = found[Figure(K.LEFT_AS_STATED_PER_100_HIRES, "form")]
    assert at_form == found[Figure(K.LEFT_PER_100_HIRES)]


def test_who_declines_has_left_and_who_is_rejected_has_not() -> None:
    """Every outcome that is the candidate's own choice counts, whatever its name."""
    leavers = scenario(
        step("offer", {"hired": 0.4, "declined": 0.2, "rejected": 0.2, "silent": 0.2}),
        roles=(),
        arrive=[float(day) / 2 for day in range(200)],
        outcomes=("hired", "rejected", "withdrew", "declined", "silent"),
        by_choice=frozenset({"withdrew", "declined", "silent"}),
    )
    done = run(leavers)
    by_end = [int((done.outcome == place).sum()) for place in range(5)]
    assert min(by_end[0], by_end[3], by_end[4]) > 0
    found = figures_of(done)
    left = 100 * (by_end[3] + by_end[4]) / by_end[0]
    assert found[Figure(K.LEFT_PER_100_HIRES)] == pytest.approx(left)
    assert found[Figure(K.LEFT_AS_STATED_PER_100_HIRES, "offer")] == pytest.approx(left)


def test_the_event_log_is_what_happened() -> None:
    """Each visit a row: ready, begun, done, with names instead of places."""
    table = event_log(run(TWO, log=True))
    assert table.columns.tolist() == [
        "case", "step", "role", "visit", "ready", "begun", "done", "outcome"
    ]  # fmt: skip
    first = table[table.case == 1]
    assert first.outcome.tolist() == ["hired", "hired"]
    assert first.step.tolist() == ["read", "sign"]
    assert first.role.tolist() == ["hr", ""]
    assert first.ready.tolist() == [0.0, 1.0]
    assert first.begun.tolist() == [0.5, 1.0]
    assert first.done.tolist() == [1.0, 3.0]


def test_a_run_without_a_log_says_so() -> None:
    """An empty table would look like a process in which nothing happens."""
    with pytest.raises(SimulationError, match="kept no log"):
        event_log(run(TWO))
