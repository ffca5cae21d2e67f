"""How likely a case ever gets to a node, inside blocks and over loops too."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from audit.analysis.levels import Level


@dataclass(frozen=True, slots=True)
class _Traversal:
    """One traversal of a level or block, seen from a node that may lie in it."""

    met: float
    """Probability to get to the node."""
    missed: float
    """Probability to succeed without getting to it."""


def reach(level: Level) -> dict[str, float]:
    """Return node id -> probability that a case ever gets there, all cases counted."""
    return {node: _traversal(level, node).met for node in _ids(level)}


def _ids(level: Level) -> list[str]:
    found: list[str] = []
    for i, node in enumerate(level.nodes):
        found.append(node.id)
        for branch in level.branches.get(i, ()):
            found.extend(_ids(branch))
    return found


def _traversal(level: Level, target: str) -> _Traversal:
    met, keep = np.zeros(level.size), level.unconditional_success.copy()
    for i, node in enumerate(level.nodes):
        if node.id == target:
            met[i], keep[i] = 1.0, 0.0
        elif i in level.branches:
            block = _block(level.branches[i], target)
            if block.met > 0:
                met[i], keep[i] = block.met, block.missed
    unit = np.zeros(level.size)
    unit[level.start] = 1.0
    # Visits of those who have not been at the node yet.
    yet = np.linalg.solve(np.eye(level.size) - (level.routing * keep[:, None]).T, unit)
    return _Traversal(
        met=float(yet @ met), missed=float(yet @ (keep * level.exits[level.success]))
    )


def _block(branches: tuple[Level, ...], target: str) -> _Traversal:
    each = [_traversal(branch, target) for branch in branches]
    # A node lies in one branch, so the others neither meet nor miss it.
    return _Traversal(
        met=max(one.met for one in each),
        missed=float(np.prod([one.missed for one in each])),
    )
