"""From processes to simulations: one alone, or a before with its afters."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audit.analysis import Analysis
from audit.errors import SimulationError
from audit.ledger import Profile, load_profile
from audit.model import Process
from audit.pipeline.remembered_runs import RememberedRuns
from audit.pipeline.simulated_lines import (
    simulated_changes,
    simulated_lines,
)
from audit.pipeline.simulated_screens import simulated_screens
from audit.pipeline.who_pays import paid_by
from audit.result import Input, Tool
from audit.result.simulation import (
    SIMULATION_VERSION,
    QuickLook,
    SimulatedPair,
    SimulatedRole,
    SimulatedVariant,
    SimulationResult,
    SimulationScenarios,
    SimulationSettings,
    Stopping,
)
from audit.simulation import (
    Precision,
    RolePool,
    Scenario,
    Study,
    StudyComparison,
    Window,
    Workers,
    compare_scenarios,
    compile_tables,
    event_log,
    quick_look,
    role_loads,
    run_once,
)
from audit.simulation import simulate as simulate_scenario
from audit.simulation.assembly import Assembled, scenario_of
from audit.simulation.workers import LocalWorkers
from audit.units import format_number
from audit.version import __version__

if TYPE_CHECKING:
    import pandas as pd

RunProgress = Callable[[int, int], None]
"""Called with the runs done and the runs planned so far."""

RULES = (
    "Queues: work of a higher priority goes first, then whoever has waited longest; "
    "what was begun is finished. Whoever has finished a job is free for those who wait "
    "before the candidate just served moves on.",
    "Clock: it starts for a candidate with the application, for an opening when it is "
    "first posted.",
    "Days to hire: from the application to the end of the last step, of those hired; "
    "days to fill: from the posting until its last position is taken.",
    "Only who applies, and what is posted, in the measured time counts; waits in "
    "parallel branches each count.",
)
_DAYS_PER_YEAR = 365.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPlan:
    """How much to simulate."""

    years: float = 2.0
    """Measured time of each run."""
    runs: int | None = None
    """None: as many as the headline numbers need, from 30 to the most allowed."""
    most_runs: int = 300
    seed: int = 0
    confidence: float = 0.95
    warm_up_days: float = 182.0
    cool_down_days: float = 182.0

    @property
    def window(self) -> Window:
        """What part of a run is measured."""
        return Window(
            warm_up=self.warm_up_days,
            measured=self.years * _DAYS_PER_YEAR,
            cool_down=self.cool_down_days,
        )

    @property
    def precision(self) -> Precision:
        """When a study has run enough."""
        if self.runs is not None:
            return _exactly(self.runs, self.confidence)
        return Precision(confidence=self.confidence, most_runs=self.most_runs)


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
    """
    plan = plan or RunPlan()
    made = scenario_of(process, profile or load_profile(), plan.window)
    study = simulate_scenario(
        made.scenario,
        precision=plan.precision,
        seed=plan.seed,
        workers=workers,
        progress=progress,
    )
    return SimulationResult(
        schema_version=SIMULATION_VERSION,
        tool=_tool(),
        settings=_settings(plan),
        process=_variant(process, made, study, plan),
    )


