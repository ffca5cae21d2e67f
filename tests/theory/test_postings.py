"""Applicants a week and openings filled in closed form, against simulated races.

Nobody leaves and nobody is busy, so that the closed forms hold exactly; a difference of
more than four standard errors over the runs is a difference.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from audit.simulation.calendar import office_hours
from audit.simulation.compile_tables import compile_tables
from audit.simulation.figures import Figure, FigureKind, figures_of
from audit.simulation.laws import exponential, point
from audit.simulation.postings import openings_filled, postings_expected
from audit.simulation.quick_look import quick_look
from audit.simulation.run import Run
from audit.simulation.scenario import (
    Duty,
    PoissonTimes,
    PositionControl,
    Requisitions,
    RolePool,
    Scenario,
)
from audit.simulation.traffic import role_loads, traffic_per_week
from audit.simulation.visits import chance_of_opening, visit_rates
from tests.simulation.building import block, over_runs, scenario, step
from tests.theory.test_queues import close

WEEKLY = 3.0


def demand(**keys: Any) -> Requisitions:
    """Three requisitions a week, each posted up to three times."""
    rules: dict[str, Any] = {"applicants": 6.0, "openings": 2, "reposts": 2} | keys
    return Requisitions(open=PoissonTimes(per_week=WEEKLY), **rules)


def race(control: PositionControl, openings: Requisitions) -> Scenario:
    """Two finalists of ten applicants and more; one in four fails after the offer."""
    return scenario(
        step("screen", {"call": 0.3, "rejected": 0.7}, days=exponential(3.0)),
        block(
            "checks",
            [step("references", {"done": 0.9, "rejected": 0.1})],
            [step("licence", "done", days=exponential(2.0))],
            next="offer",
        ),
        step("call", "checks", days=exponential(2.0)),
        step(
            "offer",
            {"start": 0.75, "declined": 0.25},
            days=exponential(4.0),
            offers=True,
            position=control,
        ),
        step("start", "hired", days=point(7.0)),
        demand=openings,
        window=(0.0, 500.0, 200.0),
    )


def applied(run: Run) -> float:
    """Applicants for each requisition that counts, of all its postings."""
    came = run.measured & ~np.isnan(run.arrived)
    return float(came.sum() / run.requisition_measured.sum())


def filled(run: Run) -> float:
    """Openings filled for each requisition that counts."""
    return float(run.filled[run.requisition_measured].mean())


@pytest.mark.parametrize("control", list(PositionControl))
@pytest.mark.parametrize(
    "openings", [demand(), demand(openings=1, reposts=0), demand(applicants=2.0)]
)
def test_postings_and_hires_of_a_race(
    control: PositionControl, openings: Requisitions
) -> None:
    """However an opening is guarded: the same postings, and no hire too many."""
    one = race(control, openings)
    traffic = traffic_per_week(compile_tables(one))
    assert close(over_runs(one, applied), traffic.applicants / WEEKLY)
    assert close(over_runs(one, filled), traffic.openings_taken / WEEKLY)
    assert traffic.openings_taken < WEEKLY * openings.openings


@pytest.mark.parametrize("openings", [1, 2, 5])
def test_the_same_number_applies_each_time(openings: int) -> None:
    """A binomial number of finalists, where applicants do not vary."""
    one = race(
        PositionControl.CHECK,
        demand(applicants=4.0, applicants_vary=False, openings=openings),
    )
    traffic = traffic_per_week(compile_tables(one))
    assert close(over_runs(one, applied), traffic.applicants / WEEKLY)
    assert close(over_runs(one, filled), traffic.openings_taken / WEEKLY)


def test_many_postings_that_nobody_answers() -> None:
    """All of them are set down before the first event, and none of them is lost."""
    one = scenario(
        step("talk", {"hired": 0.5, "rejected": 0.5}, days=exponential(1.0)),
        demand=Requisitions(
            open=PoissonTimes(per_week=500.0), applicants=0.1, reposts=2
        ),
        window=(0.0, 350.0, 60.0),
    )
    traffic = traffic_per_week(compile_tables(one))
    assert close(over_runs(one, applied, runs=5), traffic.applicants / 500)


def test_postings_counted_by_hand() -> None:
    """One applicant each time, half of them taken: 1 + 1/2 + 1/4 postings, 7/8 hires.

    With certain ones it is one posting, with hopeless ones all of them; and openings
    that nobody could fill are filled by as many as would be taken.
    """
    one = demand(applicants=1.0, applicants_vary=False, openings=1)
    assert postings_expected(one, 0.5) == pytest.approx(1.75)
    assert openings_filled(one, 0.5) == pytest.approx(0.875)
    assert postings_expected(one, 1.0) == 1.0
    assert (postings_expected(one, 0.0), openings_filled(one, 0.0)) == (3.0, 0.0)
    many = demand(applicants=10.0, openings=1_000_000_000)
    assert openings_filled(many, 0.2) == pytest.approx(6.0)
    assert openings_filled(demand(openings=1), 0.1) == pytest.approx(-math.expm1(-1.8))


def test_who_takes_an_opening_and_fails_is_no_hire_but_fills_it() -> None:
    """An opening taken at a step stays taken, also where the candidate comes again."""
    one = scenario(
        step("accept", {"accept": 0.2, "badge": 0.3, "rejected": 0.5}, fills=True),
        step("badge", {"hired": 0.5, "rejected": 0.5}, days=exponential(1.0)),
        demand=demand(openings=1, reposts=0),
        window=(0.0, 500.0, 100.0),
    )
    tables = compile_tables(one)
    assert chance_of_opening(tables) == 1.0
    assert close(over_runs(one, filled), traffic_per_week(tables).openings_taken / 3)


def test_branches_pass_on_what_all_of_them_pass_on() -> None:
    """Half of one branch and all of another are half of the block, not nine in 16."""
    one = scenario(
        block(
            "checks",
            [step("drugs", {"done": 0.5, "rejected": 0.5})],
            [
                block(
                    "papers",
                    [step("diploma", {"done": 0.8, "rejected": 0.2})],
                    [step("passport", {"done": 0.5, "passport": 0.5})],
                    next="done",
                )
            ],
            [step("badge", "done")],
            next="hired",
        ),
    )
    assert chance_of_opening(compile_tables(one)) == pytest.approx(0.4)


def test_a_quick_look_hires_no_more_than_there_are_openings() -> None:
    """Thirty finalists for one opening bring the welcome of one hire, as in runs."""
    welcome = Duty(id="welcome", work_hours=point(10.0), per_hire=1)
    one = scenario(
        step("call", "hired", days=exponential(5.0)),
        roles=(
            RolePool(id="hr", people=1, calendar=office_hours(), duties=(welcome,)),
        ),
        demand=demand(applicants=30.0, openings=1, reposts=0),
        window=(70.0, 1400.0, 70.0),
    )
    (look,) = quick_look(one)
    (load,) = role_loads(compile_tables(one))
    assert look.utilisation == pytest.approx(WEEKLY * 10 / 40)
    assert load.duty_hours == pytest.approx(WEEKLY * 10)
    at_work = Figure(FigureKind.UTILISATION, "hr")
    assert close(over_runs(one, lambda run: figures_of(run)[at_work]), look.utilisation)


def test_who_is_listed_after_the_end_of_a_run_does_not_come() -> None:
    """Moments as they were count as far as the run goes, as in the run."""
    one = scenario(
        step("talk", "hired"), arrive=[1.0, 2.0, 50.0], window=(0.0, 14.0, 0.0)
    )
    assert traffic_per_week(compile_tables(one)).applicants == 1.0


def test_a_quick_look_counts_later_postings() -> None:
    """Nobody is hired, so each requisition is posted three times, and read again."""
    read = scenario(
        step("read", {"dream": 1e-9, "rejected": 1 - 1e-9}, "hr", exponential(0.5)),
        step("dream", "hired"),
        roles=(RolePool(id="hr", people=1, calendar=office_hours()),),
        demand=demand(applicants=4.0, openings=1),
    )
    tables = compile_tables(read)
    assert visit_rates(tables)[tables.step_places["read"]] == pytest.approx(1.0)
    (look,) = quick_look(read)
    (load,) = role_loads(tables)
    assert load.candidate_hours == pytest.approx(WEEKLY * 4 * 3 * 0.5)
    assert look.utilisation == pytest.approx(load.load)
