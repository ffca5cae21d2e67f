"""From the steps and blocks of a process to the nodes of a scenario, level by level."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from audit.model import (
    DONE,
    Node,
    OnFailure,
    Position,
    Priority,
    Process,
    Step,
)
from audit.simulation.assembly.demand_of import per_day
from audit.simulation.assembly.participants import (
    Guests,
    beginning_of,
    job_names,
    together,
)
from audit.simulation.assembly.routes import (
    Routes,
    again,
    gate_of,
    gathered,
    is_partial_return,
)
from audit.simulation.assembly.staffing import PRIORITIES
from audit.simulation.assembly.step_times import (
    batch_of,
    cause_of,
    delay_of,
    holds_its_work,
)
from audit.simulation.laws import DurationLaw
from audit.simulation.scenario import (
    BlockEnd,
    PositionControl,
    ScenarioBlock,
    ScenarioNode,
    ScenarioStep,
)


class LevelBuilder:
    """Makes nodes of a scenario, level by level."""

    def __init__(
        self,
        process: Process,
        routes: Routes,
        pools: Collection[str],
        work: Mapping[str, DurationLaw | None],
        guests: Mapping[str, tuple[Guests, ...]],
    ) -> None:
        self._process = process
        self._routes = routes
        self._pools = pools
        self._work = work
        self._guests = guests
        self.names: dict[str, str] = {}
        """Step that the file does not have -> its name."""
        self.pauses: set[str] = set()
        """Those of them at which nobody does anything."""

    def level(self, nodes: tuple[Node, ...], success: str) -> tuple[ScenarioNode, ...]:
        """Return the nodes of a level, with gates before steps that some only need."""
        ids = {node.id: node for node in nodes}
        entries = {node.id: self._entry(node) for node in nodes}
        parts: dict[str, tuple[str, float]] = {}
        steps: dict[str, ScenarioStep] = {}
        made: list[ScenarioNode] = []
        for node in nodes:
            flows: list[tuple[str, float]] = []
            for flow, share in zip(node.flows, self._routes.shares(node), strict=True):
                to = entries.get(flow.to, flow.to)
                if flow.redo is not None and is_partial_return(flow, ids):
                    part = again(flow.to, flow.redo.mean)
                    parts[part] = flow.to, flow.redo.mean
                    to = self._beginning(part, self._part_guests(*parts[part]))
                flows.append((to, share))
            if isinstance(node, Step):
                if _applies(node) < 1:
                    made.append(self._gate(node, nodes, entries, success))
                steps[node.id] = self._step(node, flows)
                made += self._together(
                    steps[node.id], node.name, self._guests_of(node.id)
                )
            else:
                branches = tuple(self.level(branch, DONE) for branch in node.branches)
                cancels = node.on_failure is OnFailure.CANCEL
                made.append(
                    ScenarioBlock(
                        id=node.id,
                        branches=branches,
                        flows=gathered(flows),
                        end=BlockEnd.CANCEL if cancels else BlockEnd.WAIT_ALL,
                        place=node.place,
                    )
                )
        for id, (whole, redo) in parts.items():
            self.names[id] = f"{ids[whole].name}, done again in part"
            work = steps[whole].work_hours
            part_work = None if work is None or redo == 0 else work.scaled(redo)
            copy = replace(steps[whole], id=id, work_hours=part_work)
            made += self._together(copy, self.names[id], self._part_guests(whole, redo))
        return tuple(made)

    def start_of(self, step: Step) -> str:
        """Return where those stand who wait for a step on the first day."""
        return self._beginning(step.id, self._guests_of(step.id))

    def _entry(self, node: Node) -> str:
        """Return where cases enter that come to a node."""
        if not isinstance(node, Step):
            return node.id
        return gate_of(node.id) if _applies(node) < 1 else self.start_of(node)

    def _beginning(self, id: str, guests: tuple[Guests, ...]) -> str:
        return beginning_of(id) if guests else id

    def _guests_of(self, step: str) -> tuple[Guests, ...]:
        return tuple(group for group in self._guests.get(step, ()) if group.people)

    def _part_guests(self, step: str, redo: float) -> tuple[Guests, ...]:
        """Return who comes again where a part of the work is done again."""
        if redo == 0:
            return ()
        return tuple(group.scaled(redo) for group in self._guests_of(step))

    def _together(
        self, step: ScenarioStep, name: str, guests: tuple[Guests, ...]
    ) -> tuple[ScenarioNode, ...]:
        """Return the nodes of a step and its participants, and remember their names."""
        for group in guests:
            role = self._process.role(group.role).name
            self.names |= job_names(step.id, name, role, group)
        nodes = together(step, guests)
        own = {node.id for node in nodes if isinstance(node, ScenarioStep)} - {step.id}
        self.pauses |= own
        if guests and (step.batch or step.position is PositionControl.LOCK):
            self.names[beginning_of(step.id)] = f"{name}, before it begins"
        return nodes

    def _gate(
        self,
        step: Step,
        level: tuple[Node, ...],
        entries: Mapping[str, str],
        success: str,
    ) -> ScenarioStep:
        """Return the place that sends a case to its step or past it."""
        needs = _applies(step)
        past = self._routes.past(step, level, success)
        others = [
            (entries.get(to, to), share * (1 - needs)) for to, share in past.items()
        ]
        gate = gate_of(step.id)
        self.pauses.add(gate)
        return ScenarioStep(
            id=gate,
            flows=gathered([(self.start_of(step), needs), *others]),
            place=step.place,
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
            place=step.place,
        )


_POSITIONS = {
    Position.NONE: PositionControl.NONE,
    Position.CHECK: PositionControl.CHECK,
    Position.LOCK: PositionControl.LOCK,
}


def _applies(step: Step) -> float:
    return 1.0 if step.applies_to is None else step.applies_to.mean
