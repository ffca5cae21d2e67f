"""Who comes, when, and for which opening: the demand of one run.

Arrivals have random streams of their own. A candidate's key comes from the requisition,
the posting and the number in it, never from the order of arrival, so that it is the
same person in both variants of a comparison.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from audit.simulation.randomness import key_of, keys_of, uniforms
from audit.simulation.scenario import (
    Applicants,
    ListedTimes,
    PoissonTimes,
    Requisitions,
    Scenario,
    ScheduledTimes,
    Times,
)
from audit.simulation.tables import Tables

Reals = np.ndarray[tuple[int], np.dtype[np.float64]]


class CaseTable(NamedTuple):
    """One row for each candidate, those of the first postings by time of arrival."""

    arrives: np.ndarray
    """Day; for later postings, days after the posting."""
    entry: np.ndarray
    """Node where the candidate begins."""
    requisition: np.ndarray
    """Place of the requisition, -1 for none."""
    measured: np.ndarray
    """1 for a candidate who counts in the results."""
    key: np.ndarray


class RequisitionTable(NamedTuple):
    """One row for each requisition."""

    opened: np.ndarray
    openings: np.ndarray
    measured: np.ndarray
    first: np.ndarray
    """Posting -> place of its first candidate in `of`; postings by requisition."""
    of: np.ndarray
    """Candidates, by posting."""


class DemandTable(NamedTuple):
    """Cases and requisitions of one run."""

    cases: CaseTable
    requisitions: RequisitionTable
    scheduled: int
    """Cases whose arrival is known when the run begins; the others are re-postings'."""
    postings: int
    """Postings that a requisition can have."""


def demand_table(tables: Tables, seed: int) -> DemandTable:
    """Return the demand of the run with this seed."""
    scenario = tables.scenario
    waiting = _in_progress(tables, seed)
    if isinstance(scenario.demand, Applicants):
        return _applicants(tables, scenario.demand, waiting, seed)
    return _requisitions(tables, scenario.demand, waiting, seed)


def moments(times: Times, end: float, key: int) -> Reals:
    """Return all moments before the end, in days.

    Poisson moments are sums of exponential gaps, each from its own random number.
    """
    match times:
        case ListedTimes():
            listed = np.sort(np.array(times.days, float))
            return listed[listed < end]
        case ScheduledTimes():
            return np.arange(times.first_day, end, times.every_days, dtype=float)
        case PoissonTimes():
            rate = times.per_week / 7
            if rate == 0:
                return np.empty(0)
            expected = rate * end
            count = int(expected + 10 * np.sqrt(expected) + 20)
            gaps = -np.log1p(-uniforms(keys_of(key, np.arange(count)), 0)) / rate
            days: Reals = np.cumsum(gaps)
            return days[days < end]


def _in_progress(tables: Tables, seed: int) -> CaseTable:
    entries = [
        tables.step_places[waiting.step]
        for waiting in tables.scenario.in_progress
        for _ in range(waiting.candidates)
    ]
    count = len(entries)
    return CaseTable(
        arrives=np.zeros(count),
        entry=np.array(entries, np.int32),
        requisition=np.full(count, -1, np.int32),
        measured=np.zeros(count, np.int16),
        key=keys_of(key_of(seed, "in progress"), np.arange(count)),
    )


def _measured(scenario: Scenario, days: Reals) -> np.ndarray:
    window = scenario.window
    inside = (days >= window.warm_up) & (days < window.warm_up + window.measured)
    return inside.astype(np.int16)


def _applicants(
    tables: Tables, demand: Applicants, waiting: CaseTable, seed: int
) -> DemandTable:
    scenario = tables.scenario
    days = moments(demand.arrive, scenario.window.end, key_of(seed, "arrivals"))
    coming = CaseTable(
        arrives=days,
        entry=np.full(len(days), tables.start, np.int32),
        requisition=np.full(len(days), -1, np.int32),
        measured=_measured(scenario, days),
        key=keys_of(key_of(seed, "applicant"), np.arange(len(days))),
    )
    none = np.empty(0)
    return DemandTable(
        cases=_joined(waiting, coming),
        requisitions=RequisitionTable(
            opened=none,
            openings=none.astype(np.int64),
            measured=none.astype(np.int16),
            first=np.zeros(1, np.int64),
            of=none.astype(np.int64),
        ),
        scheduled=len(waiting.arrives) + len(days),
        postings=1,
    )


def _requisitions(
    tables: Tables, demand: Requisitions, waiting: CaseTable, seed: int
) -> DemandTable:
    from scipy.stats import poisson

    scenario = tables.scenario
    opened = moments(demand.open, scenario.window.end, key_of(seed, "requisitions"))
    count, postings = len(opened), demand.reposts + 1
    keys = keys_of(
        key_of(seed, "postings"), np.arange(count * postings, dtype=np.uint64)
    )
    numbers = (
        poisson.ppf(uniforms(keys, 0), demand.applicants).astype(np.int64)
        if demand.applicants_vary
        else np.full(len(keys), round(demand.applicants), np.int64)
    )
    posting = np.repeat(np.arange(len(keys)), numbers)
    within = np.arange(len(posting)) - np.repeat(np.cumsum(numbers) - numbers, numbers)
    person = keys_of(keys[posting], within)
    requisition = posting // postings
    later = posting % postings > 0
    arrives = uniforms(person, 7) * demand.over_days
    arrives[~later] += opened[requisition[~later]]
    order = np.lexsort((posting, arrives, later))
    coming = CaseTable(
        arrives=arrives[order],
        entry=np.full(len(order), tables.start, np.int32),
        requisition=requisition[order].astype(np.int32),
        measured=_measured(scenario, opened)[requisition[order]],
        key=person[order],
    )
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order)) + len(waiting.arrives)
    return DemandTable(
        cases=_joined(waiting, coming),
        requisitions=RequisitionTable(
            opened=opened,
            openings=np.full(count, demand.openings, np.int64),
            measured=_measured(scenario, opened),
            first=np.concatenate([[0], np.cumsum(numbers)]).astype(np.int64),
            of=place,
        ),
        scheduled=len(waiting.arrives) + int(np.sum(~later)),
        postings=postings,
    )


def _joined(waiting: CaseTable, coming: CaseTable) -> CaseTable:
    return CaseTable(
        *(np.concatenate(pair) for pair in zip(waiting, coming, strict=True))
    )
