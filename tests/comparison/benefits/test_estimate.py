"""Ranges of sums: independent numbers add in squares, one number adds to itself."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.comparison.benefits.estimate import Estimate, total
from audit.model import Law, Quantity
from audit.result import Spread


def moved(likely: float, **moves: tuple[float, float]) -> Estimate:
    return Estimate(
        likely=likely, moves={(name,): ends for name, ends in moves.items()}
    )


def test_nothing_uncertain_has_no_range() -> None:
    """An exact sum is the same at both ends."""
    assert Estimate(likely=5.0).spread == Spread(low=5, likely=5, high=5)


def test_independent_moves_add_in_squares() -> None:
    """3 and 4 down make 5 down; 6 and 8 up make 10 up."""
    both = total((moved(10, rate=(-3, 6)), moved(20, wage=(-4, 8))))
    assert both.spread == Spread(low=25, likely=30, high=40)


def test_one_number_moves_all_its_parts_together() -> None:
    """What a rate takes at one step it gives at another: it cancels, or it doubles."""
    saved = moved(10, rate=(-5, 10))
    assert total((saved, saved.times(-1))).spread == Spread(low=0, likely=0, high=0)
    assert total((saved, saved)).spread == Spread(low=10, likely=20, high=40)


def test_a_loss_has_its_ends_the_other_way_round() -> None:
    """At a high rate a loss is larger: its low end is the high end of the rate."""
    assert moved(10, rate=(-5, 10)).times(-2).spread == Spread(
        low=-40, likely=-20, high=-10
    )


def test_a_product_with_a_number_of_the_file() -> None:
    """100 to 200 hires at 10 each: 1,500, give or take 500; the hires move it."""
    hires = Quantity(low=100, likely=150, high=200, law=Law.UNIFORM)
    year = moved(10, rate=(-2, 2)).times_number(hires, ("hires",))
    assert year.likely == 1500
    assert year.spread.high == pytest.approx(1500 + math.hypot(500, 300))


def test_a_product_with_pert_has_its_mean() -> None:
    """Means of the report stay means: PERT(100, 100, 400) hires are 150."""
    hires = Quantity(low=100, likely=100, high=400, law=Law.PERT)
    year = Estimate(likely=2.0).times_number(hires, ("hires",))
    assert year.spread == Spread(low=200, likely=300, high=800)


ends = st.tuples(st.floats(-1e6, 0), st.floats(0, 1e6))
estimates = st.builds(
    lambda likely, moves: Estimate(likely=likely, moves=moves),
    st.floats(-1e6, 1e6),
    st.dictionaries(st.tuples(st.sampled_from("abcd")), ends, max_size=4),
)


@given(estimates, estimates)
def test_sums_of_ranges(one: Estimate, other: Estimate) -> None:
    """A sum lies in its range, which is no wider than both ranges end to end."""
    both, parts = total((one, other)).spread, (one.spread, other.spread)
    assert both.low <= both.likely <= both.high
    assert both.likely == pytest.approx(one.likely + other.likely)
    slack = 1e-6
    assert both.low >= sum(part.low for part in parts) - slack
    assert both.high <= sum(part.high for part in parts) + slack


@given(estimates, st.floats(-100, 100))
def test_a_multiple_has_a_multiple_of_the_range(one: Estimate, factor: float) -> None:
    """Scaling moves both ends with the value; a negative one swaps them."""
    spread, scaled = one.spread, one.times(factor).spread
    scaled_ends = sorted((spread.low * factor, spread.high * factor))
    assert [scaled.low, scaled.high] == pytest.approx(scaled_ends, abs=1e-6)
