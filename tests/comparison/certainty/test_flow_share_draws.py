"""Drawn shares of flows: they sum to the whole, and exact ones stay."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.comparison.certainty.flow_share_draws import drawn_shares, uncertain_shares
from audit.comparison.certainty.number_laws import SPREAD, Array
from audit.model import Basis, Flow, Law, Pass, Provenance, Quantity

UNSTATED = Provenance()
MEASURED = Provenance(basis=Basis.MEASURED)
DRAWS = 2000


def flow(share: float | Quantity | None, to: str = "x") -> Flow:
    if isinstance(share, float):
        share = Quantity.point(share)
    return Flow(to=to, share=share, via=Pass.PASS if share is None else None)


def between(low: float, high: float) -> Quantity:
    return Quantity(low=low, likely=(low + high) / 2, high=high, law=Law.UNIFORM)


def known(share: float) -> Quantity:
    return Quantity.point(share, MEASURED)


def drawn(*flows: Flow, origin: Provenance = UNSTATED) -> dict[int, Array]:
    rng = np.random.default_rng(7)
    uncertain = uncertain_shares(flows, origin)
    return drawn_shares(flows, uncertain, {k: rng.random(DRAWS) for k in uncertain})


def test_two_shares_have_the_spread_in_their_odds() -> None:
    """25 to 75: the odds lie within the spread in nine draws of ten."""
    shares = drawn(flow(0.25), flow(0.75))
    assert shares[0] + shares[1] == pytest.approx(np.ones(DRAWS))
    low, high = np.quantile(shares[0] / shares[1] * 3, [0.05, 0.95])
    assert high == pytest.approx(SPREAD, rel=0.05)
    assert low == pytest.approx(1 / SPREAD, rel=0.05)


def test_what_is_left_by_the_exact_is_exact() -> None:
    """One share counted and the rest: nothing is left to guess."""
    assert uncertain_shares((flow(known(0.05)), flow(0.95)), UNSTATED) == {}
    assert uncertain_shares((flow(0.05), flow(0.95)), MEASURED) == {}
    assert uncertain_shares((flow(1.0),), UNSTATED) == {}


def test_the_exact_stay_and_the_others_divide_the_rest() -> None:
    """A counted 20 % is 20 % in every draw."""
    flows = flow(known(0.2)), flow(0.5), flow(0.3)
    shares = drawn(*flows)
    assert set(shares) == {1, 2}
    assert shares[1] + shares[2] == pytest.approx(np.full(DRAWS, 0.8))


def test_a_range_speaks_for_itself() -> None:
    """60 to 70 % stays within 60 to 70 %, whatever `rest` is made of."""
    for rest in (flow(0.35), flow(known(0.35))):
        shares = drawn(flow(between(0.6, 0.7)), rest)
        assert shares[0].min() >= 0.6 and shares[0].max() <= 0.7
        assert shares[0] + shares[1] == pytest.approx(np.ones(DRAWS))


def test_exact_shares_stay_beside_a_range_where_another_can_make_room() -> None:
    """The counted share stays; the rest takes what the range leaves."""
    flows = flow(between(0.6, 0.7)), flow(known(0.05)), flow(0.3)
    shares = drawn(*flows)
    assert set(shares) == {0, 2}
    assert shares[0] + shares[2] == pytest.approx(np.full(DRAWS, 0.95))


def test_a_screen_divides_what_is_left() -> None:
    """A stated share beside pass and fail varies, and never takes the whole."""
    shares = drawn(flow(0.1, "withdrew"), flow(None, "next"), flow(None, "rejected"))
    assert set(shares) == {0}
    assert shares[0].min() > 0 and shares[0].max() < 0.5
    assert np.median(shares[0]) == pytest.approx(0.1, rel=0.05)


def test_a_way_stays_open_however_wide_the_ranges() -> None:
    """Ranges that may sum to more than the whole shut nobody out."""
    shares = drawn(flow(between(0.3, 0.9)), flow(between(0.1, 0.5)), flow(0.1, "hired"))
    assert shares[2].min() > 0
    assert sum(shares.values()) == pytest.approx(np.ones(DRAWS))


shares_given = st.lists(
    st.tuples(st.floats(0.05, 1), st.sampled_from(["exact", "guess", "range"])),
    min_size=2,
    max_size=5,
)


@given(shares_given)
def test_shares_always_sum_to_the_whole(written: list[tuple[float, str]]) -> None:
    """Whatever is exact, guessed or a range: each draw is a routing."""
    whole = sum(weight for weight, _ in written)
    flows = []
    for weight, kind in written:
        share = weight / whole
        flows.append(
            flow(
                known(share)
                if kind == "exact"
                else between(0.8 * share, 1.2 * share)
                if kind == "range"
                else share
            )
        )
    found = drawn(*flows) if uncertain_shares(tuple(flows), UNSTATED) else {}
    means = [np.full(DRAWS, f.share.mean) for f in flows if f.share is not None]
    drawn_or_not = [found.get(k, mean) for k, mean in enumerate(means)]
    assert sum(drawn_or_not) == pytest.approx(np.ones(DRAWS))
    assert all(share.min() > 0 for share in drawn_or_not)
