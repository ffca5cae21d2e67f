"""The event loop: one run of one scenario, on columns of numbers.

What happens is decided in this order:

- A person who has finished a job is free for those who wait, before the candidate
  who was served moves on: nobody is taken again ahead of the queue.
- Among those who wait for a role, lower priority numbers come first, then who was
  first. A job that has begun is finished, also when its candidate has left meanwhile.
- Two events at the same moment happen in the order in which they were set down.
- The clock of a case starts at the application and stops when the case ends.

A token is a place where a case is; a case has more than one inside a parallel block.
Tokens of a case that has ended, or of a branch that was cancelled, are dropped when
they come up next, so nothing has to be searched for. Only nodes that can be met again
count visits, and only cases that need counters hold a row of them.

This is one function because the compiler then keeps all state in registers and memory
of its own; it is read top to bottom: next event, people who are free, the token that
leaves its step, cases that end, tokens that enter.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from audit.simulation.agenda import new_agenda, next_moment, pop, push
from audit.simulation.calendar import (
    CalendarTable,
    finish,
    is_open,
    next_opening,
    open_time,
    week_of,
)
from audit.simulation.cases import CaseTable, RequisitionTable
from audit.simulation.codes import (
    BATCH,
    CAUSES,
    CLOSED,
    CONTROL_CHECK,
    CONTROL_LOCK,
    CONTROL_NONE,
    FAILURE,
    FINISHED,
    JOIN,
    LEFT_FOR_OTHER_OFFER,
    LEFT_WAITING,
    OPEN,
    OUT_OF_ROOM,
    POSITION,
    POSITION_FILLED,
    QUEUE,
    RESCINDED,
    SPLIT,
    STEP,
    TOO_MANY_EVENTS,
    TOO_MANY_WAITING,
    WORK,
)
from audit.simulation.compiling import (
    WORD,
    compiled,
    integers,
    reals,
    small_integers,
    whole,
    word,
)
from audit.simulation.laws import LawTable, duration
from audit.simulation.randomness import (
    FOR_DELAY,
    FOR_FAILURE,
    FOR_FLOW,
    FOR_PATIENCE,
    FOR_STAYING,
    FOR_WORK,
    PURPOSES,
    uniform,
)
from audit.simulation.tables import BlockTable, DutyTable, FlowTable, NodeTable

# Kinds of events; with each comes the place of a token, case, role or requisition.
(
    _ARRIVAL,
    _SERVED,
    _DELAYED,
    _BATCHED,
    _IMPATIENT,
    _WALKED_AWAY,
    _DUTY,
    _OTHER_OFFER,
    _NOTICE,
    _OPENING,
    _REPOST,
) = range(11)

# An event is one number: when it was set down (its turn), its kind, its place.
_TURN = 1 << 28
_KIND = 1 << 24
_PLACE = _KIND - 1
MOST_PLACES = _KIND
"""Cases, or tokens at once, that one run can hold."""

# What a token is doing.
_MOVING, _QUEUED, _IN_WORK, _IN_DELAY, _IN_BATCH, _PARKED = range(6)

# Counters of one block in the row of a case.
_CAME, _FAILED, _FAILS_TO, _EPOCH = range(4)
_PER_BLOCK = 4

_SAME_MOMENT = 1e-9
"""Shares of a batch period that rounding may make of a candidate who is on time."""

OTHER_OFFER = word(0x6C8E_9CF5_7093_2BD5)
"""Key of the number that says when a candidate accepts a job elsewhere."""


class Settings(NamedTuple):
    """Numbers that hold for the whole run; times in days."""

    measured_from: float
    measured_to: float
    end: float
    other_offers: float
    notice: float
    repost_after: float
    postings: int
    scheduled: int
    counters: int
    priorities: int
    most_events: int
    most_waiting: int
    log: int
    room: int
    """Tokens that the run can hold at once."""
    spare: int
    """Tokens that one event can take."""


class KernelResult(NamedTuple):
    """What one run leaves behind."""

    status: int
    where: int
    """Node, or role, that the status is about."""
    events: int
    arrived: Any
    """Case -> day of application; not a number for who never came."""
    ended: Any
    outcome: Any
    """Case -> outcome of the scenario, or a code below 0."""
    left_at: Any
    """Case -> the step it entered last."""
    waits: Any
    """Case and cause -> days."""
    filled: Any
    """Requisition -> positions taken."""
    filled_on: Any
    """Requisition -> day on which an opening was taken last."""
    visits: Any
    """Node -> visits of measured cases."""
    node_waits: Any
    """Node and cause -> days of measured cases."""
    case_work: Any
    """Role -> days worked on cases in the measured time, all people together."""
    duty_work: Any
    duty_came: Any
    """Duty -> jobs that came in the measured time."""
    duty_jobs: Any
    """Duty -> those of them that were begun."""
    duty_waits: Any
    """Duty -> days these waited, closed office included."""
    log: Any
    """Rows of (case, node, visit, ready, begun, done), end to end."""


@compiled
def run_kernel(
    nodes: NodeTable,
    flows: FlowTable,
    duties: DutyTable,
    laws: LawTable,
    calendars: CalendarTable,
    people: Any,
    blocks: BlockTable,
    cases: CaseTable,
    requisitions: RequisitionTable,
    settings: Settings,
) -> KernelResult:
    """Run a scenario from the first event to the end of its window."""
    (
        node_kind, node_pool, node_priority, node_work, node_delay, node_cause,
        node_patience, node_every, node_offset, node_position, node_offers, node_fills,
        node_key, node_counter, node_block, node_parts, node_cancels, node_outcome,
        first_flow, last_flow,
    ) = nodes  # fmt: skip
    flow_to, flow_upto = flows
    outer_block, last_block = blocks
    duty_pool, duty_law, duty_priority, duty_gap, duty_per_hire, duty_key = duties
    case_arrives, case_entry, case_requisition, case_measured, case_key = cases
    opened, openings, _, posting_first, posting_cases = requisitions
    law_kind, law_first, law_second, law_third, law_points = laws
    always_open = calendars.always
    measured_from = settings.measured_from
    measured_to = settings.measured_to
    end = settings.end
    priorities = settings.priorities
    counters = settings.counters
    scheduled = settings.scheduled
    most_events = settings.most_events
    log_wanted = settings.log == 1
    room = settings.room
    spare = settings.spare
    width = counters + _PER_BLOCK * len(last_block)

    count = len(case_arrives)
    arrived = reals(count, math.nan)
    ended = reals(count, math.nan)
    outcome = small_integers(count, OPEN)
    left_at = small_integers(count, -1)
    has_offer = small_integers(count, 0)
    has_seat = small_integers(count, 0)
    has_lock = small_integers(count, 0)
    case_row = integers(count, -1)
    waits = reals(count * CAUSES, 0.0)

    filled = integers(len(openings), 0)
    filled_on = reals(len(openings), math.nan)
    locked = integers(len(openings), 0)
    told = integers(len(openings), 0)
    posting = integers(len(openings), 0)
    alive = integers(len(openings), 0)
    parked_first = integers(len(openings), -1)
    parked_last = integers(len(openings), -1)

    visits = integers(len(node_kind), 0)
    node_waits = reals(len(node_kind) * CAUSES, 0.0)
    case_work = reals(len(people), 0.0)
    duty_work = reals(len(people), 0.0)
    duty_count = integers(len(duty_pool), 0)
    duty_came = integers(len(duty_pool), 0)
    duty_jobs = integers(len(duty_pool), 0)
    duty_waits = reals(len(duty_pool), 0.0)
    log = [0.0] * 0

    busy = whole(len(people), 0)
    waiting = whole(len(people), 0)
    will_open = whole(len(people), 0)
    queue_first = whole(len(people) * priorities, -1)
    queue_last = whole(len(people) * priorities, -1)

    rows = integers(room * width, 0)
    row_tokens = integers(room, 0)
    free_rows = whole(room, 0)
    row_count = 0
    free_row_count = 0

    # A job of another duty is a token of the case -1 - duty.
    token_case = whole(room, -1)
    token_node = whole(room, -1)
    token_state = whole(room, -1)
    token_visit = whole(room, -1)
    token_block = whole(room, -1)
    token_epoch = whole(room, -1)
    token_next = whole(room, -1)
    token_alarm = whole(room, -1)
    token_since = reals(room, 0.0)
    free_tokens = whole(room, 0)
    for i in range(room):
        free_tokens[i] = room - 1 - i
    free = room

    most_moments = 4 * room
    moments, agenda = new_agenda(most_moments)
    size = 0
    turn = 0
    ready = whole(spare, 0)
    readies = 0
    entering = whole(spare, 0)
    entries = 0

    for d in range(len(duty_pool)):
        if duty_gap[d] > 0:
            gap = -duty_gap[d] * math.log1p(-uniform(duty_key[d], 0))
            at = finish(calendars, duty_pool[d], 0.0, 0.0, gap)
            size = push(moments, agenda, size, at, turn + _DUTY * _KIND + d)
            turn += _TURN
    for r in range(len(openings)):
        first = r * settings.postings
        alive[r] = posting_first[first + 1] - posting_first[first]
        if alive[r] == 0 and settings.postings > 1:
            at = opened[r] + settings.repost_after
            size = push(moments, agenda, size, at, turn + _REPOST * _KIND + r)
            turn += _TURN

    status = FINISHED
    where = -1
    events = 0
    upcoming = 0
    week = 0.0
    while status == FINISHED:
        # ---- The next event: an arrival, or the first on the heap.
        if upcoming < scheduled and not (
            size > 0 and next_moment(moments) <= case_arrives[upcoming]
        ):
            now = case_arrives[upcoming]
            event = 0
            kind = _ARRIVAL
            place = upcoming
            upcoming += 1
        elif size > 0:
            now, event = pop(moments, agenda, size)
            size -= 1
            kind = (event >> 24) & 15
            place = event & _PLACE
        else:
            break
        if now >= end:
            break
        while now >= week + 7.0:
            week += 7.0
        events += 1
        if events > most_events:
            status = TOO_MANY_EVENTS
            break
        if free < spare or size + spare > most_moments:
            status = OUT_OF_ROOM
            break
        leaving = -1
        delaying = -1
        dropped = -1
        closing = -1
        reason = 0

        if kind == _SERVED:
            c = token_case[place]
            if c < 0:
                p = duty_pool[-1 - c]
                free_tokens[free] = place
                free += 1
            else:
                n = token_node[place]
                p = node_pool[n]
                if node_delay[n] >= 0:
                    delaying = place
                else:
                    leaving = place
            busy[p] -= 1
            if waiting[p] > 0:
                ready[readies] = p
                readies += 1
        elif kind == _DELAYED:
            leaving = place
        elif kind == _ARRIVAL:
            arrived[place] = now
            r = case_requisition[place]
            if r >= 0 and told[r] == 1:
                outcome[place] = POSITION_FILLED
                ended[place] = now
            else:
                free -= 1
                t = free_tokens[free]
                token_case[t] = place
                token_node[t] = case_entry[place]
                token_state[t] = _MOVING
                token_block[t] = -1
                token_alarm[t] = -1
                entering[entries] = t
                entries += 1
                if settings.other_offers > 0:
                    u = uniform((case_key[place] + OTHER_OFFER) & WORD, 0)
                    at = now - math.log1p(-u) / settings.other_offers
                    if at < end:
                        size = push(
                            moments,
                            agenda,
                            size,
                            at,
                            turn + _OTHER_OFFER * _KIND + place,
                        )
                        turn += _TURN
        elif kind == _DUTY:
            free -= 1
            t = free_tokens[free]
            token_case[t] = -1 - place
            token_visit[t] = duty_count[place]
            duty_count[place] += 1
            entering[entries] = t
            entries += 1
            gap = -duty_gap[place] * math.log1p(
                -uniform(duty_key[place], 2 * duty_count[place])
            )
            at = finish(calendars, duty_pool[place], now, week, gap)
            if at < end:
                size = push(moments, agenda, size, at, turn + _DUTY * _KIND + place)
                turn += _TURN
        elif kind == _OPENING:
            will_open[place] = 0
            ready[readies] = place
            readies += 1
        elif kind == _BATCHED:
            c = token_case[place]
            if outcome[c] == OPEN and not _cancelled(
                rows, case_row[c] * width + counters, token_block, token_epoch, place
            ):
                entering[entries] = place
                entries += 1
            else:
                dropped = place
        elif kind == _IMPATIENT:
            c = token_case[place]
            if (
                token_alarm[place] == event >> 28
                and outcome[c] == OPEN
                and not _cancelled(
                    rows,
                    case_row[c] * width + counters,
                    token_block,
                    token_epoch,
                    place,
                )
            ):
                closing = c
                reason = LEFT_WAITING
                left_at[c] = token_node[place]
        elif kind == _WALKED_AWAY:
            c = token_case[place]
            if outcome[c] == OPEN and not _cancelled(
                rows, case_row[c] * width + counters, token_block, token_epoch, place
            ):
                closing = c
                reason = LEFT_WAITING
                left_at[c] = token_node[place]
            dropped = place
        elif kind == _OTHER_OFFER:
            if outcome[place] == OPEN:
                closing = place
                reason = LEFT_FOR_OTHER_OFFER
        elif kind == _NOTICE:
            told[place] = 1
            first = place * settings.postings
            for i in range(
                posting_first[first], posting_first[first + posting[place] + 1]
            ):
                c = posting_cases[i]
                if outcome[c] == OPEN and arrived[c] <= now and has_seat[c] == 0:
                    outcome[c] = RESCINDED if has_offer[c] == 1 else POSITION_FILLED
                    ended[c] = now
        else:
            posting[place] += 1
            first = place * settings.postings + posting[place]
            alive[place] = posting_first[first + 1] - posting_first[first]
            for i in range(posting_first[first], posting_first[first + 1]):
                c = posting_cases[i]
                at = now + case_arrives[c]
                size = push(moments, agenda, size, at, turn + _ARRIVAL * _KIND + c)
                turn += _TURN
            if alive[place] == 0 and posting[place] + 1 < settings.postings:
                at = now + settings.repost_after
                size = push(moments, agenda, size, at, turn + _REPOST * _KIND + place)
                turn += _TURN

        while True:
            # ---- People who are free take from their queue.
            while readies > 0:
                readies -= 1
                p = ready[readies]
                if always_open[p] == 0 and not is_open(calendars, p, now, week):
                    if waiting[p] > 0 and will_open[p] == 0:
                        will_open[p] = 1
                        at = next_opening(calendars, p, now, week)
                        size = push(
                            moments, agenda, size, at, turn + _OPENING * _KIND + p
                        )
                        turn += _TURN
                    continue
                q = p * priorities
                while busy[p] < people[p] and waiting[p] > 0:
                    while queue_first[q] < 0:
                        q += 1
                    t = queue_first[q]
                    queue_first[q] = token_next[t]
                    if queue_first[q] < 0:
                        queue_last[q] = -1
                    waiting[p] -= 1
                    c = token_case[t]
                    wait = now - token_since[t]
                    if c < 0:
                        d = -1 - c
                        law = duty_law[d]
                        work = duration(
                            law_kind[law],
                            law_first[law],
                            law_second[law],
                            law_third[law],
                            law_points,
                            uniform(duty_key[d], 2 * token_visit[t] + 1),
                        )
                        if measured_from <= token_since[t] < measured_to:
                            duty_jobs[d] += 1
                            duty_waits[d] += wait
                        done = now + work
                        if always_open[p] == 0:
                            done = finish(calendars, p, now, week, work)
                    else:
                        if outcome[c] != OPEN or (
                            token_block[t] >= 0
                            and _cancelled(
                                rows,
                                case_row[c] * width + counters,
                                token_block,
                                token_epoch,
                                t,
                            )
                        ):
                            free_tokens[free] = t
                            free += 1
                            if case_row[c] >= 0:
                                free_row_count = _leave_row(
                                    c, case_row, row_tokens, free_rows, free_row_count
                                )
                            continue
                        n = token_node[t]
                        token_state[t] = _IN_WORK
                        token_alarm[t] = -1
                        work = 0.0
                        law = node_work[n]
                        if law >= 0:
                            work = duration(
                                law_kind[law],
                                law_first[law],
                                law_second[law],
                                law_third[law],
                                law_points,
                                uniform(
                                    (case_key[c] + node_key[n]) & WORD,
                                    token_visit[t] * PURPOSES + FOR_WORK,
                                ),
                            )
                        done = now + work
                        if always_open[p] == 0:
                            done = finish(calendars, p, now, week, work)
                        closed = 0.0
                        if always_open[p] == 0:
                            queued = min(
                                wait,
                                open_time(calendars, p, token_since[t], now, week),
                            )
                            closed = wait - queued + max(0.0, done - now - work)
                            wait = queued
                        i = c * CAUSES
                        waits[i + QUEUE] += wait
                        waits[i + CLOSED] += closed
                        waits[i + WORK] += work
                        if case_measured[c] == 1:
                            i = n * CAUSES
                            node_waits[i + QUEUE] += wait
                            node_waits[i + CLOSED] += closed
                            node_waits[i + WORK] += work
                        if log_wanted:
                            log.append(float(c))
                            log.append(float(n))
                            log.append(float(token_visit[t]))
                            log.append(token_since[t])
                            log.append(now)
                            log.append(done)
                    busy[p] += 1
                    size = push(moments, agenda, size, done, turn + _SERVED * _KIND + t)
                    turn += _TURN
                    if done > measured_from and now < measured_to:
                        if now < measured_from or done > measured_to:
                            until = min(done, measured_to)
                            work = open_time(
                                calendars,
                                p,
                                max(now, measured_from),
                                until,
                                week_of(until),
                            )
                        if c < 0:
                            duty_work[p] += work
                        else:
                            case_work[p] += work

            # ---- A token leaves its step, join or end, or begins the delay after it.
            if leaving >= 0 or delaying >= 0:
                t = leaving if leaving >= 0 else delaying
                c = token_case[t]
                n = token_node[t]
                if outcome[c] != OPEN or (
                    token_block[t] >= 0
                    and _cancelled(
                        rows,
                        case_row[c] * width + counters,
                        token_block,
                        token_epoch,
                        t,
                    )
                ):
                    dropped = t
                elif delaying >= 0:
                    key = (case_key[c] + node_key[n]) & WORD
                    index = token_visit[t] * PURPOSES
                    delay = 0.0
                    law = node_delay[n]
                    if law >= 0:
                        delay = duration(
                            law_kind[law],
                            law_first[law],
                            law_second[law],
                            law_third[law],
                            law_points,
                            uniform(key, index + FOR_DELAY),
                        )
                    law = node_work[n]
                    if law >= 0 and node_pool[n] < 0:
                        delay += duration(
                            law_kind[law],
                            law_first[law],
                            law_second[law],
                            law_third[law],
                            law_points,
                            uniform(key, index + FOR_WORK),
                        )
                    next_kind = _DELAYED
                    if node_patience[n] > 0:
                        stay = (
                            -math.log1p(-uniform(key, index + FOR_STAYING))
                            / node_patience[n]
                        )
                        if stay < delay:
                            delay = stay
                            next_kind = _WALKED_AWAY
                    token_state[t] = _IN_DELAY
                    size = push(
                        moments, agenda, size, now + delay, turn + next_kind * _KIND + t
                    )
                    turn += _TURN
                    waits[c * CAUSES + node_cause[n]] += delay
                    if case_measured[c] == 1:
                        node_waits[n * CAUSES + node_cause[n]] += delay
                    if log_wanted and node_pool[n] < 0:
                        log.append(float(c))
                        log.append(float(n))
                        log.append(float(token_visit[t]))
                        log.append(now)
                        log.append(now)
                        log.append(now + delay)
                else:
                    if node_fills[n] == 1 and has_seat[c] == 0:
                        r = case_requisition[c]
                        if r >= 0 and filled[r] >= openings[r]:
                            closing = c
                            reason = RESCINDED
                        else:
                            has_seat[c] = 1
                            if r >= 0:
                                filled[r] += 1
                                filled_on[r] = now
                                if has_lock[c] == 1:
                                    has_lock[c] = 0
                                    locked[r] -= 1
                                if filled[r] == openings[r]:
                                    at = now + settings.notice
                                    size = push(
                                        moments,
                                        agenda,
                                        size,
                                        at,
                                        turn + _NOTICE * _KIND + r,
                                    )
                                    turn += _TURN
                            for d in range(len(duty_pool)):
                                for _ in range(duty_per_hire[d]):
                                    free -= 1
                                    job = free_tokens[free]
                                    token_case[job] = -1 - d
                                    token_visit[job] = duty_count[d]
                                    duty_count[d] += 1
                                    entering[entries] = job
                                    entries += 1
                    if node_offers[n] == 1:
                        has_offer[c] = 1
                    if closing >= 0:
                        dropped = t
                    elif node_outcome[n] >= 0:
                        closing = c
                        reason = node_outcome[n]
                        dropped = t
                    else:
                        i = first_flow[n]
                        last = last_flow[n] - 1
                        if i < last:
                            u = uniform(
                                (case_key[c] + node_key[n]) & WORD,
                                token_visit[t] * PURPOSES + FOR_FLOW,
                            )
                            while i < last and u >= flow_upto[i]:
                                i += 1
                        token_node[t] = flow_to[i]
                        token_state[t] = _MOVING
                        entering[entries] = t
                        entries += 1
                leaving = -1
                delaying = -1

            # ---- A case ends; an opening that it held goes to the next who waits.
            if closing >= 0:
                c = closing
                closing = -1
                outcome[c] = reason
                ended[c] = now
                r = case_requisition[c]
                if r >= 0:
                    alive[r] -= 1
                    if has_lock[c] == 1:
                        has_lock[c] = 0
                        locked[r] -= 1
                        while parked_first[r] >= 0:
                            t = parked_first[r]
                            parked_first[r] = token_next[t]
                            if parked_first[r] < 0:
                                parked_last[r] = -1
                            i = token_case[t]
                            if outcome[i] == OPEN and not _cancelled(
                                rows,
                                case_row[i] * width + counters,
                                token_block,
                                token_epoch,
                                t,
                            ):
                                entering[entries] = t
                                entries += 1
                                break
                            free_tokens[free] = t
                            free += 1
                            if case_row[i] >= 0:
                                free_row_count = _leave_row(
                                    i, case_row, row_tokens, free_rows, free_row_count
                                )
                    if (
                        alive[r] == 0
                        and filled[r] < openings[r]
                        and posting[r] + 1 < settings.postings
                    ):
                        at = now + settings.repost_after
                        size = push(
                            moments, agenda, size, at, turn + _REPOST * _KIND + r
                        )
                        turn += _TURN
            if dropped >= 0:
                free_tokens[free] = dropped
                free += 1
                if case_row[token_case[dropped]] >= 0:
                    free_row_count = _leave_row(
                        token_case[dropped],
                        case_row,
                        row_tokens,
                        free_rows,
                        free_row_count,
                    )
                dropped = -1

            # ---- A token enters a node.
            if entries == 0:
                if readies == 0:
                    break
                continue
            entries -= 1
            t = entering[entries]
            c = token_case[t]
            if c < 0:
                p = duty_pool[-1 - c]
                q = p * priorities + duty_priority[-1 - c]
                token_since[t] = now
                if measured_from <= now < measured_to:
                    duty_came[-1 - c] += 1
            else:
                n = token_node[t]
                kind = node_kind[n]
                if outcome[c] != OPEN:
                    dropped = t
                    continue
                if case_row[c] < 0 and (node_counter[n] >= 0 or kind == SPLIT):
                    if free_row_count > 0:
                        free_row_count -= 1
                        row = free_rows[free_row_count]
                        for i in range(row * width, row * width + width):
                            rows[i] = 0
                    else:
                        row = row_count
                        row_count += 1
                    row_tokens[row] = 1
                    case_row[c] = row
                if kind != STEP:
                    if kind == SPLIT:
                        b = node_block[n]
                        epoch = rows[
                            case_row[c] * width + counters + _PER_BLOCK * b + _EPOCH
                        ]
                        row_tokens[case_row[c]] += last_flow[n] - first_flow[n] - 1
                        for i in range(first_flow[n], last_flow[n]):
                            part = t
                            if i > first_flow[n]:
                                free -= 1
                                part = free_tokens[free]
                            token_case[part] = c
                            token_node[part] = flow_to[i]
                            token_state[part] = _MOVING
                            token_block[part] = b
                            token_epoch[part] = epoch
                            token_alarm[part] = -1
                            entering[entries] = part
                            entries += 1
                        continue
                    if kind in (JOIN, FAILURE):
                        b = node_block[n]
                        i = case_row[c] * width + counters + _PER_BLOCK * b
                        rows[i + _CAME] += 1
                        if kind == FAILURE:
                            rows[i + _FAILED] += 1
                            # Of several failures each is as likely to be the one told.
                            u = uniform(
                                (case_key[c] + node_key[n]) & WORD,
                                rows[i + _EPOCH] * PURPOSES + FOR_FAILURE,
                            )
                            if u * rows[i + _FAILED] < 1.0:
                                rows[i + _FAILS_TO] = flow_to[first_flow[n]]
                        cancels = kind == FAILURE and node_cancels[n] == 1
                        if rows[i + _CAME] < node_parts[n] and not cancels:
                            dropped = t
                            continue
                        failed = rows[i + _FAILED] > 0
                        target = rows[i + _FAILS_TO]
                        last = last_block[b] if cancels else b
                        for inner in range(b, last + 1):
                            i = case_row[c] * width + counters + _PER_BLOCK * inner
                            rows[i + _CAME] = 0
                            rows[i + _FAILED] = 0
                            rows[i + _EPOCH] += 1
                        b = outer_block[b]
                        token_block[t] = b
                        if b >= 0:
                            token_epoch[t] = rows[
                                case_row[c] * width + counters + _PER_BLOCK * b + _EPOCH
                            ]
                        if failed:
                            token_node[t] = target
                            entering[entries] = t
                            entries += 1
                            continue
                        token_visit[t] = 0
                        if node_counter[n] >= 0:
                            i = case_row[c] * width + node_counter[n]
                            token_visit[t] = rows[i]
                            rows[i] += 1
                    leaving = t
                    continue
                left_at[c] = n
                where = n
                r = case_requisition[c]
                if token_state[t] == _PARKED:
                    has_lock[c] = 1
                    locked[r] += 1
                    waits[c * CAUSES + POSITION] += now - token_since[t]
                    if case_measured[c] == 1:
                        node_waits[n * CAUSES + POSITION] += now - token_since[t]
                elif (
                    node_position[n] != CONTROL_NONE
                    and token_state[t] == _MOVING
                    and r >= 0
                    and has_seat[c] == 0
                ):
                    if node_position[n] == CONTROL_CHECK and filled[r] >= openings[r]:
                        closing = c
                        reason = RESCINDED if has_offer[c] == 1 else POSITION_FILLED
                        dropped = t
                        continue
                    if node_position[n] == CONTROL_LOCK and has_lock[c] == 0:
                        if filled[r] + locked[r] >= openings[r]:
                            token_state[t] = _PARKED
                            token_since[t] = now
                            token_next[t] = -1
                            if parked_last[r] < 0:
                                parked_first[r] = t
                            else:
                                token_next[parked_last[r]] = t
                            parked_last[r] = t
                            continue
                        has_lock[c] = 1
                        locked[r] += 1
                p = node_pool[n]
                held = False
                if token_state[t] != _IN_BATCH:
                    token_visit[t] = 0
                    if node_counter[n] >= 0:
                        i = case_row[c] * width + node_counter[n]
                        token_visit[t] = rows[i]
                        rows[i] += 1
                    if case_measured[c] == 1:
                        visits[n] += 1
                    if node_every[n] > 0:
                        at = node_offset[n] + node_every[n] * math.ceil(
                            (now - node_offset[n]) / node_every[n] - _SAME_MOMENT
                        )
                        if at > now:
                            token_state[t] = _IN_BATCH
                            size = push(
                                moments, agenda, size, at, turn + _BATCHED * _KIND + t
                            )
                            turn += _TURN
                            waits[c * CAUSES + BATCH] += at - now
                            if case_measured[c] == 1:
                                node_waits[n * CAUSES + BATCH] += at - now
                            held = True
                if not held and p < 0:
                    delaying = t
                    continue
                if (
                    node_patience[n] > 0
                    and token_alarm[t] < 0
                    and (
                        held
                        or waiting[p] > 0
                        or busy[p] >= people[p]
                        or not is_open(calendars, p, now, week)
                    )
                ):
                    u = uniform(
                        (case_key[c] + node_key[n]) & WORD,
                        token_visit[t] * PURPOSES + FOR_PATIENCE,
                    )
                    at = now - math.log1p(-u) / node_patience[n]
                    token_alarm[t] = turn >> 28
                    size = push(
                        moments, agenda, size, at, turn + _IMPATIENT * _KIND + t
                    )
                    turn += _TURN
                if held:
                    continue
                token_since[t] = now
                token_state[t] = _QUEUED
                q = p * priorities + node_priority[n]

            # ---- A job joins the queue of its role.
            token_next[t] = -1
            if queue_last[q] < 0:
                queue_first[q] = t
            else:
                token_next[queue_last[q]] = t
            queue_last[q] = t
            waiting[p] += 1
            if busy[p] < people[p]:
                ready[readies] = p
                readies += 1
            elif waiting[p] > settings.most_waiting:
                status = TOO_MANY_WAITING
                where = p

    return KernelResult(
        status,
        where,
        events,
        arrived,
        ended,
        outcome,
        left_at,
        waits,
        filled,
        filled_on,
        visits,
        node_waits,
        case_work,
        duty_work,
        duty_came,
        duty_jobs,
        duty_waits,
        log,
    )


@compiled
def _cancelled(
    rows: Any, base: int, token_block: Any, token_epoch: Any, token: int
) -> bool:
    """Return whether the branch of a token was called off."""
    block = token_block[token]
    if block < 0:
        return False
    return bool(rows[base + _PER_BLOCK * block + _EPOCH] != token_epoch[token])


@compiled
def _leave_row(
    case: int, case_row: Any, row_tokens: Any, free_rows: Any, free_count: int
) -> int:
    """Count one token less of a case; with the last one its row is free again."""
    row = case_row[case]
    row_tokens[row] -= 1
    if row_tokens[row] > 0:
        return free_count
    free_rows[free_count] = row
    case_row[case] = -1
    return free_count + 1
