"""Values of the result in words."""

from __future__ import annotations

import pytest

from audit.report.page.amounts import NOT_ASSESSED, amount, of_a_hundred


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
