"""Checks are asked for thousands of processes at a time."""

from __future__ import annotations

from time import perf_counter

from audit.checks import Facts, run_checks
from audit.loaders import load_process
from tests.checks.case_files import facts_of

PROMISED = 0.003
"""Seconds for a process of twenty steps, its analysis and ledger at hand."""
SLOW_MACHINE = 3


def test_twenty_steps_take_three_thousandths_of_a_second() -> None:
    """A portfolio of a thousand processes would wait for the checks."""
    facts = facts_of(load_process("processes/hospital/before.yaml"))
    assert len(facts.steps) == 20
    run_checks(facts)
    best = min(_seconds(facts) for _ in range(30))
    assert best < SLOW_MACHINE * PROMISED


def _seconds(facts: Facts) -> float:
    start = perf_counter()
    run_checks(Facts(facts.analysis, facts.ledger))
    return perf_counter() - start
