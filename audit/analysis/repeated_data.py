"""Data asked for again: expected asks of an item beyond its first, by step.

For an item asked at the steps A, the first-ask probability at i in A follows from
making A absorbing: (e_start^T (I - Q_NN)^-1 Q_NA)_i. Expected repeats at i are its
visits less that. This covers choices and loops; of parallel branches each may be the
first with the weight of its own probability to ask.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from audit.analysis.levels import Level
from audit.model import Process, Side, Step


def asked_items(process: Process) -> dict[str, tuple[str, ...]]:
    """Return step id -> items it asks of the candidate, each once."""
    found: dict[str, tuple[str, ...]] = {}
    for step in process.steps:
        if not step.asks:
            continue
        sides = {process.role(step.role).side}
        sides.update(process.role(p.role).side for p in step.participants)
        if Side.CANDIDATE in sides:
            found[step.id] = tuple(sorted(set(step.asks)))
    return found


def repeated_asks(
    level: Level, asked: Mapping[str, tuple[str, ...]], visits: Mapping[str, float]
) -> dict[tuple[str, str], float]:
    """Return (step, item) -> expected repeats per hire, for repeats above zero.

    `asked` maps step ids to the items they ask for; `visits` are those of the level.
    """
    items = sorted({item for names in asked.values() for item in names})
    repeats: dict[tuple[str, str], float] = {}
    for item in items:
        steps = {step for step, names in asked.items() if item in names}
        first = _first_ask(level, steps)
        for step in sorted(steps):
            extra = visits.get(step, 0.0) - first.get(step, 0.0)
            if extra > 1e-12:
                repeats[step, item] = extra
    return repeats


def _first_ask(level: Level, steps: set[str]) -> dict[str, float]:
    """Return the probability that a step is the first of `steps` on a traversal."""
    chain = level.solved
    asks = np.zeros(level.size)
    inside: dict[int, dict[str, float]] = {}
    for i, node in enumerate(level.nodes):
        if chain.visits[i] <= 0:
            continue
        if isinstance(node, Step):
            inside[i] = {node.id: 1.0} if node.id in steps else {}
            asks[i] = len(inside[i])
        else:
            asks[i], inside[i] = _first_in_block(level, i, steps)
    if not any(inside.values()):
        return {}
    unit = np.zeros(level.size)
    unit[level.start] = 1.0
    not_yet = np.eye(level.size) - chain.routing * (1 - asks)[:, None]
    arriving = np.linalg.solve(not_yet.T, unit)
    return {
        step: float(arriving[i]) * share
        for i, shares in inside.items()
        for step, share in shares.items()
    }


def _first_in_block(
    level: Level, block: int, steps: set[str]
) -> tuple[float, dict[str, float]]:
    each = [_first_ask(branch, steps) for branch in level.branches[block]]
    asks = [min(sum(first.values()), 1.0) for first in each]
    total = sum(asks)
    if total <= 0:
        return 0.0, {}
    any_asks = 1 - float(np.prod([1 - share for share in asks]))
    shares = {
        step: share * any_asks / total
        for first in each
        for step, share in first.items()
    }
    return any_asks, shares
