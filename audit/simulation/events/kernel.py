"""The event loop: one run of one scenario, on columns of numbers.

What happens is decided in this order:

- A person who has finished a job is free for those who wait, before the candidate
  who was served moves on: nobody is taken again ahead of the queue.
- Among those who wait for a role, lower priority numbers come first, then who was
  first. A job that has begun is finished, also when its candidate has left meanwhile.
- Two events at the same moment happen in the order in which they were set down.
- The clock of a case starts at the application and stops when the case ends.

Tokens of a case that has ended, or of a branch that was cancelled, are dropped when
they come up next, so nothing has to be searched for.

What every event meets is one function, because the compiler then keeps its state in
registers and memory of its own; it is read top to bottom: next event, people who are
free, the token that leaves its step, cases that end, tokens that enter. What only some
events meet (branches, positions) is next door.
"""

from __future__ import annotations

import math
from typing import Any

from audit.simulation.calendar import (
    finish,
    is_open,
    next_opening,
    open_time,
    week_of,
)
from audit.simulation.cases import CaseTable
from audit.simulation.codes import (
    BATCH,
    CAUSES,
    CLOSED,
    CONTROL_NONE,
    END,
    FINISHED,
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
    COMPILED,
    WORD,
    compiled,
    word,
)
from audit.simulation.events.agenda import (
    crowded,
    due,
    level,
    next_turn,
    pending,
    pop,
    push,
)
from audit.simulation.events.branches import (
    GOES_ON,
    WAITS,
    cancelled,
    hold_row,
    join,
    leave_row,
    next_visit,
    split_up,
)
from audit.simulation.events.kinds import (
    APPLIES,
    BATCHED,
    DELAYED,
    DUTY_COMES,
    HEARS,
    IMPATIENT,
    OPENS,
    OTHER_OFFER,
    SERVED,
    WALKS_AWAY,
)
from audit.simulation.events.positions import (
    ask_for_position,
    leave_race,
    next_parked,
    post_again,
    post_first,
    take_lock,
    take_position,
    tell_all,
)
from audit.simulation.events.state import LOG, Found, KernelTables, Settings, State
from audit.simulation.events.tokens import (
    IN_BATCH,
    IN_DELAY,
    IN_WORK,
    MOVING,
    PARKED,
    QUEUED,
    height,
    put,
    take,
)
from audit.simulation.laws import drawn
from audit.simulation.randomness import (
    FOR_DELAY,
    FOR_FLOW,
    FOR_PATIENCE,
    FOR_STAYING,
    FOR_WORK,
    PURPOSES,
    uniform,
)

_SAME_MOMENT = 1e-9
"""Shares of a batch period that rounding may make of a candidate who is on time."""

OTHER_OFFERS = word(0x6C8E_9CF5_7093_2BD5)
"""Key of the number that says when a candidate accepts a job elsewhere."""


