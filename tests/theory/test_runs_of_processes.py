"""Runs in which nobody queues, against the exact engine, textbooks and integrals."""

from __future__ import annotations

import numpy as np
import pytest

from audit.analysis import Analysis
from audit.model import HIRED, Law, Node, Quantity, Step
from audit.simulation.codes import RESCINDED, EndReason
from audit.simulation.laws import (
    DurationLaw,
    exponential,
    log_normal,
    pert,
    point,
    uniform_law,
)
from audit.simulation.run import Run
from audit.simulation.scenario import (
    PositionControl,
    Requisitions,
    ScenarioNode,
    ScheduledTimes,
)
from tests.simulation.building import (
    block,
    days_of_hires,
    over_runs,
    run,
    scenario,
    share,
    step,
)
from tests.theory.test_against_play import HIRING, durations


def law(quantity: Quantity) -> DurationLaw:
    """The law of a written wait."""
    match quantity.law:
        case Law.POINT:
            return point(quantity.likely)
        case Law.UNIFORM:
            return uniform_law(quantity.low, quantity.high)
        case Law.PERT:
            return pert(quantity.low, quantity.likely, quantity.high)


def as_scenario(node: Node) -> ScenarioNode:
    """The same node with waits as delays: nobody is ever busy."""
    next = {flow.to: flow.share.mean for flow in node.flows if flow.share is not None}
    if isinstance(node, Step):
        days = law(node.wait.takes) if node.wait else None
        return step(node.id, next, days=days)
    return block(
        node.id, *([as_scenario(n) for n in branch] for branch in node.branches),
        next=next,
    )  # fmt: skip


EXACT = scenario(
    *(as_scenario(node) for node in HIRING.nodes),
    arrive=7.0 * 20,
    window=(0.0, 1000.0, 600.0),
    outcomes=(HIRED, "rejected", "withdrew", "declined", "rescinded"),
)


def within(found: tuple[float, float], exact: float) -> bool:
    """Within four standard errors."""
    return abs(found[0] - exact) < 4 * found[1]


def test_endless_servers_are_the_exact_engine() -> None:
    """Loops, nested blocks and failures: hires, their days and those of rejections."""
    analysis = Analysis(HIRING)
    hired = over_runs(EXACT, lambda one: share(one, 0))
    assert within(hired, analysis.hired_share)
    exact = analysis.flow_time(durations(), 0.002)
    assert within(over_runs(EXACT, lambda one: days_of_hires(one).mean()), exact.mean)
    nine_in_ten = over_runs(EXACT, lambda one: np.quantile(days_of_hires(one), 0.9))
    assert nine_in_ten[0] == pytest.approx(exact.p90, rel=0.01)

    def days_of_rejections(one: Run) -> float:
        rejected = one.measured & (one.outcome == 1)
        return float((one.ended - one.arrived)[rejected].mean())

    times = analysis.outcome_times(durations())
    assert within(over_runs(EXACT, days_of_rejections), times["rejected"])


def test_visits_are_those_of_the_chain() -> None:
    """The drunkard's walk from the middle (Grinstead & Snell 11.13): 1, 2, 1 visits."""
    walk = scenario(
        step("2", {"1": 0.5, "3": 0.5}, days=point(1)),
        step("1", {"rejected": 0.5, "2": 0.5}, days=point(1)),
        step("3", {"2": 0.5, "hired": 0.5}, days=point(1)),
        arrive=700.0,
        window=(0.0, 100.0, 200.0),
    )
    tables_of = {"1": 1.0, "2": 2.0, "3": 1.0}
    for name, exact in tables_of.items():

        def visits(one: Run, name: str = name) -> float:
            place = one.tables.step_places[name]
            return float(one.visits[place] / one.measured.sum())

        assert within(over_runs(walk, visits), exact), name


