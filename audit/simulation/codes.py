"""Small whole numbers that tables, kernel and results agree on.

Plain integers, because the kernel is compiled; what they mean to a reader is in
`WaitCause`, `EndReason` and the outcomes of the scenario.
"""

from __future__ import annotations

from enum import IntEnum

# Kinds of nodes in the tables.
STEP, SPLIT, JOIN, FAILURE, END, DUTY = range(6)

# What a step does about the position.
CONTROL_NONE, CONTROL_CHECK, CONTROL_LOCK = range(3)

# How a case ended: one of the scenario's outcomes (0 is the hire), or one of these.
OPEN = -1
LEFT_WAITING = -2
LEFT_FOR_OTHER_OFFER = -3
RESCINDED = -4
POSITION_FILLED = -5


class EndReason(IntEnum):
    """Ways to end that no flow of the process names."""

    OPEN = OPEN
    """Still on the way when the run stopped."""
    LEFT_WAITING = LEFT_WAITING
    """Walked away while a step kept the candidate waiting."""
    LEFT_FOR_OTHER_OFFER = LEFT_FOR_OTHER_OFFER
    """Accepted a job elsewhere."""
    RESCINDED = RESCINDED
    """Held an offer, and the position was filled by somebody else."""
    POSITION_FILLED = POSITION_FILLED
    """Held no offer yet when the position was filled."""


class WaitCause(IntEnum):
    """What a candidate's time is spent on; parallel branches each count."""

    QUEUE = 0
    """The people of the role are at work, on something else."""
    CLOSED = 1
    """The office is closed, the work may have begun."""
    BATCH = 2
    CANDIDATE = 3
    OUTSIDE = 4
    POSITION = 5
    """Waiting for an opening to be free."""
    WORK = 6
    """Somebody works on the case."""


QUEUE, CLOSED, BATCH, CANDIDATE, OUTSIDE, POSITION, WORK = range(7)
CAUSES = len(WaitCause)

# How a run ended.
FINISHED, TOO_MANY_EVENTS, TOO_MANY_WAITING, OUT_OF_ROOM = range(4)
