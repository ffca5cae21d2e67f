"""The days that runs warm up: the plan's, more where the runs ask for it, or fixed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.errors import SimulationError
from audit.pipeline import RunPlan, simulate_scenarios, warming_up
from audit.pipeline.warming_up import warmed_up
from audit.report.simulation.certainty import how_sure, warm_up
from audit.result.simulation import WarmUp
from audit.simulation import Scenario, Workers
from audit.simulation.workers import LocalWorkers
from tests.pipeline.simulated_files import LOCKED, small_house
from tests.simulation.building import scenario, step

PLAN = RunPlan(years=1.0, runs=6)
HOUSES = [scenario(step("a", "hired"), arrive=7.0 * n) for n in (1, 2)]


def found(
    monkeypatch: pytest.MonkeyPatch, *days: float | None, plan: RunPlan = PLAN
) -> RunPlan:
    """Return the plan where the courses of the variants take these days to settle."""
    left = list(days)

    def looked_at(
        one: Scenario, runs: int, seed: int, workers: Workers | None
    ) -> float | None:
        assert (runs, seed) == (min(10, plan.runs or 10), plan.seed)
        return left.pop(0)

    monkeypatch.setattr(warming_up, "warm_up_days", looked_at)
    return warmed_up(plan, HOUSES[: len(days)])


def test_the_days_of_the_plan_are_the_least(monkeypatch: pytest.MonkeyPatch) -> None:
    """A house that settles sooner is measured like any other, and the reader hears."""
    plan = found(monkeypatch, 45.0, 60.0)
    assert (plan.warm_up_days, plan.warm_up) == (182.0, WarmUp.LEAST)
    assert warm_up(plan.settings) == (
        "182 days to warm up; the course of the first runs would have allowed 60 days"
    )


def test_the_longest_of_all_variants_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before and after are measured in the same days."""
    plan = found(monkeypatch, 45.0, 310.0, plan=replace(PLAN, runs=None))
    assert (plan.warm_up_days, plan.warm_up) == (310.0, WarmUp.RUNS)
    assert plan.window.warm_up == 310.0
    assert "310 days to warm up, as many as the course" in warm_up(plan.settings)


def test_what_never_settles_is_said_and_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No warm-up helps; the others' days still count."""
    plan = found(monkeypatch, None, 40.0)
    assert (plan.warm_up_days, plan.warm_up) == (182.0, WarmUp.UNSETTLED)
    assert "never settled" in warm_up(plan.settings)
    assert found(monkeypatch, 200.0, None).warm_up_days == 200.0


def test_what_was_asked_for_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """No run is looked at, be it for nothing at all."""
    asked = replace(PLAN, warm_up_days=0.0, warm_up=WarmUp.ASKED)
    assert found(monkeypatch, plan=asked) == asked
    assert warm_up(asked.settings) == "0 days to warm up, as asked for"
    assert warm_up(PLAN.settings) == "182 days to warm up"


def test_an_interrupt_while_they_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is done yet, and it says so."""

    def stopped(*_: object) -> float:
        raise KeyboardInterrupt

    monkeypatch.setattr(warming_up, "warm_up_days", stopped)
    with pytest.raises(SimulationError, match="before two runs"):
        warmed_up(PLAN, HOUSES)


def test_a_longer_warm_up_reaches_the_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The numbers are those of a plan that had asked for so many days."""

    def late(*_: object) -> float:
        return 250.0

    monkeypatch.setattr(warming_up, "warm_up_days", late)
    plan, one = replace(PLAN, runs=2), LocalWorkers(1)
    asked = replace(plan, warm_up_days=250.0, warm_up=WarmUp.ASKED)
    longer, fixed = (
        simulate_scenarios(small_house(), [small_house(LOCKED)], plan=p, workers=one)
        for p in (plan, asked)
    )
    assert longer.settings.warm_up_days == longer.settings.settled_after == 250.0
    assert longer.pairs == fixed.pairs
    assert "250 days to warm up, as many as" in how_sure(longer.before, longer.settings)
