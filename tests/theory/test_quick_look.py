"""The fixed point of stations against closed forms and the event loop."""

from __future__ import annotations

import math

import pytest

from audit.simulation.calendar import office_hours
from audit.simulation.codes import LEFT_WAITING
from audit.simulation.compile_tables import compile_tables
from audit.simulation.laws import exponential
from audit.simulation.quick_look import erlang_a, quick_look
from audit.simulation.scenario import Duty, RolePool
from audit.simulation.traffic import role_loads
from audit.simulation.visits import visit_rates
from tests.simulation.building import block, over_runs, scenario, share, step
from tests.theory.test_queues import erlang_c
from tests.theory.test_runs_of_processes import EXACT


@pytest.mark.parametrize(
    ("rate", "left"), [(2.4, 0.0533), (2.9, 0.0983), (3.3, 0.1491)]
)
def test_published_shares_of_erlang_a(rate: float, left: float) -> None:
    """Three people, one job a day each, a hazard of 0.1: computed independently."""
    assert erlang_a(rate, 1.0, 3, 0.1).leaving == pytest.approx(left, abs=5e-5)


def test_without_leaving_it_is_erlang_c() -> None:
    """The limit of endless patience, and no steady state at a full load."""
    found = erlang_a(2.4, 1.0, 3, 0.0)
    assert found.wait == pytest.approx(erlang_c(2.4, 1.0, 3) / 0.6)
    assert found.utilisation == pytest.approx(0.8)
    assert erlang_a(3.0, 1.0, 3, 0.0).wait == math.inf


def test_a_flooded_station_is_solved_too() -> None:
    """Ten times the load: nine in ten leave."""
    assert erlang_a(2000.0, 1.0, 200, 0.5).leaving == pytest.approx(0.9, abs=1e-6)


def test_three_stations_with_returns() -> None:
    """As in a run, within some per cent: it is a screening number."""
    theta = 0.05
    three = scenario(
        step("a", "b", "one", exponential(24.0), leaves_per_day=theta),
        step("b", "c", "two", exponential(24 / 0.55), leaves_per_day=theta),
        step(
            "c",
            {"b": 0.3, "hired": 0.7},
            "three",
            exponential(24 / 0.8),
            leaves_per_day=theta,
        ),
        roles=(
            RolePool(id="one", people=1),
            RolePool(id="two", people=2),
            RolePool(id="three", people=2),
        ),
        arrive=7 * 0.9,
        window=(200.0, 8000.0, 300.0),
    )
    looks = {look.role: look for look in quick_look(three)}
    assert looks["one"].leaving == pytest.approx(0.114, abs=0.001)
    assert looks["two"].leaving == pytest.approx(0.121, abs=0.001)
    assert looks["three"].leaving == pytest.approx(0.026, abs=0.001)
    left, _ = over_runs(three, lambda run: share(run, LEFT_WAITING), runs=10)
    inflow = {"one": 0.9, "two": 1.0731, "three": 0.9432}
    looked = sum(inflow[role] * looks[role].leaving for role in looks) / 0.9
    assert looked == pytest.approx(left, rel=0.06)


def test_visits_are_those_of_the_exact_engine() -> None:
    """Traffic equations with loops, nested blocks and failures: as many hires."""
    tables = compile_tables(EXACT)
    hires = visit_rates(tables)[tables.nodes.outcome == 0].sum()
    from audit.analysis import Analysis
    from tests.theory.test_against_play import HIRING

    assert hires == pytest.approx(Analysis(HIRING).hired_share)


def test_loads_counted_by_hand() -> None:
    """10 a week, 1.25 visits of 2 h, and 0.2 of 40 h: 33 of 40 hours."""
    duty = Duty(id="mail", share=0.2, work_hours=exponential(0.5))
    one = scenario(
        block(
            "both",
            [step("check", {"check": 0.2, "done": 0.8}, "hr", exponential(2.0))],
            [step("wait", "done", days=exponential(1.0))],
            next="hired",
        ),
        roles=(RolePool(id="hr", people=1, calendar=office_hours(), duties=(duty,)),),
        arrive=10.0,
    )
    (load,) = role_loads(compile_tables(one))
    assert load.candidate_hours == pytest.approx(25.0)
    assert load.duty_hours == pytest.approx(8.0)
    assert load.load == pytest.approx(33 / 40)
    assert load.overload_hours == 0.0
    (look,) = quick_look(one)
    assert look.utilisation == pytest.approx(33 / 40, abs=1e-6)
    assert look.wait_hours > 0


def test_nobody_asks_anything() -> None:
    """A role without work is idle, not an error."""
    idle = scenario(step("a", "hired"), roles=(RolePool(id="hr", people=1),))
    (look,) = quick_look(idle)
    assert (look.utilisation, look.wait_hours, look.leaving) == (0.0, 0.0, 0.0)


def test_a_house_without_people_has_nothing_to_look_at() -> None:
    """Where no role has a queue the times are those of the file: no error, no row."""
    assert quick_look(scenario(step("a", "hired"), roles=())) == ()
