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
from audit.pipeline.recommending import Judged, Reevaluate
from audit.pipeline.run_plan import RunPlan
from audit.result import SimulatedLoss
from audit.simulation import HEADLINES, Workers, compile_tables
from audit.simulation.assembly import scenario_of
from audit.simulation.figures import Figure, FigureKind
from audit.simulation.intervals import holm, paired_p_value
from audit.simulation.traffic import check_steady_state
from audit.simulation.workers import LocalWorkers

RUNS = 30
"""Runs of each set: enough for shares in steps of three per cent."""
_DAYS = Figure(FigureKind.DAYS_TO_HIRE)
_OTHERS = tuple(figure for figure in HEADLINES if figure != _DAYS)
"""What a set that hires faster can lose."""
_BETTER_WHEN_MORE = frozenset({FigureKind.HIRED_SHARE, FigureKind.OPENINGS_FILLED})

Told = Callable[[str], None]


def require_demand(process: Process, profile: Profile) -> None:
    """Refuse a process that cannot be simulated, before its changes are searched.

    Raises:
        SimulationError: its file does not say who comes, say.
    """
    scenario_of(process, profile, RunPlan().window)


def simulated_judge(
    profile: Profile,
    *,
    plan: RunPlan | None = None,
    workers: Workers | None = None,
    progress: Told = lambda words: None,
) -> Reevaluate:
    """Return a judge of processes: how often each hires fastest, and what it loses.

    All are run with the same luck, so that a run compares like with like; processes
    that tie share it. One in which a role is asked for more than it can do is never
    the fastest: its days grow as long as one looks. What a process loses is held
    against the first one: the headline numbers that are worse by more than chance, all
    of them together (paired t tests, Holm 1979).

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

    def judge(processes: Sequence[Process]) -> tuple[Judged, ...]:
        days = np.full((len(processes), len(seeds)), np.inf)
        others = np.full((len(processes), len(_OTHERS), len(seeds)), np.nan)
        for place, process in enumerate(processes):
            progress(f"Simulating set {place + 1} of {len(processes)}")
            tables = compile_tables(scenario_of(process, profile, plan.window).scenario)
            try:
                check_steady_state(tables)
            except SimulationError:
                continue
            rows = list(crew.rows(tables, seeds))
            found = [row.get(_DAYS, np.nan) for row in rows]
            days[place] = np.where(np.isnan(found), np.inf, found)
            others[place] = [[row.get(o, np.nan) for row in rows] for o in _OTHERS]
        return tuple(
            Judged(share_best=share, losses=_losses(others[0], others[place]))
            for place, share in enumerate(_shares(days))
        )

    return judge


def _shares(days: np.ndarray) -> list[float]:
    """Return (k,), the share of runs in which each of k processes is the fastest.

    Args:
        days: (k, n) days to a hire in each of n runs; endless for none.
    """
    least = days.min(axis=0)
    fastest = (days == least) & np.isfinite(least)
    ties = np.maximum(fastest.sum(axis=0), 1)
    shares: list[float] = (fastest / ties).mean(axis=1).tolist()
    return shares


def _losses(first: np.ndarray, here: np.ndarray) -> tuple[SimulatedLoss, ...]:
    """Return the numbers that a process makes worse than the first one does.

    Args:
        first: (f, n) headline numbers of the first process in n runs.
        here: the same of the process.
    """
    told = holm(
        [
            paired_p_value(after - before)
            for before, after in zip(first, here, strict=True)
        ]
    )
    losses = []
    for figure, before, after, differs in zip(_OTHERS, first, here, told, strict=True):
        both = ~np.isnan(before) & ~np.isnan(after)
        if not differs or not both.any():
            continue
        recommended, now = float(before[both].mean()), float(after[both].mean())
        fell = now < recommended
        if fell is (figure.kind in _BETTER_WHEN_MORE):
            losses.append(
                SimulatedLoss(
                    key=figure.kind.name.lower(), here=now, recommended=recommended
                )
            )
    return tuple(losses)
