"""Numbers of first visits, drawn ahead for all candidates at once.

A number belongs to a candidate and a node, not to the order of events, so it does not
matter when it is drawn. Plain Python draws those of first visits as arrays before the
loop asks for them, which takes a tenth of the time, and only for candidates who may
come to the node. Further visits are rare and drawn when they come. Compiled, all
numbers are drawn when they are asked for.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np

from audit.simulation.cases import CaseTable
from audit.simulation.codes import JOIN, STEP
from audit.simulation.compiling import COMPILED
from audit.simulation.events.first_visits import Cases, first_visits
from audit.simulation.laws import LawKind, duration
from audit.simulation.randomness import FOR_DELAY, FOR_WORK, uniforms
from audit.simulation.tables import Tables

_MOST_DRAWN = 10_000_000
"""Candidates times nodes; more would take more memory than they save time."""


class Luck(NamedTuple):
    """What chance decides at first visits, by node and candidate; plain Python only.

    Nothing is drawn for candidates who do not come to the node.
    """

    works: Any
    """Days of work of a role."""
    delays: Any
    """Days of the delay, for a step without a role those of its work included."""
    ways: Any
    """Place of the node that comes next, among those of both copies of the process."""


NO_LUCK = Luck(
    works=np.zeros((1, 1)), delays=np.zeros((1, 1)), ways=np.zeros((1, 1), np.uint32)
)
"""What the compiled loop has in their place and never reads."""


def drawn_ahead(tables: Tables, cases: int) -> bool:
    """Return whether the numbers of so many candidates are drawn ahead."""
    return not COMPILED and len(tables.names) * cases <= _MOST_DRAWN


def luck_of_first_visits(tables: Tables, cases: CaseTable) -> Luck:
    """Return what chance decides at the first visits of all candidates."""
    nodes, count, everyone = tables.nodes, len(tables.names), len(cases.key)
    laws = list(zip(*(column.tolist() for column in tables.laws), strict=True))
    found = first_visits(tables, cases)
    aside = np.where(cases.measured == 1, 0, count)

    def times(law: int, keys: Any, purpose: int) -> list[float]:
        if law < 0:
            return []
        return durations(laws[law], tables.points, uniforms(keys, purpose))

    at_once = [0.0] * everyone
    works: list[Any] = [at_once] * count
    delays: list[Any] = [at_once] * count
    ways: list[Any] = [None] * count
    for n in np.flatnonzero(np.isin(nodes.kind, (STEP, JOIN))):
        who = np.flatnonzero(found.comes[n])
        keys = cases.key[who] + nodes.key[n]
        if nodes.last[n] - nodes.first[n] > 1:
            to = found.goes_to[n, who] + aside[who]
            ways[n] = spread(who, to.tolist(), everyone)
        work = times(nodes.work[n], keys, FOR_WORK)
        delay = times(nodes.delay[n], keys, FOR_DELAY)
        if nodes.pool[n] < 0:
            both = [d + w for d, w in zip(delay, work, strict=False)]
            work, delay = [], both or delay or work
        if work:
            works[n] = spread(who, work, everyone)
        if delay:
            delays[n] = spread(who, delay, everyone)
    return Luck(works=2 * works, delays=2 * delays, ways=2 * ways)


def spread(who: Cases, values: list[Any], everyone: int) -> list[Any]:
    """Return values of some candidates as a list of all, None for the others."""
    if len(values) == everyone:
        return values
    of_all: list[Any] = [None] * everyone
    for c, value in zip(who.tolist(), values, strict=True):
        of_all[c] = value
    return of_all


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
