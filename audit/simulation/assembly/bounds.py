"""Scenarios too large for one run, refused in words before anything is laid out."""

from __future__ import annotations

from audit.errors import Location, SimulationError
from audit.simulation.calendar import hours_per_week
from audit.simulation.scenario import (
    Applicants,
    Duty,
    ListedTimes,
    PoissonTimes,
    Requisitions,
    RolePool,
    Scenario,
    ScheduledTimes,
    Times,
)
from audit.units import MINUTES_PER_HOUR, format_minutes, format_number

MOST_CANDIDATES = 5_000_000
"""In one run; some hundred bytes each."""
MOST_JOBS = 2_000_000
"""Jobs of other duties in one run, so that it ends within minutes."""
MOST_PEOPLE = 100_000
MOST_PER_HIRE = 1_000

SECONDS_PER_MINUTE = 60


def check_size(scenario: Scenario) -> None:
    """Refuse a scenario that no machine would run to its end.

    Raises:
        SimulationError: with what is too much of, and how much there may be.
    """
    weeks = scenario.window.end / 7
    coming = _coming(scenario, weeks)
    waiting = sum(one.candidates for one in scenario.in_progress)
    _bound(
        "candidates in a run",
        coming + waiting,
        MOST_CANDIDATES,
        scenario.demand.place if coming > waiting else None,
        "simulate fewer years, or a part of the house",
    )
    for role in scenario.roles:
        _bound(
            f"people in role `{role.id}`",
            role.people,
            MOST_PEOPLE,
            role.place,
            "simulate a part of the house",
        )
        for duty in role.duties:
            _bound(
                f"jobs of {_duty_words(role, duty)} for a hire",
                duty.per_hire,
                MOST_PER_HIRE,
                duty.place,
                "state fewer and longer jobs",
            )
    _check_jobs(scenario, weeks)


def _bound(
    what: str, number: float, most: int, place: Location | None, hint: str
) -> None:
    if number > most:
        raise SimulationError(
            f"about {format_number(number)} {what}: more than the "
            f"{format_number(most)} that a simulation takes",
            place=place,
            hint=hint,
        )


def _check_jobs(scenario: Scenario, weeks: float) -> None:
    """Refuse jobs beside the candidates that a run would hardly get through.

    The duty that makes most of them is named: it is its jobs that are so short.
    """
    made = [
        (_jobs_a_week(role, duty), role, duty)
        for role in scenario.roles
        for duty in role.duties
    ]
    total = weeks * sum(jobs for jobs, _, _ in made)
    if total <= MOST_JOBS:
        return
    jobs, role, duty = max(made, key=lambda one: one[0])
    raise SimulationError(
        f"{_duty_words(role, duty)} makes about {format_number(jobs)} jobs of "
        f"{_time_words(duty.work_hours.mean)} a week, and a run holds about "
        f"{format_number(total)} jobs of other duties: more than the "
        f"{format_number(MOST_JOBS)} that a simulation takes",
        place=duty.place,
        hint="state longer jobs, those of a day as one for example, or simulate fewer "
        "years",
    )


def _duty_words(role: RolePool, duty: Duty) -> str:
    name = duty.id.removeprefix(f"{role.id}/")
    return f"the duty `{name}` of role `{role.id}`"


def _time_words(hours: float) -> str:
    minutes = MINUTES_PER_HOUR * hours
    if minutes >= 1:
        return format_minutes(minutes)
    return f"{format_number(SECONDS_PER_MINUTE * minutes)} s"


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


def _jobs_a_week(role: RolePool, duty: Duty) -> float:
    if duty.work_hours.mean <= 0:
        return 0.0
    hours = role.people * hours_per_week(role.calendar)
    return duty.share * hours / duty.work_hours.mean
