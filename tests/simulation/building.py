"""Small scenarios for tests, and figures of their runs with standard errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from audit.simulation.codes import WaitCause
from audit.simulation.compile_tables import compile_tables
from audit.simulation.laws import DurationLaw
from audit.simulation.run import Run, run_once
from audit.simulation.scenario import (
    Applicants,
    BlockEnd,
    ListedTimes,
    PoissonTimes,
    Requisitions,
    RolePool,
    Scenario,
    ScenarioBlock,
    ScenarioFlow,
    ScenarioNode,
    ScenarioStep,
    Window,
)

Next = str | Mapping[str, float]


def flows(next: Next) -> tuple[ScenarioFlow, ...]:
    """Return flows to one target or by share."""
    shares = {next: 1.0} if isinstance(next, str) else next
    return tuple(ScenarioFlow(to=to, share=share) for to, share in shares.items())


def step(
    id: str,
    next: Next,
    role: str | None = None,
    hours: DurationLaw | None = None,
    days: DurationLaw | None = None,
    **keys: Any,
) -> ScenarioStep:
    """Return a step; `hours` of work, `days` of delay after it."""
    return ScenarioStep(
        id=id, flows=flows(next), role=role, work_hours=hours, delay_days=days, **keys
    )


def block(
    id: str, *branches: list[ScenarioNode], next: Next, cancel: bool = False
) -> ScenarioBlock:
    """Return a parallel block."""
    return ScenarioBlock(
        id=id,
        branches=tuple(tuple(branch) for branch in branches),
        flows=flows(next),
        end=BlockEnd.CANCEL if cancel else BlockEnd.WAIT_ALL,
    )


def scenario(
    *nodes: ScenarioNode,
    roles: tuple[RolePool, ...] = (),
    arrive: float | list[float] = 7.0,
    demand: Applicants | Requisitions | None = None,
    window: tuple[float, float, float] = (0.0, 100.0, 100.0),
    **keys: Any,
) -> Scenario:
    """Return a scenario; `arrive` is a rate per week, or days."""
    times = (
        ListedTimes(days=tuple(arrive))
        if isinstance(arrive, list)
        else PoissonTimes(per_week=arrive)
    )
    warm_up, measured, cool_down = window
    return Scenario(
        nodes=nodes,
        roles=roles,
        demand=demand or Applicants(arrive=times),
        window=Window(warm_up=warm_up, measured=measured, cool_down=cool_down),
        **keys,
    )


def run(a_scenario: Scenario, seed: int = 1, *, log: bool = False) -> Run:
    """Run a scenario once."""
    return run_once(compile_tables(a_scenario), seed, log=log)


def over_runs(
    a_scenario: Scenario, figure: Callable[[Run], float], runs: int = 20
) -> tuple[float, float]:
    """Return the mean of a figure over independent runs, and its standard error."""
    tables = compile_tables(a_scenario)
    found = np.array([figure(run_once(tables, seed)) for seed in range(runs)])
    return float(found.mean()), float(found.std(ddof=1) / runs**0.5)


def mean_wait(a_run: Run, cause: WaitCause = WaitCause.QUEUE) -> float:
    """Return the mean days of one cause over all measured candidates."""
    return float(a_run.waits[a_run.measured, cause].mean())


def share(a_run: Run, outcome: int) -> float:
    """Return the share of the measured candidates who ended this way."""
    return float((a_run.outcome[a_run.measured] == outcome).mean())


def days_of_hires(a_run: Run) -> np.ndarray:
    """Return the days from application to hire of measured candidates."""
    hired = a_run.measured & (a_run.outcome == 0)
    return np.asarray((a_run.ended - a_run.arrived)[hired])
