"""Months until the changes have paid for themselves, by hand and for any money."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.comparison.benefits.payback import payback, sum_of_costs
from audit.model import Law, Quantity
from audit.result import Spread

Months = tuple[float | None, float | None] | None


def spread(
    low: float, likely: float | None = None, high: float | None = None
) -> Spread:
    return Spread(
        low=low,
        likely=low if likely is None else likely,
        high=low if high is None else high,
    )


@pytest.mark.parametrize(
    ("benefit", "one_off", "per_year", "months"),
    [
        # 4,000 once, 2,400 a year, against 10,400 a year: half a year.
        (spread(10_400), spread(4_000), spread(2_400), (6.0, 6.0)),
        # Costs of 3,000 to 6,000, benefits of 6,000 to 12,000 a year.
        (spread(6_000, 9_000, 12_000), spread(3_000, 4_000, 6_000), None, (3.0, 12.0)),
        # At the low end the benefit does not cover what runs.
        (spread(1_000, 2_000, 3_000), spread(500), spread(2_000), (6.0, None)),
        (spread(1_000), spread(500), spread(2_000), (None, None)),
        # Exactly eaten: what was paid once never comes back.
        (spread(2_000), spread(500), spread(2_000), (None, None)),
        # Nothing to pay back, and nothing lost while it runs.
        (spread(2_000), None, spread(1_000), (0.0, 0.0)),
        (spread(0), spread(0), None, (0.0, 0.0)),
        # A loss is never paid back, however cheap it was.
        (spread(-100), spread(0), None, (None, None)),
        # No benefit with a price pays for nothing.
        (None, spread(500), None, (None, None)),
        # Nobody says what it costs.
        (spread(2_000), None, None, None),
    ],
)
def test_by_hand(
    benefit: Spread | None,
    one_off: Spread | None,
    per_year: Spread | None,
    months: Months,
) -> None:
    """Each case as an accountant works it out on paper."""
    assert payback(benefit, one_off, per_year) == months


def test_costs_add_end_to_end() -> None:
    """Sums of what is stated; what nobody states is left out, not nought."""
    costs = [
        Quantity.point(4000),
        None,
        Quantity(low=100, likely=150, high=300, law=Law.PERT),
    ]
    assert sum_of_costs(costs) == spread(4100, 4150, 4300)
    assert sum_of_costs([None, None]) is None
    assert sum_of_costs([]) is None


money = st.floats(0, 1e6).map(lambda amount: round(amount, 2))
spreads = st.lists(money, min_size=3, max_size=3).map(lambda m: spread(*sorted(m)))


def as_number(months: float | None) -> float:
    return math.inf if months is None else months


@given(spreads, spreads, spreads, money)
def test_dearer_is_never_sooner(
    benefit: Spread, one_off: Spread, per_year: Spread, more: float
) -> None:
    """Soonest comes before latest, and more cost of either kind brings neither up."""

    def dearer(cost: Spread) -> Spread:
        return spread(cost.low + more, cost.likely + more, cost.high + more)

    usual = payback(benefit, one_off, per_year)
    assert usual is not None
    assert as_number(usual[0]) <= as_number(usual[1])
    for other in (
        payback(benefit, dearer(one_off), per_year),
        payback(benefit, one_off, dearer(per_year)),
    ):
        assert other is not None
        for before, after in zip(usual, other, strict=True):
            assert as_number(before) <= as_number(after) * (1 + 1e-12)
