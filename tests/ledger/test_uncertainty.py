"""Draws of rates and weights: their laws, their pairing, their certainty."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.analysis import Analysis
from audit.ledger import (
    Ledger,
    box_certificate,
    dominates,
    load_profile,
    paired_draws,
    price,
    price_box,
    score_interval,
)
from audit.ledger.uncertainty import (
    KEYS,
    drawn_unit_points,
    log_deviation,
    quantity_vector,
    score_draws,
    unit_points,
)
from audit.model import Scope
from tests.builders import process, step

PROFILE = load_profile()
SCOPE = Scope.ONBOARDING
DRAWS = 20_000

amounts = st.dictionaries(
    st.sampled_from(KEYS), st.floats(0, 1000, allow_nan=False), max_size=12
)


def ledger(**keys: float) -> Ledger:
    return price(Analysis(process(step("a", "candidate", wait=2, **keys))), PROFILE)


def test_draws_keep_the_mean() -> None:
    """The median may drift, the mean may not: drawn prices average to the profile's."""
    drawn = drawn_unit_points(PROFILE, SCOPE, DRAWS, 1).mean(axis=0)
    assert drawn == pytest.approx(unit_points(PROFILE, SCOPE), rel=0.05)


def test_range_of_a_rate_is_its_90_percent_range() -> None:
    """Nine in ten drawn rates lie a spread up or down of their median."""
    keep = replace(PROFILE, rates=tuple(replace(r, felt=1.0) for r in PROFILE.rates))
    drawn = drawn_unit_points(keep, SCOPE, DRAWS, 1)
    weight = drawn[:, KEYS.index(("wait_day", "time"))]
    weight = weight / weight.mean() * 0.3
    column = drawn[:, KEYS.index(("rekey_field", "employer"))]
    hours = drawn[:, KEYS.index(("check_page", "employer"))]
    # The ratio of two columns of one side is free of the drawn weight.
    low, high = np.quantile(np.log(column / hours), [0.05, 0.95])
    spreads = [PROFILE.rate(name).spread for name in ("rekey_field", "check_page")]
    expected = 1.645 * np.hypot(*(log_deviation(spread) for spread in spreads))
    assert (high - low) / 2 == pytest.approx(expected, rel=0.03)
    assert weight.std() == pytest.approx(np.sqrt(0.3 * 0.7 / 31), rel=0.03)


def test_same_seed_same_interval() -> None:
    """The interval of a file is the same on every run."""
    one = ledger(pages_read=20.0)
    assert score_interval(one.quantities, PROFILE, SCOPE) == score_interval(
        dict(reversed(one.quantities.items())), PROFILE, SCOPE
    )


def test_interval_holds_the_score() -> None:
    """The score lies within its own interval, which has a width."""
    one = ledger(pages_read=20.0, wet_signatures=9.0, fax_pages=20.0)
    low, high = score_interval(one.quantities, PROFILE, SCOPE)
    assert low < one.score < high
    assert 1.2 < high / low < 3


def test_pairing_sees_what_intervals_hide() -> None:
    """Two overlapping intervals, yet one process needs less of everything."""
    worse, better = ledger(pages_read=20.0), ledger(pages_read=18.0)
    lows = score_interval(worse.quantities, PROFILE, SCOPE)
    highs = score_interval(better.quantities, PROFILE, SCOPE)
    assert lows[0] < highs[1]
    pair = paired_draws(worse.quantities, better.quantities, PROFILE, SCOPE)
    assert pair.share_better == 1.0
    assert pair.gain[0] > 0
    assert pair.ratio[2] < 1


def test_side_without_weight_stays_without() -> None:
    """A weight of zero is a decision, not something to draw around."""
    weights = replace(PROFILE.weights, candidate=0.0, employer=0.7)
    drawn = drawn_unit_points(replace(PROFILE, weights=weights), SCOPE, 100, 1)
    assert not drawn[:, KEYS.index(("page_read", "candidate"))].any()


@settings(max_examples=200, deadline=None)
@given(amounts, amounts)
def test_dominance_decides_every_draw(
    few: dict[tuple[str, str], float], more: dict[tuple[str, str], float]
) -> None:
    """A12: who needs no more of anything loses in no draw."""
    worse = {key: few.get(key, 0.0) + more.get(key, 0.0) for key in {*few, *more}}
    assert dominates(few, worse)
    first = score_draws(few, PROFILE, SCOPE)
    second = score_draws(worse, PROFILE, SCOPE)
    assert np.all(first <= second * (1 + 1e-12))
    if dominates(worse, few):
        assert first == pytest.approx(second)


@settings(max_examples=200, deadline=None)
@given(amounts, amounts)
def test_box_certificate_is_below_every_gain_in_the_box(
    before: dict[tuple[str, str], float], after: dict[tuple[str, str], float]
) -> None:
    """A12: no prices within the ranges give less than the certified gain."""
    low, high = price_box(PROFILE, SCOPE)
    box = box_certificate(before, after, low, high)
    drawn = drawn_unit_points(PROFILE, SCOPE)
    inside = np.clip(drawn, low, high)
    gains = inside @ (quantity_vector(before) - quantity_vector(after))
    assert np.all(gains >= box.least_gain - 1e-6 * (1 + abs(box.least_gain)))
    saved = quantity_vector(before) - quantity_vector(after)
    assert {key for key, _ in box.against} == {
        key for key, more in zip(KEYS, saved, strict=True) if more < -1e-12
    }


def test_certificate_names_what_speaks_against() -> None:
    """Where a gain is not certain, the factors that could undo it are named."""
    before = {("page_read", "candidate"): 10.0}
    after = {("call", "candidate"): 1.0, ("upload", "candidate"): 1.0}
    low, high = price_box(PROFILE, SCOPE)
    box = box_certificate(before, after, low, high)
    assert not box.holds
    assert [factor for (factor, _), _ in box.against] == ["call", "upload"]
    assert not dominates(after, before)
