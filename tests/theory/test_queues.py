"""The event loop against closed forms of queueing theory.

Seeds are fixed and each figure comes with its standard error over independent runs, so
a difference of more than four of them is a difference. The clock is in days, rates are
written per day.
"""

from __future__ import annotations

import math

import pytest

from audit.simulation.codes import LEFT_WAITING
from audit.simulation.laws import DurationLaw, exponential, log_normal, point
from audit.simulation.run import Run
from audit.simulation.scenario import Batch, Duty, RolePool, Scenario
from tests.simulation.building import (
    days_of_hires,
    mean_wait,
    over_runs,
    scenario,
    share,
    step,
)


def close(found: tuple[float, float], exact: float) -> bool:
    """Within four standard errors."""
    mean, error = found
    return abs(mean - exact) < 4 * error


def erlang_c(rate: float, service: float, servers: int) -> float:
    """Probability of waiting in M/M/c (Erlang 1917)."""
    load = rate / service
    below = sum(load**k / math.factorial(k) for k in range(servers))
    above = load**servers / math.factorial(servers) * servers / (servers - load)
    return above / (below + above)


def station(
    rate: float, law: DurationLaw, servers: int, *, days: float = 20_000, **keys: float
) -> Scenario:
    """One role, one step; arrivals by chance, `rate` a day."""
    return scenario(
        step("serve", "hired", "hr", law, **keys),
        roles=(RolePool(id="hr", people=servers),),
        arrive=7 * rate,
        window=(500.0, days, 300.0),
    )


@pytest.mark.parametrize(("rate", "servers"), [(0.8, 1), (2.4, 3), (4.0, 5)])
def test_m_m_c(rate: float, servers: int) -> None:
    """Erlang C: the mean wait of M/M/c is C / (c mu - lambda)."""
    exact = erlang_c(rate, 1.0, servers) / (servers - rate)
    assert close(over_runs(station(rate, exponential(24.0), servers), mean_wait), exact)


@pytest.mark.parametrize(("servers", "hours"), [(1, 2 / 3), (2, 1 / 24)])
def test_county_hospital(servers: int, hours: float) -> None:
    """Hillier & Lieberman's emergency room: two come an hour, each takes 20 minutes."""
    one = station(48.0, exponential(1 / 3), servers, days=1000)
    assert close(over_runs(one, lambda run: 24 * mean_wait(run)), hours)


@pytest.mark.parametrize("law", [point(24.0), log_normal(24.0, 1.5)])
def test_m_g_1(law: DurationLaw) -> None:
    """Pollaczek and Khinchine: lambda E[S^2] / (2 (1 - rho))."""
    rate = 0.6
    exact = rate * (law.second_moment / 24**2) / (2 * (1 - rate))
    found = over_runs(station(rate, law, 1, days=60_000), mean_wait)
    assert close(found, exact)


@pytest.mark.parametrize(("rate", "theta"), [(2.4, 0.1), (3.3, 0.5)])
def test_erlang_a(rate: float, theta: float) -> None:
    """Birth and death with reneging (Garnett et al. 2002), in overload too."""
    people = 3
    weights = [1.0]
    for n in range(1, 400):
        leaving = min(n, people) + max(n - people, 0) * theta
        weights.append(weights[-1] * rate / leaving)
    total = sum(weights)
    queue = sum(max(n - people, 0) * w for n, w in enumerate(weights)) / total
    one = station(rate, exponential(24.0), people, leaves_per_day=theta)
    left = over_runs(one, lambda run: share(run, LEFT_WAITING))
    assert close(left, theta * queue / rate)


