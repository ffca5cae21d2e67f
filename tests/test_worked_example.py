"""The worked example of the method: every number of it, through the public way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from audit.analysis import Analysis
from audit.ledger import (
    Ledger,
    box_certificate,
    load_profile,
    paired_draws,
    price,
    price_box,
)
from audit.loaders import load_process

PACKET = Path(__file__).parent / "examples" / "packet"
EXPECTED = json.loads((PACKET / "expected.json").read_text(encoding="utf-8"))
TOLERANCE = EXPECTED["tolerance"]
VARIANTS = ("before", "after")


def ledger(variant: str) -> Ledger:
    profile = load_profile(PACKET / EXPECTED["profile"])
    return price(Analysis(load_process(PACKET / f"{variant}.yaml")), profile)


def close(value: object) -> Any:
    return pytest.approx(value, abs=TOLERANCE)


@pytest.mark.parametrize("variant", VARIANTS)
def test_totals_are_those_of_the_method(variant: str) -> None:
    """Minutes, days, cash, points and score of the example are reproduced."""
    priced, expected = ledger(variant), EXPECTED[variant]
    candidate, employer = priced.sides["candidate"], priced.sides["employer"]
    assert candidate.minutes == close(expected["candidate_minutes"])
    assert candidate.perceived_extra_minutes == close(
        expected["perceived_extra_minutes"]
    )
    assert candidate.cash == close(expected["candidate_cash"])
    assert employer.minutes == close(expected["employer_minutes"])
    assert priced.sides["time"].days == close(expected["days"])
    assert priced.flow_time.mean == close(expected["days"])
    assert {side: total.points for side, total in priced.sides.items()} == {
        side: close(points) for side, points in expected["points"].items()
    }
    assert priced.score == close(expected["score"])
    assert priced.grade == expected["grade"]


@pytest.mark.parametrize("variant", VARIANTS)
def test_facts_are_those_of_the_method(variant: str) -> None:
    """Visits, handoffs and rolled %C&A of the example are reproduced."""
    facts, expected = ledger(variant).analysis, EXPECTED[variant]
    for step, visits in expected.get("visits", {}).items():
        assert facts.visits[step] == close(visits)
    assert sum(facts.handoffs.values()) == close(expected["handoffs"])
    rolled = expected["rolled_complete_accurate"]
    assert facts.rolled_complete_accurate == close(rolled)


def test_lines_are_those_of_the_method() -> None:
    """Single lines of the ledger are reproduced, not only their sums."""
    amounts = {(e.step, e.factor): e.amount for e in ledger("before").entries}
    for line, minutes in EXPECTED["before"]["ledger_minutes"].items():
        step, factor = line.split("/")
        assert amounts[step, factor] == close(minutes)
    assert amounts["check", "wait_day"] == close(8 / 3)


def test_money_is_that_of_the_method() -> None:
    """Money of the example: $24 and $45 an hour, minutes that feel longer left out."""
    money = ledger("before").money
    assert money.candidate_time == pytest.approx(57.68)
    assert money.candidate_cash == close(16.9333333333)
    assert money.employer_time == pytest.approx(52.90)
    after = ledger("after").money
    assert after.candidate_time == pytest.approx(20.24, abs=0.005)
    assert after.employer_time == pytest.approx(17.17, abs=0.005)


def test_after_is_better_for_sure() -> None:
    """The after-process wins in every draw, and for every price in the ranges."""
    before, after = ledger("before"), ledger("after")
    pair = paired_draws(
        before.quantities, after.quantities, before.profile, before.scope, draws=20_000
    )
    assert pair.share_better == 1.0
    assert pair.ratio[0] == pytest.approx(0.255, abs=0.005)
    assert pair.ratio[2] == pytest.approx(0.340, abs=0.005)
    low, high = price_box(before.profile, before.scope, draws=20_000)
    box = box_certificate(before.quantities, after.quantities, low, high)
    assert box.holds
    # The method found 59.75 with draws of its own.
    assert box.least_gain == pytest.approx(59.75, rel=0.02)
    assert {factor for (factor, _), _ in box.against} == {
        "electronic_signature",
        "login",
        "upload",
    }
