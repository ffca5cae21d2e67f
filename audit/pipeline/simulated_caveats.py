"""What a reader of simulated numbers should know of the file, each with its number.

How often unfilled requisitions are posted again, how many of the candidates listed by
day are measured, what became of those in progress at the start, and whether the hires
that the file states go with those that its demand brings.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.loaders.stated_hires import by_chance
from audit.model import Process
from audit.pipeline.run_plan import RunPlan
from audit.simulation import Figure, FigureKind, Scenario, Study, compile_tables
from audit.simulation.scenario import Applicants, ListedTimes, Requisitions
from audit.simulation.traffic import Traffic, traffic_per_week
from audit.units import format_number, plural

_WEEKS_PER_YEAR = 365 / 7


def caveats(
    process: Process, scenario: Scenario, study: Study | None, plan: RunPlan
) -> Iterator[str]:
    """Yield the sentences that hold for a process.

    Args:
        process: what was simulated.
        scenario: what it was made into.
        study: what the runs said; None after a quick look alone.
        plan: how long they warm up.
    """
    traffic = traffic_per_week(compile_tables(scenario))
    yield from _hires(process, scenario, study, traffic)
    yield from _postings(scenario, traffic)
    yield from _listed(scenario)
    yield from _in_progress(scenario, plan, ran=study is not None)


def _hires(
    process: Process, scenario: Scenario, study: Study | None, traffic: Traffic
) -> Iterator[str]:
    """Yield the hires stated beside those found, where chance does not explain both."""
    if process.hires_per_year is None:
        return
    stated = process.hires_per_year.mean
    if study is None:
        mean, how = traffic.hires * _WEEKS_PER_YEAR, "at most on average"
        chance = _by_chance(scenario, mean)
        if stated <= mean + chance:
            return
    else:
        found = study.figures[Figure(FigureKind.HIRES)]
        mean, how = found.mean, "on average over the runs"
        chance = _by_chance(scenario, mean) + found.half_width
        if abs(stated - mean) <= chance:
            return
    who = "requisitions" if isinstance(scenario.demand, Requisitions) else "applicants"
    low, high = _rounded(max(0.0, mean - chance)), _rounded(mean + chance)
    hires = plural(stated, "hire")
    yield (
        f"The file states {hires} a year. Its {who} bring {_rounded(mean)} {how}, and "
        f"{low} to {high} in eight years of ten. Money of a year of {hires} is priced "
        "with the stated number; one of the two should be looked at again."
    )


def _by_chance(scenario: Scenario, hires: float) -> float:
    """Return how far chance moves the hires of a year, in eight years of ten."""
    demand = scenario.demand
    each = demand.openings if isinstance(demand, Requisitions) else 1
    return by_chance(each, hires)


def _rounded(hires: float) -> str:
    return format_number(hires, 0 if hires >= 9.5 else 1)


def _postings(scenario: Scenario, traffic: Traffic) -> Iterator[str]:
    demand = scenario.demand
    if not isinstance(demand, Requisitions) or not demand.reposts:
        return
    yield (
        "Requisitions that stay unfilled are posted again. If nobody leaves, that is "
        f"{plural(round(traffic.postings, 2), 'posting')} for each on average, and "
        "the hours that the file asks for count their applicants; the more people "
        f"leave, the more it takes, up to {format_number(demand.reposts + 1)} for each."
    )


def _listed(scenario: Scenario) -> Iterator[str]:
    """Yield how many of the candidates listed by day come outside the measured time."""
    demand, window = scenario.demand, scenario.window
    if not isinstance(demand, Applicants) or not isinstance(demand.arrive, ListedTimes):
        return
    begin, end = window.warm_up, window.warm_up + window.measured
    days = demand.arrive.days
    measured = sum(begin <= day < end for day in days)
    if measured == len(days):
        return
    yield (
        f"The file lists {plural(len(days), 'candidate')} by day, and "
        f"{format_number(measured)} of them in the measured time, from day "
        f"{format_number(begin)} to day {format_number(end)}: the numbers are of these "
        "alone. `--warm-up 0` measures from the first day."
    )


def _in_progress(scenario: Scenario, plan: RunPlan, *, ran: bool) -> Iterator[str]:
    count = sum(waiting.candidates for waiting in scenario.in_progress)
    if not count:
        return
    there = f"{plural(count, 'candidate')} in progress at the start"
    if not ran:
        yield (
            f"{there}: the screening numbers, which are of no start, leave them out; "
            "runs with `--warm-up 0` show what they do."
        )
    elif plan.warm_up_days > 0:
        yield (
            f"{there}: the runs begin with them, but leave out their first "
            f"{plural(plan.warm_up_days, 'day')}, so next to nothing of them is seen "
            "in the numbers. `--warm-up 0` shows what they do; what a role is asked "
            "for never counts them."
        )
    else:
        yield (
            f"{there}: the hours at work and the waits of others hold what they take; "
            "what a role is asked for, hires and days to a hire do not count them."
        )
