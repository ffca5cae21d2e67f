"""Who comes to which node, as far as first visits say: all candidates at once."""

from __future__ import annotations

from functools import cached_property
from typing import Any, NamedTuple

import networkx as nx
import numpy as np

from audit.simulation.cases import CaseTable
from audit.simulation.codes import JOIN, SPLIT
from audit.simulation.randomness import FOR_FLOW, uniforms
from audit.simulation.tables import Tables

Cases = np.ndarray[Any, Any]
"""Places of cases, in order."""


class FirstVisits(NamedTuple):
    """What is known before the run; arrays by node and case."""

    comes: np.ndarray[Any, Any]
    """Whether the case may come to the node; it does not where this is False."""
    goes_to: np.ndarray[Any, Any]
    """The node that comes after the first visit, where there is a choice."""


def first_visits(tables: Tables, cases: CaseTable) -> FirstVisits:
    """Follow all cases from first visit to first visit.

    Where a case comes back to a node, numbers of later visits decide how it goes on.
    From there it may come everywhere.
    """
    followed = _Followed(tables, cases)
    for n in np.unique(cases.entry).tolist():
        followed.come(n, np.flatnonzero(cases.entry == n), goes_on=True)
    while followed.todo:
        followed.follow(*followed.todo.pop())
    return FirstVisits(followed.comes, followed.goes_to)


class _Followed:
    """Cases on their way through the nodes."""

    def __init__(self, tables: Tables, cases: CaseTable) -> None:
        nodes, flows = tables.nodes, tables.flows
        self.tables = tables
        self.cases = cases
        self.targets = [
            flows.to[first:last]
            for first, last in zip(nodes.first, nodes.last, strict=True)
        ]
        shape = len(self.targets), len(cases.key)
        self.comes = np.zeros(shape, bool)
        self.goes_to = np.zeros(shape, np.int32)
        self.todo: list[tuple[int, Cases, bool]] = []

    def come(self, n: int, who: Cases, *, goes_on: bool) -> Cases:
        """Let cases come to a node; return those that had come before."""
        known = self.comes[n, who]
        new = who[~known]
        self.comes[n, new] = True
        if len(new) and len(self.targets[n]):
            self.todo.append((n, new, goes_on))
        before: Cases = who[known]
        return before

    def follow(self, n: int, who: Cases, goes_on: bool) -> None:
        """Draw the way on of cases at a node, and let them go it."""
        nodes, flows, targets = self.tables.nodes, self.tables.flows, self.targets[n]
        all_ways = nodes.kind[n] == SPLIT
        chosen = np.zeros(len(who), np.int64)
        if len(targets) > 1 and not all_ways:
            upto = flows.upto[nodes.first[n] : nodes.last[n] - 1]
            u = uniforms(self.cases.key[who] + nodes.key[n], FOR_FLOW)
            chosen = np.searchsorted(upto, u, side="right")
            self.goes_to[n, who] = targets[chosen]
        if not goes_on:
            return
        for i, to in enumerate(targets.tolist()):
            going = who if all_ways or len(targets) == 1 else who[chosen == i]
            back = self.come(to, going, goes_on=True)
            # To a join outside of loops a case comes back with each branch.
            if len(back) and not (nodes.kind[to] == JOIN and nodes.counter[to] < 0):
                for anywhere in nx.descendants(self._graph, to):
                    self.come(anywhere, back, goes_on=False)

    @cached_property
    def _graph(self) -> nx.DiGraph[int]:
        return nx.DiGraph(
            (n, to) for n, targets in enumerate(self.targets) for to in targets.tolist()
        )
