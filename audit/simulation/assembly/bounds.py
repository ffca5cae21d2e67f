"""Scenarios too large for one run, refused in words before anything is laid out."""

from __future__ import annotations

from audit.errors import SimulationError
from audit.simulation.calendar import hours_per_week
from audit.simulation.scenario import (
    Applicants,
    ListedTimes,
    PoissonTimes,
    Requisitions,
    RolePool,
    Scenario,
    ScheduledTimes,
    Times,
)
from audit.units import format_number

MOST_CANDIDATES = 5_000_000
"""In one run; some hundred bytes each."""
MOST_JOBS = 2_000_000
"""Jobs of other duties in one run, so that it ends within minutes."""
MOST_PEOPLE = 100_000
MOST_PER_HIRE = 1_000


def check_size(scenario: Scenario) -> None:
    """Refuse a scenario that no machine would run to its end.

    Raises:
        SimulationError: with what is too much of, and how much there may be.
    """
    weeks = scenario.window.end / 7
    waiting = sum(one.candidates for one in scenario.in_progress)
    _bound("candidates in a run", _coming(scenario, weeks) + waiting, MOST_CANDIDATES)
    for role in scenario.roles:
        _bound(f"people in role `{role.id}`", role.people, MOST_PEOPLE)
        for duty in role.duties:
            _bound(f"jobs of `{duty.id}` for a hire", duty.per_hire, MOST_PER_HIRE)
        _bound(f"other jobs of role `{role.id}`", _jobs(role, weeks), MOST_JOBS)


def _bound(what: str, number: float, most: int) -> None:
    if number > most:
        raise SimulationError(
            f"about {format_number(number)} {what}: more than the "
            f"{format_number(most)} that a simulation takes; simulate fewer years, a "
            "smaller house, or longer jobs"
        )


def _coming(scenario: Scenario, weeks: float) -> float:
    demand = scenario.demand
    if isinstance(demand, Applicants):
        return _moments(demand.arrive, weeks)
    return _requisitions(demand, weeks)


def _requisitions(demand: Requisitions, weeks: float) -> float:
    opened = _moments(demand.open, weeks)
    # Each posting takes room, even one that nobody answers.
    return opened * (1 + demand.reposts) * max(1.0, demand.applicants)


def _moments(times: Times, weeks: float) -> float:
    match times:
        case PoissonTimes():
            return times.per_week * weeks
        case ScheduledTimes():
            return 7 * weeks / times.every_days if times.every_days > 0 else 0.0
        case ListedTimes():
            return len(times.days)


def _jobs(role: RolePool, weeks: float) -> float:
    hours = role.people * hours_per_week(role.calendar) * weeks
    return sum(
        duty.share * hours / duty.work_hours.mean
        for duty in role.duties
        if duty.work_hours.mean > 0
    )
