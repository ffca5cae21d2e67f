"""What holds for every run, whatever the scenario."""

from __future__ import annotations

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.simulation.calendar import ALWAYS, office_hours
from audit.simulation.cases import demand_table
from audit.simulation.codes import WaitCause
from audit.simulation.compile_tables import compile_tables
from audit.simulation.events.first_visits import first_visits
from audit.simulation.laws import (
    DurationLaw,
    exponential,
    log_normal,
    point,
    triangular,
    uniform_law,
)
from audit.simulation.run import run_once
from audit.simulation.scenario import (
    Batch,
    DelayCause,
    Duty,
    PositionControl,
    Requisitions,
    RolePool,
    Scenario,
    ScenarioNode,
    ScheduledTimes,
)
from tests.simulation.building import block, run, scenario, step

RUNS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
ROLES = ("hr", "boss")
LAWS = st.sampled_from(
    (
        point(0.0),
        point(1.5),
        exponential(1.0),
        log_normal(1.0, 1.0),
        triangular(0.0, 1.0, 2.0),
        uniform_law(0.0, 3.0),
    )
)


@st.composite
def steps(draw: st.DrawFn, id: str, done: str, again: str) -> ScenarioNode:
    """One step that mostly goes on, at times fails or goes back."""
    law: DurationLaw | None = draw(st.none() | LAWS)
    return step(
        id,
        draw(
            st.sampled_from(
                (
                    {done: 1.0},
                    {done: 0.8, "rejected": 0.2},
                    {done: 0.7, again: 0.3},
                )
            )
        ),
        draw(st.sampled_from((None, *ROLES))),
        draw(LAWS),
        law,
        cause=draw(st.sampled_from(DelayCause)),
        priority=draw(st.integers(0, 2)),
        batch=draw(st.none() | st.just(Batch(every_days=2.0))),
        leaves_per_day=draw(st.sampled_from((0.0, 0.0, 0.1))),
        position=draw(st.sampled_from(PositionControl)),
        offers=draw(st.booleans()),
    )


@st.composite
def scenarios(draw: st.DrawFn, *, blocks: bool = True) -> Scenario:
    """A few steps in a row, perhaps a block of two branches in the middle."""
    nodes: list[ScenarioNode] = [draw(steps("a", "b", "a")), draw(steps("b", "c", "a"))]
    if blocks and draw(st.booleans()):
        branches = [[draw(steps(name, "done", name))] for name in ("x", "y")]
        nodes.append(block("c", *branches, next="d", cancel=draw(st.booleans())))
    else:
        nodes.append(draw(steps("c", "d", "b")))
    nodes.append(draw(steps("d", "hired", "c")))
    duty = Duty(id="mail", share=0.2, work_hours=exponential(0.5), priority=1)
    filing = Duty(id="file", per_hire=2, work_hours=point(1.0), priority=0)
    return scenario(
        *nodes,
        roles=(
            RolePool(id="hr", people=2, calendar=office_hours(), duties=(duty, filing)),
            RolePool(id="boss", people=1, calendar=ALWAYS),
        ),
        demand=Requisitions(
            open=ScheduledTimes(every_days=4.0),
            openings=draw(st.integers(1, 2)),
            applicants=6.0,
            notice_days=draw(st.sampled_from((0.0, 2.0))),
            reposts=draw(st.integers(0, 2)),
            repost_after_days=3.0,
        ),
        other_offers_per_day=draw(st.sampled_from((0.0, 0.02))),
        window=(0.0, 40.0, 400.0),
    )


@RUNS
@given(scenarios(), st.integers(0, 1000))
def test_nobody_is_hired_beyond_the_openings(one: Scenario, seed: int) -> None:
    """Positions taken are hires, and no opening is given twice."""
    done = run(one, seed)
    assert (done.filled <= done.openings).all()
    hired = np.bincount(
        done.requisition[done.outcome == 0], minlength=len(done.openings)
    )
    assert (hired <= done.filled).all()


@RUNS
@given(scenarios(), st.integers(0, 1000))
def test_no_time_is_negative(one: Scenario, seed: int) -> None:
    """Waits, cases and jobs of other duties go forward."""
    done = run(one, seed)
    assert done.waits.min(initial=0.0) >= 0.0
    assert np.nanmin(done.ended - done.arrived, initial=0.0) >= 0.0
    assert (done.duty_waits >= 0).all()
    capacity = np.array([role.people for role in one.roles]) * one.window.measured
    duties = done.tables.duties.pool
    on_duties = np.bincount(duties, done.duty_work, minlength=len(one.roles))
    assert (done.case_work + on_duties <= capacity + 1e-9).all()


@RUNS
@given(scenarios(blocks=False), st.integers(0, 1000))
def test_times_add_up(one: Scenario, seed: int) -> None:
    """Without parallel branches a hire's waits by cause are the days to the hire."""
    done = run(one, seed)
    hired = done.outcome == 0
    days = (done.ended - done.arrived)[hired]
    assert np.allclose(done.waits[hired].sum(axis=1), days, atol=1e-9)
    assert len(WaitCause) == done.waits.shape[1]


@RUNS
@given(scenarios(), st.integers(0, 1000))
def test_every_case_comes_to_an_end(one: Scenario, seed: int) -> None:
    """No lock, join or batch keeps anybody for good."""
    done = run(one, seed)
    early = done.arrived < 200.0
    assert (done.outcome[early] != -1).all()


@RUNS
@given(scenarios(), st.integers(0, 1000))
def test_the_same_seed_is_the_same_run(one: Scenario, seed: int) -> None:
    """Same input, same numbers."""
    first, second = run(one, seed), run(one, seed)
    assert np.array_equal(first.ended, second.ended, equal_nan=True)
    assert np.array_equal(first.waits, second.waits)


@RUNS
@given(scenarios(), st.integers(0, 1000))
def test_nobody_comes_where_first_visits_rule_it_out(one: Scenario, seed: int) -> None:
    """Numbers are drawn ahead only for candidates who may come to a step."""
    tables = compile_tables(one)
    comes = first_visits(tables, demand_table(tables, seed).cases).comes
    log = run_once(tables, seed, log=True).log
    cases, places = log[:, 0].astype(int), log[:, 1].astype(int)
    assert comes[places, cases].all()