@compiled
def run_kernel(
    tables: KernelTables,
    cases: CaseTable,
    state: State,
    found: Found,
    settings: Settings,
) -> tuple[int, int, int, int]:
    """Run a scenario from the first event to the end of its window.

    Args:
        tables: The scenario.
        cases: All candidates.
        state: Empty desks.
        found: What the run leaves behind; filled on the way.
        settings: Numbers that hold for the whole run.

    Returns:
        How the run ended; the node, or role, that this is about; the number of events
        and of rows in the log.
    """
    nodes, flow_to, flow_upto, duties, laws, points, calendars, people = tables
    case_arrives, case_entry, case_requisition, case_measured, case_key = cases
    (
        agenda, tokens, free, entering, counters, race, busy, waiting, will_open,
        queue_first, queue_last, duty_count,
    ) = state  # fmt: skip
    (
        arrived, ended, outcome, left_at, waits, visits, node_waits, case_work,
        duty_work, duty_came, duty_jobs, duty_waits, log,
    ) = found  # fmt: skip
    always_open = calendars.always
    requisitions = race.requisitions
    has_offer = race.has_offer
    has_seat = race.has_seat
    row_of = counters.row
    measured_from = settings.measured_from
    measured_to = settings.measured_to
    end = settings.end
    priorities = settings.priorities
    scheduled = settings.scheduled
    most_events = settings.most_events
    most_logged = len(log) // LOG - settings.spare
    spare = settings.spare
    most_pending = settings.most_pending - spare
    log_wanted = len(log) > 0

    for d in range(len(duties)):
        if duties[d].mean_gap > 0:
            gap = -duties[d].mean_gap * math.log1p(-uniform(duties[d].key, 0))
            at = finish(calendars, duties[d].pool, 0.0, 0.0, gap)
            push(agenda, at, DUTY_COMES, d)
    post_first(agenda, race)

    status = FINISHED
    where = -1
    events = 0
    logged = 0
    upcoming = 0
    week = 0.0
    # What an event sets in motion; all are over (-1) before the next one.
    ready = -1  # role with somebody who is free
    leaving = -1  # token that leaves its step, join or end
    delaying = -1  # token that begins the delay after its step
    moving = -1  # token that enters a node, ahead of those on the stack
    dropped = -1  # token that goes
    closing = -1  # case that ends,
    reason = 0  # and how
    while status == FINISHED:
        # ---- The next event: an arrival, or the first on the agenda.
        if COMPILED and crowded(agenda):
            level(agenda)
        if upcoming < scheduled and not due(agenda, case_arrives[upcoming]):
            now = case_arrives[upcoming]
            turn = -1
            kind = APPLIES
            place = upcoming
            upcoming += 1
        elif pending(agenda) > 0:
            now, turn, kind, place = pop(agenda)
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
        if (
            height(free) < spare
            or pending(agenda) > most_pending
            or (log_wanted and logged > most_logged)
        ):
            status = OUT_OF_ROOM
            break

        if kind == SERVED:
            token = tokens[place]
            if token.case < 0:
                p = duties[-1 - token.case].pool
                put(free, place)
            else:
                node = nodes[token.node]
                p = node.pool
                if node.delay >= 0:
                    delaying = place
                else:
                    leaving = place
            busy[p] -= 1
            if waiting[p] > 0:
                ready = p
        elif kind == DELAYED:
            leaving = place
        elif kind == APPLIES:
            arrived[place] = now
            r = case_requisition[place]
            if r >= 0 and requisitions[r].told == 1:
                outcome[place] = POSITION_FILLED
                ended[place] = now
            else:
                t = take(free)
                token = tokens[t]
                token.case = place
                token.node = case_entry[place]
                token.state = MOVING
                token.block = -1
                token.alarm = -1
                moving = t
                if settings.other_offers > 0:
                    u = uniform((case_key[place] + OTHER_OFFERS) & WORD, 0)
                    at = now - math.log1p(-u) / settings.other_offers
                    if at < end:
                        push(agenda, at, OTHER_OFFER, place)
        elif kind == DUTY_COMES:
            duty = duties[place]
            t = take(free)
            tokens[t].case = -1 - place
            tokens[t].visit = duty_count[place]
            tokens[t].alarm = -1
            duty_count[place] += 1
            moving = t
            u = uniform(duty.key, 2 * duty_count[place])
            gap = -duty.mean_gap * math.log1p(-u)
            at = finish(calendars, duty.pool, now, week, gap)
            if at < end:
                push(agenda, at, DUTY_COMES, place)
        elif kind == OPENS:
            will_open[place] = 0
            ready = place
        elif kind == OTHER_OFFER:
            if outcome[place] == OPEN:
                closing = place
                reason = LEFT_FOR_OTHER_OFFER
        elif kind == HEARS:
            tell_all(race, place, now)
        elif kind in (BATCHED, IMPATIENT, WALKS_AWAY):
            token = tokens[place]
            c = token.case
            there = kind != IMPATIENT or token.alarm == turn
            if there:
                there = outcome[c] == OPEN and not (
                    token.block >= 0
                    and cancelled(counters, c, token.block, token.epoch)
                )
            if kind == BATCHED and there:
                moving = place
            elif kind != IMPATIENT:
                dropped = place
            if kind != BATCHED and there:
                closing = c
                reason = LEFT_WAITING
                left_at[c] = token.node
        else:
            post_again(agenda, race, place, now)

        while True:
            # ---- People who are free take from their queue.
            if ready >= 0 and (
                always_open[ready] == 1 or is_open(calendars, ready, now, week)
            ):
                p = ready
                q = p * priorities
                while busy[p] < people[p] and waiting[p] > 0:
                    while queue_first[q] < 0:
                        q += 1
                    t = queue_first[q]
                    token = tokens[t]
                    queue_first[q] = token.next
                    if token.next < 0:
                        queue_last[q] = -1
                    waiting[p] -= 1
                    c = token.case
                    wait = now - token.since
                    if c < 0:
                        duty = duties[-1 - c]
                        work = drawn(
                            laws[duty.work], points, duty.key, 2 * token.visit + 1
                        )
                        if measured_from <= token.since < measured_to:
                            duty_jobs[-1 - c] += 1
                            duty_waits[-1 - c] += wait
                        done = now + work
                        if always_open[p] == 0:
                            done = finish(calendars, p, now, week, work)
                    else:
                        if outcome[c] != OPEN or (
                            token.block >= 0
                            and cancelled(counters, c, token.block, token.epoch)
                        ):
                            put(free, t)
                            if row_of[c] >= 0:
                                leave_row(counters, c)
                            continue
                        n = token.node
                        node = nodes[n]
                        token.state = IN_WORK
                        token.alarm = -1
                        work = 0.0
                        if node.work >= 0:
                            work = drawn(
                                laws[node.work],
                                points,
                                (case_key[c] + node.key) & WORD,
                                token.visit * PURPOSES + FOR_WORK,
                            )
                        done = now + work
                        i = c * CAUSES
                        j = n * CAUSES
                        if always_open[p] == 0:
                            done = finish(calendars, p, now, week, work)
                            queued = min(
                                wait, open_time(calendars, p, token.since, now, week)
                            )
                            closed = wait - queued + max(0.0, done - now - work)
                            wait = queued
                            waits[i + CLOSED] += closed
                            if case_measured[c] == 1:
                                node_waits[j + CLOSED] += closed
                        waits[i + QUEUE] += wait
                        waits[i + WORK] += work
                        if case_measured[c] == 1:
                            node_waits[j + QUEUE] += wait
                            node_waits[j + WORK] += work
                        if log_wanted:
                            logged = _log(
                                log, logged, c, n, token.visit, token.since, now, done
                            )
                    busy[p] += 1
                    push(agenda, done, SERVED, t)
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
                            duty_work[-1 - c] += work
                        else:
                            case_work[p] += work

            elif ready >= 0 and waiting[ready] > 0 and will_open[ready] == 0:
                will_open[ready] = 1
                at = next_opening(calendars, ready, now, week)
                push(agenda, at, OPENS, ready)
            ready = -1

            # ---- A token leaves its step, join or end, or begins the delay after it.
            if leaving >= 0 or delaying >= 0:
                t = leaving if leaving >= 0 else delaying
                token = tokens[t]
                c = token.case
                n = token.node
                node = nodes[n]
                if outcome[c] != OPEN or (
                    token.block >= 0
                    and cancelled(counters, c, token.block, token.epoch)
                ):
                    dropped = t
                elif delaying >= 0:
                    key = (case_key[c] + node.key) & WORD
                    index = token.visit * PURPOSES
                    delay = 0.0
                    if node.delay >= 0:
                        delay = drawn(laws[node.delay], points, key, index + FOR_DELAY)
                    if node.work >= 0 and node.pool < 0:
                        delay += drawn(laws[node.work], points, key, index + FOR_WORK)
                    kind = DELAYED
                    if node.patience > 0:
                        u = uniform(key, index + FOR_STAYING)
                        stay = -math.log1p(-u) / node.patience
                        if stay < delay:
                            delay = stay
                            kind = WALKS_AWAY
                    token.state = IN_DELAY
                    token.alarm = -1
                    push(agenda, now + delay, kind, t)
                    waits[c * CAUSES + node.cause] += delay
                    if case_measured[c] == 1:
                        node_waits[n * CAUSES + node.cause] += delay
                    if log_wanted and node.pool < 0:
                        logged = _log(
                            log, logged, c, n, token.visit, now, now, now + delay
                        )
                else:
                    if node.fills == 1 and has_seat[c] == 0:
                        if take_position(agenda, race, c, now):
                            for d in range(len(duties)):
                                for _ in range(duties[d].per_hire):
                                    job = take(free)
                                    tokens[job].case = -1 - d
                                    tokens[job].visit = duty_count[d]
                                    tokens[job].alarm = -1
                                    duty_count[d] += 1
                                    put(entering, job)
                        else:
                            closing = c
                            reason = RESCINDED
                    if node.offers == 1:
                        has_offer[c] = 1
                    if closing >= 0:
                        dropped = t
                    elif node.outcome >= 0:
                        closing = c
                        reason = node.outcome
                        dropped = t
                    else:
                        i = node.first
                        last = node.last - 1
                        if i < last:
                            u = uniform(
                                (case_key[c] + node.key) & WORD,
                                token.visit * PURPOSES + FOR_FLOW,
                            )
                            while i < last and u >= flow_upto[i]:
                                i += 1
                        token.node = flow_to[i]
                        token.state = MOVING
                        moving = t
                leaving = -1
                delaying = -1

            # ---- A case ends; an opening that it held goes to the next who waits.
            if closing >= 0:
                c = closing
                closing = -1
                outcome[c] = reason
                ended[c] = now
                r = case_requisition[c]
                if r >= 0 and leave_race(agenda, race, c, now):
                    t = next_parked(race, r, tokens)
                    while t >= 0:
                        token = tokens[t]
                        c = token.case
                        if outcome[c] == OPEN and not (
                            token.block >= 0
                            and cancelled(counters, c, token.block, token.epoch)
                        ):
                            put(entering, t)
                            break
                        put(free, t)
                        if row_of[c] >= 0:
                            leave_row(counters, c)
                        t = next_parked(race, r, tokens)
            if dropped >= 0:
                put(free, dropped)
                c = tokens[dropped].case
                if row_of[c] >= 0:
                    leave_row(counters, c)
                dropped = -1

            # ---- A token enters a node.
            if moving >= 0:
                t = moving
                moving = -1
            elif height(entering) > 0:
                t = take(entering)
            else:
                break
            token = tokens[t]
            c = token.case
            if c < 0:
                p = duties[-1 - c].pool
                q = p * priorities + duties[-1 - c].priority
                token.since = now
                if measured_from <= now < measured_to:
                    duty_came[-1 - c] += 1
            else:
                n = token.node
                node = nodes[n]
                kind = node.kind
                if outcome[c] != OPEN:
                    dropped = t
                    continue
                if kind != STEP:
                    if kind == END:
                        leaving = t
                        continue
                    if kind == SPLIT:
                        if row_of[c] < 0:
                            hold_row(counters, c)
                        split_up(counters, node, flow_to, tokens, t, free, entering)
                        continue
                    to = join(counters, node, flow_to, token, case_key[c])
                    if to == WAITS:
                        dropped = t
                    elif to == GOES_ON:
                        token.visit = 0
                        if node.counter >= 0:
                            token.visit = next_visit(counters, c, node.counter)
                        leaving = t
                    else:
                        token.node = to
                        moving = t
                    continue
                left_at[c] = n
                where = n
                if token.state == PARKED:
                    take_lock(race, tokens, c, entering)
                    waits[c * CAUSES + POSITION] += now - token.since
                    if case_measured[c] == 1:
                        node_waits[n * CAUSES + POSITION] += now - token.since
                elif (
                    node.position != CONTROL_NONE
                    and token.state == MOVING
                    and case_requisition[c] >= 0
                    and has_seat[c] == 0
                ):
                    answer = ask_for_position(race, node.position, tokens, t, now)
                    if answer == PARKED:
                        continue
                    if answer != OPEN:
                        closing = c
                        reason = answer
                        dropped = t
                        continue
                p = node.pool
                held = False
                if token.state != IN_BATCH:
                    token.visit = 0
                    if node.counter >= 0:
                        if row_of[c] < 0:
                            hold_row(counters, c)
                        token.visit = next_visit(counters, c, node.counter)
                    if case_measured[c] == 1:
                        visits[n] += 1
                    if node.every > 0:
                        at = node.offset + node.every * math.ceil(
                            (now - node.offset) / node.every - _SAME_MOMENT
                        )
                        if at > now:
                            token.state = IN_BATCH
                            push(agenda, at, BATCHED, t)
                            waits[c * CAUSES + BATCH] += at - now
                            if case_measured[c] == 1:
                                node_waits[n * CAUSES + BATCH] += at - now
                            held = True
                if not held and p < 0:
                    delaying = t
                    continue
                if (
                    node.patience > 0
                    and token.alarm < 0
                    and (
                        held
                        or waiting[p] > 0
                        or busy[p] >= people[p]
                        or not is_open(calendars, p, now, week)
                    )
                ):
                    u = uniform(
                        (case_key[c] + node.key) & WORD,
                        token.visit * PURPOSES + FOR_PATIENCE,
                    )
                    token.alarm = next_turn(agenda)
                    at = now - math.log1p(-u) / node.patience
                    push(agenda, at, IMPATIENT, t)
                if held:
                    continue
                token.since = now
                token.state = QUEUED
                q = p * priorities + node.priority

            # ---- A job joins the queue of its role.
            token.next = -1
            if queue_last[q] < 0:
                queue_first[q] = t
            else:
                tokens[queue_last[q]].next = t
            queue_last[q] = t
            waiting[p] += 1
            if busy[p] < people[p]:
                ready = p
            elif waiting[p] > settings.most_waiting:
                status = TOO_MANY_WAITING
                where = p

    return status, where, events, logged


@compiled
def _log(
    log: Any,
    logged: int,
    case: int,
    node: int,
    visit: int,
    ready: float,
    begun: float,
    done: float,
) -> int:
    """Add a row to the log; return the rows that it has."""
    i = LOG * logged
    log[i] = case
    log[i + 1] = node
    log[i + 2] = visit
    log[i + 3] = ready
    log[i + 4] = begun
    log[i + 5] = done
    return logged + 1