def test_patience_ends_with_the_wait_that_tries_it() -> None:
    """Who waits for the group's date leaves then or never: 1 - (1 - e^-bp) / (bp).

    The step has no people of its own, and the one behind it takes a hundred days; with
    patience of 1/b days and a date every p days all moments of arrival are alike.
    """
    theta, period = 0.1, 14.0
    one = scenario(
        step("group", "long", batch=Batch(every_days=period), leaves_per_day=theta),
        step("long", "hired", days=point(100.0)),
        roles=(),
        arrive=7 * 2.0,
        window=(0.0, 2_000.0, 200.0),
    )
    left = over_runs(one, lambda run: share(run, LEFT_WAITING))
    tried = theta * period
    assert close(left, 1 - (1 - math.exp(-tried)) / tried)


def test_jackson_tandem() -> None:
    """Product form: four stations in a row keep the waits of M/M/c, each its own."""
    rate, people, service = 1.5, (2, 3, 1, 4), (1.0, 0.7, 2.2, 0.5)
    nodes = [
        step(f"s{i}", f"s{i + 1}" if i < 3 else "hired", f"r{i}", exponential(24 / mu))
        for i, mu in enumerate(service)
    ]
    one = scenario(
        *nodes,
        roles=tuple(RolePool(id=f"r{i}", people=c) for i, c in enumerate(people)),
        arrive=7 * rate,
        window=(500.0, 20_000.0, 300.0),
    )
    exact = sum(
        erlang_c(rate, mu, c) / (c * mu - rate) + 1 / mu
        for c, mu in zip(people, service, strict=True)
    )
    assert close(over_runs(one, lambda run: float(days_of_hires(run).mean())), exact)


def test_jackson_feedback() -> None:
    """Who is sent back joins the queue again: the wait is that of the whole flow."""
    one = scenario(
        step("check", {"check": 0.25, "hired": 0.75}, "hr", exponential(24.0)),
        roles=(RolePool(id="hr", people=2),),
        arrive=7 * 1.2,
        window=(500.0, 20_000.0, 300.0),
    )
    visits = 1 / 0.75
    exact = visits * erlang_c(1.6, 1.0, 2) / (2 - 1.6)
    assert close(over_runs(one, mean_wait), exact)


def priorities() -> Scenario:
    """Other duties fill half of one person and go first; candidates another 0.3."""
    duty = Duty(id="rounds", share=0.5, work_hours=exponential(12.0), priority=0)
    return scenario(
        step("serve", "hired", "hr", exponential(24.0)),
        roles=(RolePool(id="hr", people=1, duties=(duty,)),),
        arrive=7 * 0.3,
        window=(500.0, 40_000.0, 500.0),
    )


def wait_of_duties(run: Run) -> float:
    """Mean days that a job of the first duty waits."""
    return float(run.duty_waits[0] / run.duty_jobs[0])


def test_cobham_priorities() -> None:
    """Cobham 1954: W0 / (1 - rho1) and W0 / ((1 - rho1)(1 - rho)), not preemptive."""
    residual = 1.0 * 2 * 0.25 / 2 + 0.3 * 2 * 1.0 / 2
    assert close(over_runs(priorities(), wait_of_duties), residual / 0.5)
    assert close(over_runs(priorities(), mean_wait), residual / (0.5 * 0.2))


def test_other_duties_take_their_share() -> None:
    """A duty of half the capacity keeps the role busy half of the time."""

    def busy(run: Run) -> float:
        return float(run.duty_work[0] / 40_000)

    assert close(over_runs(priorities(), busy), 0.5)


def test_littles_law() -> None:
    """L = lambda W: candidates under way, counted from the times they came and went."""

    def difference(run: Run) -> float:
        inside = run.measured
        days = (run.ended - run.arrived)[inside]
        began, over = run.arrived[inside], run.ended[inside]
        moments = [600 + 20 * k for k in range(900)]
        under_way = sum(float(((began <= m) & (over > m)).sum()) for m in moments)
        return under_way / len(moments) / (2.4 * float(days.mean()))

    found = over_runs(station(2.4, exponential(24.0), 3), difference, runs=10)
    assert close(found, 1.0)


def test_no_wait_is_negative() -> None:
    """Waits are sums of times that pass."""
    from tests.simulation.building import run

    assert run(priorities()).waits.min() >= 0.0
