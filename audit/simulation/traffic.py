"""How often each node is visited for each applicant, and what that asks of a role.

The traffic equations x = e + R' x of an open network (Jackson 1957), solved by passing
the flow on until nothing moves; a parallel block passes on what all of its branches
pass on, taken as independent. Openings that are filled send candidates away, which the
equations do not know: with requisitions they give the most that can come.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from audit.errors import SimulationError
from audit.simulation import codes
from audit.simulation.calendar import hours_per_week
from audit.simulation.scenario import (
    Applicants,
    ListedTimes,
    PoissonTimes,
    Requisitions,
    RolePool,
    ScenarioStep,
    ScheduledTimes,
    Times,
    walk_scenario,
)
from audit.simulation.tables import Tables

_SMALL = 1e-12
_ROUNDS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLoad:
    """What is asked of a role in a week, against what its people have."""

    role: str
    capacity_hours: float
    candidate_hours: float
    """Work on candidates of first postings, if nobody left."""
    duty_hours: float
    """Other duties, those that hires bring included."""

    @property
    def load(self) -> float:
        """Share of the capacity that is asked for; 1 and more has no steady state."""
        return (self.candidate_hours + self.duty_hours) / self.capacity_hours

    @property
    def overload_hours(self) -> float:
        """Hours a week over capacity, 0 for none."""
        return max(0.0, self.candidate_hours + self.duty_hours - self.capacity_hours)


def visit_rates(tables: Tables, staying: np.ndarray | None = None) -> np.ndarray:
    """Return the expected visits of each node for one applicant.

    Args:
        tables: The compiled scenario.
        staying: Node -> share of its visits that it does not drive away; all, if None.
    """
    nodes, flows = tables.nodes, tables.flows
    count = len(tables.names)
    keep = np.ones(count) if staying is None else staying
    visits = np.zeros(count)
    arriving = np.zeros(count)
    arriving[tables.start] = 1.0
    splits = {
        int(block): i for i, block in enumerate(nodes.block)
        if nodes.kind[i] == codes.SPLIT
    }  # fmt: skip
    passing = np.zeros((count, count))
    for i in range(count):
        lower = 0.0
        for flow in range(nodes.first[i], nodes.last[i]):
            share = 1.0 if nodes.kind[i] == codes.SPLIT else flows.upto[flow] - lower
            lower = flows.upto[flow]
            passing[flows.to[flow], i] += share
    for _ in range(_ROUNDS):
        leaving = visits * keep
        for i in range(count):
            if nodes.kind[i] == codes.JOIN and visits[i] > 0:
                begun = visits[splits[int(nodes.block[i])]]
                share = min(1.0, visits[i] / (nodes.parts[i] * begun))
                leaving[i] = begun * share ** nodes.parts[i]
            elif nodes.kind[i] == codes.FAILURE:
                leaving[i] = visits[i]
        after = arriving + passing @ leaving
        if np.abs(after - visits).max() < _SMALL:
            break
        visits = after
    return visits


def applicants_per_week(tables: Tables) -> float:
    """Return how many candidates apply in a week, re-postings left out."""
    demand = tables.scenario.demand
    if isinstance(demand, Applicants):
        return _per_week(demand.arrive, tables.scenario.window.end)
    return _per_week(demand.open, tables.scenario.window.end) * demand.applicants


def _per_week(times: Times, end: float) -> float:
    match times:
        case PoissonTimes():
            return times.per_week
        case ScheduledTimes():
            return 7 / times.every_days
        case ListedTimes():
            return 7 * len(times.days) / end


def role_loads(tables: Tables) -> tuple[RoleLoad, ...]:
    """Return the load of every role if nobody left and no opening were filled early."""
    scenario = tables.scenario
    per_week = applicants_per_week(tables)
    visits = visit_rates(tables) * per_week
    steps = [n for n in walk_scenario(scenario.nodes) if isinstance(n, ScenarioStep)]
    hires = _hires(tables, visits)
    loads = []
    for role in scenario.roles:
        mine = sum(
            visits[tables.step_places[step.id]] * step.work_hours.mean
            for step in steps
            if step.role == role.id and step.work_hours is not None
        )
        loads.append(
            RoleLoad(
                role=role.id,
                capacity_hours=role.people * hours_per_week(role.calendar),
                candidate_hours=float(mine),
                duty_hours=_duty_hours(role, hires),
            )
        )
    return tuple(loads)


def _hires(tables: Tables, visits: np.ndarray) -> float:
    hires = float(visits[tables.nodes.outcome == 0].sum())
    demand = tables.scenario.demand
    if isinstance(demand, Requisitions):
        openings = _per_week(demand.open, tables.scenario.window.end) * demand.openings
        return min(hires, openings)
    return hires


def _duty_hours(role: RolePool, hires: float) -> float:
    capacity = role.people * hours_per_week(role.calendar)
    return sum(
        duty.share * capacity + duty.per_hire * hires * duty.work_hours.mean
        for duty in role.duties
    )


def check_steady_state(tables: Tables) -> None:
    """Refuse a role that falls behind for good, unless the scenario is a transient.

    A role is named when its other duties fill its time, or when candidates come without
    an end, nobody ever leaves and more is asked than its people have.

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
    for role, load in zip(scenario.roles, role_loads(tables), strict=True):
        standing = sum(duty.share for duty in role.duties)
        if standing >= 1:
            raise SimulationError(
                f"the other duties of role `{role.id}` alone ask for {standing:.0%} of "
                "its time: candidates are never served"
            )
        if patient and endless and load.load >= 1:
            raise SimulationError(
                f"role `{role.id}` has no steady state: it is asked for "
                f"{load.candidate_hours + load.duty_hours:.1f} hours a week and has "
                f"{load.capacity_hours:.1f}, and nobody ever leaves"
            )
