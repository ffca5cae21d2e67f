"""Scenarios without an answer: what is said, and of which role or step."""

from __future__ import annotations

import math
from typing import Any

import pytest

from audit.errors import SimulationError
from audit.simulation.calendar import WeeklyCalendar
from audit.simulation.compile_tables import compile_tables
from audit.simulation.laws import exponential, point
from audit.simulation.scenario import (
    Batch,
    Duty,
    InProgress,
    ListedTimes,
    Requisitions,
    RolePool,
    Scenario,
    ScheduledTimes,
)
from tests.simulation.building import block, run, scenario, step

GOOD = step("a", "hired", "hr", point(1.0))
HR = RolePool(id="hr", people=1)


def of(*nodes: Any, roles: Any = (HR,), **keys: Any) -> Scenario:
    """A scenario of these nodes."""
    return scenario(*(nodes or (GOOD,)), roles=roles, **keys)


def role(**keys: Any) -> tuple[RolePool, ...]:
    """The role HR, with something wrong."""
    return (RolePool(**{"id": "hr", "people": 1, **keys}),)


CASES = {
    "nobody works in role `hr`": of(roles=role(people=0)),
    "role `hr` has no working hours": of(
        roles=role(calendar=WeeklyCalendar(shifts=()))
    ),
    "step `a` names role `boss`": of(step("a", "hired", "boss")),
    "who gets to `b` can never finish": of(
        step("a", {"hired": 0.5, "b": 0.5}), step("b", "c"), step("c", "b")
    ),
    "nobody can be hired: no way leads there from `a`": of(step("a", "rejected")),
    "the branch has no end: no way leads there from `x`": of(
        block("b", [step("x", "rejected")], next="hired")
    ),
    "`a` flows to `nowhere`": of(step("a", "nowhere")),
    "the shares of the flows of `a`": of(step("a", {"hired": 0.5, "rejected": 0.4})),
    "two of the same name: step `a`": of(step("a", "hired"), step("a", "hired")),
    "two of the same name: role `hr`": of(roles=(HR, HR)),
    "block `b` has an empty branch": of(block("b", [], next="hired")),
    "needs at least one step": scenario(),
    "the first outcome of a scenario": of(outcomes=("rejected", "hired")),
    "the rate of leaving at step `a`": of(step("a", "hired", leaves_per_day=-1.0)),
    "the batches of step `a`": of(step("a", "hired", batch=Batch(every_days=0.0))),
    "the priority of step `a`": of(step("a", "hired", priority=-1)),
    "4 candidates in progress at `z`": of(
        in_progress=(InProgress(step="z", candidates=4),)
    ),
    "duty `d` of role `hr` takes a share": of(
        roles=role(duties=(Duty(id="d", share=0.2, work_hours=point(0.0)),))
    ),
    "duty `d` of role `hr` needs a share": of(
        roles=role(duties=(Duty(id="d", share=-0.2, work_hours=point(1.0)),))
    ),
    "the rate of arrivals": of(arrive=math.inf),
    "scheduled arrivals need days": of(
        demand=Requisitions(open=ScheduledTimes(every_days=0.0))
    ),
    "at least one opening": of(
        demand=Requisitions(open=ListedTimes(days=(0.0,)), openings=0)
    ),
    "posted at most 100,000 times, not 9,000,000,001": of(
        demand=Requisitions(open=ListedTimes(days=()), reposts=9_000_000_000)
    ),
    "the days of a requisition": of(
        demand=Requisitions(open=ListedTimes(days=(0.0,)), over_days=-1.0)
    ),
    "listed arrivals": of(arrive=[-1.0]),
    "the window of a run": of(window=(0.0, 0.0, 0.0)),
    "the rate of other offers": of(other_offers_per_day=-0.1),
}


@pytest.mark.parametrize("said", CASES)
def test_what_is_said(said: str) -> None:
    """The text names the role, step or number, and no run begins."""
    with pytest.raises(SimulationError) as caught:
        compile_tables(CASES[said])
    assert said in str(caught.value)


def test_a_loop_that_hardly_ends_is_stopped() -> None:
    """A thousand million rounds are not waited for."""
    endless = scenario(
        step("a", {"hired": 1e-12, "b": 1 - 1e-12}),
        step("b", "a", days=point(1e-9)),
        arrive=[0.0],
    )
    with pytest.raises(SimulationError, match=r"go around at step `[ab]`"):
        run(endless)


def test_a_flood_of_short_jobs_is_named_as_such() -> None:
    """It is the duty that does not end, not the candidates."""
    mail = Duty(id="hr/mail", share=0.5, work_hours=point(1 / 3600))
    pay = Duty(id="hr/pay", share=0.2, work_hours=point(2.0))
    flooded = scenario(
        step("a", "hired", "hr", point(0.1)),
        roles=(RolePool(id="hr", people=2, duties=(pay, mail)),),
        arrive=[0.0],
    )
    with pytest.raises(SimulationError, match=r"`hr/mail` of role `hr` makes 604,800"):
        run(flooded)


def test_a_queue_without_a_bound_is_stopped() -> None:
    """The text names the role that falls behind."""
    flooded = scenario(
        step("a", "hired", "hr", exponential(2400.0)),
        roles=(HR,),
        arrive=7 * 10_000.0,
        transient=True,
    )
    with pytest.raises(SimulationError, match="role `hr` falls behind"):
        run(flooded)
