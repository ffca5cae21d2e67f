"""Whole processes against published arithmetic and hand calculation."""

import math

import pytest

from audit.analysis import Analysis
from audit.model import Process, Quantity
from tests.builders import block, process, step


def durations(a_process: Process) -> dict[str, Quantity]:
    return {s.id: s.wait.takes for s in a_process.steps if s.wait is not None}


def test_cycle_time_of_the_credit_application() -> None:
    """Dumas et al., Fundamentals of BPM, ch. 7: rework .2, two checks: 8.65 days."""
    credit = process(
        step("completeness", wait=1, next={"completeness": 0.2, "checks": 0.8}),
        block("checks", [step("history", wait=1)], [step("income", wait=3)]),
        step("assess", wait=3, next={"offer": 0.6, "reject": 0.4}),
        step("offer", wait=1, next="hired"),
        step("reject", wait=2),
    )
    time = Analysis(credit).flow_time(durations(credit))
    assert time.mean == pytest.approx(8.65, abs=1e-6)
    assert time.contributions["income"] == pytest.approx(3.0, abs=1e-6)
    assert time.contributions["history"] == pytest.approx(0.0, abs=1e-6)


def test_processing_time_of_the_credit_application() -> None:
    """The same book: 8.9 hours of work on the longest way, 12.86 % of the cycle."""
    credit = process(
        step("completeness", wait=2, next={"completeness": 0.2, "checks": 0.8}),
        block("checks", [step("history", wait=0.5)], [step("income", wait=3)]),
        step("assess", wait=2, next={"offer": 0.6, "reject": 0.4}),
        step("offer", wait=2, next="hired"),
        step("reject", wait=0.5),
    )
    hours = Analysis(credit).flow_time(durations(credit)).mean
    assert hours == pytest.approx(8.9, abs=1e-6)
    assert hours / (8.65 * 8) == pytest.approx(0.1286, abs=1e-4)


def test_project_network_as_nested_blocks() -> None:
    """A serial-parallel network of fixed waits takes its longest path, like CPM."""
    network = process(
        step("a", wait=2),
        block(
            "b",
            [step("c", wait=10), step("d", wait=6)],
            [step("e", wait=4), block("f", [step("g", wait=9)], [step("h", wait=3)])],
        ),
        step("i", wait=2),
    )
    time = Analysis(network).flow_time(durations(network))
    assert time.mean == pytest.approx(20.0, abs=1e-6)
    assert time.p50 == time.p90 == 20.0
    assert time.contributions["c"] == pytest.approx(10.0, abs=1e-6)
    assert time.contributions["g"] == pytest.approx(0.0, abs=1e-6)


def test_a_failing_branch_ends_the_case_when_the_block_ends() -> None:
    """Success is the product of the branches; a rejection waits for the last branch."""
    checks = process(
        step("offer", wait=1),
        block(
            "checks",
            [step("fast", wait=1, next={"done": 0.9, "rejected": 0.1})],
            [step("slow", wait=5, next={"done": 0.8, "rejected": 0.2})],
        ),
    )
    analysis = Analysis(checks)
    assert analysis.outcomes["hired"] == pytest.approx(0.72)
    assert analysis.outcomes["rejected"] == pytest.approx(0.28)
    assert analysis.outcome_times(durations(checks)) == pytest.approx(
        {"hired": 6.0, "rejected": 6.0}, abs=1e-6
    )
    assert math.fsum(share for *_, share in analysis.losses) == pytest.approx(0.28)


def test_criticality_of_two_uniform_branches() -> None:
    """E max of two U(0, 1) is 2/3, and each branch owns half of it."""
    law = Quantity(low=0, likely=0.5, high=1, law="uniform")  # type: ignore[arg-type]
    pair = process(block("b", [step("x", wait=law)], [step("y", wait=law)]))
    time = Analysis(pair).flow_time(durations(pair), accuracy=0.002)
    assert time.mean == pytest.approx(2 / 3, abs=1e-4)
    assert time.contributions["x"] == pytest.approx(1 / 3, abs=1e-4)


def test_drawing_lots_twice_for_the_reach_of_a_step_in_a_block() -> None:
    """Ever reached over a loop: a return needs the block to succeed first."""
    looped = process(
        block(
            "b",
            [step("x", next={"deep": 0.5, "rejected": 0.5}), step("deep")],
            [step("y")],
        ),
        step("end", next={"b": 0.4, "hired": 0.6}),
    )
    assert Analysis(looped).reach["deep"] == pytest.approx(0.5)


def test_qualified_share_after_a_screen_is_bayes() -> None:
    """30 % qualified, 55 % and 15 % pass: 27 % pass, 61.1 % of them are qualified."""
    from audit.model import Flow, Pass, Screen, ScreenMethod

    def screen(name: str, share: float | None, ok: float, other: float) -> object:
        return step(
            name,
            "ats",
            screen=Screen(
                method=ScreenMethod.KEYWORD,
                qualified_share=None if share is None else Quantity.point(share),
                passes_qualified=Quantity.point(ok),
                passes_unqualified=Quantity.point(other),
            ),
        )

    from dataclasses import replace

    first = replace(
        screen("first", 0.3, 0.55, 0.15),  # type: ignore[type-var]
        flows=(
            Flow(to="second", share=None, via=Pass.PASS),
            Flow(to="rejected", share=None, via=Pass.FAIL),
        ),
    )
    second = replace(
        screen("second", None, 0.9, 0.2),  # type: ignore[type-var]
        flows=(
            Flow(to="hired", share=None, via=Pass.PASS),
            Flow(to="rejected", share=None, via=Pass.FAIL),
        ),
    )
    analysis = Analysis(process(first, second))  # type: ignore[arg-type]
    one, two = analysis.screens
    assert one.passing == pytest.approx(0.27)
    assert two.qualified_share == pytest.approx(0.165 / 0.27)
    hired = 0.3 * 0.55 * 0.9 + 0.7 * 0.15 * 0.2
    assert analysis.hired_share == pytest.approx(hired)
