"""The laws of uncertain numbers, against their closed forms."""

from __future__ import annotations

import math

import numpy as np
import pytest

from audit.comparison.certainty.number_laws import (
    DEVIATION,
    SPREAD,
    SPREAD_EVIDENCE,
    drawn_amount,
    drawn_share,
    drawn_weight,
    is_uncertain,
)
from audit.ledger import evidence_row
from audit.model import Basis, Law, Provenance, Quantity

LUCK = (np.arange(100_000) + 0.5) / 100_000
UNSTATED = Provenance()
UNIFORM = Quantity(low=2, likely=5, high=8, law=Law.UNIFORM)
PERT = Quantity(low=2, likely=3, high=10, law=Law.PERT)


@pytest.mark.parametrize("law", [UNIFORM, PERT], ids=lambda q: q.law.value)
def test_a_range_is_drawn_from_its_own_law(law: Quantity) -> None:
    """Mean, variance and ends are those of the range that the file wrote."""
    drawn = drawn_amount(law, LUCK)
    assert (drawn_share(law, LUCK) == drawn).all()
    assert drawn.mean() == pytest.approx(law.mean, rel=1e-4)
    assert drawn.var() == pytest.approx(law.variance, rel=1e-3)
    assert law.low <= drawn.min() and drawn.max() <= law.high


def test_the_median_of_pert_is_that_of_its_beta() -> None:
    """PERT(0, 1, 2) is symmetric; half of it lies below the likely value."""
    middle = drawn_amount(
        Quantity(low=0, likely=1, high=2, law=Law.PERT), np.array([0.5])
    )
    assert middle == pytest.approx([1.0])


def test_a_number_that_nobody_measured_keeps_its_mean() -> None:
    """Log-normal: nine in ten within a spread of the median, the mean as written."""
    drawn = drawn_amount(Quantity.point(42), LUCK)
    assert drawn.mean() == pytest.approx(42, rel=1e-3)
    assert drawn.std() / 42 == pytest.approx(
        math.sqrt(math.expm1(DEVIATION**2)), rel=1e-2
    )
    low, middle, high = np.quantile(drawn, [0.05, 0.5, 0.95])
    assert high / middle == pytest.approx(SPREAD, rel=1e-3)
    assert middle / low == pytest.approx(SPREAD, rel=1e-3)


def test_at_least_is_never_less() -> None:
    """A lower bound may be more, up to the same spread, and never less."""
    drawn = drawn_amount(Quantity(low=14, likely=14, high=14, lower_bound=True), LUCK)
    assert drawn.min() >= 14
    # The 90th percentile of |Z| is the 95th of Z.
    assert np.quantile(drawn, 0.9) == pytest.approx(14 * SPREAD, rel=1e-3)


@pytest.mark.parametrize("share", [0.001, 0.25, 0.5, 0.999])
def test_a_share_stays_a_share(share: float) -> None:
    """Its odds have the spread; the median is the share as written."""
    drawn = drawn_share(Quantity.point(share), LUCK)
    assert drawn.min() > 0 and drawn.max() < 1
    odds = drawn / (1 - drawn)
    low, middle, high = np.quantile(odds, [0.05, 0.5, 0.95])
    assert middle == pytest.approx(share / (1 - share), rel=1e-3)
    assert high / middle == pytest.approx(SPREAD, rel=1e-3)
    assert middle / low == pytest.approx(SPREAD, rel=1e-3)


def test_the_odds_between_two_weights_have_the_spread() -> None:
    """Two shares that both vary are as uncertain against each other as one alone."""
    luck = np.random.default_rng(3).random((2, 200_000))
    one, other = (drawn_weight(Quantity.point(0.5), u) for u in luck)
    low, high = np.quantile(one / other, [0.05, 0.95])
    assert high == pytest.approx(SPREAD, rel=0.01)
    assert low == pytest.approx(1 / SPREAD, rel=0.01)


@pytest.mark.parametrize("basis", list(Basis), ids=lambda basis: basis.value)
def test_who_is_taken_at_their_word(basis: Basis) -> None:
    """Measured, published and reported points stay; a range is a range for anybody."""
    exact = basis in {Basis.MEASURED, Basis.PUBLISHED, Basis.REPORTED}
    origin = Provenance(basis=basis)
    assert is_uncertain(Quantity.point(3), origin) is not exact
    own = Quantity.point(3, Provenance(basis=Basis.MEASURED))
    assert not is_uncertain(own, origin)
    assert is_uncertain(UNIFORM, origin)


def test_nought_and_all_are_exact() -> None:
    """`0` says that there is none and 100 % says all; neither is a guess."""
    assert not is_uncertain(Quantity.point(0), UNSTATED)
    assert not is_uncertain(Quantity.point(1), UNSTATED, share=True)
    assert is_uncertain(Quantity.point(1), UNSTATED)


def test_the_spread_is_a_row_of_evidence_that_admits_to_be_ours() -> None:
    """Nobody takes our judgement for a study, or finds another number there."""
    row = evidence_row(SPREAD_EVIDENCE)
    assert row.value.startswith(f"{SPREAD:g} (")
    assert (row.grade, row.verification) == ("D", "assumption")
