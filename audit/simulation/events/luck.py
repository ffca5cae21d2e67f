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
from audit.simulation.randomness import FOR_DELAY, FOR_WORK, GAMMA, uniforms
from audit.simulation.tables import Tables

_MOST_DRAWN = 10_000_000
"""Candidates times nodes; more would take more memory than they save time."""
_MOST_JOBS = 100_000


class Luck(NamedTuple):
    """What chance decides at first visits and in other duties; plain Python only.

    By node and candidate; nothing is drawn for candidates who do not come to the node.
    """

    works: Any
    """Days of work of a role."""
    delays: Any
    """Days of the delay, for a step without a role those of its work included."""
    ways: Any
    """Place of the node that comes next, among those of both copies of the process."""
    gaps: Any
    """Duty -> job -> working days of the role since the job before; those of a run."""
    jobs: Any
    """Duty -> job -> days of work."""


_NOTHING = np.zeros((1, 1))
NO_LUCK = Luck(_NOTHING, _NOTHING, _NOTHING.astype(np.uint32), _NOTHING, _NOTHING)
"""What the compiled loop has in their place and never reads."""


def drawn_ahead(tables: Tables, cases: int) -> bool:
    """Return whether the numbers of so many candidates are drawn ahead."""
    return not COMPILED and len(tables.names) * cases <= _MOST_DRAWN


def luck_of(tables: Tables, cases: CaseTable, duty_keys: np.ndarray[Any, Any]) -> Luck:
    """Return what chance decides in a run, as far as it can be drawn ahead."""
    works, delays, ways = _first_visits(tables, cases)
    gaps, jobs = _other_duties(tables, duty_keys)
    return Luck(2 * works, 2 * delays, 2 * ways, gaps, jobs)


def _first_visits(tables: Tables, cases: CaseTable) -> tuple[list[Any], ...]:
    """Return work, delays and ways on by node, then by candidate."""
    nodes, count, everyone = tables.nodes, len(tables.names), len(cases.key)
    found = first_visits(tables, cases)
    aside = np.where(cases.measured == 1, 0, count)
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
        work = _times(tables, nodes.work[n], keys, FOR_WORK)
        delay = _times(tables, nodes.delay[n], keys, FOR_DELAY)
        if nodes.pool[n] < 0:
            both = [d + w for d, w in zip(delay, work, strict=False)]
            work, delay = [], both or delay or work
        if work:
            works[n] = spread(who, work, everyone)
        if delay:
            delays[n] = spread(who, delay, everyone)
    return works, delays, ways


def _other_duties(
    tables: Tables, keys: np.ndarray[Any, Any]
) -> tuple[list[Any], list[Any]]:
    """Return gaps and work of about as many jobs of each duty as come in a run."""
    duties, weeks = tables.duties, tables.scenario.window.end / 7
    gaps: list[Any] = []
    jobs: list[Any] = []
    for d, mean_gap in enumerate(duties.mean_gap.tolist()):
        count = 0
        if mean_gap > 0:
            expected = weeks * tables.calendars.week[duties.pool[d]] / mean_gap
            count = int(min(expected + 4 * math.sqrt(expected), _MOST_JOBS))
        streams = keys[d] + 2 * np.arange(count, dtype=np.uint64) * np.uint64(GAMMA)
        law = LawKind.EXPONENTIAL, mean_gap, 0.0, 0.0
        gaps.append(durations(law, tables.points, uniforms(streams, 0)))
        jobs.append(_times(tables, duties.work[d], streams, 1))
    return gaps, jobs


def _times(
    tables: Tables, law: int, keys: np.ndarray[Any, Any], index: int
) -> list[float]:
    """Return durations by a law at a number of each stream; none without a law."""
    if law < 0:
        return []
    kind, *numbers = (column[law].item() for column in tables.laws)
    return durations((kind, *numbers), tables.points, uniforms(keys, index))


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
