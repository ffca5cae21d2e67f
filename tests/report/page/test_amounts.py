"""Values of the result in words."""

from __future__ import annotations

from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.report.page.amounts import (
    NOT_ASSESSED,
    amount,
    of_a_hundred,
    shares_of_all,
)
from audit.report.page.costs import sides_table
from audit.report.page.steps import Steps
from audit.report.page.time import time
from tests.report.stories import STORIES, audited


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (None, "pages", NOT_ASSESSED),
        (42, "pages", "42 pages"),
        (1, "pages per hire", "1 page per hire"),
        (1, "notarised signatures per hire", "1 notarised signature per hire"),
        (1, "people", "1 person"),
        (8.8333, "days", "8.8 days"),
        (0.5, "days per hire", "12 hours per hire"),
        (144.2, "minutes", "2 h 24 min"),
        (0.25, "share", "25 %"),
        (26.2, "% of applicants", "26.2 % of applicants"),
        (16.5, "money per hire", "$16.50 per hire"),
        (3, "", "3"),
    ],
)
def test_a_value_with_its_unit(value: float | None, unit: str, words: str) -> None:
    """One thing is singular, durations and money have their own words."""
    assert amount(value, unit) == words


@pytest.mark.parametrize(
    ("share", "people"),
    [(0, "0"), (0.0001, "under 0.1"), (0.0049, "0.5"), (0.129, "13"), (1, "100")],
)
def test_people_of_a_hundred(share: float, people: str) -> None:
    """A few are never rounded to nobody."""
    assert of_a_hundred(share) == people


@given(st.lists(st.floats(0, 1e4), min_size=1, max_size=12).filter(any))
def test_the_shares_of_a_whole_add_up_as_written(amounts: list[float]) -> None:
    """99.9 % under a line of 100 % sends the reader looking for the rest."""
    shares = [value / fsum(amounts) for value in amounts]
    written = shares_of_all(shares)
    for share, words in zip(shares, written, strict=True):
        if words[0] not in "<>":
            assert float(words.removesuffix(" %")) == pytest.approx(
                100 * share, abs=0.1
            )
    whole = [float(w.removesuffix(" %")) for w in written if w[0] not in "<>"]
    if len(whole) == len(written):
        assert fsum(whole) == pytest.approx(100)


def test_a_part_that_gets_no_tenth_is_no_tenth() -> None:
    """Eight hundredths of a per cent would else be written as a tenth too much."""
    assert shares_of_all([0.0008, 0.9992 - 0.5009, 0.5009]) == (
        "0.1 %",
        "49.8 %",
        "50.1 %",
    )
    assert shares_of_all([0.0006, 0.4997, 0.4997]) == ("<0.1 %", "50 %", "50 %")


def test_parts_that_are_no_whole_are_written_each_for_itself() -> None:
    """Two thirds are not stretched to all."""
    assert shares_of_all([1 / 3, 1 / 3]) == ("33.3 %", "33.3 %")
    assert shares_of_all([]) == ()


@pytest.mark.parametrize("story", STORIES)
def test_the_columns_of_shares_add_up(story: str) -> None:
    """What stands above the line of 100 % is 100 %."""
    result = audited(story)
    days = time(result, Steps(result.process)).contributions
    assert days is not None
    for table in (sides_table(result), days):
        shown = [row.cells[-1].text for row in table.rows]
        if not any(words[0] in "<>" for words in shown):
            total = fsum(float(words.removesuffix(" %")) for words in shown)
            assert total == pytest.approx(100)
