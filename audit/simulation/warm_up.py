"""After how many days a house that began with empty desks is as it stays.

Method 3 of White 1997 (MSER-5) on the mean over runs of the days that candidates take,
by day of application. It is looked for in the first half of the time: a course that is
still on its way there never settles, as that of a role asked for more than it has.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np

from audit.simulation.compile_tables import compile_tables
from audit.simulation.intervals import most_left_out, mser5
from audit.simulation.randomness import run_seed
from audit.simulation.run import run_once
from audit.simulation.scenario import Scenario
from audit.simulation.tables import Tables
from audit.simulation.traffic import check_steady_state
from audit.simulation.workers import LocalWorkers, Workers

PILOT_RUNS = 10
"""Runs whose mean course is looked at."""
_FINEST = 1000
_COARSEST = 10


def warm_up_days(
    scenario: Scenario,
    runs: int = PILOT_RUNS,
    seed: int = 0,
    workers: Workers | None = None,
) -> float | None:
    """Return the days to leave out at the start of a run, None where it never settles.

    The window's warm-up is set aside, its length kept. The runs are the first that a
    study with this seed makes, up to where they begin to be measured.

    Args:
        scenario: with its window.
        runs: how many courses to take the mean of.
        seed: of the study.
        workers: who makes the runs; all cores of this machine unless given.

    Raises:
        SimulationError: the scenario has no answer.
    """
    window = scenario.window
    trial = replace(
        scenario,
        window=replace(window, warm_up=0.0, measured=window.warm_up + window.measured),
    )
    tables = compile_tables(trial)
    check_steady_state(tables)
    edges = np.linspace(
        0.0,
        trial.window.measured,
        max(_COARSEST, min(_FINEST, int(trial.window.measured))) + 1,
    )
    crew = workers or LocalWorkers()
    seeds = [run_seed(seed, number) for number in range(runs)]
    courses = crew.each(partial(_course, edges), tables, seeds)
    days, ended = np.sum(list(courses), axis=0)
    met = ended > 0
    cut = mser5(days[met] / ended[met])
    longest = most_left_out(int(met.sum()))
    if cut == longest > 0:
        return None
    return float(edges[:-1][met][cut]) if met.any() else 0.0


def _course(edges: np.ndarray, tables: Tables, seed: int) -> np.ndarray:
    """Return the days that candidates took, and how many, by time of application."""
    run = run_once(tables, seed)
    closed = run.measured & (run.outcome != -1) & ~np.isnan(run.arrived)
    arrived = run.arrived[closed]
    days = run.ended[closed] - arrived
    return np.array(
        [
            np.histogram(arrived, edges, weights=days)[0],
            np.histogram(arrived, edges)[0],
        ]
    )
