"""Percent complete and accurate: how much of the work is not sent back later.

The rolled figure is the probability that a hire happens without any return. A step's
own figure is the share of its flows that lead neither into a return nor to a place from
which a return is certain. (Value-stream mapping's %C&A; Martin & Osterling.)
"""

from __future__ import annotations

import numpy as np

from audit.analysis.levels import Level
from audit.analysis.markov import Array, absorption, can_reach


def rolled_complete_accurate(level: Level) -> float:
    """Return the probability that a hire meets no return."""
    return float(_clean(level)[level.start])


def complete_accurate(level: Level) -> dict[str, float]:
    """Return %C&A by node id, for those that are visited without a return before."""
    chain = level.solved
    clean = _clean(level)
    forward = _forward(level)
    known: dict[str, float] = {}
    for i, node in enumerate(level.nodes):
        if clean[i] > 0 and chain.visits[i] > 0:
            known[node.id] = float(chain.exits[i] + forward[i] @ (clean > 0))
        for branch in level.branches.get(i, ()):
            if branch.chain is not None:
                known.update(complete_accurate(branch))
    return known


def _forward(level: Level) -> Array:
    """(n, n): conditioned routing without the flows that are rework."""
    chain = level.solved
    share = np.divide(
        level.rework,
        level.routing,
        out=np.zeros_like(level.routing),
        where=level.routing > 0,
    )
    return np.asarray(chain.routing * (1 - share))


def _clean(level: Level) -> Array:
    """(n,): probability of no return from a state to the end of the level."""
    inside = np.ones(level.size)
    for i, branches in level.branches.items():
        inside[i] = np.prod(
            [
                rolled_complete_accurate(b) if b.chain is not None else 0
                for b in branches
            ]
        )
    forward = inside[:, None] * _forward(level)
    exits = inside * level.solved.exits
    # Without its returns a chain may hold states that nobody leaves: they are not
    # clean, and a solve over them would be singular.
    alive = np.flatnonzero(can_reach(forward, exits))
    clean = np.zeros(level.size)
    clean[alive] = absorption(forward[np.ix_(alive, alive)], exits[alive])
    return clean
