"""From a process to a scenario: what a run needs, and what it takes for granted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from audit.analysis import Analysis
from audit.ledger import Profile
from audit.ledger.effort import EffortCounter
from audit.ledger.successions import repeats_per_visit
from audit.model import (
    DONE,
    HIRED,
    Node,
    OnFailure,
    Position,
    Priority,
    Process,
    Requisitions,
    Step,
    walk_steps,
)
from audit.simulation.assembly.bounds import check_size
from audit.simulation.assembly.demand_of import demand_of, per_day
from audit.simulation.assembly.openings import opening_jobs, opening_steps
from audit.simulation.assembly.routes import (
    Routes,
    again,
    gate_of,
    gathered,
    is_partial_return,
)
from audit.simulation.assembly.staffing import (
    OTHER_WORK,
    PRIORITIES,
    duty_key,
    staff,
)
from audit.simulation.assembly.statements import open_questions, step_assumptions
from audit.simulation.assembly.step_times import (
    batch_of,
    cause_of,
    delay_of,
    holds_its_work,
    work_of,
)
from audit.simulation.laws import DurationLaw
from audit.simulation.scenario import (
    BlockEnd,
    InProgress,
    PositionControl,
    Scenario,
    ScenarioBlock,
    ScenarioNode,
    ScenarioStep,
    Window,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A scenario with what was taken for granted in making it."""

    scenario: Scenario
    assumptions: tuple[str, ...]
    not_assessed: tuple[str, ...]
    names: dict[str, str]
    """Role, step or duty of the scenario -> its name for people."""


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
    team = staff(process, frozenset(step.role for step in steps) | set(jobs), jobs)
    pools = frozenset(pool.id for pool in team.pools)
    routes = Routes(process, analysis.shares)
    builder = _Builder(process, routes, pools, work)
    level = builder.level(nodes, HIRED)
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
    workless = {step.id for step in steps if work[step.id] is None}
    assumptions += step_assumptions(process, steps, pools, workless, routes.left_out)
    missing += open_questions(process, steps, pools, workless)
    scenario = Scenario(
        nodes=level,
        roles=team.pools,
        demand=demand,
        window=window,
        outcomes=tuple(outcome.id for outcome in process.outcomes),
        other_offers_per_day=per_day(process.other_offers, "`other_offers`"),
        in_progress=tuple(
            InProgress(step=node.id, candidates=round(node.in_progress.mean))
            for node in nodes
            if isinstance(node, Step) and node.in_progress is not None
        ),
    )
    check_size(scenario)
    return Assembled(
        scenario=scenario,
        assumptions=(*assumptions, *team.assumptions),
        not_assessed=(*missing, *team.not_assessed),
        names={
            **{pool.id: process.role(pool.id).name for pool in team.pools},
            **{step.id: step.name for step in steps},
            **builder.copies,
            **_duty_names(process, openers),
        },
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
    return names


class _Builder:
    """Makes nodes of a scenario, level by level."""

    def __init__(
        self,
        process: Process,
        routes: Routes,
        pools: frozenset[str],
        work: dict[str, DurationLaw | None],
    ) -> None:
        self._process = process
        self._routes = routes
        self._pools = pools
        self._work = work
        self.copies: dict[str, str] = {}
        """Step that repeats a part of another one -> its name."""

    def level(self, nodes: tuple[Node, ...], success: str) -> tuple[ScenarioNode, ...]:
        """Return the nodes of a level, with gates before steps that some only need."""
        ids = {node.id: node for node in nodes}
        gates = {
            node.id: gate_of(node.id)
            for node in nodes
            if isinstance(node, Step) and _applies(node) < 1
        }
        parts: dict[str, tuple[str, float]] = {}
        made: list[ScenarioNode] = []
        for node in nodes:
            flows: list[tuple[str, float]] = []
            for flow, share in zip(node.flows, self._routes.shares(node), strict=True):
                to = gates.get(flow.to, flow.to)
                if flow.redo is not None and is_partial_return(flow, ids):
                    to = again(flow.to, flow.redo.mean)
                    parts[to] = flow.to, flow.redo.mean
                flows.append((to, share))
            if isinstance(node, Step):
                if node.id in gates:
                    made.append(self._gate(node, nodes, gates, success))
                made.append(self._step(node, flows))
            else:
                branches = tuple(self.level(branch, DONE) for branch in node.branches)
                cancels = node.on_failure is OnFailure.CANCEL
                made.append(
                    ScenarioBlock(
                        id=node.id,
                        branches=branches,
                        flows=gathered(flows),
                        end=BlockEnd.CANCEL if cancels else BlockEnd.WAIT_ALL,
                    )
                )
        steps = {node.id: node for node in made if isinstance(node, ScenarioStep)}
        for id, (whole, redo) in parts.items():
            self.copies[id] = f"{ids[whole].name}, done again in part"
            work = steps[whole].work_hours
            part = None if work is None or redo == 0 else work.scaled(redo)
            made.append(replace(steps[whole], id=id, work_hours=part))
        return tuple(made)

    def _gate(
        self,
        step: Step,
        level: tuple[Node, ...],
        gates: dict[str, str],
        success: str,
    ) -> ScenarioStep:
        """Return the place that sends a case to its step or past it."""
        needs = _applies(step)
        past = self._routes.past(step, level, success)
        others = [
            (gates.get(to, to), share * (1 - needs)) for to, share in past.items()
        ]
        return ScenarioStep(
            id=gates[step.id], flows=gathered([(step.id, needs), *others])
        )

    def _step(self, step: Step, flows: list[tuple[str, float]]) -> ScenarioStep:
        work = self._work[step.id]
        pooled = step.role in self._pools and work is not None
        return ScenarioStep(
            id=step.id,
            flows=gathered(flows),
            role=step.role if pooled else None,
            work_hours=work if pooled or not holds_its_work(step) else None,
            delay_days=delay_of(step, work, pooled),
            cause=cause_of(step, self._process.role(step.role).side),
            priority=PRIORITIES[step.priority or Priority.NORMAL],
            batch=batch_of(step),
            leaves_per_day=per_day(step.leaves, f"`leaves` of step `{step.id}`"),
            position=_POSITIONS[step.position or Position.NONE],
            offers=bool(step.offer),
        )


_POSITIONS = {
    Position.NONE: PositionControl.NONE,
    Position.CHECK: PositionControl.CHECK,
    Position.LOCK: PositionControl.LOCK,
}


def _applies(step: Step) -> float:
    return 1.0 if step.applies_to is None else step.applies_to.mean
