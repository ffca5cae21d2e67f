"""Simulate the processes named on the command line, with a bar that tells how far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from audit.cli.interrupts import Stop
    from audit.ledger import Profile
    from audit.loaders import Loaded
    from audit.pipeline import RunPlan
    from audit.pipeline.run_plan import RunProgress
    from audit.result import SimulationResult, SimulationScenarios


def asked_for(
    plan: RunPlan, runs: int | None, seed: int, warm_up: float | None
) -> RunPlan:
    """Return the plan with what the options say of it; see `run_options`."""
    from audit.result.simulation import WarmUp

    if runs is not None:
        plan = replace(plan, runs=runs)
    if warm_up is not None:
        plan = replace(plan, warm_up_days=warm_up, warm_up=WarmUp.ASKED)
    return replace(plan, seed=seed)


def simulated(
    before: Loaded,
    afters: Sequence[Loaded],
    plan: RunPlan,
    prices: Profile,
    stop: Stop,
    cluster: str | None = None,
) -> SimulationResult | SimulationScenarios:
    """Return what runs of one process, or of a before and its afters, found.

    Raises:
        AnalysisError: nobody can be hired.
        SimulationError: a file does not say who comes, or no run can answer it.
        SimulationStopped: somebody asked for an end before there was anything to say.
    """
    from audit.cli.interrupts import StoppableWorkers
    from audit.pipeline import simulate, simulate_scenarios
    from audit.simulation import workers_at

    with _quietly(stop), workers_at(cluster) as crew, _bar() as progress:
        workers = StoppableWorkers(crew, stop)
        if afters:
            plans = [after.plan_from(before) for after in afters]
            return simulate_scenarios(
                before.process,
                [after.process for after in afters],
                changes=[made.changes if made else () for made in plans],
                plan=plan,
                profile=prices,
                workers=workers,
                progress=progress,
            )
        return simulate(
            before.process,
            plan=plan,
            profile=prices,
            workers=workers,
            progress=progress,
        )


@contextmanager
def _quietly(stop: Stop) -> Iterator[None]:
    """Keep back what joblib says of the runs that an interrupt left undone."""
    import threading
    import warnings

    usual = threading.excepthook

    def told(failed: threading.ExceptHookArgs) -> None:
        # A thread of joblib may fall over the runs that were taken from it.
        if not stop.asked:
            usual(failed)

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".* tasks? ", UserWarning, r"joblib\.")
        threading.excepthook = told
        try:
            yield
        finally:
            threading.excepthook = usual


@contextmanager
def _bar() -> Iterator[RunProgress]:
    """Give a progress that draws a bar on a terminal, and is silent elsewhere."""
    import sys

    with click.progressbar(
        length=1, label="Simulating", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:

        def told(done: int, planned: int) -> None:
            # More runs may be planned while they are made.
            bar.length = planned
            bar.update(done - bar.pos)

        yield told
