"""What the event loop works on: the scenario, empty desks, and sheets for the results.

All memory is measured out here, before the run: the loop itself makes none.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np

from audit.simulation.calendar import CalendarTable
from audit.simulation.cases import CaseTable, DemandTable
from audit.simulation.codes import CAUSES, OPEN
from audit.simulation.compiling import (
    COMPILED,
    PLAIN,
    columns,
    integers,
    reals,
    rows,
    small_integers,
    whole,
)
from audit.simulation.events.agenda import Agenda, new_agenda
from audit.simulation.events.branches import Counters, new_counters
from audit.simulation.events.luck import (
    NO_LUCK,
    Luck,
    drawn_ahead,
    luck_of_first_visits,
)
from audit.simulation.events.positions import Race, new_requisitions
from audit.simulation.events.tokens import full_stack, new_stack, new_tokens
from audit.simulation.laws import LawTable
from audit.simulation.scenario import Requisitions
from audit.simulation.tables import DutyTable, FlowTable, NodeTable, Tables

LOG = 6
"""Numbers in a row of the log: case, node, visit, ready, begun, done."""


def _fields(table: type[tuple[Any, ...]], kinds: dict[str, str]) -> np.dtype[Any]:
    """Return the fields of a table: whole numbers of 4 bytes unless said otherwise."""
    names: tuple[str, ...] = table._fields  # type: ignore[attr-defined]
    return np.dtype([(name, kinds.get(name, "i4")) for name in names], align=True)


# Unsigned where nothing is below zero: the compiler then need not ask whether a place
# counts from the end.
_NODE = _fields(
    NodeTable,
    {"patience": "f8", "every": "f8", "offset": "f8", "key": "u8"}
    | dict.fromkeys(("kind", "cause", "parts", "first", "last"), "u4"),
)
_DUTY = _fields(DutyTable, {"mean_gap": "f8", "key": "u8", "pool": "u4", "work": "u4"})
_LAW = _fields(LawTable, {"kind": "u4", "first": "f8", "second": "f8", "third": "f8"})


class KernelTables(NamedTuple):
    """A compiled scenario in the form that the loop reads fastest."""

    nodes: Any
    flow_to: Any
    flow_upto: Any
    duties: Any
    laws: Any
    points: Any
    calendars: CalendarTable
    people: Any
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
    busy: Any
    """Role -> people at work."""
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
    visits: Any
    """Node -> visits of measured cases; then those of all others."""
    node_waits: Any
    """Cause -> node -> days, the same."""
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
    spare: int
    """Tokens that one event can take, and events that it can set down."""


def kernel_tables(
    tables: Tables, duty_keys: np.ndarray, cases: CaseTable
) -> KernelTables:
    """Return the scenario with the keys that duties and candidates have in a run.

    Candidates who do not count go through a copy of the process that stands behind the
    first, so that the sums of the others need no question.
    """
    nodes, flows = tables.nodes, tables.flows
    ahead = drawn_ahead(tables, len(cases.key))
    count = len(tables.names)
    both = {name: np.tile(column, 2) for name, column in nodes._asdict().items()}
    both["ahead"] = np.tile(ahead, 2)
    for name in ("first", "last"):
        both[name][count:] += len(flows.to)
    both["only"][count:][nodes.only >= 0] += count
    to = np.concatenate([flows.to, flows.to + count]).astype(np.uint32)
    return KernelTables(
        rows(_NODE, nodes._replace(**both)),
        *columns(FlowTable(to=to, upto=np.tile(flows.upto, 2))),
        rows(_DUTY, tables.duties._replace(key=duty_keys)),
        rows(_LAW, tables.laws),
        tables.points if COMPILED else tables.points.tolist(),
        columns(tables.calendars),
        tables.people if COMPILED else tables.people.tolist(),
        luck_of_first_visits(tables, ahead, cases) if ahead.any() else NO_LUCK,
    )


def blank_found(tables: Tables, cases: int, log_room: int) -> Found:
    """Return blank sheets for a run of so many cases."""
    nodes, roles, duties = (
        len(tables.names),
        len(tables.people),
        len(tables.duty_ids),
    )
    return Found(
        arrived=reals(cases, math.nan),
        ended=reals(cases, math.nan),
        outcome=small_integers(cases, OPEN),
        left_at=integers(cases, -1),
        waits=by_cause(cases),
        visits=integers(2 * nodes, 0),
        node_waits=by_cause(2 * nodes),
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
        busy=whole(roles, 0),
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
    return Race(
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
