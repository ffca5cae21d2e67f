"""Openings that candidates race for: who holds one, who hears that it is gone."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from audit.simulation.codes import (
    CONTROL_CHECK,
    OPEN,
    POSITION_FILLED,
    RESCINDED,
)
from audit.simulation.compiling import COMPILED, compiled, rows
from audit.simulation.events.agenda import Agenda, crowded, level, push
from audit.simulation.events.branches import Counters, cancelled, leave_row
from audit.simulation.events.kinds import APPLIES, HEARS, POSTS_AGAIN
from audit.simulation.events.tokens import PARKED, put

REQUISITION = np.dtype(
    [
        ("filled_on", np.float64),  # day on which an opening was taken last
        ("openings", np.int32),
        ("filled", np.int32),
        ("locked", np.int32),  # openings set aside
        ("told", np.int32),  # 1 when all have heard that it is filled
        ("posting", np.int32),  # how often it was posted again
        ("alive", np.int32),  # cases of the posting that have not ended
        ("first_parked", np.int32),  # token that waits longest for an opening, or -1
        ("last_parked", np.int32),
    ],
    align=True,
)
"""What is known of a requisition."""


class Race(NamedTuple):
    """Requisitions and the cases that belong to them."""

    requisitions: Any
    requisition_of: Any
    """Case -> its requisition, or -1."""
    posting_first: Any
    """Posting -> place of its first case in `posting_cases`."""
    posting_cases: Any
    postings: int
    """Postings that a requisition can have."""
    notice: float
    """Days from the last opening filled until the others hear of it."""
    repost_after: float
    opened: Any
    """Requisition -> day on which it is posted first."""
    arrives: Any
    """Case -> day of application; days after the posting for later postings."""
    arrived: Any
    ended: Any
    outcome: Any
    has_offer: Any
    has_seat: Any
    has_lock: Any


def new_requisitions(openings: np.ndarray) -> Any:
    """Return requisitions with so many openings each, none of them posted yet."""
    none = np.zeros(len(openings), np.int64)
    starts = {
        "filled_on": np.full(len(openings), np.nan),
        "openings": openings,
        "first_parked": none - 1,
        "last_parked": none - 1,
    }
    names = REQUISITION.names or ()
    return rows(REQUISITION, tuple(starts.get(name, none) for name in names))


@compiled
def post_first(agenda: Agenda, race: Race, turn: int) -> int:
    """Count the cases of all first postings; who gets none posts again.

    Returns:
        The turn of the next event.
    """
    for r in range(len(race.opened)):
        requisition = race.requisitions[r]
        first = r * race.postings
        requisition.alive = race.posting_first[first + 1] - race.posting_first[first]
        if requisition.alive == 0 and race.postings > 1:
            push(agenda, (race.opened[r] + race.repost_after, turn, POSTS_AGAIN, r))
            turn += 1
            # All of them come before the loop, which would level the agenda for it.
            if COMPILED and crowded(agenda):
                level(agenda)
    return turn


@compiled
def post_again(agenda: Agenda, race: Race, r: int, now: float, turn: int) -> int:
    """Post a requisition once more: its next candidates come.

    Returns:
        The turn of the next event.
    """
    requisition = race.requisitions[r]
    requisition.posting += 1
    posting = r * race.postings + requisition.posting
    first, last = race.posting_first[posting], race.posting_first[posting + 1]
    requisition.alive = last - first
    for i in range(first, last):
        c = race.posting_cases[i]
        push(agenda, (now + race.arrives[c], turn, APPLIES, c))
        turn += 1
    if requisition.alive == 0 and requisition.posting + 1 < race.postings:
        push(agenda, (now + race.repost_after, turn, POSTS_AGAIN, r))
        turn += 1
    return turn


@compiled
def is_told(race: Race, c: int) -> bool:
    """Return whether all have heard that the requisition of a case is filled."""
    r = race.requisition_of[c]
    return bool(r >= 0 and race.requisitions[r].told == 1)


@compiled
def tell_all(race: Race, r: int, now: float) -> None:
    """End the cases of all who applied for a requisition that is filled."""
    race.requisitions[r].told = 1
    first = r * race.postings
    last = first + race.requisitions[r].posting + 1
    for i in range(race.posting_first[first], race.posting_first[last]):
        c = race.posting_cases[i]
        if race.outcome[c] == OPEN and race.arrived[c] <= now and race.has_seat[c] == 0:
            race.outcome[c] = RESCINDED if race.has_offer[c] == 1 else POSITION_FILLED
            race.ended[c] = now


@compiled
def ask_for_position(race: Race, control: int, tokens: Any, t: int, now: float) -> int:
    """Look whether an opening is there for a case before a step of it begins.

    Returns:
        `OPEN` when the step can begin (and the opening is set aside, if the step locks
        it), `PARKED` when the case has to wait for one, else how the case ends.
    """
    c = tokens[t].case
    requisition = race.requisitions[race.requisition_of[c]]
    if control == CONTROL_CHECK:
        if requisition.filled < requisition.openings:
            return OPEN
        return RESCINDED if race.has_offer[c] == 1 else POSITION_FILLED
    if race.has_lock[c] == 1:
        return OPEN
    if requisition.filled + requisition.locked < requisition.openings:
        race.has_lock[c] = 1
        requisition.locked += 1
        return OPEN
    token = tokens[t]
    token.state = PARKED
    token.since = now
    token.next = -1
    if requisition.last_parked < 0:
        requisition.first_parked = t
    else:
        tokens[requisition.last_parked].next = t
    requisition.last_parked = t
    return PARKED


@compiled
def take_lock(race: Race, tokens: Any, c: int, entering: Any) -> None:
    """Set an opening aside for a case that waited for it.

    Its tokens in other branches, which wait for the same opening, go on too.
    """
    if race.has_lock[c] == 1:
        return
    requisition = race.requisitions[race.requisition_of[c]]
    race.has_lock[c] = 1
    requisition.locked += 1
    before = -1
    t = requisition.first_parked
    while t >= 0:
        after = tokens[t].next
        if tokens[t].case != c:
            before = t
        else:
            put(entering, t)
            if before < 0:
                requisition.first_parked = after
            else:
                tokens[before].next = after
            if after < 0:
                requisition.last_parked = before
        t = after


@compiled
def take_position(agenda: Agenda, race: Race, c: int, now: float, turn: int) -> bool:
    """Give an opening to a case, if one is left; return whether it has one.

    The event that all hear of it is set down at the turn.
    """
    r = race.requisition_of[c]
    if r < 0:
        race.has_seat[c] = 1
        return True
    requisition = race.requisitions[r]
    if requisition.filled >= requisition.openings:
        return False
    race.has_seat[c] = 1
    requisition.filled += 1
    requisition.filled_on = now
    if race.has_lock[c] == 1:
        race.has_lock[c] = 0
        requisition.locked -= 1
    if requisition.filled == requisition.openings:
        push(agenda, (now + race.notice, turn, HEARS, r))
    return True


@compiled
def leave_race(agenda: Agenda, race: Race, c: int, now: float, turn: int) -> bool:
    """Take a case that has ended out of its race; return whether it held an opening.

    A new posting, if this was the last case of one, is set down at the turn.
    """
    r = race.requisition_of[c]
    requisition = race.requisitions[r]
    requisition.alive -= 1
    held = race.has_lock[c] == 1
    if held:
        race.has_lock[c] = 0
        requisition.locked -= 1
    if (
        requisition.alive == 0
        and requisition.filled < requisition.openings
        and requisition.posting + 1 < race.postings
    ):
        push(agenda, (now + race.repost_after, turn, POSTS_AGAIN, r))
    return bool(held)


@compiled
def next_in_line(race: Race, r: int, counters: Counters, tokens: Any, free: Any) -> int:
    """Take the token that waits longest for an opening; -1 if none does.

    Tokens of cases that have ended, and of branches that were called off, go.
    """
    requisition = race.requisitions[r]
    while requisition.first_parked >= 0:
        t: int = requisition.first_parked
        token = tokens[t]
        requisition.first_parked = token.next
        if token.next < 0:
            requisition.last_parked = -1
        c = token.case
        if race.outcome[c] == OPEN and not (
            token.block >= 0 and cancelled(counters, c, token.block, token.epoch)
        ):
            return t
        put(free, t)
        if counters.row[c] >= 0:
            leave_row(counters, c)
    return -1
