"""One process simulated: with its people, at a quick look, or as a log of jobs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from audit.ledger import Profile, load_profile
from audit.model import Process
from audit.pipeline.grown_duties import with_grown_duties
from audit.pipeline.run_plan import RunPlan, RunProgress
from audit.pipeline.simulated_variant import simulated_by, simulated_variant
from audit.pipeline.warming_up import in_window, warmed_up
from audit.result.simulation import (
    SIMULATION_VERSION,
    SimulatedPair,
    SimulationResult,
    SimulationScenarios,
)
from audit.simulation import Workers, compile_tables, event_log, run_once
from audit.simulation import simulate as simulate_scenario
from audit.simulation.assembly import scenario_of
from audit.simulation.randomness import run_seed

if TYPE_CHECKING:
    import pandas as pd


def simulate(
    process: Process,
    *,
    plan: RunPlan | None = None,
    profile: Profile | None = None,
    workers: Workers | None = None,
    progress: RunProgress | None = None,
) -> SimulationResult:
    """Simulate a hiring process with people who are busy.

    An interrupt from the keyboard ends it with the runs done so far.

    Args:
        process: what `load_process` returns.
        plan: how much to simulate.
        profile: rates of the paperwork that steps list beside their work.
        workers: who makes the runs; all cores of this machine unless given.
        progress: is told how many runs are done.

    Raises:
        AnalysisError: nobody can be hired.
        SimulationError: the file does not say who comes, or no run can answer it.
        SimulationStopped: an interrupt before two runs were done.
    """
    plan = plan or RunPlan()
    made = scenario_of(process, profile or load_profile(), plan.window)
    plan = warmed_up(plan, [made.scenario], workers)
    made = in_window(made, plan)
    study = simulate_scenario(
        made.scenario,
        precision=plan.precision,
        seed=plan.seed,
        workers=workers,
        progress=progress,
    )
    return SimulationResult(
        schema_version=SIMULATION_VERSION,
        tool=simulated_by(),
        settings=plan.settings,
        process=simulated_variant(process, made, study, plan),
    )


def quick_looks(
    processes: Sequence[Process],
    *,
    plan: RunPlan | None = None,
    profile: Profile | None = None,
) -> SimulationResult | SimulationScenarios:
    """Return screening numbers of one process or several, without a run.

    Raises:
        AnalysisError: nobody can be hired.
        SimulationError: a file does not say who comes.
    """
    plan, profile = plan or RunPlan(), profile or load_profile()
    first, *others = [
        simulated_variant(
            process, scenario_of(process, profile, plan.window), None, plan
        )
        for process in processes
    ]
    if not others:
        return SimulationResult(
            schema_version=SIMULATION_VERSION,
            tool=simulated_by(),
            settings=plan.settings,
            process=first,
        )
    return SimulationScenarios(
        schema_version=SIMULATION_VERSION,
        tool=simulated_by(),
        settings=plan.settings,
        before=first,
        pairs=tuple(
            SimulatedPair(
                after=with_grown_duties(first, other), changes=(), paid_by=(), cost=None
            )
            for other in others
        ),
        left_out=(),
    )


def simulated_log(
    process: Process,
    *,
    plan: RunPlan | None = None,
    profile: Profile | None = None,
) -> pd.DataFrame:
    """Return the jobs of the first run of a plan; see `audit.simulation.event_log`.

    Raises:
        AnalysisError: nobody can be hired.
        SimulationError: the file does not say who comes, or no run can answer it.
    """
    plan = plan or RunPlan()
    made = scenario_of(process, profile or load_profile(), plan.window)
    run = run_once(compile_tables(made.scenario), run_seed(plan.seed, 0), log=True)
    table = event_log(run)
    # Gates that send a case past a step, say, are no activity of anybody.
    return table[~table["step"].isin(made.pauses)].reset_index(drop=True)
