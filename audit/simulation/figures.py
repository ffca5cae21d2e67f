"""The numbers that one run gives, each with what it is of: a role, a step, a duty.

The clock of a candidate starts at the application and stops when the case ends; the
clock of an opening starts when it is first posted. A person who has finished a job is
free for those who wait before the candidate just served moves on. Only candidates and
openings of the measured window count. Hours of a role are counted over its open hours
within the window, so those at work are never more; "a week" is a week of them. A number
that nothing stands behind (days to a hire when nobody was hired) is not a number, and
is left out of means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from audit.simulation import codes
from audit.simulation.calendar import hours_per_week, open_days
from audit.simulation.codes import WaitCause
from audit.simulation.run import Run
from audit.simulation.scenario import Duty

_HOURS = 24.0


class FigureKind(StrEnum):
    """What a number counts; the value says its unit."""

    UTILISATION = "share of a role's hours at work"
    DUTY_UTILISATION = "share of a role's hours at work on other duties"
    CANDIDATE_HOURS = "hours a week of a role at work on candidates"
    OPENING_HOURS = "hours a week of a role at work on opening requisitions"
    ASKED_HOURS = "hours a week asked of a role"
    OVERLOAD_HOURS = "hours a week asked of a role over its capacity; below 0, to spare"
    HOURS_PER_HIRE = "hours of a role on candidates for each hire"
    STEP_QUEUE_HOURS = "open hours that a visit waits for the people of a step"
    WAIT_DAYS = "days of a hire by cause"
    DAYS_TO_HIRE = "days from application to hire, mean"
    DAYS_TO_HIRE_P50 = "days from application to hire, half take less"
    DAYS_TO_HIRE_P90 = "days from application to hire, nine in ten take less"
    DAYS_TO_FILL = "days from posting to the last opening filled, mean"
    DAYS_TO_FILL_P50 = "days from posting to the last opening filled, half take less"
    DAYS_TO_FILL_P90 = "days from posting to filled, nine in ten take less"
    HIRES = "hires a year"
    HIRED_SHARE = "share of applicants who are hired"
    OPENINGS_FILLED = "share of openings filled"
    RESCINDED_PER_100_HIRES = "offers taken back for 100 hires"
    LEFT_PER_100_HIRES = "candidates who left for 100 hires"
    LEFT_WAITING_PER_100_HIRES = "who walked away from a step that kept them waiting"
    LEFT_FOR_OTHER_PER_100_HIRES = "who accepted a job elsewhere, by step"
    LEFT_AS_STATED_PER_100_HIRES = "who left by a share that the file states"
    DUTY_WAIT_HOURS = "hours that a job of another duty waits"
    OPENING_WAIT_HOURS = "hours that a job of opening a requisition waits"
    STILL_OPEN = "share of applicants whose case had not ended"


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """One number of a run."""

    kind: FigureKind
    of: str = ""
    """Id of the role, step or duty, or the cause; empty for the whole."""


def figures_of(run: Run) -> dict[Figure, float]:
    """Return all numbers of a run, in a fixed order."""
    return {figure: float(value) for figure, value in _all_figures(run)}


def _all_figures(run: Run) -> Iterator[tuple[Figure, float]]:
    hired = run.measured & (run.outcome == 0)
    hires = int(hired.sum())
    yield from _of_roles(run, hires)
    yield from _of_steps(run)
    for cause in WaitCause:
        mean = run.waits[hired, cause].mean() if hires else np.nan
        yield Figure(FigureKind.WAIT_DAYS, cause.name.lower()), mean
    yield from _of_times(run, hired)
    yield from _of_ends(run, hires)
    for d, duty in enumerate(_duties(run)):
        jobs = run.duty_jobs[d]
        wait = _HOURS * run.duty_waits[d] / jobs if jobs else np.nan
        kind = FigureKind.DUTY_WAIT_HOURS
        if duty.for_opening:
            kind = FigureKind.OPENING_WAIT_HOURS
        yield Figure(kind, duty.id), wait


def _duties(run: Run) -> list[Duty]:
    """Return the duties of all roles, by place."""
    return [duty for role in run.tables.scenario.roles for duty in role.duties]


def _of_roles(run: Run, hires: int) -> Iterator[tuple[Figure, float]]:
    tables, window = run.tables, run.tables.scenario.window
    nodes = tables.nodes
    law_means = np.append(tables.law_means, 0.0)  # place -1 is "no work"
    node_days = run.visits * law_means[nodes.work]
    duty_days = run.duty_came * law_means[tables.duties.work]
    for_opening = np.array([duty.for_opening for duty in _duties(run)], bool)
    for p, role in enumerate(tables.scenario.roles):
        week = role.people * hours_per_week(role.calendar)
        there = role.people * open_days(
            role.calendar, window.warm_up, window.warm_up + window.measured
        )
        its_own = tables.duties.pool == p
        asked = node_days[nodes.pool == p].sum() + duty_days[its_own].sum()
        on_cases = run.case_work[p]
        on_openings = run.duty_work[its_own & for_opening].sum()
        on_duties = run.duty_work[its_own & ~for_opening].sum()
        on_all = on_cases + on_openings + on_duties
        yield Figure(FigureKind.UTILISATION, role.id), _share(on_all, there)
        yield Figure(FigureKind.DUTY_UTILISATION, role.id), _share(on_duties, there)
        yield (
            Figure(FigureKind.CANDIDATE_HOURS, role.id),
            week * _share(on_cases, there),
        )
        if any(duty.for_opening for duty in role.duties):
            hours = week * _share(on_openings, there)
            yield Figure(FigureKind.OPENING_HOURS, role.id), hours
        load = _share(asked, there)
        yield Figure(FigureKind.ASKED_HOURS, role.id), week * load
        yield Figure(FigureKind.OVERLOAD_HOURS, role.id), week * (load - 1)
        per_hire = _HOURS * on_cases / hires if hires else np.nan
        yield Figure(FigureKind.HOURS_PER_HIRE, role.id), per_hire


def _share(days: float, of: float) -> float:
    return days / of if of else np.nan


def _of_steps(run: Run) -> Iterator[tuple[Figure, float]]:
    for step, place in run.tables.step_places.items():
        if run.tables.nodes.pool[place] >= 0:
            visits = run.visits[place]
            days = run.node_waits[place, codes.QUEUE]
            mean = _HOURS * days / visits if visits else np.nan
            yield Figure(FigureKind.STEP_QUEUE_HOURS, step), mean


def _of_times(run: Run, hired: np.ndarray) -> Iterator[tuple[Figure, float]]:
    full = run.requisition_measured & (run.filled >= run.openings)
    kinds = FigureKind
    for days, (mean, half, most) in (
        (
            (run.ended - run.arrived)[hired],
            (kinds.DAYS_TO_HIRE, kinds.DAYS_TO_HIRE_P50, kinds.DAYS_TO_HIRE_P90),
        ),
        (
            (run.filled_on - run.opened)[full],
            (kinds.DAYS_TO_FILL, kinds.DAYS_TO_FILL_P50, kinds.DAYS_TO_FILL_P90),
        ),
    ):
        known = len(days) > 0
        yield Figure(mean), days.mean() if known else np.nan
        yield Figure(half), np.quantile(days, 0.5) if known else np.nan
        yield Figure(most), np.quantile(days, 0.9) if known else np.nan


def _of_ends(run: Run, hires: int) -> Iterator[tuple[Figure, float]]:
    window = run.tables.scenario.window
    applied = run.measured & ~np.isnan(run.arrived)
    count = int(applied.sum())
    outcome = run.outcome[applied]
    place = run.left_at[applied]
    yield Figure(FigureKind.HIRES), 365 * hires / window.measured
    yield Figure(FigureKind.HIRED_SHARE), hires / count if count else np.nan
    openings = run.openings[run.requisition_measured].sum()
    filled = run.filled[run.requisition_measured].sum()
    yield (
        Figure(FigureKind.OPENINGS_FILLED),
        filled / openings if openings else np.nan,
    )

    def per_100(number: int) -> float:
        return 100 * number / hires if hires else np.nan

    rescinded = int((outcome == codes.RESCINDED).sum())
    yield Figure(FigureKind.RESCINDED_PER_100_HIRES), per_100(rescinded)
    waiting = outcome == codes.LEFT_WAITING
    elsewhere = outcome == codes.LEFT_FOR_OTHER_OFFER
    scenario = run.tables.scenario
    by_choice = [name in scenario.by_choice for name in scenario.outcomes]
    stated = np.isin(outcome, np.flatnonzero(by_choice))
    left = int(waiting.sum() + elsewhere.sum() + stated.sum())
    yield Figure(FigureKind.LEFT_PER_100_HIRES), per_100(left)
    for step, node in run.tables.step_places.items():
        here = place == node
        yield (
            Figure(FigureKind.LEFT_WAITING_PER_100_HIRES, step),
            per_100(int((waiting & here).sum())),
        )
        yield (
            Figure(FigureKind.LEFT_FOR_OTHER_PER_100_HIRES, step),
            per_100(int((elsewhere & here).sum())),
        )
        yield (
            Figure(FigureKind.LEFT_AS_STATED_PER_100_HIRES, step),
            per_100(int((stated & here).sum())),
        )
    still = int((outcome == codes.OPEN).sum())
    yield Figure(FigureKind.STILL_OPEN), still / count if count else np.nan
