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
registers and memory of its own, and because plain Python loses most of its time by
calls. It is read top to bottom: next event, people who are free, the token that leaves
its step, cases that end, the token that enters a node, a delay, a queue. What only some
events meet (branches, positions, jobs of hires) is next door.
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
    DUTY,
    END,
    FINISHED,
    LEFT_FOR_OTHER_OFFER,
    LEFT_WAITING,
    OPEN,
    OUT_OF_ROOM,
    OUTSIDE,
    POSITION_FILLED,
    RESCINDED,
    SPLIT,
    STEP,
    TOO_MANY_EVENTS,
    TOO_MANY_WAITING,
)
from audit.simulation.compiling import (
    PLAIN,
    WORD,
    compiled,
    word,
)
from audit.simulation.events.agenda import (
    first,
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
    step_of,
)
from audit.simulation.events.gates import pass_gate
from audit.simulation.events.jobs import add_jobs, first_jobs, new_job, next_job
from audit.simulation.events.kinds import (
    APPLIES,
    BATCHED,
    DELAYED,
    DUTY_COMES,
    HEARS,
    IMPATIENT,
    OPENS,
    OTHER_OFFER,
    POSTS_AGAIN,
    SERVED,
    STOPS,
    WALKS_AWAY,
    WEEK_BEGINS,
)
from audit.simulation.events.positions import (
    is_told,
    leave_race,
    next_in_line,
    post_again,
    post_first,
    take_position,
    tell_all,
)
from audit.simulation.events.state import LOG, Found, KernelTables, Settings, State
from audit.simulation.events.tokens import (
    IN_BATCH,
    MOVING,
    PARKED,
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
        How the run ended; the role whose queue has no bound; the number of events and
        of rows in the log.
    """
    (
        flow_to, flow_upto, duties, laws, points, calendars, luck,
    ) = tables  # fmt: skip
    works, delays, ways, gaps, jobs = luck
    case_arrives, case_entry, case_requisition, _, case_key = cases
    (
        agenda, tokens, free, entering, counters, race, idle, waiting, will_open,
        queue_first, queue_last, duty_count,
    ) = state  # fmt: skip
    (
        arrived, ended, outcome, left_at, case_waits, nodes, role_work, duty_work,
        duty_came, duty_jobs, duty_waits, log,
    ) = found  # fmt: skip
    (
        case_queue, case_closed, case_batch, case_candidate, case_outside,
        case_position, case_work,
    ) = case_waits  # fmt: skip
    always_open = calendars.always
    has_offer = race.has_offer
    has_seat = race.has_seat
    row_of = counters.row
    measured_from = settings.measured_from
    measured_to = settings.measured_to
    priorities = settings.priorities
    scheduled = settings.scheduled
    spare = settings.spare
    most_waiting = settings.most_waiting
    races = settings.races
    cuts = settings.cuts
    other_offers = settings.other_offers
    offers_elsewhere = other_offers > 0
    # Known to be 0 the compiler leaves out what asks for it.
    visits_ahead = settings.visits_ahead if PLAIN else 0
    most_logged = len(log) // LOG - spare
    log_wanted = len(log) > 0

    turn = post_first(agenda, race, 0)
    push(agenda, (settings.end, -1, STOPS, FINISHED))
    push(agenda, (7.0, -2, WEEK_BEGINS, 0))
    turn = first_jobs(agenda, duties, gaps, calendars, turn)

    status = FINISHED
    events = 0
    if height(free) < spare or (log_wanted and most_logged < 0):
        push(agenda, (-1.0, -1, STOPS, OUT_OF_ROOM))
    where = -1
    logged = 0
    week = 0.0
    upcoming = 0
    next_arrival = math.inf
    if scheduled > 0:
        next_arrival = case_arrives[0]
    # The token that moves, and where it is.
    t = 0
    c = 0
    n = 0
    token = tokens[0]
    node = nodes[0]
    # What an event sets in motion; all are over before the next one.
    ready = False  # whether somebody of a role is free,
    role = 0  # and of which
    starting = False  # whether that one serves the token at once
    leaving = False  # whether the token leaves its step, join or end
    delaying = False  # whether it begins the delay after its step
    moving = False  # whether it enters a node, ahead of those on the stack
    over = False  # whether one of these is so:
    closing = False  # its case ends,
    reason = 0  # and how;
    dropped = False  # it goes
    others = False  # whether there may be tokens on the stack
    for number in range(settings.most_events):
        if next_arrival < (agenda[0][0] if PLAIN else first(agenda)):
            now = next_arrival
            order = -1
            kind = APPLIES
            place = upcoming
            upcoming += 1
            next_arrival = math.inf
            if upcoming < scheduled:
                next_arrival = case_arrives[upcoming]
        else:
            now, order, kind, place = pop(agenda)

        if kind == SERVED:
            t = place
            token = tokens[t]
            c = token.case
            n = token.node
            node = nodes[n]
            p = node.pool
            if node.goes_on:
                leaving = True
            elif c < 0:
                put(free, t)
            else:
                delaying = True
            idle[p] += 1
            if waiting[p]:
                ready = True
                role = p
        elif kind == DELAYED:
            t = place
            token = tokens[t]
            c = token.case
            n = token.node
            node = nodes[n]
            leaving = True
        elif kind == APPLIES:
            c = place
            arrived[c] = now
            if races and is_told(race, c):
                outcome[c] = POSITION_FILLED
                ended[c] = now
            else:
                moving = True
                t = take(free)
                token = tokens[t]
                token.case = c
                n = case_entry[c]
                token.block = -1
                token.alarm = -1
                token.state = MOVING
                if offers_elsewhere:
                    u = uniform((case_key[c] + OTHER_OFFERS) & WORD, 0)
                    at = now - math.log1p(-u) / other_offers
                    if at < settings.end:
                        push(agenda, (at, turn, OTHER_OFFER, c))
                        turn += 1
                if height(free) < spare:
                    push(agenda, (-1.0, -1, STOPS, OUT_OF_ROOM))
        elif kind == DUTY_COMES:
            moving = True
            t = new_job(duties, duty_count, tokens, free, place)
            if height(free) < spare:
                push(agenda, (-1.0, -1, STOPS, OUT_OF_ROOM))
            token = tokens[t]
            c = token.case
            n = token.node
            number_of_jobs = duty_count[place]
            at = next_job(duties, gaps, calendars, place, number_of_jobs, now, week)
            if at < settings.end:
                push(agenda, (at, turn, DUTY_COMES, place))
                turn += 1
        elif kind == OPENS:
            will_open[place] = 0
            role = place
            ready = waiting[role] > 0 and idle[role] > 0
        elif kind == OTHER_OFFER:
            c = place
            if outcome[c] == OPEN:
                over = True
                closing = True
                reason = LEFT_FOR_OTHER_OFFER
                if row_of[c] >= 0:
                    left_at[c] = step_of(counters, tokens, c, left_at[c])
        elif kind == HEARS:
            tell_all(race, place, now)
        elif kind == POSTS_AGAIN:
            turn = post_again(agenda, race, place, now, turn)
        elif kind == WEEK_BEGINS:
            week = now
            push(agenda, (week + 7.0, -2, WEEK_BEGINS, 0))
        elif kind == STOPS:
            status = place
            events = number
            break
        else:
            t = place
            token = tokens[t]
            c = token.case
            there = kind != IMPATIENT or token.alarm == order
            if there:
                there = outcome[c] == OPEN and not (
                    token.block >= 0
                    and cancelled(counters, c, token.block, token.epoch)
                )
            if kind == BATCHED and there:
                moving = True
                n = token.node
            elif kind != IMPATIENT:
                over = True
                dropped = True
            if kind != BATCHED and there:
                over = True
                closing = True
                reason = LEFT_WAITING
                left_at[c] = token.node

        while True:
            # ---- People who are free begin a job: the token, or one of their queue.
            if ready:
                ready = False
                closes = not always_open[role]
                if starting or not closes or is_open(calendars, role, now, week):
                    while True:
                        if starting:
                            starting = False
                            begun = t
                            job = token
                            who = c
                            desk = node
                            at_node = n
                            wait = 0.0
                        else:
                            q = role * priorities
                            while queue_first[q] < 0:
                                q += 1
                            begun = queue_first[q]
                            job = tokens[begun]
                            queue_first[q] = job.next
                            if job.next < 0:
                                queue_last[q] = -1
                            waiting[role] -= 1
                            who = job.case
                            wait = now - job.since
                            at_node = job.node
                            desk = nodes[at_node]
                            if (
                                cuts
                                and who >= 0
                                and (
                                    outcome[who] != OPEN
                                    or (
                                        job.block >= 0
                                        and cancelled(
                                            counters, who, job.block, job.epoch
                                        )
                                    )
                                )
                            ):
                                put(free, begun)
                                if row_of[who] >= 0:
                                    leave_row(counters, who)
                                if waiting[role] and idle[role]:
                                    continue
                                break
                        if who >= 0:
                            if job.visit < visits_ahead:
                                work = works[at_node][who]
                            elif desk.work >= 0:
                                work = drawn(
                                    laws[desk.work],
                                    points,
                                    (case_key[who] + desk.key) & WORD,
                                    job.visit * PURPOSES + FOR_WORK,
                                )
                            else:
                                work = 0.0
                            done = now + work
                            if cuts:
                                job.alarm = -1
                            if closes:
                                done = finish(calendars, role, now, week, work)
                                queued = min(
                                    wait,
                                    open_time(calendars, role, job.since, now, week),
                                )
                                closed = wait - queued + max(0.0, done - now - work)
                                wait = queued
                                case_closed[who] += closed
                                desk.closed_days += closed
                            if wait:
                                case_queue[who] += wait
                                desk.queue_days += wait
                            case_work[who] += work
                            desk.work_days += work
                            if log_wanted:
                                logged = _log(
                                    log, logged, who, at_node, job.visit, job.since,
                                    now, done,
                                )  # fmt: skip
                                if logged > most_logged:
                                    push(agenda, (-1.0, -1, STOPS, OUT_OF_ROOM))
                            if now >= measured_from and done <= measured_to:
                                role_work[role] += work
                            elif done > measured_from and now < measured_to:
                                role_work[role] += _inside(
                                    calendars, role, now, done, measured_from,
                                    measured_to,
                                )  # fmt: skip
                        else:
                            d = -1 - who
                            duty = duties[d]
                            if PLAIN and job.visit < len(jobs[d]):
                                work = jobs[d][job.visit]
                            else:
                                work = drawn(
                                    laws[duty.work], points, duty.key, 2 * job.visit + 1
                                )
                            if measured_from <= job.since < measured_to:
                                duty_jobs[d] += 1
                                duty_waits[d] += now - job.since
                            done = now + work
                            if closes:
                                done = finish(calendars, role, now, week, work)
                            if now >= measured_from and done <= measured_to:
                                duty_work[d] += work
                            elif done > measured_from and now < measured_to:
                                duty_work[d] += _inside(
                                    calendars, role, now, done, measured_from,
                                    measured_to,
                                )  # fmt: skip
                        idle[role] -= 1
                        push(agenda, (done, turn, SERVED, begun))
                        turn += 1
                        if not waiting[role] or not idle[role]:
                            break
                elif waiting[role] and will_open[role] == 0:
                    will_open[role] = 1
                    at = next_opening(calendars, role, now, week)
                    push(agenda, (at, turn, OPENS, role))
                    turn += 1
                if not (leaving or delaying or others):
                    break

            # ---- The token leaves its step, join or end.
            if leaving:
                leaving = False
                moving = True
                if not node.plain_out:
                    if cuts and (
                        outcome[c] != OPEN
                        or (
                            token.block >= 0
                            and cancelled(counters, c, token.block, token.epoch)
                        )
                    ):
                        over = True
                        dropped = True
                    else:
                        if node.fills == 1 and has_seat[c] == 0:
                            if take_position(agenda, race, c, now, turn):
                                turn += 1
                                add_jobs(duties, duty_count, tokens, free, entering)
                                others = True
                                if height(free) < spare:
                                    push(agenda, (-1.0, -1, STOPS, OUT_OF_ROOM))
                            else:
                                closing = True
                                reason = RESCINDED
                        if node.offers == 1:
                            has_offer[c] = 1
                        if node.outcome >= 0 and not closing:
                            closing = True
                            reason = node.outcome
                        dropped = closing
                        over = closing
                    moving = not over
                if moving:
                    to = node.only
                    if to >= 0:
                        n = to
                    elif token.visit < visits_ahead:
                        n = ways[n][c]
                    else:
                        i = node.first
                        last = node.last - 1
                        u = uniform(
                            (case_key[c] + node.key) & WORD,
                            token.visit * PURPOSES + FOR_FLOW,
                        )
                        while i < last and u >= flow_upto[i]:
                            i += 1
                        n = flow_to[i]

            # ---- Its case ends; an opening that it held goes to the next who waits.
            if over:
                over = False
                if closing:
                    closing = False
                    outcome[c] = reason
                    ended[c] = now
                    if races and case_requisition[c] >= 0:
                        r = case_requisition[c]
                        held = leave_race(agenda, race, c, now, turn)
                        turn += 1
                        if held:
                            parked = next_in_line(race, r, counters, tokens, free)
                            if parked >= 0:
                                put(entering, parked)
                                others = True
                if dropped:
                    dropped = False
                    put(free, t)
                    if row_of[c] >= 0:
                        leave_row(counters, c)

            # ---- It enters a node, or the next one of the stack does.
            if not delaying:
                if moving:
                    moving = False
                elif others:
                    if height(entering) == 0:
                        others = False
                        break
                    t = take(entering)
                    token = tokens[t]
                    c = token.case
                    n = token.node
                else:
                    break
                node = nodes[n]
                p = node.pool
                q = node.queue
                if node.plain_in:
                    left_at[c] = n
                    token.node = n
                    node.visits += 1
                    token.visit = 0
                    if p < 0:
                        delaying = True
                else:
                    if cuts and c >= 0 and outcome[c] != OPEN:
                        over = True
                        dropped = True
                        continue
                    kind = node.kind
                    if kind == END:
                        if node.fills:
                            leaving = True
                        else:
                            over = True
                            closing = True
                            reason = node.outcome
                            dropped = True
                        continue
                    if kind == STEP:
                        left_at[c] = n
                        token.node = n
                        held = False
                        parked = False
                        batched = token.state == IN_BATCH
                        if token.state == MOVING:
                            if node.counter < 0:
                                token.visit = 0
                            else:
                                if row_of[c] < 0:
                                    hold_row(counters, c)
                                token.visit = next_visit(counters, c, node.counter)
                        if node.gated:
                            answer = pass_gate(
                                agenda, race, tokens, entering, case_position,
                                case_batch, node, t, now, turn,
                            )  # fmt: skip
                            turn += 1
                            others = True
                            parked = answer == PARKED
                            held = parked or answer == IN_BATCH
                            if answer < OPEN:
                                over = True
                                closing = True
                                reason = answer
                                dropped = True
                                continue
                        if not (batched or parked):
                            node.visits += 1
                        if p < 0 and not held:
                            delaying = True
                        else:
                            if (
                                node.patience > 0
                                and token.alarm < 0
                                and (
                                    held
                                    or waiting[p] > 0
                                    or idle[p] == 0
                                    or not is_open(calendars, p, now, week)
                                )
                            ):
                                stay = _stays(node, case_key[c], token, FOR_PATIENCE)
                                token.alarm = turn
                                push(agenda, (now + stay, turn, IMPATIENT, t))
                                turn += 1
                            if held:
                                continue
                    elif kind == DUTY:
                        if measured_from <= now < measured_to:
                            duty_came[-1 - c] += 1
                    elif kind == SPLIT:
                        if row_of[c] < 0:
                            hold_row(counters, c)
                        split_up(counters, node, flow_to, tokens, t, free, entering)
                        others = True
                        if height(free) < spare:
                            push(agenda, (-1.0, -1, STOPS, OUT_OF_ROOM))
                        continue
                    else:
                        to = join(counters, node, flow_to, token, case_key[c])
                        if to == WAITS:
                            over = True
                            dropped = True
                        elif to == GOES_ON:
                            token.visit = 0
                            if node.counter >= 0:
                                token.visit = next_visit(counters, c, node.counter)
                            leaving = True
                        else:
                            left_at[c] = token.node
                            n = to
                            moving = True
                        continue

            # ---- It begins the delay after its step.
            if delaying:
                delaying = False
                if token.visit < visits_ahead:
                    delay = delays[n][c]
                else:
                    key = (case_key[c] + node.key) & WORD
                    index = token.visit * PURPOSES
                    delay = 0.0
                    if node.delay >= 0:
                        delay = drawn(laws[node.delay], points, key, index + FOR_DELAY)
                    if node.work >= 0 and node.pool < 0:
                        delay += drawn(laws[node.work], points, key, index + FOR_WORK)
                kind = DELAYED
                if cuts:
                    if outcome[c] != OPEN or (
                        token.block >= 0
                        and cancelled(counters, c, token.block, token.epoch)
                    ):
                        over = True
                        dropped = True
                        continue
                    if node.patience > 0:
                        stay = _stays(node, case_key[c], token, FOR_STAYING)
                        if stay < delay:
                            delay = stay
                            kind = WALKS_AWAY
                        token.alarm = -1
                push(agenda, (now + delay, turn, kind, t))
                turn += 1
                if node.cause == OUTSIDE:
                    case_outside[c] += delay
                    node.outside_days += delay
                else:
                    case_candidate[c] += delay
                    node.candidate_days += delay
                if log_wanted and node.pool < 0:
                    logged = _log(log, logged, c, n, token.visit, now, now, now + delay)
                    if logged > most_logged:
                        push(agenda, (-1.0, -1, STOPS, OUT_OF_ROOM))
                if others:
                    continue
                break

            # ---- Its job begins at once, or joins the queue of its role.
            token.since = now
            if idle[p]:
                ready = True
                role = p
                if not waiting[p] and (
                    always_open[p] or is_open(calendars, p, now, week)
                ):
                    starting = True
                    continue
            token.next = -1
            if queue_last[q] < 0:
                queue_first[q] = t
            else:
                tokens[queue_last[q]].next = t
            queue_last[q] = t
            waiting[p] += 1
            if not ready:
                if waiting[p] > most_waiting:
                    push(agenda, (-1.0, -1, STOPS, TOO_MANY_WAITING))
                    where = p
                if not others:
                    break
    else:
        status = TOO_MANY_EVENTS
        events = settings.most_events

    return status, where, events, logged


@compiled
def _stays(node: Any, case_key: Any, token: Any, purpose: int) -> float:
    """Return how many days a case stays that has to wait for or after a step."""
    key = (case_key + node.key) & WORD
    u = uniform(key, token.visit * PURPOSES + purpose)
    stays: float = -math.log1p(-u) / node.patience
    return stays


@compiled
def _inside(
    calendars: Any, role: int, begun: float, done: float, since: float, until: float
) -> float:
    """Return the days of a job, begun and done then, that lie between two moments."""
    last = min(done, until)
    return open_time(calendars, role, max(begun, since), last, week_of(last))


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
