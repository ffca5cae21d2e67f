"""One run of a scenario, from its seed to what happened in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from audit.errors import SimulationError
from audit.simulation import codes
from audit.simulation.cases import DemandTable, RequisitionTable, demand_table
from audit.simulation.collector import without_search_for_cycles
from audit.simulation.compiling import PLAIN, column, columns
from audit.simulation.events.agenda import MOST_PLACES
from audit.simulation.events.kernel import run_kernel
from audit.simulation.events.luck import (
    NO_LUCK,
    drawn_ahead,
    luck_of,
)
from audit.simulation.events.state import (
    DAYS,
    LOG,
    Found,
    Settings,
    State,
    blank_found,
    empty_desks,
    kernel_tables,
)
from audit.simulation.randomness import key_of, keys_of
from audit.simulation.scenario import Requisitions, walk_scenario
from audit.simulation.tables import Tables

_EVENTS_PER_CASE = 5_000
_EVENTS_TO_SPARE = 5_000_000
_MOST_WAITING = 200_000
_ROOM = 1024 if PLAIN else 4096


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
    """Days that each duty was worked on in the measured time."""
    duty_came: np.ndarray
    duty_jobs: np.ndarray
    duty_waits: np.ndarray
    log: np.ndarray
    """(rows, 6): case, node, visit, ready, begun, done; empty unless asked for."""


@without_search_for_cycles()
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
    window = tables.scenario.window
    spare = tables.spare + _largest_posting(requisitions)
    keys = keys_of(key_of(seed, "duties"), tables.duties.key)
    ahead = drawn_ahead(tables, len(cases.arrives))
    luck = luck_of(tables, cases, keys) if ahead else NO_LUCK
    scenario = kernel_tables(tables, keys, luck)
    aside = np.where(cases.measured == 1, 0, len(tables.names))
    candidates = columns(cases._replace(entry=(cases.entry + aside).astype(np.int32)))
    # Before the loop, which watches the room, each requisition may post again.
    room, status = max(_ROOM, len(requisitions.opened)), codes.OUT_OF_ROOM
    while status == codes.OUT_OF_ROOM:
        # The few runs that need more room than most begin again with more.
        found = blank_found(tables, len(cases.arrives), room if log else 0)
        state = empty_desks(tables, demand, candidates, found, room, spare)
        status, where, events, logged = run_kernel(
            scenario,
            candidates,
            state,
            found,
            Settings(
                measured_from=window.warm_up,
                measured_to=window.warm_up + window.measured,
                end=window.end,
                other_offers=tables.scenario.other_offers_per_day,
                races=isinstance(tables.scenario.demand, Requisitions),
                cuts=tables.cuts,
                scheduled=demand.scheduled,
                priorities=tables.priorities,
                most_events=_EVENTS_TO_SPARE + _EVENTS_PER_CASE * len(cases.arrives),
                most_waiting=_MOST_WAITING,
                visits_ahead=int(ahead),
                spare=spare,
            ),
        )
        room *= 4
    _check_status(tables, found, status, where, events)
    return _run(tables, seed, demand, state, found, events, logged)


def _largest_posting(requisitions: RequisitionTable) -> int:
    """Return the candidates of the largest posting: all are set down at once."""
    return int(np.diff(requisitions.first).max(initial=0))


def _table(by_cause: tuple[Any, ...]) -> np.ndarray[Any, Any]:
    """Return columns of one memory as a table with a column for each cause."""
    if not PLAIN:
        memory: np.ndarray[Any, Any] = by_cause[0].base
        return memory.T
    made = np.zeros((len(by_cause[0]), len(by_cause)))
    for cause, days in enumerate(by_cause):
        # Numbers from a list take time; most scenarios have causes that never come.
        if any(days):
            made[:, cause] = days
    return made


def _left_at(tables: Tables, found: Found) -> np.ndarray[Any, Any]:
    """Return the node that each candidate entered last, -1 for none."""
    left_at = np.asarray(found.left_at, np.int32)
    nodes = len(tables.names)
    return np.where(left_at < nodes, left_at, left_at - nodes)


def _check_status(
    tables: Tables, found: Found, status: int, where: int, events: int
) -> None:
    if status == codes.TOO_MANY_EVENTS:
        _check_jobs(tables, events)
        left_at = _left_at(tables, found)
        under_way = (np.asarray(found.outcome) == codes.OPEN) & (left_at >= 0)
        step = tables.names[int(np.bincount(left_at[under_way]).argmax())]
        raise SimulationError(
            f"the run does not come to an end: after {events:,} events "
            f"candidates still go around at step `{step}`",
            place=next(
                (n.place for n in walk_scenario(tables.scenario.nodes) if n.id == step),
                None,
            ),
        )
    if status == codes.TOO_MANY_WAITING:
        role = tables.scenario.roles[where]
        raise SimulationError(
            f"role `{role.id}` falls behind without a bound: "
            f"over {_MOST_WAITING:,} jobs wait for it",
            place=role.place,
        )


def _check_jobs(tables: Tables, events: int) -> None:
    """Refuse a run whose events are those of a duty rather than of candidates."""
    gaps, pools = tables.duties.mean_gap, tables.duties.pool
    if not (gaps > 0).any():
        return
    a_week = np.divide(
        tables.calendars.week[pools], gaps, out=np.zeros_like(gaps), where=gaps > 0
    )
    # Each job comes and is done.
    if 2 * a_week.sum() * tables.scenario.window.end / 7 < events / 2:
        return
    most = int(a_week.argmax())
    role = tables.scenario.roles[pools[most]]
    duty = next(duty for duty in role.duties if duty.id == tables.duty_ids[most])
    raise SimulationError(
        f"the run does not come to an end: duty `{duty.id}` of role `{role.id}` makes "
        f"{a_week[most]:,.0f} jobs a week",
        place=duty.place,
        hint="state fewer and longer jobs",
    )


def _run(
    tables: Tables,
    seed: int,
    demand: DemandTable,
    state: State,
    found: Found,
    events: int,
    logged: int,
) -> Run:
    cases, requisitions = demand.cases, demand.requisitions
    nodes = len(tables.names)
    races = state.race.requisitions
    log = np.asarray(found.log, float).reshape(-1, LOG)[:logged]
    log[:, 1] %= nodes
    return Run(
        tables=tables,
        seed=seed,
        events=events,
        arrived=np.asarray(found.arrived, float),
        ended=np.asarray(found.ended, float),
        outcome=np.asarray(found.outcome, np.int16),
        left_at=_left_at(tables, found),
        measured=cases.measured.astype(bool),
        requisition=cases.requisition,
        waits=_table(found.waits),
        opened=requisitions.opened,
        openings=requisitions.openings,
        requisition_measured=requisitions.measured.astype(bool),
        filled=column(races, "filled").astype(np.int64),
        filled_on=column(races, "filled_on").astype(float),
        visits=column(found.nodes, "visits")[:nodes].astype(np.int32),
        node_waits=np.column_stack([column(found.nodes, d)[:nodes] for d in DAYS]),
        case_work=np.asarray(found.case_work, float),
        duty_work=np.asarray(found.duty_work, float),
        duty_came=np.asarray(found.duty_came, np.int32),
        duty_jobs=np.asarray(found.duty_jobs, np.int32),
        duty_waits=np.asarray(found.duty_waits, float),
        log=log,
    )
