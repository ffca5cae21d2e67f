"""Numbers of first visits, drawn ahead for all candidates at once.

A number belongs to a candidate and a node, not to the order of events, so it does not
matter when it is drawn. Plain Python draws those of first visits as arrays before the
loop asks for them, which takes a tenth of the time; further visits are rare and drawn
when they come. Compiled, all numbers are drawn when they are asked for.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np

from audit.simulation.cases import CaseTable
from audit.simulation.codes import SPLIT
from audit.simulation.compiling import COMPILED
from audit.simulation.laws import LawKind, duration
from audit.simulation.randomness import FOR_DELAY, FOR_FLOW, FOR_WORK, uniforms
from audit.simulation.tables import Tables

_OFTEN = 0.03
"""Visits of a candidate on average from which drawing ahead takes less time."""
_MOST_DRAWN = 10_000_000
"""Numbers of one kind; more would take more memory than they save time."""


class Luck(NamedTuple):
    """What chance decides at first visits, by node and candidate; plain Python only."""

    works: Any
    """Days of work."""
    delays: Any
    """Days of the delay, for a step without a role those of its work included."""
    ways: Any
    """Place of the node that comes next, among those of both copies of the process."""


NO_LUCK = Luck(works=0, delays=0, ways=0)


def drawn_ahead(tables: Tables, cases: int) -> np.ndarray[Any, Any]:
    """Return for each node how many visits of it are drawn ahead: 1, or 0."""
    often = _visits(tables) >= _OFTEN
    if COMPILED or often.sum() * cases > _MOST_DRAWN:
        often[:] = False
    ahead: np.ndarray[Any, Any] = often.astype(np.int64)
    return ahead


def _visits(tables: Tables) -> np.ndarray[Any, Any]:
    """Return about how often a candidate comes to each node.

    A branch passes on its part of a block's candidates, whoever fails in another.
    """
    nodes, flows = tables.nodes, tables.flows
    counts = nodes.last - nodes.first
    source = np.repeat(np.arange(len(counts)), counts)
    before = np.concatenate([[0.0], flows.upto[:-1]])
    before[nodes.first[counts > 0]] = 0.0
    share = np.where(nodes.kind[source] == SPLIT, 1.0, flows.upto - before)
    share /= np.maximum(nodes.parts, 1)[flows.to]
    moves = np.zeros((len(counts), len(counts)))
    np.add.at(moves, (flows.to, source), share)
    enters = np.zeros(len(counts))
    enters[tables.start] = 1.0
    visits: np.ndarray[Any, Any] = np.linalg.solve(np.eye(len(counts)) - moves, enters)
    return visits


def luck_of_first_visits(
    tables: Tables, ahead: np.ndarray[Any, Any], cases: CaseTable
) -> Luck:
    """Return what chance decides at the first visits of some nodes.

    Args:
        tables: The scenario.
        ahead: Node -> whether it is one of them.
        cases: All candidates.
    """
    nodes, flows = tables.nodes, tables.flows
    laws = list(zip(*(column.tolist() for column in tables.laws), strict=True))
    count = len(tables.names)
    aside = np.where(cases.measured == 1, 0, count)

    def timed(law: int, keys: Any, purpose: int) -> list[float]:
        return durations(laws[law], tables.points, uniforms(keys, purpose))

    works: list[Any] = [None] * count
    delays: list[Any] = [None] * count
    ways: list[Any] = [None] * count
    for n in np.flatnonzero(ahead):
        keys = cases.key + nodes.key[n]
        work = delay = [0.0] * len(keys)
        if nodes.work[n] >= 0:
            work = timed(nodes.work[n], keys, FOR_WORK)
        if nodes.delay[n] >= 0:
            delay = timed(nodes.delay[n], keys, FOR_DELAY)
            if nodes.pool[n] < 0:
                delay = [d + w for d, w in zip(delay, work, strict=True)]
        elif nodes.pool[n] < 0:
            delay = work
        works[n], delays[n] = work, delay
        first, last = nodes.first[n], nodes.last[n]
        if last - first > 1:
            upto = flows.upto[first : last - 1]
            chosen = np.searchsorted(upto, uniforms(keys, FOR_FLOW), side="right")
            ways[n] = (flows.to[first + chosen] + aside).tolist()
    return Luck(works=2 * works, delays=2 * delays, ways=2 * ways)


def durations(
    law: tuple[int, float, float, float],
    points: np.ndarray[Any, Any],
    u: np.ndarray[Any, Any],
) -> list[float]:
    """Return `duration` at many numbers, in days: the same sums, so the same digits.

    Logarithms are those of the module `math`, because those of numpy may differ in the
    last digit; square roots cannot.
    """
    kind, first, second, third = law
    made: list[float]
    if kind == LawKind.EXPONENTIAL:
        return [-first * x for x in map(math.log1p, (-u).tolist())]
    if kind == LawKind.TRIANGULAR:
        width = third - first
        rising = 1.0 * (u * width < second - first)
        falling = 1.0 - rising
        share = rising * u + falling * (1.0 - u)
        side = rising * (second - first) + falling * (third - second)
        root = np.sqrt(share * width * side)
        made = (rising * (first + root) + falling * (third - root)).tolist()
        return made
    if kind == LawKind.TABLE:
        place = u * second
        cell = place.astype(np.int64)
        left, right = points[int(first) + cell], points[int(first) + cell + 1]
        made = (left + (right - left) * (place - cell)).tolist()
        return made
    return [duration(kind, first, second, third, points, one) for one in u.tolist()]
