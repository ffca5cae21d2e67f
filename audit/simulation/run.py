"""One run of a scenario, from its seed to what happened in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from audit.errors import SimulationError
from audit.simulation import codes
from audit.simulation.cases import CaseTable, RequisitionTable, demand_table
from audit.simulation.compiling import COMPILED, columns, compact
from audit.simulation.kernel import (
    MOST_PLACES,
    KernelResult,
    Settings,
    run_kernel,
)
from audit.simulation.randomness import key_of, keys_of
from audit.simulation.scenario import Requisitions
from audit.simulation.tables import Tables

_EVENTS_PER_CASE = 5_000
_EVENTS_TO_SPARE = 2_000_000
_MOST_WAITING = 200_000
_ROOM = 4096


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Run:
    """What happened in one run; arrays by case, requisition, node, role or duty."""

    tables: Tables
    seed: int
    events: int
    arrived: np.ndarray
    """Day on which each candidate applied."""
    ended: np.ndarray
    outcome: np.ndarray
    """Place in the scenario's outcomes, or a code of `EndReason`."""
    left_at: np.ndarray
    """Node that the candidate entered last."""
    measured: np.ndarray
    """Which candidates count."""
    requisition: np.ndarray
    waits: np.ndarray
    """(cases, causes) in days."""
    opened: np.ndarray
    openings: np.ndarray
    requisition_measured: np.ndarray
    filled: np.ndarray
    filled_on: np.ndarray
    visits: np.ndarray
    node_waits: np.ndarray
    """(nodes, causes) in days, of the candidates who count."""
    case_work: np.ndarray
    """Days that each role worked on candidates in the measured time."""
    duty_work: np.ndarray
    duty_came: np.ndarray
    duty_jobs: np.ndarray
    duty_waits: np.ndarray
    log: np.ndarray
    """(rows, 6): case, node, visit, ready, begun, done; empty unless asked for."""


def run_once(tables: Tables, seed: int, *, log: bool = False) -> Run:
    """Run a compiled scenario once.

    Raises:
        SimulationError: the run does not come to an end, or a queue has no bound.
    """
    demand = demand_table(tables, seed)
    cases, requisitions = demand.cases, demand.requisitions
    if len(cases.arrives) >= MOST_PLACES:
        raise SimulationError(
            f"a run holds at most {MOST_PLACES:,} candidates, not "
            f"{len(cases.arrives):,}: shorten the window"
        )
    scenario, window = tables.scenario, tables.scenario.window
    rules = scenario.demand
    notice = repost_after = 0.0
    if isinstance(rules, Requisitions):
        notice, repost_after = rules.notice_days, rules.repost_after_days
    settings = Settings(
        measured_from=window.warm_up,
        measured_to=window.warm_up + window.measured,
        end=window.end,
        other_offers=scenario.other_offers_per_day,
        notice=notice,
        repost_after=repost_after,
        postings=demand.postings,
        scheduled=demand.scheduled,
        counters=tables.counters,
        priorities=tables.priorities,
        most_events=_EVENTS_TO_SPARE + _EVENTS_PER_CASE * len(cases.arrives),
        most_waiting=_MOST_WAITING,
        log=int(log),
        room=_ROOM,
        spare=tables.spare,
    )
    duty_keys = keys_of(key_of(seed, "duties"), tables.duties.key)
    result = None
    while result is None or result.status == codes.OUT_OF_ROOM:
        # Room is measured out before the run, which is faster than making it on the
        # way; the few runs that need more begin again.
        result = run_kernel(
            columns(tables.nodes),
            columns(tables.flows),
            columns(tables.duties._replace(key=duty_keys)),
            columns(tables.laws),
            columns(tables.calendars),
            tables.people if COMPILED else tables.people.tolist(),
            columns(tables.blocks),
            compact(cases),
            compact(requisitions),
            settings,
        )
        settings = settings._replace(room=4 * settings.room)
    _check_status(tables, result)
    return _run(tables, seed, cases, requisitions, result)


def _check_status(tables: Tables, result: KernelResult) -> None:
    if result.status == codes.TOO_MANY_EVENTS:
        raise SimulationError(
            f"the run does not come to an end: after {result.events:,} events "
            f"candidates still go around at step `{tables.names[result.where]}`"
        )
    if result.status == codes.TOO_MANY_WAITING:
        raise SimulationError(
            f"role `{tables.role_ids[result.where]}` falls behind without a bound: "
            f"over {_MOST_WAITING:,} jobs wait for it"
        )


def _run(
    tables: Tables,
    seed: int,
    cases: CaseTable,
    requisitions: RequisitionTable,
    result: KernelResult,
) -> Run:
    nodes = len(tables.names)
    return Run(
        tables=tables,
        seed=seed,
        events=result.events,
        arrived=np.asarray(result.arrived),
        ended=np.asarray(result.ended),
        outcome=np.asarray(result.outcome),
        left_at=np.asarray(result.left_at),
        measured=cases.measured.astype(bool),
        requisition=cases.requisition,
        waits=np.asarray(result.waits).reshape(len(cases.arrives), codes.CAUSES),
        opened=requisitions.opened,
        openings=requisitions.openings,
        requisition_measured=requisitions.measured.astype(bool),
        filled=np.asarray(result.filled),
        filled_on=np.asarray(result.filled_on),
        visits=np.asarray(result.visits),
        node_waits=np.asarray(result.node_waits).reshape(nodes, codes.CAUSES),
        case_work=np.asarray(result.case_work),
        duty_work=np.asarray(result.duty_work),
        duty_came=np.asarray(result.duty_came),
        duty_jobs=np.asarray(result.duty_jobs),
        duty_waits=np.asarray(result.duty_waits),
        log=np.asarray(result.log, float).reshape(-1, 6),
    )
