"""Who comes in a week, who of them is taken, and what that asks of each role.

Openings that are filled send candidates away from steps, which the visits do not know:
what the candidates of requisitions ask for is the most if nobody leaves. How often a
requisition is posted, and how many it hires, knows of its openings.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from audit.errors import SimulationError
from audit.simulation.calendar import hours_per_week
from audit.simulation.postings import (
    applicants_of,
    openings_filled,
    postings_expected,
)
from audit.simulation.scenario import (
    Applicants,
    Duty,
    ListedTimes,
    PoissonTimes,
    RolePool,
    ScenarioStep,
    ScheduledTimes,
    Times,
    walk_scenario,
)
from audit.simulation.tables import Tables
from audit.simulation.visits import chance_of_opening, visit_rates


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLoad:
    """What is asked of a role in a week, against what its people have."""

    role: str
    capacity_hours: float
    candidate_hours: float
    """Work on candidates of all postings, if nobody left."""
    opening_hours: float
    """Work that is done once for each requisition, before anybody applies."""
    duty_hours: float
    """Other duties, those that hires bring included."""

    @property
    def asked_hours(self) -> float:
        """All hours a week that are asked for."""
        return self.candidate_hours + self.opening_hours + self.duty_hours

    @property
    def load(self) -> float:
        """Share of the capacity that is asked for; 1 and more has no steady state."""
        return self.asked_hours / self.capacity_hours

    @property
    def overload_hours(self) -> float:
        """Hours a week over capacity, 0 for none."""
        return max(0.0, self.asked_hours - self.capacity_hours)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Traffic:
    """Who comes in a week, where they go, and how many of them are taken."""

    applicants: float
    """Those of later postings included."""
    postings: float
    """Of a requisition on average; 1 where nothing is posted."""
    visits: np.ndarray
    """Node -> visits, if no opening were filled early."""
    openings_taken: float
    """Never more than there are; candidates who need none all find one."""
    hires: float
    """Openings taken, without those whose candidate fails afterwards."""


def traffic_per_week(tables: Tables, staying: np.ndarray | None = None) -> Traffic:
    """Return who comes and who is taken in a week, however many weeks there are.

    Args:
        tables: The compiled scenario.
        staying: Node -> share of its visits that it does not drive away; all, if None.
    """
    demand, end = tables.scenario.demand, tables.scenario.window.end
    visits = visit_rates(tables, staying)
    hired = float(visits[tables.nodes.outcome == 0].sum())
    chance = chance_of_opening(tables, staying)
    if isinstance(demand, Applicants):
        applicants, postings = _per_week(demand.arrive, end), 1.0
        taken = applicants * chance
    else:
        opened = _per_week(demand.open, end)
        postings = postings_expected(demand, chance)
        applicants = opened * applicants_of(demand) * postings
        taken = opened * openings_filled(demand, chance)
    return Traffic(
        applicants=applicants,
        postings=postings,
        visits=visits * applicants,
        openings_taken=taken,
        # Who has taken an opening races no more: others change nothing for them.
        hires=taken * hired / chance if chance > 0 else 0.0,
    )


def _per_week(times: Times, end: float) -> float:
    match times:
        case PoissonTimes():
            return times.per_week
        case ScheduledTimes():
            return 7 / times.every_days
        case ListedTimes():
            return 7 * sum(day < end for day in times.days) / end


def role_loads(tables: Tables) -> tuple[RoleLoad, ...]:
    """Return the load of every role if nobody left and no opening were filled early."""
    scenario = tables.scenario
    traffic = traffic_per_week(tables)
    steps = [n for n in walk_scenario(scenario.nodes) if isinstance(n, ScenarioStep)]
    loads = []
    for role in scenario.roles:
        mine = sum(
            traffic.visits[tables.step_places[step.id]] * step.work_hours.mean
            for step in steps
            if step.role == role.id and step.work_hours is not None
        )
        opening, other = (
            [duty for duty in role.duties if duty.for_opening is wanted]
            for wanted in (True, False)
        )
        loads.append(
            RoleLoad(
                role=role.id,
                capacity_hours=role.people * hours_per_week(role.calendar),
                candidate_hours=float(mine),
                opening_hours=_duty_hours(role, opening, traffic.openings_taken),
                duty_hours=_duty_hours(role, other, traffic.openings_taken),
            )
        )
    return tuple(loads)


def _duty_hours(role: RolePool, duties: list[Duty], hires: float) -> float:
    capacity = role.people * hours_per_week(role.calendar)
    return sum(
        duty.share * capacity + duty.per_hire * hires * duty.work_hours.mean
        for duty in duties
    )


def check_steady_state(tables: Tables) -> None:
    """Refuse a role that falls behind for good, unless the scenario is a transient.

    A role is named when what is no work on candidates fills its time, or when these
    come without an end, nobody ever leaves and more is asked than its people have. What
    is asked is not known where a block calls off its other branches.

    Raises:
        SimulationError: a role has no steady state.
    """
    scenario = tables.scenario
    if scenario.transient:
        return
    patient = scenario.other_offers_per_day == 0 and not tables.nodes.patience.any()
    endless = isinstance(scenario.demand, Applicants) and not isinstance(
        scenario.demand.arrive, ListedTimes
    )
    # Of a block that calls its branches off the visits are the most there can be.
    known = not tables.nodes.cancels.any()
    for role, load in zip(scenario.roles, role_loads(tables), strict=True):
        standing = sum(duty.share for duty in role.duties)
        if standing >= 1:
            openers = any(duty.for_opening for duty in role.duties)
            raise SimulationError(
                f"the other duties of role `{role.id}`"
                f"{' and its work on openings' if openers else ''} alone ask for "
                f"{standing:.0%} of its time: candidates are never served",
                place=role.place,
            )
        if patient and endless and known and load.load >= 1:
            raise SimulationError(
                f"role `{role.id}` has no steady state: it is asked for "
                f"{load.asked_hours:.1f} hours a week and has "
                f"{load.capacity_hours:.1f}, and nobody ever leaves",
                place=role.place,
            )
