"""What the score hangs on: rates at their ends, weights up and down."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from audit.analysis import Analysis
from audit.ledger import Ledger, Profile, load_profile, price, sensitivity
from audit.ledger.uncertainty import score_draws
from audit.model import Process
from tests.builders import process, step

PROFILE = load_profile()
MIXED: Process = process(
    step("fill", "candidate", pages_read=20, wet_signatures=8, print_pages=20, wait=2),
    step("check", "hr", check=20, wait=1, next={"fill": 0.2, "enter": 0.8}),
    step("enter", "hr", rekey=30, wait=0.5),
)


def score(profile: Profile) -> float:
    return price(Analysis(MIXED), profile).score


def test_ends_of_a_rate_are_scores_with_that_rate() -> None:
    """The printed ends are what a profile with that rate would say."""
    ledger = price(Analysis(MIXED), PROFILE)
    for one in sensitivity(ledger).rates:
        for end, expected in (("low", one.low_score), ("high", one.high_score)):
            rates = tuple(
                replace(rate, amount=getattr(rate, end))
                if rate.factor == one.factor
                else rate
                for rate in PROFILE.rates
            )
            assert score(replace(PROFILE, rates=rates)) == pytest.approx(expected)


def test_rates_are_sorted_by_what_they_explain() -> None:
    """The first rate listed is the one worth measuring."""
    shares = [one.variance_share for one in sensitivity(_ledger()).rates]
    assert shares == sorted(shares, reverse=True)
    assert 0 < sum(shares) < 1


def test_first_order_variance_is_near_the_drawn_one() -> None:
    """The shares are of a variance that the draws of the score really have."""
    ledger = _ledger()
    rates = {one.factor: one for one in sensitivity(ledger).rates}
    drawn = score_draws(ledger.quantities, PROFILE, ledger.scope, draws=40_000)
    exact = replace(
        PROFILE,
        rates=tuple(
            replace(r, low=r.amount, high=r.amount, felt_spread=1.0)
            if r.factor == "page_read"
            else r
            for r in PROFILE.rates
        ),
    )
    without = score_draws(ledger.quantities, exact, ledger.scope, draws=40_000)
    share = 1 - float(np.var(without) / np.var(drawn))
    assert share == pytest.approx(rates["page_read"].variance_share, abs=0.08)


def test_weights_vary_by_a_third_and_make_room() -> None:
    """Each weight goes 30 % down and up; the others keep their proportion."""
    ledger = _ledger()
    variations = sensitivity(ledger).weights
    assert [(one.side, one.change) for one in variations] == [
        (side, change)
        for side in ("candidate", "employer", "time")
        for change in (-0.3, 0.3)
    ]
    up = variations[1]
    weights = replace(PROFILE.weights, candidate=0.52, employer=0.24, time=0.24)
    assert up.score == pytest.approx(score(replace(PROFILE, weights=weights)))
    assert up.grade in "ABCDE"


def test_all_the_weight_on_one_side_can_still_vary() -> None:
    """A profile may look at one side alone; the table must not fail on it."""
    weights = replace(PROFILE.weights, candidate=1.0, employer=0.0, time=0.0)
    ledger = price(Analysis(MIXED), replace(PROFILE, weights=weights))
    down, up = sensitivity(ledger).weights[:2]
    assert up.score == pytest.approx(ledger.score)
    assert down.score != up.score


def test_top_steps_are_those_with_most_points() -> None:
    """The three steps named are the first three of the Pareto."""
    ledger = _ledger()
    order = sorted(ledger.step_points, key=lambda step: -ledger.step_points[step])
    assert sensitivity(ledger).top_steps == tuple(order[:3])


def _ledger() -> Ledger:
    return price(Analysis(MIXED), PROFILE)
