"""What the event loop works on: the scenario, empty desks, and sheets for the results.

All memory is measured out here, before the run: the loop itself makes none.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np

from audit.simulation.calendar import CalendarTable
from audit.simulation.cases import CaseTable, DemandTable
from audit.simulation.codes import CAUSES, OPEN, WaitCause
from audit.simulation.compiling import (
    COMPILED,
    PLAIN,
    columns,
    integers,
    one_row,
    reals,
    rows,
    small_integers,
    whole,
)
from audit.simulation.events.agenda import Agenda, new_agenda
from audit.simulation.events.branches import Counters, new_counters
from audit.simulation.events.luck import Luck
from audit.simulation.events.positions import Race, new_requisitions
from audit.simulation.events.tokens import full_stack, new_stack, new_tokens
from audit.simulation.laws import LawTable
from audit.simulation.scenario import Requisitions
from audit.simulation.tables import DutyTable, FlowTable, NodeTable, Tables

LOG = 6
"""Numbers in a row of the log: case, node, visit, ready, begun, done."""


def _fields(names: tuple[str, ...], kinds: dict[str, str]) -> np.dtype[Any]:
    """Return fields: whole numbers of 4 bytes where nothing else is said."""
    return np.dtype([(name, kinds.get(name, "i4")) for name in names], align=True)


DAYS = tuple(f"{cause.name.lower()}_days" for cause in WaitCause)
"""What a node counts of the time of candidates, by cause."""
# Unsigned where nothing is below zero: the compiler then need not ask whether a place
# counts from the end.
_NODE = _fields(
    (*NodeTable._fields, "visits", *DAYS),
    {"patience": "f8", "every": "f8", "offset": "f8", "key": "u8"}
    | dict.fromkeys(("kind", "cause", "parts", "first", "last"), "u4")
    | dict.fromkeys(("goes_on", "plain_in", "plain_out", "gated"), "?")
    | dict.fromkeys(DAYS, "f8"),
)
_DUTY = _fields(
    DutyTable._fields,
    {"mean_gap": "f8", "key": "u8"} | dict.fromkeys(("pool", "work", "node"), "u4"),
)
_LAW = _fields(
    LawTable._fields, {"kind": "u4", "first": "f8", "second": "f8", "third": "f8"}
)


class KernelTables(NamedTuple):
    """A compiled scenario in the form that the loop reads fastest."""

    flow_to: Any
    flow_upto: Any
    duties: Any
    laws: Any
    points: Any
    calendars: CalendarTable
    luck: Luck


class State(NamedTuple):
    """Where everybody and everything is."""

    agenda: Agenda
    tokens: Any
    free: Any
    """Stack of free tokens."""
    entering: Any
    """Stack of tokens that enter a node."""
    counters: Counters
    race: Race
    idle: Any
    """Role -> people who are at no job."""
    waiting: Any
    """Role -> jobs in its queues."""
    will_open: Any
    """Role -> whether its opening is on the agenda."""
    queue_first: Any
    """Role and priority -> token at the head of the queue, or -1."""
    queue_last: Any
    duty_count: Any
    """Duty -> jobs so far."""


class Found(NamedTuple):
    """What one run leaves behind."""

    arrived: Any
    """Case -> day of application; not a number for who never came."""
    ended: Any
    outcome: Any
    """Case -> outcome of the scenario, or a code below 0."""
    left_at: Any
    """Case -> the step it entered last."""
    waits: Any
    """Cause -> case -> days."""
    nodes: Any
    """The nodes with their visits and days; those of measured cases, then again those
    of all others."""
    case_work: Any
    """Role -> days worked on cases in the measured time, all people together."""
    duty_work: Any
    """Duty -> days worked on it in the measured time, all people together."""
    duty_came: Any
    """Duty -> jobs that came in the measured time."""
    duty_jobs: Any
    """Duty -> those of them that were begun."""
    duty_waits: Any
    """Duty -> days these waited, closed office included."""
    log: Any
    """Rows of the log, end to end; empty when none is wanted."""


class Settings(NamedTuple):
    """Numbers that hold for the whole run; times in days."""

    measured_from: float
    measured_to: float
    end: float
    other_offers: float
    races: bool
    """Whether candidates race for openings."""
    cuts: bool
    """Whether a case can end, or a branch be called off, but by its token."""
    scheduled: int
    priorities: int
    most_events: int
    most_waiting: int
    visits_ahead: int
    """First visits of a node whose numbers are drawn ahead."""
    spare: int
    """Tokens that one event can take, and events that it can set down."""


def kernel_tables(
    tables: Tables,
    duty_keys: np.ndarray,
    luck: Luck,
) -> KernelTables:
    """Return the scenario with what chance decides in a run.

    Args:
        tables: The scenario.
        duty_keys: Duty -> its key.
        luck: Numbers of the candidates that are drawn ahead.
    """
    flows = tables.flows
    to = np.concatenate([flows.to, flows.to + len(tables.names)]).astype(np.uint32)
    return KernelTables(
        *columns(FlowTable(to=to, upto=np.tile(flows.upto, 2))),
        rows(_DUTY, tables.duties._replace(key=duty_keys)),
        rows(_LAW, tables.laws),
        tables.points if COMPILED else tables.points.tolist(),
        one_row(columns(tables.calendars)),
        luck,
    )


def _nodes_with_sheets(tables: Tables) -> Any:
    """Return the nodes with what happens there: nothing so far.

    Candidates who do not count go through a copy of the process that stands behind the
    first, so that the sums of the others need no question.
    """
    nodes, count = tables.nodes, len(tables.names)
    both = {name: np.tile(column, 2) for name, column in nodes._asdict().items()}
    for name in ("first", "last"):
        both[name][count:] += len(tables.flows.to)
    both["only"][count:][nodes.only >= 0] += count
    visits = np.zeros(2 * count, np.int64)
    days = [np.zeros(2 * count) for _ in DAYS]
    return rows(_NODE, (*nodes._replace(**both), visits, *days))


def blank_found(tables: Tables, cases: int, log_room: int) -> Found:
    """Return blank sheets for a run of so many cases."""
    roles, duties = len(tables.people), len(tables.duty_ids)
    return Found(
        arrived=reals(cases, math.nan),
        ended=reals(cases, math.nan),
        outcome=small_integers(cases, OPEN),
        left_at=integers(cases, -1),
        waits=by_cause(cases),
        nodes=_nodes_with_sheets(tables),
        case_work=reals(roles, 0.0),
        duty_work=reals(duties, 0.0),
        duty_came=integers(duties, 0),
        duty_jobs=integers(duties, 0),
        duty_waits=reals(duties, 0.0),
        log=reals(LOG * log_room, 0.0),
    )


def by_cause(count: int) -> tuple[Any, ...]:
    """Return days by cause, one column each."""
    if PLAIN:
        return tuple(reals(count, 0.0) for _ in range(CAUSES))
    return tuple(np.zeros((CAUSES, count)))


def empty_desks(
    tables: Tables,
    demand: DemandTable,
    cases: CaseTable,
    found: Found,
    room: int,
    spare: int,
) -> State:
    """Return the state before the first event.

    Args:
        tables: The scenario.
        demand: Who comes.
        cases: The candidates, in the form of the loop.
        found: Where the race writes how cases end.
        room: Tokens, and a fourth of the events, that it can hold at once.
        spare: Events that one event can set down.
    """
    roles, queues = len(tables.people), len(tables.people) * tables.priorities
    return State(
        agenda=new_agenda(_PENDING * room, spare),
        tokens=new_tokens(room),
        free=full_stack(room),
        entering=new_stack(room),
        counters=new_counters(len(cases.arrives), room, tables.counters, tables.blocks),
        race=_race(tables, demand, cases, found),
        idle=tables.people.copy() if COMPILED else tables.people.tolist(),
        waiting=whole(roles, 0),
        will_open=whole(roles, 0),
        queue_first=whole(queues, -1),
        queue_last=whole(queues, -1),
        duty_count=integers(len(tables.duty_ids), 0),
    )


_PENDING = 4
"""Events on the agenda for each token that there is room for."""


def _race(tables: Tables, demand: DemandTable, cases: CaseTable, found: Found) -> Race:
    rules = tables.scenario.demand
    notice = repost_after = 0.0
    if isinstance(rules, Requisitions):
        notice, repost_after = rules.notice_days, rules.repost_after_days
    requisitions = columns(demand.requisitions)
    count = len(cases.arrives)
    return one_row(
        Race(
            requisitions=new_requisitions(demand.requisitions.openings),
            requisition_of=cases.requisition,
            posting_first=requisitions.first,
            posting_cases=requisitions.of,
            postings=demand.postings,
            notice=notice,
            repost_after=repost_after,
            opened=requisitions.opened,
            arrives=cases.arrives,
            arrived=found.arrived,
            ended=found.ended,
            outcome=found.outcome,
            has_offer=small_integers(count, 0),
            has_seat=small_integers(count, 0),
            has_lock=small_integers(count, 0),
        )
    )
