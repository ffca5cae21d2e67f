"""Simulate the processes named on the command line, with a bar that tells how far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from audit.ledger import Profile
    from audit.model import Process
    from audit.pipeline import RunPlan
    from audit.pipeline.run_plan import RunProgress
    from audit.result import SimulationResult, SimulationScenarios


def simulated(
    before: Process,
    afters: Sequence[Process],
    plan: RunPlan,
    prices: Profile,
    cluster: str | None = None,
) -> SimulationResult | SimulationScenarios:
    """Return what runs of one process, or of a before and its afters, found.

    Raises:
        AnalysisError: nobody can be hired.
        SimulationError: a file does not say who comes, or no run can answer it.
    """
    from audit.pipeline import simulate, simulate_scenarios
    from audit.simulation import workers_at

    with _quietly(), workers_at(cluster) as workers, _bar() as progress:
        if afters:
            return simulate_scenarios(
                before, afters,
                plan=plan, profile=prices, workers=workers, progress=progress,
            )  # fmt: skip
        return simulate(
            before, plan=plan, profile=prices, workers=workers, progress=progress
        )


@contextmanager
def _quietly() -> Iterator[None]:
    """Keep back what joblib says of the runs that an interrupt left undone."""
    import warnings

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".* tasks? ", UserWarning, r"joblib\.")
        yield


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
