"""How long a step takes on the clock, in whatever unit."""

from __future__ import annotations

import pytest

from audit.ledger import clock_time
from audit.model import (
    Law,
    Participant,
    Quantity,
)
from tests.builders import amount, block, step
from tests.ledger.small_ledgers import (
    ledger_of,
    ledger_of_text,
)


def test_clock_takes_the_wait_else_half_a_batch_else_the_touch_time() -> None:
    """A step without `wait` lasts its batch, or as long as its own role works."""
    assert clock_time(step("a", wait=3, every=amount(7)), 60) == amount(3)
    batch = clock_time(step("a", every=amount(7)), 60)
    assert (batch.low, batch.high, batch.law) == (0, 7, Law.UNIFORM)
    assert clock_time(step("a"), 144) == amount(0.1)


def test_touch_time_of_the_own_role_alone_passes_on_the_clock() -> None:
    """Work, paperwork and trip of the doer; guests work in the same hour."""
    guest = Participant(role="hr", people=amount(2), work=amount(600))
    priced = ledger_of(
        step("a", "candidate", work=10, pages_read=10, trip=45, participants=(guest,))
    )
    assert priced.flow_time.mean == pytest.approx((10 + 17 + 45) / 1440)


def test_waits_add_up_over_parallel_branches() -> None:
    """Days of branches side by side are those of the longest, shared out."""
    priced = ledger_of(
        block("both", [step("x", "firm", wait=5)], [step("y", "hr", wait=3)]),
        step("end", wait=1),
    )
    days = {e.step: e.amount for e in priced.entries if e.factor == "wait_day"}
    assert days == pytest.approx({"x": 5, "end": 1}, abs=0.02)
    assert priced.sides["time"].days == pytest.approx(6, abs=0.02)


def test_steps_outside_the_clock_are_priced_but_not_timed() -> None:
    """Effort before the clock starts counts; its wait does not."""
    text = """
process: Clock
scope: onboarding
clock: {start: b}
roles: {hr: {side: employer}}
steps:
  - {id: a, role: hr, work: 10 min, wait: 5 days}
  - {id: b, role: hr, work: 10 min, wait: 2 days}
"""
    priced = ledger_of_text(text)
    assert priced.sides["time"].days == 2
    assert priced.sides["employer"].minutes == 20


def test_minutes_and_hours_price_alike() -> None:
    """A13: units of the file are a matter of taste."""

    def score(work: str, wait: str) -> float:
        text = f"""
process: Units
scope: onboarding
roles: {{candidate: {{side: candidate}}, hr: {{side: employer}}}}
steps:
  - {{id: a, role: candidate, work: {work}, trip: {work}, wait: {wait}}}
  - {{id: b, role: hr, work: {work}, wait: {wait}}}
"""
        return ledger_of_text(text).score

    assert score("90 min", "48 h") == pytest.approx(score("1.5 h", "2 days"), rel=1e-12)
    assert score("5400 s", "1 week") == pytest.approx(score("1.5 h", "7 days"))


def test_ranges_are_priced_at_their_mean() -> None:
    """A written range counts with its mean; its spread is no surcharge."""
    spread = Quantity(low=10, likely=20, high=30, law=Law.UNIFORM)
    assert ledger_of(step("a", work=spread, wait=0)).score == pytest.approx(
        ledger_of(step("a", work=20, wait=0)).score
    )
