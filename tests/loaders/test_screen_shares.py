"""A screen and its `next` that pass different shares do so not without a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.loaders.files import codes

PER_CENT = st.integers(1, 99)


def told(rates: str, following: str) -> list[str]:
    """Return the codes of a file with one screen."""
    return codes(
        "  - {id: open, role: hr, next: {sift: 90%, fix: 10%}}\n"
        f"  - {{id: sift, role: hr, screen: {{method: glance, {rates}}}, "
        f"next: {following}}}\n  - {{id: fix, role: hr}}\n  - {{id: panel, role: hr}}"
    )


THIRD = "qualified_share: 35%, passes_qualified: 60%, passes_unqualified: 20%"


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        ("{panel: 50%, rejected: 50%}", ["W119"]),
        ("{panel: 50%, rejected: rest}", ["W119"]),
        ("{panel: pass, rejected: fail}", []),
        ("{panel: 34%, rejected: 66%}", []),
        # Whole per cents leave the screen between 33.3 and 34.7 %.
        ("{panel: 35%, rejected: 65%}", []),
        ("{panel: 36%, rejected: 64%}", ["W119"]),
        ("{fix: 20%, panel: 14%, rejected: 66%}", []),
        # Those who leave by themselves, or come again, are not decided on.
        ("{panel: 17%, withdrew: 50%, rejected: 33%}", []),
        ("{panel: 34%, withdrew: 50%, rejected: 16%}", ["W119"]),
        ("{panel: 17%, sift: 50%, rejected: 33%}", []),
        # Nobody is turned away by the employer: who failed is not to be told.
        ("{panel: 50%, fix: 50%}", []),
        ("{panel: 25-45%, rejected: rest}", []),
    ],
)
def test_hires_and_the_lost_follow_one_share(
    following: str, expected: list[str]
) -> None:
    """34 % pass by the screen: `next` may say so too, within what rounding explains."""
    assert told(THIRD, following) == expected


def test_a_screen_that_does_not_say_who_comes_is_left_alone() -> None:
    """Nothing follows from two of the three shares."""
    first = told(
        THIRD.removeprefix("qualified_share: 35%, "), "{panel: 50%, rejected: rest}"
    )
    assert "W119" not in first


@given(PER_CENT, PER_CENT, PER_CENT)
def test_no_rounding_of_the_true_share_is_held_against_a_file(
    qualified: int, passes: int, others: int
) -> None:
    """What follows from the screen, in whole per cents, never contradicts it."""
    share = round((qualified * passes + (100 - qualified) * others) / 100)
    rates = (
        f"qualified_share: {qualified}%, passes_qualified: {passes}%, "
        f"passes_unqualified: {others}%"
    )
    assert "W119" not in told(rates, f"{{panel: {share}%, rejected: rest}}")
