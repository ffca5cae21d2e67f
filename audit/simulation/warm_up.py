"""After how many days a house that began with empty desks is as it stays.

Method 3 of White 1997 (MSER-5) on the mean over runs of the days that candidates take,
by day of application. It is looked for in the first half of the time: a course that is
still on its way there never settles, as that of a role asked for more than it has.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from audit.simulation.compile_tables import compile_tables
from audit.simulation.compiling import COMPILED
from audit.simulation.intervals import most_left_out, mser5
from audit.simulation.run import run_once
from audit.simulation.scenario import Scenario
from audit.simulation.tables import Tables
from audit.simulation.traffic import check_steady_state

PILOT_RUNS = 10
"""Runs whose mean course is looked at."""
_FINEST = 1000
_COARSEST = 10


def warm_up_days(
    scenario: Scenario, runs: int = PILOT_RUNS, seed: int = 0, jobs: int = -1
) -> float | None:
    """Return the days to leave out at the start of a run, None where it never settles.

    The window's warm-up is set aside, its length kept. The runs are the first that a
    study with this seed makes, up to where they begin to be measured.

    Args:
        scenario: with its window.
        runs: how many courses to take the mean of.
        seed: of the first run.
        jobs: cores to use; all unless given.

    Raises:
        SimulationError: the scenario has no answer.
    """
    from joblib import Parallel, delayed

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
    courses = Parallel(n_jobs=jobs, prefer="threads" if COMPILED else "processes")(
        delayed(_course)(tables, seed + number, edges) for number in range(runs)
    )
    days, ended = np.sum(courses, axis=0)
    met = ended > 0
    cut = mser5(days[met] / ended[met])
    longest = most_left_out(int(met.sum()))
    if cut == longest > 0:
        return None
    return float(edges[:-1][met][cut]) if met.any() else 0.0


def _course(tables: Tables, seed: int, edges: np.ndarray) -> np.ndarray:
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
