"""Parallel branches of cases, and how often a case was at a node.

Only cases that can come back to a node, or that split up, need counters; each such case
holds a row of them as long as a token of it is under way.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from audit.simulation.codes import FAILURE
from audit.simulation.compiling import (
    WORD,
    columns,
    compiled,
    inlined,
    integers,
    one_row,
)
from audit.simulation.events.tokens import MOVING, NOBODY, full_stack, put, take
from audit.simulation.randomness import FOR_FAILURE, PURPOSES, uniform
from audit.simulation.tables import BlockTable

# Counters of one block in the row of a case.
_CAME, _FAILED, _FAILS_TO, _FAILED_AT, _EPOCH = range(5)
_PER_BLOCK = 5

WAITS, GOES_ON = -1, -2
"""What a token does at the end of its branch, or the node to which the case fails."""


class Counters(NamedTuple):
    """Rows of counters, and who holds them."""

    values: Any
    """Visits of the nodes that can be met again, then those of each block."""
    tokens: Any
    """Row -> tokens of its case that are under way."""
    free: Any
    """Stack of rows that nobody holds."""
    row: Any
    """Case -> its row, or -1."""
    width: int
    nodes: int
    """Counters before those of the blocks."""
    outer: Any
    """Block -> the block around it, or -1."""
    last: Any
    """Block -> the last of the blocks inside it."""


def new_counters(cases: int, room: int, nodes: int, blocks: BlockTable) -> Counters:
    """Return counters for so many cases, of which `room` at once hold a row."""
    width = nodes + _PER_BLOCK * len(blocks.last)
    return one_row(
        Counters(
            integers(room * width, 0),
            integers(room, 0),
            full_stack(room),
            integers(cases, -1),
            width,
            nodes,
            *columns(blocks),
        )
    )


@compiled
def hold_row(counters: Counters, case: int) -> None:
    """Give a case a row, all zero, for the one token that it has."""
    row = take(counters.free)
    width = counters.width
    for i in range(row * width, row * width + width):
        counters.values[i] = 0
    counters.tokens[row] = 1
    counters.row[case] = row


@compiled
def leave_row(counters: Counters, case: int) -> None:
    """Count one token less of a case; with the last one its row is free again."""
    row = counters.row[case]
    counters.tokens[row] -= 1
    if counters.tokens[row] == 0:
        put(counters.free, row)
        counters.row[case] = -1


@inlined
def next_visit(counters: Counters, case: int, counter: int) -> int:
    """Return how often the case was at the node before, and count this visit."""
    i = counters.row[case] * counters.width + counter
    visit: int = counters.values[i]
    counters.values[i] += 1
    return visit


@compiled
def cancelled(counters: Counters, case: int, block: int, epoch: int) -> bool:
    """Return whether the round of a block in which a token is was called off."""
    return bool(counters.values[_block(counters, case, block) + _EPOCH] != epoch)


@inlined
def _block(counters: Counters, case: int, block: int) -> int:
    """Return where the counters of a block begin in the row of a case."""
    begin: int = counters.row[case] * counters.width + counters.nodes
    return begin + _PER_BLOCK * block


@compiled
def split_up(
    counters: Counters, node: Any, flow_to: Any, tokens: Any, t: int, free: Any, to: Any
) -> None:
    """Put a token on each branch of a block; the one that came goes first of them.

    Args:
        counters: Rows of the cases.
        node: The split.
        flow_to: Flow -> its node.
        tokens: All tokens.
        t: The token that came.
        free: Stack of free tokens.
        to: Stack of tokens that enter a node.
    """
    c = tokens[t].case
    b = node.block
    epoch = counters.values[_block(counters, c, b) + _EPOCH]
    counters.tokens[counters.row[c]] += node.last - node.first - 1
    for i in range(node.first, node.last):
        place = t
        if i > node.first:
            place = take(free)
        part = tokens[place]
        part.case = c
        part.node = flow_to[i]
        part.state = MOVING
        part.block = b
        part.epoch = epoch
        part.alarm = -1
        put(to, place)


@compiled
def join(counters: Counters, node: Any, flow_to: Any, token: Any, case_key: Any) -> int:
    """Count a token that comes to the end of its branch.

    Returns:
        `WAITS` for the other branches, `GOES_ON` behind the block, or the node to which
        the case fails. In the last two cases the token stands behind the block; where
        the case fails, its node is the step that turned it down.
    """
    c, b = token.case, node.block
    values = counters.values
    i = _block(counters, c, b)
    values[i + _CAME] += 1
    fails = node.kind == FAILURE
    if fails:
        values[i + _FAILED] += 1
        # Of several failures each is as likely to be the one told.
        u = uniform(
            (case_key + node.key) & WORD, values[i + _EPOCH] * PURPOSES + FOR_FAILURE
        )
        if u * values[i + _FAILED] < 1.0:
            values[i + _FAILS_TO] = flow_to[node.first]
            values[i + _FAILED_AT] = token.node
    cancels = fails and node.cancels == 1
    if values[i + _CAME] < node.parts and not cancels:
        token.case = NOBODY
        return WAITS
    to = GOES_ON
    if values[i + _FAILED] > 0:
        to = values[i + _FAILS_TO]
        token.node = values[i + _FAILED_AT]
    last = counters.last[b] if cancels else b
    for inner in range(b, last + 1):
        i = _block(counters, c, inner)
        values[i + _CAME] = 0
        values[i + _FAILED] = 0
        values[i + _EPOCH] += 1
    b = counters.outer[b]
    token.block = b
    if b >= 0:
        token.epoch = values[_block(counters, c, b) + _EPOCH]
    return to


@compiled
def step_of(counters: Counters, tokens: Any, case: int, last: int) -> int:
    """Return a step at which a case inside a block is.

    The one that it entered last, unless that branch is over.
    """
    found = -1
    for t in range(len(tokens)):
        token = tokens[t]
        if token.case == case and not (
            token.block >= 0 and cancelled(counters, case, token.block, token.epoch)
        ):
            if token.node == last:
                return last
            if found < 0:
                found = int(token.node)
    return found if found >= 0 else last
