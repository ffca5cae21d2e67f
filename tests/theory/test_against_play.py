"""The exact engine against playing the process out, case by case.

The player knows nothing of chains or lattices: it draws durations and flows. Fixed
seeds, so a difference is a difference and not bad luck.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field

import pytest

from audit.analysis import Analysis
from audit.model import HIRED, Law, Node, Process, Quantity, Step
from tests.builders import block, process, step

CASES = 20_000


def uniform(low: float, high: float) -> Quantity:
    return Quantity(low=low, likely=(low + high) / 2, high=high, law=Law.UNIFORM)


def pert(low: float, likely: float, high: float) -> Quantity:
    return Quantity(low=low, likely=likely, high=high, law=Law.PERT)


@dataclass
class Play:
    """What happened to the cases played."""

    days: dict[str, list[float]] = field(default_factory=dict)
    reached: Counter[str] = field(default_factory=Counter)
    visits_of_hires: Counter[str] = field(default_factory=Counter)

    def share(self, outcome: str) -> float:
        return len(self.days.get(outcome, [])) / CASES


def played(a_process: Process, seed: int) -> Play:
    """Play all cases through a process."""
    chance, play = random.Random(seed), Play()
    for _ in range(CASES):
        visits: Counter[str] = Counter()
        outcome, days = _through(a_process.nodes, HIRED, visits, chance)
        play.days.setdefault(outcome, []).append(days)
        play.reached.update(visits.keys())
        if outcome == HIRED:
            play.visits_of_hires.update(visits)
    return play


def _through(
    nodes: tuple[Node, ...], success: str, visits: Counter[str], chance: random.Random
) -> tuple[str, float]:
    by_id, node, days = {n.id: n for n in nodes}, nodes[0], 0.0
    while True:
        visits[node.id] += 1
        if isinstance(node, Step):
            days += _drawn(node.wait.takes, chance) if node.wait else 0.0
        else:
            ends = [_through(b, "done", visits, chance) for b in node.branches]
            days += max(spent for _, spent in ends)
            failed = [end for end, _ in ends if end != "done"]
            if failed:
                return chance.choice(failed), days
        weights = [flow.share.mean for flow in node.flows if flow.share is not None]
        (flow,) = chance.choices(node.flows, weights)
        if flow.to not in by_id:
            return flow.to, days
        node = by_id[flow.to]


def _drawn(law: Quantity, chance: random.Random) -> float:
    match law.law:
        case Law.POINT:
            return law.likely
        case Law.UNIFORM:
            return chance.uniform(law.low, law.high)
        case Law.PERT:
            width = law.high - law.low
            alpha = 1 + 4 * (law.likely - law.low) / width
            return law.low + width * chance.betavariate(alpha, 6 - alpha)


# Only the employer's rejections, so that the design lens is the whole play.
HIRING = process(
    step(
        "apply", "candidate", wait=pert(1, 2, 8), next={"checks": 0.8, "rejected": 0.2}
    ),
    block(
        "checks",
        [
            step("drug", wait=uniform(0, 10)),
            step(
                "lab",
                wait=pert(0, 1, 4),
                next={"drug": 0.2, "done": 0.7, "rejected": 0.1},
            ),
        ],
        [
            step("refs", wait=pert(2, 5, 15), next={"inner": 0.9, "rejected": 0.1}),
            block(
                "inner",
                [
                    step("one", wait=uniform(0, 3), next={"two": 0.5, "done": 0.5}),
                    step("two", wait=4),
                ],
                [step("three", wait=uniform(1, 2))],
            ),
        ],
    ),
    step("offer", wait=2, next={"apply": 0.25, "hired": 0.75}),
)


@pytest.fixture(scope="module")
def play() -> Play:
    return played(HIRING, seed=11)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return Analysis(HIRING)


def durations() -> dict[str, Quantity]:
    return {s.id: s.wait.takes for s in HIRING.steps if s.wait is not None}


def test_as_many_are_hired_as_the_chain_says(analysis: Analysis, play: Play) -> None:
    """Four standard errors of a share."""
    error = (0.25 / CASES) ** 0.5
    assert play.share(HIRED) == pytest.approx(analysis.hired_share, abs=4 * error)


def test_hires_take_as_long_as_the_law_says(analysis: Analysis, play: Play) -> None:
    """Mean, half and nine in ten, within the scatter of the play."""
    days, law = sorted(play.days[HIRED]), analysis.flow_time(durations(), 0.002)
    error = law.deviation / len(days) ** 0.5
    assert sum(days) / len(days) == pytest.approx(law.mean, abs=4 * error)
    assert days[len(days) // 2] == pytest.approx(law.p50, abs=5 * error)
    assert days[len(days) * 9 // 10] == pytest.approx(law.p90, abs=8 * error)


def test_outcomes_take_as_long_as_the_chain_says(
    analysis: Analysis, play: Play
) -> None:
    """Rejections too, those that wait for the other branches included."""
    times = analysis.outcome_times(durations())
    for outcome, days in play.days.items():
        mean = sum(days) / len(days)
        spread = (sum((d - mean) ** 2 for d in days) / len(days)) ** 0.5
        error = spread / len(days) ** 0.5
        assert mean == pytest.approx(times[outcome], abs=4 * error), outcome


def test_steps_are_reached_as_often_as_the_chain_says(
    analysis: Analysis, play: Play
) -> None:
    """Ever reached, over loops and inside blocks."""
    for node, share in analysis.reach.items():
        assert play.reached[node] / CASES == pytest.approx(share, abs=0.015), node


def test_hires_visit_steps_as_often_as_the_design_says(
    analysis: Analysis, play: Play
) -> None:
    """Conditioned on the hire, a step counts as often as hires go through it."""
    hires = len(play.days[HIRED])
    for node, visits in analysis.visits.items():
        found = play.visits_of_hires[node] / hires
        assert found == pytest.approx(visits, abs=0.03), node
