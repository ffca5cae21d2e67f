"""Changes in words: the sign is always there, and no number says more than it knows."""

from __future__ import annotations

import doctest
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.report.comparison import wording
from audit.report.comparison.wording import (
    MINUS,
    NO_CHANGE,
    money_range,
    of_cases,
    of_draws,
    per_cent,
    relative,
    signed,
    signed_days,
    signed_number,
)
from audit.result import Spread

AMOUNTS = st.floats(0.02, 1e6)


@pytest.mark.parametrize(
    ("change", "unit", "words"),
    [
        (-5.2, "days", f"{MINUS}5.2 days"),
        (3.0, "pages", "+3 pages"),
        (1.0, "pages", "+1 page"),
        (0.9667, "files", "+0.97 files"),
        (-0.0042, "pages", f"{MINUS}0.0042 pages"),
        (0.15, "share", "+15 percentage points"),
        (-0.0000516, "share", f"{MINUS}0.005 percentage points"),
        (0.0000998, "share", "+0.01 percentage points"),
        (-16.5, "money", f"{MINUS}$16.50"),
        (0.0, "days", NO_CHANGE),
        (None, "days", "not assessed"),
    ],
)
def test_a_change_says_its_sign_and_unit(
    change: float | None, unit: str, words: str
) -> None:
    """More and less are told apart by the sign alone."""
    assert signed(change, unit) == words


@given(st.sampled_from([-1, 1]), AMOUNTS, st.sampled_from(["pages", "days", "money"]))
def test_the_sign_is_that_of_the_change(sign: int, size: float, unit: str) -> None:
    """Plus is more after than before, whatever the unit."""
    words = signed(sign * size, unit)
    assert words[0] == ("+" if sign > 0 else MINUS)
    assert words[1:] == signed(-sign * size, unit)[1:]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (100, 30, f"{MINUS}70 %"),
        (100, 112, "+12 %"),
        (61.1, 206.7, "+238 %"),
        (1, 14, "× 14"),
        (0, 5, "+5"),
        (4, 4, NO_CHANGE),
        (1000, 0, f"{MINUS}100 %"),
        (1000, 1, f"{MINUS}99.9 %"),
        (1000, 998, f"{MINUS}0.2 %"),
    ],
)
def test_a_relative_change_is_of_the_before(
    before: float, after: float, words: str
) -> None:
    """All gone is said only when all is gone; from nought there is no per cent."""
    assert relative(before, after) == words


@given(AMOUNTS, AMOUNTS)
def test_only_all_gone_is_a_hundred_per_cent(before: float, after: float) -> None:
    """What is left of something is never rounded away."""
    assert relative(before, after) != f"{MINUS}100 %"


def test_days_stay_days_in_a_row_of_days() -> None:
    """A column of days does not change to hours half way down."""
    words = [signed_days(x) for x in (-2.94, 1.0, -0.3, 0.0)]
    assert words == [f"{MINUS}2.9 days", "+1 day", f"{MINUS}0.3 days", "0 days"]


def test_a_number_without_unit_has_its_sign() -> None:
    """Nought has none."""
    assert [signed_number(x, 1) for x in (-50.16, 3.0, 0.01)] == [
        f"{MINUS}50.2",
        "+3",
        "0",
    ]


@pytest.mark.parametrize(
    ("share", "words"),
    [(1.0, "all of 2,000"), (0.0, "none of 2,000"), (0.9997, ">99.9 % of 2,000")],
)
def test_nearly_all_draws_are_not_all(share: float, words: str) -> None:
    """ "All" and "none" are said only when there is no exception."""
    assert of_draws(share, 2000) == f"{words} draws"


def test_more_than_all_is_said_in_whole_per_cent() -> None:
    """A rise of 238.1 per cent has no use for its decimal."""
    assert [per_cent(x) for x in (2.381, 1.0, 0.5)] == ["238 %", "100 %", "50 %"]


def test_an_exact_amount_is_no_range() -> None:
    """One price has one number; a loss has a minus."""
    exact = Spread(low=2400, likely=2400, high=2400)
    wide = Spread(low=-500, likely=0, high=6000)
    assert money_range(exact, "USD") == "$2,400"
    assert money_range(wide, "EUR") == f"{MINUS}EUR 500 to EUR 6,000"


def test_the_examples_in_the_docstrings_hold() -> None:
    """What the documentation shows is what the functions return."""
    assert doctest.testmod(wording).failed == 0


@pytest.mark.parametrize("share", [0.001, 0.5, 0.997, 0.9999])
def test_a_part_of_many_cases_is_no_part_of_few_draws(share: float) -> None:
    """A reader who counts finds no 99.7 of 100 draws."""
    assert re.fullmatch(
        r"[<>]?[\d.]+ % of 200,000 cases \(100 draws of them, each under 2,000 draws "
        r"of rates\)",
        of_cases(share, 100, 2000),
    )
