"""A first look at waits while somebody is typing: screening numbers, no results.

Each role is one Erlang-A station (M/M/c+M; Garnett, Mandelbaum & Reiman 2002, M&SOM 4,
208-227), solved by its birth and death equations. Who waits may leave, so a longer wait
thins the flow and a thinner flow shortens the wait: there is one fixed point, found by
going half of the way each time. The stations are taken as independent with arrivals by
chance, so the numbers are some per cent off; what is reported comes from a simulation.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from audit.simulation.calendar import hours_per_week
from audit.simulation.compile_tables import compile_tables
from audit.simulation.scenario import RolePool, Scenario
from audit.simulation.tables import Tables
from audit.simulation.traffic import Traffic, traffic_per_week
from audit.units import HOURS_IN_A_WEEK

_HALF = 0.5
_CLOSE = 1e-10
_ROUNDS = 2000
_TAIL = 1e-14


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """What the equations of one station say."""

    leaving: float
    """Share of those arriving who leave the queue."""
    wait: float
    """Mean wait of all who arrive, in units of the rates' time; may be endless."""
    utilisation: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLook:
    """A screening number for one role; a simulation may differ by some per cent."""

    role: str
    utilisation: float
    wait_hours: float
    """Mean working hours that a job waits; endless without a steady state."""
    leaving: float
    """Share of the waiting jobs whose candidate walks away."""


def erlang_a(rate: float, service: float, servers: int, patience: float) -> Station:
    """Solve one station.

    Args:
        rate: Arrivals for each unit of time.
        service: Mean units of time that a job takes.
        servers: People.
        patience: Hazard of leaving while waiting; 0 gives Erlang C.
    """
    if rate == 0 or service == 0:
        return Station(leaving=0.0, wait=0.0, utilisation=0.0)
    load = rate * service / servers
    if patience == 0 and load >= 1:
        return Station(leaving=0.0, wait=math.inf, utilisation=1.0)
    weight, total, queue, busy = 1.0, 1.0, 0.0, 0.0
    n = 0
    while n <= servers or weight > _TAIL * total:
        n += 1
        weight *= rate / (min(n, servers) / service + max(n - servers, 0) * patience)
        total += weight
        queue += max(n - servers, 0) * weight
        busy += min(n, servers) * weight
        if total > 1e250:
            # An overloaded station climbs far before its weights fall.
            weight, total = weight / 1e250, total / 1e250
            queue, busy = queue / 1e250, busy / 1e250
    waiting = queue / total
    return Station(
        leaving=patience * waiting / rate,
        wait=waiting / rate,
        utilisation=busy / total / servers,
    )


def quick_look(scenario: Scenario) -> tuple[RoleLook, ...]:
    """Return the screening numbers of every role.

    Raises:
        SimulationError: no run could answer the scenario.
    """
    tables = compile_tables(scenario)
    leaving = np.zeros(len(scenario.roles))
    stations: list[Station] = []
    for _ in range(_ROUNDS):
        # Nobody leaves a queue where there is none: place -1 is that of no role.
        keep = 1 - np.append(leaving, 0.0)[tables.nodes.pool]
        traffic = traffic_per_week(tables, keep)
        stations = [
            _station(tables, p, role, traffic) for p, role in enumerate(scenario.roles)
        ]
        found = np.array([station.leaving for station in stations])
        if np.abs(found - leaving).max(initial=0.0) < _CLOSE:
            break
        leaving = leaving + _HALF * (found - leaving)
    return tuple(
        RoleLook(
            role=role.id,
            utilisation=station.utilisation,
            wait_hours=station.wait,
            leaving=station.leaving,
        )
        for role, station in zip(scenario.roles, stations, strict=True)
    )


def _station(tables: Tables, place: int, role: RolePool, traffic: Traffic) -> Station:
    """Solve the station of a role, its candidates and other duties in one queue."""
    nodes, visits = tables.nodes, traffic.visits
    open_hours = hours_per_week(role.calendar)
    mine = nodes.pool == place
    means = 24 * np.append(tables.law_means, 0.0)
    candidates = float(visits[mine].sum())
    hours = float((visits[mine] * means[nodes.work[mine]]).sum())
    # Patience runs by the clock, the queue by working hours.
    clock_hours = HOURS_IN_A_WEEK / open_hours
    hazard = float(
        (visits[mine] * nodes.patience[mine]).sum()
        + candidates * tables.scenario.other_offers_per_day
    )
    jobs, work = candidates, hours
    for duty in role.duties:
        number = duty.per_hire * traffic.openings_taken
        if duty.share > 0:
            number += duty.share * role.people * open_hours / duty.work_hours.mean
        jobs += number
        work += number * duty.work_hours.mean
    if jobs == 0:
        return Station(leaving=0.0, wait=0.0, utilisation=0.0)
    station = erlang_a(
        jobs / open_hours,
        work / jobs,
        role.people,
        hazard / jobs * clock_hours / 24,
    )
    # Duties do not leave: all who do are candidates.
    share = min(1.0, station.leaving * jobs / candidates) if candidates else 0.0
    return Station(leaving=share, wait=station.wait, utilisation=station.utilisation)
