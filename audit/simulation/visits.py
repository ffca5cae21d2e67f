"""How often each node is visited for each applicant, if no opening were filled early.

The traffic equations x = e + R' x of an open network (Jackson 1957), solved by passing
the flow on until nothing moves; a parallel block passes on what all of its branches
pass on, taken as independent. Where a block cancels its other branches when one fails,
how far these have come is a matter of time, which the equations do not know: its visits
are the most there can be. Who passes on, and is hired, is not touched by that.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from audit.simulation import codes
from audit.simulation.tables import Tables

_SMALL = 1e-12
_ROUNDS = 100_000


def visit_rates(tables: Tables, staying: np.ndarray | None = None) -> np.ndarray:
    """Return the expected visits of each node for one applicant.

    Args:
        tables: The compiled scenario.
        staying: Node -> share of its visits that it does not drive away; all, if None.
    """
    nodes, flows = tables.nodes, tables.flows
    count = len(tables.names)
    keep = np.ones(count) if staying is None else staying
    visits = np.zeros(count)
    arriving = np.zeros(count)
    arriving[tables.start] = 1.0
    passing = np.zeros((count, count))
    for i in range(count):
        lower = 0.0
        for flow in range(nodes.first[i], nodes.last[i]):
            share = 1.0 if nodes.kind[i] == codes.SPLIT else flows.upto[flow] - lower
            lower = flows.upto[flow]
            passing[flows.to[flow], i] += share
    joins = _joins(tables, passing)
    for _ in range(_ROUNDS):
        leaving = visits * keep
        for join in joins:
            begun = visits[join.split]
            leaving[join.node] = 0.0
            if begun > 0:
                arrived = np.minimum(1.0, join.branches @ leaving / begun)
                leaving[join.node] = begun * arrived.prod()
        after = arriving + passing @ leaving
        if np.abs(after - visits).max() < _SMALL:
            break
        visits = after
    return visits


@dataclass(frozen=True, slots=True, kw_only=True)
class _Join:
    """Where the branches of a block come together."""

    node: int
    split: int
    branches: np.ndarray
    """(branches, nodes): share of a node's leavers who arrive here in the branch."""


def _joins(tables: Tables, passing: np.ndarray) -> list[_Join]:
    """Return the joins, those of blocks inside another before it."""
    nodes, flows = tables.nodes, tables.flows
    splits = {
        int(block): i for i, block in enumerate(nodes.block)
        if nodes.kind[i] == codes.SPLIT
    }  # fmt: skip
    found = []
    for i in np.flatnonzero(nodes.kind == codes.JOIN):
        split = splits[int(nodes.block[i])]
        heads = flows.to[nodes.first[split] : nodes.last[split]]
        inside = [_behind(passing, int(head), int(i)) for head in heads]
        found.append(
            _Join(node=int(i), split=split, branches=passing[i] * np.array(inside))
        )
    return sorted(found, key=lambda join: -int(nodes.block[join.node]))


def _behind(passing: np.ndarray, head: int, end: int) -> np.ndarray:
    """Return which nodes a candidate can get to from a head before an end."""
    found = np.zeros(len(passing), bool)
    open_ = [head]
    while open_:
        node = open_.pop()
        if node != end and not found[node]:
            found[node] = True
            open_ += np.flatnonzero(passing[:, node]).tolist()
    return found


def chance_of_opening(tables: Tables, staying: np.ndarray | None = None) -> float:
    """Return the chance that an applicant takes an opening, if one is always left.

    Args:
        tables: The compiled scenario.
        staying: Node -> share of its visits that it does not drive away; all, if None.
    """
    fills = tables.nodes.fills == 1
    # Who has taken an opening goes no further here, so that a return counts once.
    keep = np.where(fills, 0.0, 1.0 if staying is None else staying)
    return min(1.0, float(visit_rates(tables, keep)[fills].sum()))
