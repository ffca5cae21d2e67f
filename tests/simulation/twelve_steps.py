"""One hiring process for three engines: ours, SimPy's and Ciw's.

Applications arrive by chance every 0.475 h; two recruiters, three managers, one in HR;
nobody ever goes home. Without contention a case takes 8.0377 h on average, the time of
a rejected one included; with contention 9.5536 h (standard error 0.0107).

SimPy lets each case be a process that asks for its people. Ciw knows stations and
classes of customers, so a step is a class and a role a station; it has no parallel
branches, so the two checks are one step of the longer one.
"""

from __future__ import annotations

import random
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

from audit.simulation.laws import exponential, triangular
from audit.simulation.scenario import (
    Applicants,
    PoissonTimes,
    RolePool,
    Scenario,
    Window,
)
from tests.simulation.building import block, step

HOURS_BETWEEN = 0.475
MEAN_HOURS, MEAN_HOURS_ERROR = 9.5536, 0.0107
MEAN_HOURS_ALONE = 8.0377
PEOPLE = {"recruiter": 2, "manager": 3, "hr": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """What a peer found."""

    cases: int
    mean_hours: float
    """From the application to the end, whatever the end."""
    hired: float
    """Share of the cases."""


def twelve_steps(
    cases: float,
    *,
    people: dict[str, int] = PEOPLE,
    packet: tuple[float, float, float] = (2, 4, 8),
    roles: tuple[RolePool, ...] | None = None,
    **keys: Any,
) -> Scenario:
    """Return the process with about as many cases as asked for."""
    exp, tri = exponential, triangular
    return Scenario(
        nodes=(
            step("apply", "screen", hours=tri(0.25, 0.75, 2)),
            step(
                "screen",
                {"phone": 0.3, "rejected": 0.7},
                "recruiter",
                tri(0.1, 0.3, 0.8),
                **keys,
            ),
            step(
                "phone", {"panel": 0.6, "rejected": 0.4}, "recruiter", tri(0.25, 0.5, 1)
            ),
            step(
                "panel",
                {"checks": 0.5, "panel": 0.1, "rejected": 0.4},
                "manager",
                exp(3),
            ),
            block(
                "checks",
                [step("background", "done", hours=exp(40))],
                [step("drug", "done", hours=exp(24))],
                next="offer",
            ),
            step(
                "offer", {"packet": 0.8, "declined": 0.2}, "manager", tri(0.5, 1, 1.5)
            ),
            step("packet", "check", hours=tri(*packet)),
            step("check", {"packet": 0.2, "review": 0.8}, "hr", tri(0.5, 1, 1.5)),
            step("review", "orientation", "hr", exp(1.5)),
            step("orientation", "start", "hr", tri(1, 2, 3)),
            step("start", "hired", "recruiter", tri(0.1, 0.2, 0.3)),
        ),
        roles=roles or tuple(RolePool(id=r, people=n) for r, n in people.items()),
        demand=Applicants(arrive=PoissonTimes(per_week=168 / HOURS_BETWEEN)),
        window=Window(warm_up=0.0, measured=cases * HOURS_BETWEEN / 24, cool_down=40.0),
        outcomes=("hired", "rejected", "declined"),
    )


class SimPyHouse:
    """The process in SimPy, in its own idiom."""

    def __init__(self, seed: int) -> None:
        import simpy

        self.luck = random.Random(seed)
        self.env = simpy.Environment()
        self.people = {
            role: simpy.Resource(self.env, capacity=count)
            for role, count in PEOPLE.items()
        }
        self.hours: list[float] = []
        self.hired = 0

    def work(self, role: str, hours: float) -> Generator[Any, Any, None]:
        """Ask for somebody, keep them for so long."""
        with self.people[role].request() as request:
            yield request
            yield self.env.timeout(hours)

    def alone(self, hours: float) -> Generator[Any, Any, None]:
        """Wait for somebody outside."""
        yield self.env.timeout(hours)

    def case(self) -> Generator[Any, Any, None]:
        """One candidate from the application to the end."""
        start = self.env.now
        if (yield from self.steps()):
            self.hired += 1
        self.hours.append(self.env.now - start)

    def steps(self) -> Generator[Any, Any, bool]:
        """The steps; returns whether the candidate is hired."""
        luck = self.luck
        tri, rate, chance = luck.triangular, luck.expovariate, luck.random
        yield self.env.timeout(tri(0.25, 2, 0.75))
        yield from self.work("recruiter", tri(0.1, 0.8, 0.3))
        if chance() >= 0.3:
            return False
        yield from self.work("recruiter", tri(0.25, 1, 0.5))
        if chance() >= 0.6:
            return False
        while True:
            yield from self.work("manager", rate(1 / 3))
            u = chance()
            if u < 0.5:
                break
            if u >= 0.6:
                return False
        checks = [self.env.process(self.alone(rate(1 / hours))) for hours in (40, 24)]
        yield self.env.all_of(checks)
        yield from self.work("manager", tri(0.5, 1.5, 1))
        if chance() >= 0.8:
            return False
        while True:
            yield self.env.timeout(tri(2, 8, 4))
            yield from self.work("hr", tri(0.5, 1.5, 1))
            if chance() >= 0.2:
                break
        yield from self.work("hr", rate(1 / 1.5))
        yield from self.work("hr", tri(1, 3, 2))
        yield from self.work("recruiter", tri(0.1, 0.3, 0.2))
        return True

    def arrivals(self, cases: int) -> Generator[Any, Any, None]:
        """Candidates, one by one."""
        for _ in range(cases):
            yield self.env.timeout(self.luck.expovariate(1 / HOURS_BETWEEN))
            self.env.process(self.case())


def play_simpy(cases: int, seed: int) -> Played:
    """Run the process in SimPy until everyone is through."""
    house = SimPyHouse(seed)
    house.env.process(house.arrivals(cases))
    house.env.run()
    return Played(
        cases=len(house.hours),
        mean_hours=sum(house.hours) / len(house.hours),
        hired=house.hired / len(house.hours),
    )


# Step -> role, and the steps and ends that can follow it.
_CLASSES: dict[str, tuple[str, dict[str, float]]] = {
    "apply": ("alone", {"screen": 1.0}),
    "screen": ("recruiter", {"phone": 0.3, "rejected": 0.7}),
    "phone": ("recruiter", {"panel": 0.6, "rejected": 0.4}),
    "panel": ("manager", {"checks": 0.5, "panel": 0.1, "rejected": 0.4}),
    "checks": ("alone", {"offer": 1.0}),
    "offer": ("manager", {"packet": 0.8, "declined": 0.2}),
    "packet": ("alone", {"check": 1.0}),
    "check": ("hr", {"packet": 0.2, "review": 0.8}),
    "review": ("hr", {"orientation": 1.0}),
    "orientation": ("hr", {"start": 1.0}),
    "start": ("recruiter", {"hired": 1.0}),
}
_ENDS = ("hired", "rejected", "declined")


def ciw_network() -> Any:
    """Return the process as a network of Ciw."""
    import ciw

    stations = ["alone", *PEOPLE]
    names = [*_CLASSES, *_ENDS]

    class Longer(ciw.dists.Distribution):  # type: ignore[misc]
        """The longer of two exponential times."""

        def sample(self, t: Any = None, ind: Any = None) -> float:
            return max(random.expovariate(1 / 40), random.expovariate(1 / 24))

    exp, tri = ciw.dists.Exponential, ciw.dists.Triangular
    laws = {
        "apply": tri(0.25, 0.75, 2), "screen": tri(0.1, 0.3, 0.8),
        "phone": tri(0.25, 0.5, 1), "panel": exp(1 / 3), "checks": Longer(),
        "offer": tri(0.5, 1, 1.5), "packet": tri(2, 4, 8), "check": tri(0.5, 1, 1.5),
        "review": exp(1 / 1.5), "orientation": tri(1, 2, 3),
        "start": tri(0.1, 0.2, 0.3),
    }  # fmt: skip
    nothing = ciw.dists.Deterministic(0.0)
    change = {name: {other: float(name == other) for other in names} for name in names}
    for name, (_, follows) in _CLASSES.items():
        change[name] = {other: follows.get(other, 0.0) for other in names}

    def routing(name: str) -> Any:
        if name in _ENDS:
            return ciw.routing.NetworkRouting([ciw.routing.Leave() for _ in stations])
        to = stations.index(_CLASSES[name][0]) + 1
        return ciw.routing.NetworkRouting([ciw.routing.Direct(to) for _ in stations])

    def service(name: str, station: str) -> Any:
        mine = name in _CLASSES and _CLASSES[name][0] == station
        return laws[name] if mine else nothing

    return ciw.create_network(
        arrival_distributions={
            name: [
                exp(1 / HOURS_BETWEEN)
                if (name, station) == ("apply", "alone")
                else None
                for station in stations
            ]
            for name in names
        },
        service_distributions={
            name: [service(name, station) for station in stations] for name in names
        },
        number_of_servers=[float("inf"), *PEOPLE.values()],
        class_change_matrices=[change for _ in stations],
        routing={name: routing(name) for name in names},
    )


def play_ciw(cases: int, seed: int) -> Played:
    """Run the process in Ciw until so many are through."""
    import ciw

    ciw.seed(seed)
    simulation = ciw.Simulation(ciw_network())
    simulation.simulate_until_max_customers(cases, method="Finish")
    arrived: dict[int, float] = {}
    ended: dict[int, float] = {}
    hired = 0
    gone = {one.id_number for one in simulation.nodes[-1].all_individuals}
    for record in simulation.get_all_records():
        who = record.id_number
        if who in gone:
            arrived[who] = min(
                record.arrival_date, arrived.get(who, record.arrival_date)
            )
            ended[who] = max(record.exit_date, ended.get(who, 0.0))
            hired += record.original_customer_class == "start"
    hours = [ended[who] - arrived[who] for who in gone]
    return Played(
        cases=len(hours), mean_hours=sum(hours) / len(hours), hired=hired / len(hours)
    )
