"""The fewest factors that undo a gain, against trying every set of them."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.comparison.certainty.tipping import PricedGain, against, tipping
from audit.ledger.uncertainty import KEYS

LOGIN = KEYS.index(("login", "candidate"))
UPLOAD = KEYS.index(("upload", "candidate"))
PAGES = KEYS.index(("page_read", "candidate"))
STAFF_PAGES = KEYS.index(("page_read", "employer"))


def priced(saved: dict[int, float], spread: float = 2.0) -> PricedGain:
    """Everything costs one point, give or take the spread."""
    amounts = np.zeros(len(KEYS))
    for k, amount in saved.items():
        amounts[k] = amount
    usual = np.ones(len(KEYS))
    return PricedGain(
        saved=amounts, usual=usual, low=usual / spread, high=usual * spread
    )


def test_nothing_tips_what_holds_everywhere() -> None:
    """Ten pages saved at half their price still outweigh one log-in at twice its."""
    assert tipping(priced({PAGES: 10, LOGIN: -1})) == ()


def test_one_factor_tips_alone() -> None:
    """Ten saved, eight added: log-ins at twice their price are enough."""
    assert tipping(priced({PAGES: 10, LOGIN: -8})) == ("Accounts and logins",)
    assert tipping(priced({PAGES: 10, LOGIN: -5})) == ("Pages to read",)


def test_two_factors_tip_together() -> None:
    """Ten saved, four added: neither price alone is enough, the larger is first."""
    assert tipping(priced({PAGES: 10, LOGIN: -4})) == (
        "Pages to read",
        "Accounts and logins",
    )


def test_no_gain_needs_no_tipping() -> None:
    """An after that is worse at the usual prices has nothing to lose."""
    assert tipping(priced({PAGES: 1, LOGIN: -2})) == ()
    assert tipping(priced({})) == ()


def test_a_factor_on_two_sides_says_which() -> None:
    """Work moved from candidate to staff: the two prices are told apart."""
    assert tipping(priced({PAGES: 10, STAFF_PAGES: -9})) == (
        "Pages to read (employer)",
    )


def test_against_names_what_there_is_more_of() -> None:
    """Amount, unit, points at the usual price and at the worst; costliest first."""
    found = against(priced({PAGES: 9, UPLOAD: -1, LOGIN: -3}))
    assert [(a.factor, a.more, a.unit, a.points, a.worst) for a in found] == [
        ("login", 3, "logins", 3, 6),
        ("upload", 1, "files", 1, 2),
    ]
    assert {a.side for a in found} == {"candidate"}


@pytest.mark.parametrize(
    ("factor", "unit"),
    [("handoff", "handoffs"), ("channel_switch", "switches"), ("wait_day", "days")],
)
def test_units_are_those_of_the_result(factor: str, unit: str) -> None:
    """More days are days, not "days/day"."""
    k = next(k for k, (name, _) in enumerate(KEYS) if name == factor)
    assert against(priced({k: -1}))[0].unit == unit


@given(
    st.dictionaries(
        st.integers(0, len(KEYS) - 1), st.integers(-20, 20), min_size=1, max_size=7
    ),
    st.floats(1.05, 4),
)
def test_no_smaller_set_undoes_the_gain(saved: dict[int, int], spread: float) -> None:
    """Neither fewer factors nor others of them are enough; and those named are."""
    one = priced({k: float(n) for k, n in saved.items()}, spread)
    named = tipping(one)
    damage = one.damage

    def undone(columns: tuple[int, ...]) -> bool:
        return one.gain - sum(damage[k] for k in columns) <= 1e-9

    if one.gain <= 0:
        assert named == ()
        return
    sizes = [
        size
        for size in range(len(saved) + 1)
        if any(undone(columns) for columns in combinations(saved, size))
    ]
    assert len(named) == (min(sizes) if sizes else 0)
