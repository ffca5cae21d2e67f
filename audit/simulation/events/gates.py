"""What a case may have to wait for before a step: an opening, and its batch."""

from __future__ import annotations

import math
from typing import Any

from audit.simulation.codes import CONTROL_NONE, OPEN
from audit.simulation.compiling import compiled
from audit.simulation.events.agenda import Agenda, push
from audit.simulation.events.kinds import BATCHED
from audit.simulation.events.positions import Race, ask_for_position, take_lock
from audit.simulation.events.tokens import IN_BATCH, MOVING, PARKED

_SAME_MOMENT = 1e-9
"""Shares of a batch period that rounding may make of a candidate who is on time."""


@compiled
def pass_gate(
    agenda: Agenda,
    race: Race,
    tokens: Any,
    entering: Any,
    case_position: Any,
    case_batch: Any,
    node: Any,
    t: int,
    now: float,
    turn: int,
) -> int:
    """Look whether the case of a token can begin a step.

    Args:
        agenda: Takes the moment of the batch, if the case has to wait for it.
        race: Openings.
        tokens: All tokens.
        entering: Stack of tokens that enter a node; other branches of the case may.
        case_position: Case -> days of waiting for an opening; those so far are added.
        case_batch: Case -> days of waiting for a batch; those to come are added.
        node: The step, which counts the same days.
        t: The token.
        now: The moment.
        turn: Of the event, if one is set down.

    Returns:
        `OPEN` when the step can begin, `PARKED` when the case has to wait for an
        opening, `IN_BATCH` when it has to wait for its batch, else how the case ends.
    """
    token = tokens[t]
    c = token.case
    if token.state == PARKED:
        take_lock(race, tokens, c, entering)
        wait = now - token.since
        case_position[c] += wait
        node.position_days += wait
    elif (
        token.state == MOVING
        and node.position != CONTROL_NONE
        and race.requisition_of[c] >= 0
        and race.has_seat[c] == 0
    ):
        answer = ask_for_position(race, node.position, tokens, t, now)
        if answer != OPEN:
            return answer
    comes_with_batch = token.state == IN_BATCH
    token.state = MOVING
    if node.every > 0 and not comes_with_batch:
        at = node.offset + node.every * math.ceil(
            (now - node.offset) / node.every - _SAME_MOMENT
        )
        if at > now:
            token.state = IN_BATCH
            push(agenda, (at, turn, BATCHED, t))
            case_batch[c] += at - now
            node.batch_days += at - now
            return IN_BATCH
    return OPEN