def simulate_scenarios(
    before: Process,
    afters: Sequence[Process],
    *,
    plan: RunPlan | None = None,
    profile: Profile | None = None,
    workers: Workers | None = None,
    progress: RunProgress | None = None,
) -> SimulationScenarios:
    """Simulate a process before and after, each pair of runs with the same luck.

    Roles that only an after employs stand beside the before too, so that what their
    regular job loses is seen. An interrupt ends it with what was done so far.

    Raises:
        AnalysisError: nobody can be hired.
        SimulationError: a file does not say who comes, or no run can answer it.
    """
    plan, profile = plan or RunPlan(), profile or load_profile()
    others = [scenario_of(after, profile, plan.window) for after in afters]
    first = _beside(scenario_of(before, profile, plan.window), others)
    studies = _studies(
        first.scenario,
        [other.scenario for other in others],
        plan,
        RememberedRuns(workers or LocalWorkers()),
        progress,
    )
    most = max(studies, key=lambda found: found.before.runs)
    own = _variant(before, first, most.before, plan)
    return SimulationScenarios(
        schema_version=SIMULATION_VERSION,
        tool=_tool(),
        settings=_settings(plan),
        before=own,
        pairs=tuple(
            _pair(own, after, made, found, plan)
            for after, made, found in zip(afters, others, studies, strict=False)
        ),
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
        _variant(process, scenario_of(process, profile, plan.window), None, plan)
        for process in processes
    ]
    if not others:
        return SimulationResult(
            schema_version=SIMULATION_VERSION,
            tool=_tool(),
            settings=_settings(plan),
            process=first,
        )
    return SimulationScenarios(
        schema_version=SIMULATION_VERSION,
        tool=_tool(),
        settings=_settings(plan),
        before=first,
        pairs=tuple(
            SimulatedPair(after=other, changes=(), paid_by=()) for other in others
        ),
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
    table = event_log(run_once(compile_tables(made.scenario), plan.seed, log=True))
    # Gates that send a case past a step are no activity of anybody.
    return table[table["step"].isin(made.names)].reset_index(drop=True)


def _studies(
    first: Scenario,
    others: Sequence[Scenario],
    plan: RunPlan,
    crew: RememberedRuns,
    progress: RunProgress | None,
) -> list[StudyComparison]:
    """Compare with each after in turn; all that were done, when interrupted."""
    found: list[StudyComparison] = []
    for place, other in enumerate(others):
        try:
            study = compare_scenarios(
                first,
                other,
                precision=plan.precision,
                seed=plan.seed,
                workers=crew,
                progress=_part(progress, place, len(others)),
            )
        except SimulationError:
            if crew.interrupted and found:
                return found
            raise
        found.append(study)
        if study.after.interrupted:
            return found
    return _evened(found, first, others, plan, crew)


def _evened(
    studies: list[StudyComparison],
    first: Scenario,
    others: Sequence[Scenario],
    plan: RunPlan,
    crew: RememberedRuns,
) -> list[StudyComparison]:
    """Give all afters as many runs as the one that needed most.

    The before is then the same in all of them.
    """
    runs = max(study.before.runs for study in studies)
    evened = []
    for study, other in zip(studies, others, strict=True):
        if study.before.runs < runs:
            longer = compare_scenarios(
                first,
                other,
                precision=_exactly(runs, plan.confidence),
                seed=plan.seed,
                workers=crew,
            )
            if not longer.after.interrupted:
                study = longer
        evened.append(study)
    return evened


def _exactly(runs: int, confidence: float) -> Precision:
    return Precision(confidence=confidence, least_runs=runs, most_runs=runs)


def _part(progress: RunProgress | None, place: int, count: int) -> RunProgress | None:
    """Return a progress that counts the runs of all afters together."""
    if progress is None:
        return None

    def told(done: int, planned: int) -> None:
        progress(place * planned + done, count * planned)

    return told


def _beside(first: Assembled, others: Sequence[Assembled]) -> Assembled:
    """Return the before with the people whom only an after employs.

    They do no step of it; their other work runs as it does today.
    """
    there = {pool.id for pool in first.scenario.roles}
    new: dict[str, RolePool] = {}
    names: dict[str, str] = {}
    for other in others:
        for pool in other.scenario.roles:
            if pool.id not in there and pool.duties:
                new.setdefault(pool.id, pool)
                names[pool.id] = other.names[pool.id]
                names |= {duty.id: other.names[duty.id] for duty in pool.duties}
    if not new:
        return first
    return replace(
        first,
        scenario=replace(first.scenario, roles=(*first.scenario.roles, *new.values())),
        names=first.names | names,
    )


def _pair(
    before: SimulatedVariant,
    after: Process,
    made: Assembled,
    study: StudyComparison,
    plan: RunPlan,
) -> SimulatedPair:
    variant = _variant(after, made, study.after, plan)
    changes = simulated_changes(study.changes, made.names)
    return SimulatedPair(
        after=variant, changes=changes, paid_by=paid_by(before, variant, changes)
    )


def _variant(
    process: Process, made: Assembled, study: Study | None, plan: RunPlan
) -> SimulatedVariant:
    analysis = Analysis(process)
    roles = _roles(process, made.scenario)
    return SimulatedVariant(
        input=Input(
            file=process.file,
            sha256=process.sha256,
            extends=tuple((base.file, base.sha256) for base in process.extends),
        ),
        title=process.title,
        variant=process.variant,
        lines=simulated_lines(study.figures, made.names) if study else (),
        roles=roles,
        quick_look=_looks(made.scenario, made.names),
        screens=simulated_screens(
            analysis, {step.id: step.name for step in process.steps}
        ),
        fee_per_hire=_fee(process, analysis),
        currency=process.currency,
        assumptions=(*_overloaded(roles), *made.assumptions),
        not_assessed=made.not_assessed,
        runs=study.runs if study else 0,
        stopping=_stopping(study, plan) if study else None,
    )


def _overloaded(roles: Sequence[SimulatedRole]) -> Iterator[str]:
    """Yield a warning for each role whose queue has no level of its own."""
    for role in roles:
        asked = role.candidate_hours + role.duty_hours
        if asked > role.hours_per_week:
            yield (
                f"{role.name} is asked for up to {format_number(asked)} hours a week "
                f"and has {format_number(role.hours_per_week)}: only people who leave, "
                "and openings that are filled, hold its queue, which may go on growing "
                "after the warm-up. The numbers are means of the measured time."
            )


def _stopping(study: Study, plan: RunPlan) -> Stopping:
    if study.interrupted:
        return Stopping.INTERRUPTED
    if plan.runs is not None:
        return Stopping.ASKED
    return Stopping.PRECISE if study.precise else Stopping.CAP


def _roles(process: Process, scenario: Scenario) -> tuple[SimulatedRole, ...]:
    known = {role.id: role for role in process.roles}
    loads = {load.role: load for load in role_loads(compile_tables(scenario))}
    return tuple(
        SimulatedRole(
            id=pool.id,
            name=known[pool.id].name,
            side=known[pool.id].side.value,
            people=pool.people,
            hours_per_week=loads[pool.id].capacity_hours,
            candidate_hours=loads[pool.id].candidate_hours,
            duty_hours=loads[pool.id].duty_hours,
        )
        for pool in scenario.roles
        if pool.id in known
    )


def _looks(scenario: Scenario, names: dict[str, str]) -> tuple[QuickLook, ...]:
    return tuple(
        QuickLook(
            role=look.role,
            name=names[look.role],
            utilisation=look.utilisation,
            wait_hours=look.wait_hours if math.isfinite(look.wait_hours) else None,
            leaving=look.leaving,
        )
        for look in quick_look(scenario)
        if look.role in names
    )


def _fee(process: Process, analysis: Analysis) -> float:
    return math.fsum(
        analysis.visits[step.id] * step.quantities.fee.mean
        for step in process.steps
        if step.quantities.fee is not None
    )


def _tool() -> Tool:
    return Tool(name="hiring-audit", version=__version__)


def _settings(plan: RunPlan) -> SimulationSettings:
    return SimulationSettings(
        seed=plan.seed,
        confidence=plan.confidence,
        warm_up_days=plan.warm_up_days,
        measured_days=plan.years * _DAYS_PER_YEAR,
        cool_down_days=plan.cool_down_days,
        rules=RULES,
    )
