"""Turn a scenario into its tables, level by level.

The keys of random numbers come from the ids of nodes, so they are the same in every
variant of a process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import networkx as nx
import numpy as np

from audit.simulation import codes
from audit.simulation.calendar import calendar_table
from audit.simulation.laws import DurationLaw, law_table
from audit.simulation.randomness import key_of
from audit.simulation.scenario import (
    DONE,
    BlockEnd,
    DelayCause,
    Duty,
    PositionControl,
    Requisitions,
    Scenario,
    ScenarioBlock,
    ScenarioNode,
    ScenarioStep,
)
from audit.simulation.soundness import check_scenario
from audit.simulation.tables import (
    BlockTable,
    DutyTable,
    FlowTable,
    NodeTable,
    Tables,
)

_NONE = -1
_HOUR = 1 / 24

LawPlace = Callable[[DurationLaw | None, float], int]
"""Law and its unit in days -> its place in the table of laws."""


@dataclass(slots=True)
class _Row:
    """A node on its way into the table."""

    name: str
    kind: int
    block: int = _NONE
    flows: list[tuple[int, float]] = field(default_factory=list)
    step: ScenarioStep | None = None
    job: ScenarioStep | Duty | None = None
    role: str | None = None
    key: int = 0
    outcome: int = _NONE
    parts: int = 0
    cancels: bool = False


@dataclass(slots=True)
class _Compiler:
    """Gathers rows level by level."""

    scenario: Scenario
    rows: list[_Row] = field(default_factory=list)
    outer_block: list[int] = field(default_factory=list)
    last_block: list[int] = field(default_factory=list)

    def ends(self) -> dict[str, int]:
        """Add an end for each outcome; return where each is."""
        return {
            name: self.add(_Row(name=name, kind=codes.END, outcome=i))
            for i, name in enumerate(self.scenario.outcomes)
        }

    def add(self, row: _Row) -> int:
        """Add a row; return its place."""
        self.rows.append(row)
        return len(self.rows) - 1

    def level(
        self, nodes: tuple[ScenarioNode, ...], block: int, ends: dict[str, int]
    ) -> int:
        """Add the nodes of a level; return the place where it begins."""
        entry: dict[str, int] = {}
        exits: dict[str, int] = {}
        for node in nodes:
            if isinstance(node, ScenarioStep):
                key = key_of("step", node.id)
                row = _Row(
                    name=node.id,
                    kind=codes.STEP,
                    block=block,
                    step=node,
                    job=node,
                    role=node.role,
                    key=key,
                )
                entry[node.id] = exits[node.id] = self.add(row)
            else:
                entry[node.id], exits[node.id] = self._block(node, block, ends)
        targets = ends | entry
        for node in nodes:
            self.rows[exits[node.id]].flows = [
                (targets[flow.to], flow.share) for flow in node.flows if flow.share > 0
            ]
        return entry[nodes[0].id]

    def _block(
        self, block: ScenarioBlock, outer: int, ends: dict[str, int]
    ) -> tuple[int, int]:
        number = len(self.last_block)
        self.outer_block.append(outer)
        self.last_block.append(number)
        cancels = block.end is BlockEnd.CANCEL
        split = self.add(_Row(name=block.id, kind=codes.SPLIT, block=number))
        join = self.add(
            _Row(
                name=block.id,
                kind=codes.JOIN,
                block=number,
                key=key_of("step", block.id),
                parts=len(block.branches),
            )
        )
        inner = {DONE: join}
        for outcome in self.scenario.outcomes:
            inner[outcome] = self.add(
                _Row(
                    name=block.id,
                    kind=codes.FAILURE,
                    block=number,
                    flows=[(ends[outcome], 1.0)],
                    key=key_of("failure", block.id, outcome),
                    parts=len(block.branches),
                    cancels=cancels,
                )
            )
        self.rows[split].flows = [
            (self.level(branch, number, inner), 1.0) for branch in block.branches
        ]
        self.last_block[number] = len(self.last_block) - 1
        return split, join

    def duties(self) -> list[int]:
        """Add a node for each duty, role by role; return where each is."""
        return [
            self.add(_Row(name=duty.id, kind=codes.DUTY, job=duty, role=role.id))
            for role in self.scenario.roles
            for duty in role.duties
        ]


def compile_tables(scenario: Scenario) -> Tables:
    """Return the tables of a scenario.

    Raises:
        SimulationError: no run could answer it.
    """
    check_scenario(scenario)
    compiler = _Compiler(scenario)
    start = compiler.level(scenario.nodes, _NONE, compiler.ends())
    duty_nodes = compiler.duties()
    rows = compiler.rows
    duties = [(p, duty) for p, r in enumerate(scenario.roles) for duty in r.duties]
    ranks = {
        priority: rank
        for rank, priority in enumerate(
            sorted({row.job.priority for row in rows if row.job})
        )
    }
    cuts = _cuts(scenario, rows)
    laws: dict[DurationLaw, int] = {}

    def law_place(law: DurationLaw | None, unit: float) -> int:
        return _NONE if law is None else laws.setdefault(law.scaled(unit), len(laws))

    nodes = _node_table(scenario, rows, ranks, law_place, cuts)
    flows = [flow for row in rows for flow in row.flows]
    gaps = [
        duty.work_hours.mean * _HOUR / (duty.share * scenario.roles[p].people)
        if duty.share > 0
        else 0.0
        for p, duty in duties
    ]
    duty_table = DutyTable(
        pool=_whole([p for p, _ in duties]),
        work=_whole([law_place(duty.work_hours, _HOUR) for _, duty in duties]),
        node=_whole(duty_nodes),
        mean_gap=np.array(gaps, float),
        per_hire=_whole([duty.per_hire for _, duty in duties]),
        key=np.array([key_of("duty", duty.id) for _, duty in duties], np.uint64),
    )
    law_columns, points = law_table(list(laws))
    return Tables(
        scenario=scenario,
        nodes=nodes,
        flows=FlowTable(
            to=_whole([to for to, _ in flows]),
            upto=np.concatenate(
                [_cumulated([share for _, share in row.flows]) for row in rows]
            ),
        ),
        duties=duty_table,
        laws=law_columns,
        points=points,
        law_means=np.array([law.mean for law in laws], float),
        calendars=calendar_table([role.calendar for role in scenario.roles]),
        people=_whole([role.people for role in scenario.roles]),
        blocks=BlockTable(
            outer=_whole(compiler.outer_block), last=_whole(compiler.last_block)
        ),
        cuts=cuts,
        counters=int(nodes.counter.max()) + 1,
        priorities=len(ranks),
        spare=8 + len(rows) + sum(duty.per_hire for _, duty in duties),
        start=start,
        names=tuple(row.name for row in rows),
        step_places={row.name: i for i, row in enumerate(rows) if row.step},
        duty_ids=tuple(duty.id for _, duty in duties),
    )


def _cuts(scenario: Scenario, rows: list[_Row]) -> bool:
    """Return whether a case can end elsewhere than where its token is."""
    return (
        isinstance(scenario.demand, Requisitions)
        or scenario.other_offers_per_day > 0
        or any(row.cancels for row in rows)
        or any(row.step.leaves_per_day for row in rows if row.step)
    )


def _node_table(
    scenario: Scenario,
    rows: list[_Row],
    ranks: dict[int, int],
    law_place: LawPlace,
    cuts: bool,
) -> NodeTable:
    pools = {role.id: place for place, role in enumerate(scenario.roles)}
    causes = {
        DelayCause.CANDIDATE: codes.CANDIDATE,
        DelayCause.OUTSIDE: codes.OUTSIDE,
    }
    controls = {
        PositionControl.NONE: codes.CONTROL_NONE,
        PositionControl.CHECK: codes.CONTROL_CHECK,
        PositionControl.LOCK: codes.CONTROL_LOCK,
    }
    steps = [row.step for row in rows]
    jobs = [row.job for row in rows]
    pool = [_NONE if row.role is None else pools[row.role] for row in rows]
    lengths = np.array([len(row.flows) for row in rows], np.int64)
    last = np.cumsum(lengths)
    gated = [s and (s.batch or s.position is not PositionControl.NONE) for s in steps]
    counters = _counters(rows)
    return NodeTable(
        kind=_whole([row.kind for row in rows]),
        pool=_whole(pool),
        queue=_whole(
            [
                p * len(ranks) + ranks[job.priority] if job and p >= 0 else _NONE
                for p, job in zip(pool, jobs, strict=True)
            ]
        ),
        work=_whole(
            [law_place(job.work_hours, _HOUR) if job else _NONE for job in jobs]
        ),
        delay=_whole([law_place(s.delay_days, 1.0) if s else _NONE for s in steps]),
        cause=_whole([causes[s.cause] if s else 0 for s in steps]),
        patience=np.array([s.leaves_per_day if s else 0.0 for s in steps], float),
        every=np.array(
            [s.batch.every_days if s and s.batch else 0.0 for s in steps], float
        ),
        offset=np.array(
            [s.batch.offset_days if s and s.batch else 0.0 for s in steps], float
        ),
        position=_whole([controls[s.position] if s else 0 for s in steps]),
        offers=_whole([int(s.offers) if s else 0 for s in steps]),
        fills=_whole(
            [int(row.outcome == 0 or bool(row.step and row.step.fills)) for row in rows]
        ),
        gated=_flags(gated),
        plain_in=_flags(
            s and not gate and counter < 0 and not cuts
            for s, gate, counter in zip(steps, gated, counters, strict=True)
        ),
        plain_out=_flags(
            not (cuts or row.outcome >= 0 or (s and (s.offers or s.fills)))
            for row, s in zip(rows, steps, strict=True)
        ),
        key=np.array([row.key for row in rows], np.uint64),
        counter=counters,
        block=_whole([row.block for row in rows]),
        parts=_whole([row.parts for row in rows]),
        cancels=_whole([int(row.cancels) for row in rows]),
        outcome=_whole([row.outcome for row in rows]),
        first=last - lengths,
        last=last,
        only=_whole(
            [row.flows[0][0] if len(row.flows) == 1 else _NONE for row in rows]
        ),
        goes_on=_flags(s and s.delay_days is None for s in steps),
    )


def _counters(rows: list[_Row]) -> np.ndarray:
    """Number the nodes that a case can come back to; the others need no counter."""
    graph = nx.DiGraph([(i, to) for i, row in enumerate(rows) for to, _ in row.flows])
    again = {
        node
        for part in nx.strongly_connected_components(graph)
        for node in part
        if len(part) > 1 or graph.has_edge(node, node)
    }
    counted = [
        i
        for i, row in enumerate(rows)
        if i in again and row.kind in (codes.STEP, codes.JOIN)
    ]
    counters = np.full(len(rows), _NONE, np.int64)
    counters[counted] = np.arange(len(counted))
    return counters


def _cumulated(shares: list[float]) -> np.ndarray:
    total = np.cumsum(np.array(shares, float))
    return total / total[-1] if shares else total


def _flags(answers: Iterable[object]) -> np.ndarray:
    return np.array([bool(answer) for answer in answers])


def _whole(numbers: list[int]) -> np.ndarray:
    return np.array(numbers, np.int64)
