"""Executed successor pairs: which step really follows which, given a hire.

Counting on pairs of steps instead of on boxes makes handoffs invariant: gateways and
steps that nobody sees (systems) are looked through, which is the Schur complement
Q_AA + Q_AG (I - Q_GG)^-1 Q_GA. A parallel split enters every branch, a join is left by
every branch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from audit.analysis.levels import Level
from audit.analysis.markov import Array
from audit.model import Step

Pairs = dict[tuple[str, str], float]
Seen = Callable[[Step], bool]


@dataclass(frozen=True, slots=True)
class _Ends:
    """What is seen of one traversal, by step: entries (s,), exits (s,), and neither."""

    entries: Array
    exits: Array
    unseen: float


def successor_pairs(level: Level, seen: Seen) -> Pairs:
    """Return the expected number of times per hire that one seen step follows another.

    Only steps for which `seen` holds count; all others are looked through.
    """
    steps = [step.id for step in _all_steps(level) if seen(step)]
    pairs = np.zeros((len(steps), len(steps)))
    if steps:
        column = {step: k for k, step in enumerate(steps)}
        _traverse(level, column, 1.0, pairs)
    rows, columns = np.nonzero(pairs)
    return {
        (steps[a], steps[b]): float(pairs[a, b])
        for a, b in zip(rows.tolist(), columns.tolist(), strict=True)
    }


def _all_steps(level: Level) -> list[Step]:
    found: list[Step] = []
    for i, node in enumerate(level.nodes):
        if isinstance(node, Step):
            found.append(node)
        else:
            for branch in level.branches[i]:
                found.extend(_all_steps(branch))
    return found


def _traverse(
    level: Level, column: dict[str, int], times: float, pairs: Array
) -> _Ends:
    """Add the pairs of `times` traversals of a level, and return what its ends show."""
    chain = level.solved
    n, width = level.size, len(column)
    entries, exits = np.zeros((n, width)), np.zeros((n, width))
    unseen = np.ones(n)
    for i, node in enumerate(level.nodes):
        if chain.visits[i] <= 0:
            continue
        if isinstance(node, Step):
            if node.id in column:
                entries[i, column[node.id]] = exits[i, column[node.id]] = 1.0
                unseen[i] = 0.0
            continue
        for branch in level.branches[i]:
            ends = _traverse(branch, column, times * float(chain.visits[i]), pairs)
            entries[i] += ends.entries
            exits[i] += ends.exits
            # The case slips through unseen only when no branch shows anything.
            unseen[i] *= ends.unseen
    through = np.eye(n) - unseen[:, None] * chain.routing
    first_seen = np.linalg.solve(through, entries)
    slips_out = np.linalg.solve(through, unseen * chain.exits)
    onwards = chain.routing @ first_seen
    pairs += times * (exits * chain.visits[:, None]).T @ onwards
    leaves = chain.exits + chain.routing @ slips_out
    return _Ends(
        entries=first_seen[level.start],
        exits=(exits * (chain.visits * leaves)[:, None]).sum(axis=0),
        unseen=float(slips_out[level.start]),
    )
