"""Tokens: where cases are. A case has more than one inside a parallel block.

Rows with fields are records of one array when compiled, so that all of a row lies side
by side in memory, and plain objects when not.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from audit.simulation.compiling import COMPILED, inlined, rows

TOKEN = np.dtype(
    [
        ("since", np.float64),  # day on which it began to wait
        ("alarm", np.int64),  # turn of the event that ends its patience, or -1
        ("case", np.int32),  # -1 - duty for a job of another duty
        ("node", np.uint32),
        ("state", np.int32),
        ("visit", np.uint32),  # how often the case was at the node before
        ("block", np.int32),  # innermost block around it, or -1
        ("epoch", np.int32),  # round of that block to which it belongs
        ("next", np.int32),  # who comes after it in a queue, or -1
    ],
    align=True,
)
"""What is known of a token."""

NOBODY = -(2**31)
"""In the place of a case for a token whose branch is over, or that was never used."""

MOVING, IN_BATCH, PARKED = range(3)
"""How a token comes to its node: from another, its batch, or an opening set aside."""


def new_tokens(room: int) -> Any:
    """Return so many tokens."""
    nothing = {"case": np.full(room, NOBODY)}
    blank = np.zeros(room, np.int64)
    names = TOKEN.names or ()
    return rows(TOKEN, tuple(nothing.get(name, blank) for name in names))


# A stack counts its members in its first cell. Its numbers are unsigned, so that the
# compiler need not ask whether a place counts from the end. Without the compiler it is
# a list.


def new_stack(room: int) -> Any:
    """Return an empty stack of so many places."""
    return np.zeros(room + 1, np.uint32) if COMPILED else []


def full_stack(room: int) -> Any:
    """Return a stack of all places below `room`, 0 on top."""
    places = np.arange(room)[::-1]
    if not COMPILED:
        return places.tolist()
    return np.concatenate([[room], places]).astype(np.uint32)


@inlined
def _height(stack: Any) -> int:
    count: int = stack[0]
    return count


@inlined
def _put(stack: Any, place: int) -> None:
    top = stack[0] + 1
    stack[0] = top
    stack[top] = place


@inlined
def _take(stack: Any) -> int:
    top = stack[0]
    stack[0] = top - 1
    place: int = stack[top]
    return place


height: Any = _height if COMPILED else len
"""Return how many places are on a stack."""

put: Any = _put if COMPILED else list.append
"""Put a place on a stack."""

take: Any = _take if COMPILED else list.pop
"""Take the place on top of a stack."""
