"""The best sets of changes judged once more, with people who are busy.

The exact engine ranks them by the waits that the file states. Where the file says who
works when and how many apply, a simulation says what the queues make of each set.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from audit.errors import SimulationError
from audit.ledger import Profile
from audit.model import Process
from audit.pipeline.run_plan import RunPlan
from audit.simulation import Workers, compile_tables
from audit.simulation.assembly import scenario_of
from audit.simulation.figures import Figure, FigureKind
from audit.simulation.traffic import check_steady_state
from audit.simulation.workers import LocalWorkers

RUNS = 30
"""Runs of each set: enough for shares in steps of three per cent."""
_DAYS = Figure(FigureKind.DAYS_TO_HIRE)

Told = Callable[[str], None]


def require_demand(process: Process, profile: Profile) -> None:
    """Refuse a process that cannot be simulated, before its changes are searched.

    Raises:
        SimulationError: its file does not say who comes, say.
    """
    scenario_of(process, profile, RunPlan().window)


def fastest_shares(
    profile: Profile,
    *,
    plan: RunPlan | None = None,
    workers: Workers | None = None,
    progress: Told = lambda words: None,
) -> Callable[[Sequence[Process]], tuple[float, ...]]:
    """Return a judge of processes: the share of runs in which each hires fastest.

    All are run with the same luck, so that a run compares like with like; processes
    that tie share it. One in which a role is asked for more than it can do is never
    the fastest: its days grow as long as one looks.

    Args:
        profile: rates of the paperwork that steps list beside their work.
        plan: window, seed and number of runs.
        workers: who makes the runs; all cores of this machine unless given.
        progress: is told what is being worked on.

    Raises (when it is called):
        SimulationError: the files do not say who comes.
    """
    plan = plan or RunPlan(runs=RUNS)
    crew = workers or LocalWorkers()
    seeds = range(plan.seed, plan.seed + (plan.runs or RUNS))

    def judge(processes: Sequence[Process]) -> tuple[float, ...]:
        days = np.full((len(processes), len(seeds)), np.inf)
        for place, process in enumerate(processes):
            progress(f"Simulating set {place + 1} of {len(processes)}")
            tables = compile_tables(scenario_of(process, profile, plan.window).scenario)
            try:
                check_steady_state(tables)
            except SimulationError:
                continue
            found = [row.get(_DAYS, np.nan) for row in crew.rows(tables, seeds)]
            days[place] = np.where(np.isnan(found), np.inf, found)
        least = days.min(axis=0)
        fastest = (days == least) & np.isfinite(least)
        ties = np.maximum(fastest.sum(axis=0), 1)
        return tuple((fastest / ties).mean(axis=1).tolist())

    return judge