def test_credit_application() -> None:
    """Dumas et al. chapter 7: 1/(1 - 0.2) + max(1, 3) + 3 + 0.6 + 0.8 = 8.65 days."""
    application = scenario(
        step("complete", {"complete": 0.2, "checks": 0.8}, days=point(1)),
        block(
            "checks",
            [step("history", "done", days=point(1))],
            [step("income", "done", days=point(3))],
            next="assess",
        ),
        step("assess", {"offer": 0.6, "reject": 0.4}, days=point(3)),
        step("offer", "hired", days=point(1)),
        step("reject", "rejected", days=point(2)),
        arrive=700.0,
        window=(0.0, 100.0, 100.0),
    )

    def days(one: Run) -> float:
        return float((one.ended - one.arrived)[one.measured].mean())

    assert within(over_runs(application, days), 8.65)


def test_six_branches_of_a_public_model() -> None:
    """Six checks of 1,500 s + Exp(150 s) side by side, then a seventh.

    A published demonstration of a process simulator has this shape. The maximum of six
    exponentials has mean 150 (1 + 1/2 + ... + 1/6) seconds: 3,517.5 in all.
    """
    second = 1 / 86_400

    def check(name: str, next: str) -> ScenarioNode:
        return step(
            name, next, hours=point(1500 / 3600), days=exponential(150 * second)
        )

    six = scenario(
        block("six", *([check(name, "done")] for name in "ABCDEF"), next="G"),
        check("G", "hired"),
        arrive=7000.0,
        window=(0.0, 20.0, 5.0),
    )
    exact = (3000 + 150 * (1 + sum(1 / k for k in range(1, 7)))) * second
    assert within(over_runs(six, lambda one: days_of_hires(one).mean()), exact)


OFFER, NOTICE = log_normal(20.0, 0.5), log_normal(12.0, 0.6)


def race(candidates: int, position: PositionControl) -> tuple[float, float]:
    """Share of candidates, all with an offer in time, whose offer is taken back."""
    rules = Requisitions(
        open=ScheduledTimes(every_days=1.0),
        applicants=candidates,
        applicants_vary=False,
        over_days=0.0,
    )
    hospital = scenario(
        step("interview", "offer", days=OFFER),
        step("offer", "orientation", position=position, offers=True),
        step("orientation", "hired", days=NOTICE),
        demand=rules,
        window=(0.0, 2000.0, 400.0),
    )
    return over_runs(hospital, lambda one: share(one, RESCINDED))


@pytest.mark.parametrize("candidates", [2, 3, 5])
def test_the_race_for_one_opening(candidates: int) -> None:
    """k candidates: integral of f_(1:k-1)(t) [F_offer(t) - F_start(t)] dt."""
    from scipy.stats import lognorm

    width = 0.05
    edges = np.arange(0, 500, width)

    def mass(law: DurationLaw) -> np.ndarray:
        one = lognorm(s=law.second, scale=np.exp(law.first))
        return np.diff(one.cdf(edges))

    offer = mass(OFFER)
    start = np.convolve(offer, mass(NOTICE))[: len(offer)]
    offered, started = offer.cumsum(), start.cumsum()
    first_other = np.diff(1 - (1 - started) ** (candidates - 1), prepend=0.0)
    exact = float((first_other * (offered - started)).sum())
    mean, error = race(candidates, PositionControl.NONE)
    assert mean == pytest.approx(exact, abs=4 * error + 0.001)


def test_a_locked_position_is_offered_once() -> None:
    """The remedy: who is told of an offer has the position, always."""
    assert race(5, PositionControl.LOCK)[0] == 0.0


def test_other_offers_thin_out_hires_by_the_transform() -> None:
    """P(hired) = E exp(-theta T): 1 / (1 + theta m)^2 for two exponential steps."""
    theta, mean = 0.02, 10.0
    two = scenario(
        step("a", "b", days=exponential(mean)),
        step("b", "hired", days=exponential(mean)),
        other_offers_per_day=theta,
        arrive=70.0,
        window=(0.0, 1000.0, 400.0),
    )
    found = over_runs(two, lambda one: share(one, 0))
    assert within(found, 1 / (1 + theta * mean) ** 2)
    reasons = {EndReason.LEFT_FOR_OTHER_OFFER, 0}
    assert set(run(two).outcome[run(two).measured].tolist()) <= reasons
