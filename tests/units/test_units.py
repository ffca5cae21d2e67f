"""Numbers become words in one way, on every page and in every terminal."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import units
from audit.units import (
    DAYS_PER_UNIT,
    UNIT_WORDS,
    days_from_minutes,
    format_days,
    format_minutes,
    format_money,
    format_number,
    format_share,
    minutes_from_days,
    plural,
)

SIZES = st.floats(0, 1e9, allow_nan=False)


def test_the_examples_in_the_docstrings_are_true() -> None:
    """What the documentation shows is what comes out."""
    assert doctest.testmod(units).failed == 0


@pytest.mark.parametrize(
    ("x", "digits", "text"),
    [
        (0, None, "0"),
        (1234, None, "1,234"),
        (1_234_567.8, None, "1,234,568"),
        (12.53, None, "12.5"),
        (0.25, None, "0.25"),
        (0.00012345, None, "0.000123"),
        (9.0, None, "9"),
        (-0.0001, 1, "0"),
        (-3.25, None, "-3.25"),
        (206.6746, 2, "206.67"),
        (100.0, 2, "100"),
        (float("nan"), None, "not a number"),
        (float("inf"), None, "∞"),
    ],
)
def test_numbers(x: float, digits: int | None, text: str) -> None:
    """Whole digits stay; decimals stop where they say nothing; no minus nought."""
    assert format_number(x, digits) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "0 days"),
        (10 / 86_400, "10 seconds"),
        (20 / 1440, "20 minutes"),
        (1 / 24, "1 hour"),
        (0.125, "3 hours"),
        (0.9999, "1 day"),
        (1, "1 day"),
        (8.8333, "8.8 days"),
        (99.96, "100 days"),
        (1234.4, "1,234 days"),
    ],
)
def test_days(days: float, text: str) -> None:
    """Short times in hours and minutes; a rounded day is a day, not 24 hours."""
    assert format_days(days) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "0 minutes"),
        (0.01, "under 0.1 minutes"),
        (1, "1 minute"),
        (2.54, "2.5 minutes"),
        (45, "45 minutes"),
        (59.7, "1 h"),
        (144.2, "2 h 24 min"),
        (120, "2 h"),
        (-90, "-1 h 30 min"),
        (60_000, "1,000 h"),
    ],
)
def test_minutes(minutes: float, text: str) -> None:
    """From an hour on, hours and minutes; never `60 minutes`."""
    assert format_minutes(minutes) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0, "0 %"),
        (0.0004, "<0.1 %"),
        (0.004, "0.4 %"),
        (0.25, "25 %"),
        (1 / 3, "33.3 %"),
        (0.99999, ">99.9 %"),
        (1, "100 %"),
        (1.5, "150 %"),
    ],
)
def test_shares(share: float, text: str) -> None:
    """Something is never shown as nothing, nor nearly all as all."""
    assert format_share(share) == text


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (1234.4, "USD", "$1,234"),
        (1234.4, "EUR", "EUR 1,234"),
        (16.5, "USD", "$16.50"),
        (99.999, "GBP", "GBP 100"),
        (-12, "USD", "-$12"),
        (-0.001, "USD", "$0"),
    ],
)
def test_money(amount: float, currency: str, text: str) -> None:
    """Cents below a hundred only, and no minus nought."""
    assert format_money(amount, currency) == text


def test_plurals() -> None:
    """One page, not one pages."""
    assert plural(1, "page") == "1 page"
    assert plural(0, "page") == "0 pages"
    assert plural(1.5, "page") == "1.5 pages"
    assert plural(2, "copy", "copies") == "2 copies"


def test_every_unit_has_its_words() -> None:
    """Singular and plural of each unit are known, and none means two things."""
    for unit in DAYS_PER_UNIT:
        assert UNIT_WORDS[unit] == UNIT_WORDS[f"{unit}s"] == unit
    assert (DAYS_PER_UNIT["month"], DAYS_PER_UNIT["year"]) == (30.0, 365.0)


@given(SIZES)
def test_minutes_and_days_turn_round(x: float) -> None:
    """Turned into minutes and back, a duration is what it was."""
    assert days_from_minutes(minutes_from_days(x)) == pytest.approx(x)


@given(st.floats(0, 1))
def test_a_share_reads_back_within_its_rounding(x: float) -> None:
    """The text of a share is true to a twentieth of a per cent."""
    text = format_share(x).removesuffix(" %")
    assert abs(float(text.lstrip("<>")) - 100 * x) <= 0.1
