"""Jobs of other duties: those that come by chance, and those that hires bring."""

from __future__ import annotations

import math
from typing import Any

from audit.simulation.calendar import CalendarTable, finish
from audit.simulation.compiling import COMPILED, PLAIN, compiled
from audit.simulation.events.agenda import Agenda, crowded, level, push
from audit.simulation.events.kinds import DUTY_COMES
from audit.simulation.events.tokens import put, take
from audit.simulation.randomness import uniform


@compiled
def first_jobs(
    agenda: Agenda, duties: Any, gaps: Any, calendars: CalendarTable, turn: int
) -> int:
    """Set down when the first job of each duty comes.

    Returns:
        The turn of the next event.
    """
    for d in range(len(duties)):
        if duties[d].mean_gap > 0:
            gap = _gap(duties[d], gaps, d, 0)
            at = finish(calendars, duties[d].pool, 0.0, 0.0, gap)
            push(agenda, (at, turn, DUTY_COMES, d))
            turn += 1
            # All of them come before the loop, which would level the agenda for it.
            if COMPILED and crowded(agenda):
                level(agenda)
    return turn


@compiled
def next_job(
    duties: Any,
    gaps: Any,
    calendars: CalendarTable,
    d: int,
    number: int,
    now: float,
    week: float,
) -> float:
    """Return when job `number` of a duty comes, if the one before comes now."""
    gap = _gap(duties[d], gaps, d, number)
    at: float = finish(calendars, duties[d].pool, now, week, gap)
    return at


@compiled
def _gap(duty: Any, gaps: Any, d: int, number: int) -> float:
    """Return the working days of the role from one job of a duty to the next."""
    if PLAIN and number < len(gaps[d]):
        drawn: float = gaps[d][number]
        return drawn
    gap: float = -duty.mean_gap * math.log1p(-uniform(duty.key, 2 * number))
    return gap


@compiled
def new_job(duties: Any, duty_count: Any, tokens: Any, free: Any, d: int) -> int:
    """Return a token for one job more of a duty, at the node of the duty."""
    t: int = take(free)
    token = tokens[t]
    token.case = -1 - d
    token.node = duties[d].node
    token.visit = duty_count[d]
    token.alarm = -1
    duty_count[d] += 1
    return t


@compiled
def add_jobs(
    duties: Any, duty_count: Any, tokens: Any, free: Any, entering: Any
) -> None:
    """Put the jobs that one hire adds on the stack of tokens that enter.

    Args:
        duties: All duties.
        duty_count: Duty -> jobs so far.
        tokens: All tokens.
        free: Stack of free tokens.
        entering: Stack of tokens that enter a node.
    """
    for d in range(len(duties)):
        for _ in range(duties[d].per_hire):
            put(entering, new_job(duties, duty_count, tokens, free, d))
