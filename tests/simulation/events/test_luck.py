"""Numbers drawn ahead are those that the loop would draw."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.simulation.cases import demand_table
from audit.simulation.compile_tables import compile_tables
from audit.simulation.events import luck
from audit.simulation.events.luck import (
    drawn_ahead,
    durations,
    luck_of,
)
from audit.simulation.laws import (
    DurationLaw,
    duration,
    empirical,
    exponential,
    law_table,
    log_normal,
    pert,
    point,
    triangular,
    uniform_law,
)
from audit.simulation.randomness import FOR_DELAY, FOR_FLOW, FOR_WORK, uniform
from audit.simulation.run import run_once
from audit.simulation.scenario import Duty, RolePool
from tests.simulation.building import scenario, step

LAWS = (
    point(2.0),
    uniform_law(1.0, 3.0),
    triangular(1.0, 2.0, 5.0),
    triangular(1.0, 1.0, 5.0),
    exponential(3.0),
    log_normal(2.0, 0.7),
    pert(1.0, 2.0, 6.0),
    empirical((1.0, 2.0, 2.0, 9.0)),
)


@settings(deadline=None)
@given(
    st.sampled_from(LAWS),
    st.lists(st.floats(1e-12, 1 - 1e-12), min_size=1, max_size=50),
)
def test_many_at_once_have_the_same_digits(law: DurationLaw, u: list[float]) -> None:
    """To the last bit, whatever the law: a run is the same with and without numba."""
    # Another law stands before it, so that its quantiles do not begin at place 0.
    table, points = law_table([empirical((5.0, 6.0, 7.0)), law])
    row = tuple(column[1].item() for column in table)
    assert durations(row, points, np.array(u)) == [
        duration(*row, points, one) for one in u
    ]


def test_what_is_drawn_ahead_is_what_would_be_drawn() -> None:
    """Work, delay and the way on of each candidate, for both copies of the process."""
    tables = compile_tables(
        scenario(
            step("talk", {"wait": 0.6, "rejected": 0.4}, "hr", exponential(1.0)),
            step("wait", "hired", None, triangular(1, 2, 3), exponential(4.0)),
            roles=(RolePool(id="hr", people=1),),
            arrive=70.0,
            window=(20.0, 30.0, 0.0),
        )
    )
    cases = demand_table(tables, 1).cases
    made = luck_of(tables, cases, tables.duties.key)
    talk, wait = (tables.step_places[name] for name in ("talk", "wait"))
    count = len(tables.names)
    assert made.works[talk] is made.works[talk + count]
    assert set(cases.measured.tolist()) == {0, 1}
    laws = list(zip(*(column.tolist() for column in tables.laws), strict=True))

    def time(c: int, n: int, law: int, purpose: int) -> float:
        key = (int(cases.key[c]) + int(tables.nodes.key[n])) % 2**64
        return duration(*laws[law], tables.points, uniform(np.uint64(key), purpose))

    for c in range(len(cases.key)):
        nodes = tables.nodes
        assert made.works[talk][c] == time(c, talk, nodes.work[talk], FOR_WORK)
        key = (int(cases.key[c]) + int(nodes.key[talk])) % 2**64
        goes_on = uniform(np.uint64(key), FOR_FLOW) < 0.6
        aside = 0 if cases.measured[c] else count
        to = wait if goes_on else tables.names.index("rejected")
        assert made.ways[talk][c] == to + aside
        if goes_on:
            assert made.delays[wait][c] == time(
                c, wait, nodes.delay[wait], FOR_DELAY
            ) + time(c, wait, nodes.work[wait], FOR_WORK)
        else:
            assert made.delays[wait][c] is None


def test_jobs_of_duties_are_those_that_would_be_drawn() -> None:
    """Gap and work of each job, and about as many as come; the rest when they come."""
    mail = Duty(id="mail", share=0.3, work_hours=log_normal(2.0, 1.2))
    file = Duty(id="file", per_hire=2, work_hours=point(1.0))
    tables = compile_tables(
        scenario(
            step("talk", "hired", "hr", exponential(1.0)),
            roles=(RolePool(id="hr", people=2, duties=(mail, file)),),
        )
    )
    cases = demand_table(tables, 1).cases
    made = luck_of(tables, cases, tables.duties.key)
    come = run_once(tables, 1).duty_came[0]
    assert come < len(made.gaps[0]) == len(made.jobs[0]) < 4 * come
    assert made.gaps[1] == made.jobs[1] == []
    key, mean = tables.duties.key[0], tables.duties.mean_gap[0].item()
    law = [column[tables.duties.work[0]].item() for column in tables.laws]
    for j, (gap, work) in enumerate(zip(made.gaps[0], made.jobs[0], strict=True)):
        assert gap == -mean * math.log1p(-uniform(key, 2 * j))
        assert work == duration(*law, tables.points, uniform(key, 2 * j + 1))


def test_too_many_candidates_are_not_drawn_ahead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Their numbers would fill the memory; and compiled, nobody's are."""
    tables = compile_tables(scenario(step("talk", "hired")))
    assert not drawn_ahead(tables, 1000)
    monkeypatch.setattr(luck, "COMPILED", False)
    assert drawn_ahead(tables, 1000)
    assert not drawn_ahead(tables, 10_000_000)
