"""Studies: when they stop, what they pair, how they end early."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import pytest

from audit.errors import SimulationError
from audit.simulation.calendar import office_hours
from audit.simulation.figures import Figure, FigureKind
from audit.simulation.intervals import holm
from audit.simulation.laws import exponential, point
from audit.simulation.randomness import run_seed
from audit.simulation.scenario import (
    Duty,
    PoissonTimes,
    Requisitions,
    RolePool,
    Scenario,
)
from audit.simulation.study import (
    HEADLINES,
    Precision,
    compare_scenarios,
    simulate,
)
from audit.simulation.tables import Tables
from audit.simulation.workers import LocalWorkers, Row, run_row
from tests.simulation.building import block, scenario, step
from tests.simulation.twelve_steps import twelve_steps

DAYS = Figure(FigureKind.DAYS_TO_HIRE)
QUICK = Precision(least_runs=30, most_runs=30)


def one_role(hours: float = 20.0, **keys: object) -> Scenario:
    """A queue with a load of 0.83 at 20 hours."""
    return scenario(
        step("serve", "hired", "hr", exponential(hours)),
        roles=(RolePool(id="hr", people=1),),
        arrive=7.0,
        window=(50.0, 200.0, 100.0),
        **keys,
    )


def test_runs_go_on_until_they_are_enough() -> None:
    """Half as wide an interval takes about four times the runs, and the cap holds."""
    rough = simulate(one_role(), precision=Precision(relative=0.1))
    fine = simulate(one_role(), precision=Precision(relative=0.05))
    assert rough.precise
    assert fine.precise
    assert 2 * rough.runs < fine.runs < 8 * rough.runs
    assert fine.figures[DAYS].half_width < 0.05 * fine.figures[DAYS].mean
    capped = simulate(one_role(), precision=Precision(relative=0.001, most_runs=40))
    assert (capped.runs, capped.precise) == (40, False)


@pytest.mark.parametrize("jobs", [1, 2])
def test_how_many_cores_does_not_matter(jobs: int) -> None:
    """The same numbers whoever was quick."""
    found = simulate(one_role(), precision=QUICK, workers=LocalWorkers(jobs))
    assert found.figures[DAYS] == simulate(one_role(), precision=QUICK).figures[DAYS]


def test_a_change_is_found_within_pairs() -> None:
    """Five per cent less work is seen in 30 pairs, and nothing in what stays."""
    before, after = one_role(), one_role(hours=19.0)
    found = compare_scenarios(before, after, precision=QUICK).changes[DAYS]
    assert found.distinguishable
    assert found.change.high < 0
    alone = found.after.half_width + found.before.half_width
    assert found.change.half_width < alone / 3
    same = compare_scenarios(before, before, precision=QUICK).changes[DAYS]
    assert (same.change.mean, same.p_value, same.distinguishable) == (0.0, 1.0, False)


def test_a_step_that_is_added_leaves_the_luck_of_the_others() -> None:
    """With nobody busy, one day more is one day more for every single candidate."""
    before = scenario(step("a", {"hired": 0.5, "rejected": 0.5}, days=exponential(3)))
    after = scenario(
        step("new", "a", days=point(1.0)),
        step("a", {"hired": 0.5, "rejected": 0.5}, days=exponential(3)),
    )
    found = compare_scenarios(before, after, precision=QUICK).changes[DAYS]
    assert found.change.low == pytest.approx(1.0)
    assert found.change.high == pytest.approx(1.0)


def test_wrong_signs_are_rare() -> None:
    """Paired luck: a quicker packet looks slower in fewer than 2 % of pairs."""
    before = twelve_steps(1000)
    after = twelve_steps(1000, packet=(1, 2, 4))
    workers = LocalWorkers(1)
    from audit.simulation.compile_tables import compile_tables

    pairs = zip(
        workers.rows(compile_tables(before), range(200)),
        workers.rows(compile_tables(after), range(200)),
        strict=True,
    )
    wrong = sum(second[DAYS] >= first[DAYS] for first, second in pairs)
    assert wrong / 200 < 0.02


class Interrupted(LocalWorkers):
    """Workers that are stopped after some runs."""

    def __init__(self, after: int) -> None:
        super().__init__(1)
        self.left = after

    def rows(self, tables: Tables, seeds: Sequence[int]) -> Iterator[Row]:
        """Yield runs until the keyboard says no."""
        for seed in seeds:
            if self.left == 0:
                raise KeyboardInterrupt
            self.left -= 1
            yield run_row(tables, seed)


def test_an_interrupt_keeps_what_is_done() -> None:
    """Seven runs were done: a study of seven, and it says so."""
    found = simulate(one_role(), workers=Interrupted(7))
    assert (found.runs, found.interrupted) == (7, True)
    pair = compare_scenarios(one_role(), one_role(19.0), workers=Interrupted(7))
    assert (pair.before.runs, pair.after.runs) == (3, 3)


def test_an_interrupt_before_anything_is_said() -> None:
    """One run has no interval."""
    with pytest.raises(SimulationError, match="before two runs"):
        simulate(one_role(), workers=Interrupted(1))


def test_progress_is_told_run_by_run() -> None:
    """The bar moves with each run and knows the plan."""
    seen: list[tuple[int, int]] = []
    simulate(one_role(), precision=QUICK, progress=lambda *now: seen.append(now))
    assert seen == [(done, 30) for done in range(1, 31)]


def test_a_role_without_a_steady_state_is_named() -> None:
    """More work than hours, and nobody leaves: no run is long enough."""
    with pytest.raises(SimulationError, match="role `hr` has no steady state"):
        simulate(one_role(hours=30.0))
    load = simulate(one_role(hours=30.0, transient=True), precision=QUICK).loads[0]
    assert load.load == pytest.approx(30 / 24)
    assert load.overload_hours == pytest.approx(7 * 30 - 168)


def test_a_role_whose_work_is_called_off_is_no_overload() -> None:
    """Four hours for each of twelve a week, most called off before they begin."""
    checks = scenario(
        block(
            "checks",
            [step("screen", {"done": 0.1, "rejected": 0.9}, days=point(1.0))],
            [
                step("papers", "talk", days=point(5.0)),
                step("talk", "done", "hr", point(4.0)),
            ],
            next="hired",
            cancel=True,
        ),
        roles=(RolePool(id="hr", people=1, calendar=office_hours()),),
        arrive=12.0,
    )
    study = simulate(checks, precision=QUICK)
    assert study.loads[0].load > 1  # the most that it can be
    at_work = study.figures[Figure(FigureKind.UTILISATION, "hr")]
    assert 0.05 < at_work.mean < 0.2


def test_other_duties_that_fill_a_role_are_named() -> None:
    """Also where openings would thin out the candidates."""
    duty = Duty(id="all day", share=1.1, work_hours=point(1.0), priority=0)
    full = scenario(
        step("serve", "hired", "hr", point(1.0)),
        roles=(RolePool(id="hr", people=1, duties=(duty,)),),
        demand=Requisitions(open=PoissonTimes(per_week=1.0)),
    )
    with pytest.raises(SimulationError, match="other duties of role `hr` alone"):
        simulate(full)


def test_neighbouring_seeds_are_studies_of_their_own() -> None:
    """Another seed is a check only if it makes other runs."""
    seeds = [{run_seed(seed, number) for number in range(100)} for seed in range(50)]
    assert len(set.union(*seeds)) == 50 * 100


def test_numbers_that_no_run_gives_are_no_hypotheses() -> None:
    """Without openings there are no days to fill: the others are judged by themselves.

    Holm's first bound is the level divided by the hypotheses that there are: of six
    headline numbers four have values here.
    """
    found = compare_scenarios(one_role(), one_role(hours=19.0), precision=QUICK)
    without = [
        figure for figure in HEADLINES
        if figure.kind in {FigureKind.DAYS_TO_FILL, FigureKind.OPENINGS_FILLED}
    ]  # fmt: skip
    assert all(math.isnan(found.changes[figure].change.mean) for figure in without)
    given = [figure for figure in HEADLINES if figure not in without]
    judged = holm([found.changes[figure].p_value for figure in given], 0.05)
    assert [found.changes[figure].distinguishable for figure in given] == judged
