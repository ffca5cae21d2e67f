"""From a process to a scenario: what a run needs, and what it takes for granted."""

from __future__ import annotations

from dataclasses import dataclass

from audit.analysis import Analysis
from audit.ledger import Profile
from audit.ledger.effort import EffortCounter
from audit.ledger.successions import repeats_per_visit
from audit.model import (
    HIRED,
    Leaver,
    Process,
    Requisitions,
    Step,
    walk_steps,
)
from audit.simulation.assembly.bounds import check_size
from audit.simulation.assembly.demand_of import demand_of, per_day
from audit.simulation.assembly.levels import LevelBuilder
from audit.simulation.assembly.openings import (
    guest_key,
    opening_jobs,
    opening_steps,
)
from audit.simulation.assembly.participants import guest_roles, guests_of
from audit.simulation.assembly.routes import (
    Routes,
)
from audit.simulation.assembly.staffing import (
    OTHER_WORK,
    duty_key,
    staff,
)
from audit.simulation.assembly.statements import (
    counted_assumptions,
    guest_assumptions,
    guest_questions,
    open_questions,
    step_assumptions,
)
from audit.simulation.assembly.step_times import (
    work_of,
)
from audit.simulation.laws import DurationLaw
from audit.simulation.scenario import (
    InProgress,
    Scenario,
    Window,
)


@dataclass(frozen=True, slots=True)
class Names:
    """What roles, steps and duties of a scenario are called, by their ids.

    A step may have the id of a role, so the two are not looked up in one place.
    """

    roles: dict[str, str]
    parts: dict[str, str]
    """Steps and duties."""

    def __or__(self, other: Names) -> Names:
        """Return the names of both."""
        return Names(self.roles | other.roles, self.parts | other.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A scenario with what was taken for granted in making it."""

    scenario: Scenario
    profile: Profile
    """Rates that it was made with."""
    assumptions: tuple[str, ...]
    not_assessed: tuple[str, ...]
    names: Names
    pauses: frozenset[str]
    """Steps of the scenario at which nobody does anything."""


def scenario_of(process: Process, profile: Profile, window: Window) -> Assembled:
    """Return the scenario of a process.

    Args:
        process: what `load_process` returns.
        profile: rates of the paperwork that steps list beside their work.
        window: what part of a run is measured.

    Raises:
        AnalysisError: nobody can be hired.
        SimulationError: the file does not say who comes, or too many do.
    """
    analysis = Analysis(process)
    assumptions: list[str] = []
    missing: list[str] = []
    demand = demand_of(process, assumptions, missing)
    work = _work(analysis, profile)
    openers = opening_steps(process.nodes)
    nodes = process.nodes[len(openers) :]
    steps = tuple(walk_steps(nodes))
    jobs = opening_jobs(process, openers, work, analysis.experienced_visits)
    doing = frozenset(step.role for step in steps) | guest_roles(process, steps)
    team = staff(process, doing | set(jobs), jobs)
    pools = {pool.id: pool for pool in team.pools}
    workless = {step.id for step in steps if work[step.id] is None}
    pooled = {s.id for s in steps if s.role in pools and s.id not in workless}
    guests = {step.id: guests_of(process, step, pools, pooled) for step in steps}
    routes = Routes(process, analysis.shares)
    builder = LevelBuilder(process, routes, pools, work, guests)
    level = builder.level(nodes, HIRED)
    for step in openers:
        if step.in_progress is not None:
            missing.append(
                f"Candidates in progress before {step.name} (in_progress): left out, "
                "since it is done before anybody applies."
            )
    if openers:
        listed = ", ".join(step.name for step in openers)
        if isinstance(process.demand, Requisitions):
            assumptions.append(
                f"Done once for each opening, before anybody applies: {listed}. The "
                "work waits in the queues of those who do it; the time is before the "
                "clock."
            )
        else:
            missing.append(
                f"Done once for each opening: {listed}. The file does not say how many "
                "openings there are (requisitions), so they are left out."
            )
    assumptions += step_assumptions(
        process, steps, pools, workless, routes.left_out, analysis.visits
    )
    assumptions += counted_assumptions(process, steps)
    assumptions += guest_assumptions(process, steps, guests)
    missing += open_questions(process, steps, pools, workless)
    missing += guest_questions(process, steps)
    scenario = Scenario(
        nodes=level,
        roles=team.pools,
        demand=demand,
        window=window,
        outcomes=tuple(outcome.id for outcome in process.outcomes),
        by_choice=frozenset(
            outcome.id for outcome in process.outcomes if outcome.by is Leaver.CANDIDATE
        ),
        other_offers_per_day=per_day(process.other_offers, "`other_offers`"),
        in_progress=tuple(
            InProgress(step=builder.start_of(node), candidates=node.in_progress.whole)
            for node in nodes
            if isinstance(node, Step) and node.in_progress is not None
        ),
    )
    check_size(scenario)
    return Assembled(
        scenario=scenario,
        profile=profile,
        assumptions=(*assumptions, *team.assumptions),
        not_assessed=(*missing, *team.not_assessed),
        names=Names(
            roles={pool.id: process.role(pool.id).name for pool in team.pools},
            parts={
                **{step.id: step.name for step in steps},
                **builder.names,
                **_duty_names(process, openers),
            },
        ),
        pauses=frozenset(builder.pauses),
    )


def _work(analysis: Analysis, profile: Profile) -> dict[str, DurationLaw | None]:
    """Return step -> the hours that one visit takes of its own role."""
    counter = EffortCounter(analysis.process, profile)
    repeats = repeats_per_visit(
        analysis.repeated_asks, analysis.visits, analysis.work_visits
    )
    return {
        step.id: work_of(
            step, counter.count(step, repeats.get(step.id, 0.0)).own_minutes
        )
        for step in analysis.process.steps
    }


def _duty_names(process: Process, openers: tuple[Step, ...]) -> dict[str, str]:
    names: dict[str, str] = {}
    for role in process.roles:
        names[duty_key(role.id, OTHER_WORK)] = f"{role.name}, {OTHER_WORK}"
        for duty in role.duties:
            words = duty.id.replace("_", " ").replace("-", " ")
            names[duty_key(role.id, duty.id)] = f"{role.name}, {words}"
    for step in openers:
        role = process.role(step.role)
        names[duty_key(role.id, step.id)] = f"{role.name}, {step.name}"
        for person in step.participants:
            guest = process.role(person.role).name
            names[guest_key(person.role, step.id)] = f"{guest}, {step.name}"
    return names
