"""From the demand of a file to who comes in a run, and when."""

from __future__ import annotations

import math

from audit.errors import SimulationError
from audit.model import Arrivals, Process, Quantity
from audit.model import Requisitions as WrittenRequisitions
from audit.simulation.assembly.laws_of import whole
from audit.simulation.scenario import (
    Applicants,
    ListedTimes,
    PoissonTimes,
    Requisitions,
    ScheduledTimes,
)

WEEKS_PER_YEAR = 365 / 7
_OVER_DAYS = 14.0
_EXAMPLE = 170
"""Requisitions a year in an example for a file that does not say its hires."""


def demand_of(
    process: Process, assumptions: list[str], missing: list[str]
) -> Applicants | Requisitions:
    """Return who comes, and for which openings.

    Raises:
        SimulationError: the file does not say it.
    """
    demand = process.demand
    if demand is None:
        raise SimulationError(
            f"{process.file or process.title} does not say who comes: add for example "
            f"`requisitions: {{per_year: {_for_example(process)}, applicants: 30}}`, "
            "or `arrivals: {per_week: 6}` where nobody races for an opening"
        )
    if isinstance(demand, Arrivals):
        return _applicants(demand, assumptions)
    return _requisitions(demand, process, assumptions, missing)


def _for_example(process: Process, openings: int = 1) -> int:
    """Return requisitions of a year to write: enough for the hires, if those are said.

    An opening brings one hire at most, so fewer would contradict the file.
    """
    hires = process.hires_per_year
    return _EXAMPLE if hires is None else max(1, math.ceil(hires.mean / openings))


def per_day(share: Quantity | None, what: str) -> float:
    """Return the hazard that makes a share of people leave in a day.

    A share s a day is a hazard of -ln(1 - s): of those who stay, the same share leaves
    on the next day.

    Args:
        share: of a day; None for nobody.
        what: words for the share, should it be all of them.

    Raises:
        SimulationError: everybody leaves at once.
    """
    if share is None:
        return 0.0
    if share.mean >= 1:
        raise SimulationError(f"{what}: with 100 % a day nobody is ever left to hire")
    return -math.log1p(-share.mean)


def _applicants(demand: Arrivals, assumptions: list[str]) -> Applicants:
    if demand.days is not None:
        return Applicants(arrive=ListedTimes(days=demand.days), place=demand.place)
    if demand.every is not None:
        return Applicants(
            arrive=ScheduledTimes(every_days=demand.every.mean), place=demand.place
        )
    per_week = demand.per_week.mean if demand.per_week else 0.0
    assumptions.append("Candidates come by chance, all hours of the week alike likely.")
    return Applicants(arrive=PoissonTimes(per_week=per_week), place=demand.place)


def _requisitions(
    demand: WrittenRequisitions,
    process: Process,
    assumptions: list[str],
    missing: list[str],
) -> Requisitions:
    if demand.per_year is None or demand.applicants is None:
        lacking = "per_year" if demand.per_year is None else "applicants"
        raise SimulationError(
            f"`requisitions` lacks `{lacking}`",
            place=demand.place,
            hint="say how many are opened in a year, for example per_year: "
            f"{_for_example(process, whole(demand.openings, 1))}"
            if lacking == "per_year"
            else "say how many apply for one, for example applicants: 30",
        )
    assumptions.append(
        "Requisitions open by chance, all days of the year alike likely; the number "
        "of applicants for each varies by chance around its mean."
    )
    if demand.over is None:
        missing.append(
            "Time over which applications arrive (requisitions.over): two weeks taken."
        )
    if demand.notice is None:
        missing.append(
            "Time until candidates hear that a position is filled "
            "(requisitions.notice): taken as none."
        )
    return Requisitions(
        open=PoissonTimes(per_week=demand.per_year.mean / WEEKS_PER_YEAR),
        openings=whole(demand.openings, 1),
        applicants=demand.applicants.mean,
        over_days=demand.over.mean if demand.over else _OVER_DAYS,
        notice_days=demand.notice.mean if demand.notice else 0.0,
        reposts=whole(demand.reposts, 0),
        repost_after_days=demand.repost_after.mean if demand.repost_after else 0.0,
        place=demand.place,
    )
