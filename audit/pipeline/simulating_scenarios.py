"""A before and its afters simulated, each pair of runs with the same luck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, repeat

from audit.errors import SimulationStopped
from audit.ledger import Profile, load_profile
from audit.model import Change, Process
from audit.pipeline.grown_duties import with_grown_duties
from audit.pipeline.remembered_runs import RememberedRuns
from audit.pipeline.run_plan import RunPlan, RunProgress, exactly
from audit.pipeline.simulated_lines import simulated_changes
from audit.pipeline.simulated_variant import simulated_by, simulated_variant
from audit.pipeline.warming_up import in_window, warmed_up
from audit.pipeline.who_pays import cost_of, paid_by
from audit.result import ChangeCost
from audit.result.simulation import (
    SIMULATION_VERSION,
    SimulatedPair,
    SimulatedVariant,
    SimulationScenarios,
)
from audit.simulation import (
    RolePool,
    Scenario,
    StudyComparison,
    Workers,
    compare_scenarios,
)
from audit.simulation.assembly import Assembled, Names, scenario_of
from audit.simulation.workers import LocalWorkers


def simulate_scenarios(
    before: Process,
    afters: Sequence[Process],
    *,
    changes: Sequence[Sequence[Change]] = (),
    plan: RunPlan | None = None,
    profile: Profile | None = None,
    workers: Workers | None = None,
    progress: RunProgress | None = None,
) -> SimulationScenarios:
    """Simulate a process before and after, each pair of runs with the same luck.

    Roles that only an after employs stand beside the before too, so that what their
    regular job loses is seen. An interrupt ends it with what was done so far.

    Args:
        before: The process as it is.
        afters: What it may become.
        changes: The changes that make each after, where they are known.
        plan: How much is simulated.
        profile: Rates of paperwork.
        workers: Who makes the runs.
        progress: Told how many runs are done.

    Raises:
        AnalysisError: nobody can be hired.
        SimulationError: a file does not say who comes, or no run can answer it.
        SimulationStopped: an interrupt before two runs of the first pair were done.
    """
    plan, profile = plan or RunPlan(), profile or load_profile()
    others = [scenario_of(after, profile, plan.window) for after in afters]
    first = _beside(scenario_of(before, profile, plan.window), others)
    crew = workers or LocalWorkers()
    plan = warmed_up(plan, [made.scenario for made in (first, *others)], crew)
    first, *others = (in_window(made, plan) for made in (first, *others))
    studies = _studies(
        first.scenario,
        [other.scenario for other in others],
        plan,
        RememberedRuns(crew),
        progress,
    )
    most = max(studies, key=lambda found: found.before.runs)
    own = simulated_variant(before, first, most.before, plan)
    return SimulationScenarios(
        schema_version=SIMULATION_VERSION,
        tool=simulated_by(),
        settings=plan.settings,
        before=own,
        pairs=tuple(
            _pair(own, after, made, found, plan, cost_of(stated))
            for after, made, found, stated in zip(
                afters, others, studies, chain(changes, repeat(())), strict=False
            )
        ),
        left_out=tuple(after.variant or after.file for after in afters[len(studies) :]),
    )


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
        except SimulationStopped:
            if found:
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
                precision=exactly(runs, plan.confidence),
                seed=plan.seed,
                workers=crew,
            )
            if not longer.after.interrupted:
                study = longer
        evened.append(study)
    return evened


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
    names = Names({}, {})
    for other in others:
        for pool in other.scenario.roles:
            if pool.id not in there and pool.duties:
                new.setdefault(pool.id, pool)
                names |= Names(
                    {pool.id: other.names.roles[pool.id]},
                    {duty.id: other.names.parts[duty.id] for duty in pool.duties},
                )
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
    cost: ChangeCost | None,
) -> SimulatedPair:
    variant = with_grown_duties(
        before, simulated_variant(after, made, study.after, plan)
    )
    changes = simulated_changes(study.changes, made.names)
    return SimulatedPair(
        after=variant,
        changes=changes,
        paid_by=paid_by(before, variant, changes, cost),
        cost=cost,
    )
