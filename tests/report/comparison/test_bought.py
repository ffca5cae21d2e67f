"""The section that says what bought it: heading, method, and no share made up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.bought import bought
from audit.report.comparison.credit import buyers, unbought
from audit.result import (
    Credit,
)
from tests.report.comparison.comparisons import EVERY, compared
from tests.report.comparison.credits import credited


@pytest.mark.parametrize(
    ("method", "words"),
    [
        ("exact", "all orders in which the changes could be made"),
        ("ordered", "all orders that respect which change needs which"),
        ("sampled", "random orders"),
    ],
)
def test_the_method_is_told_in_two_sentences(method: str, words: str) -> None:
    """How the gain was divided, and how many processes it took."""
    result = credited(compared("packet"), method=method, evaluations=48)
    text = bought(result, Addresses(result)).method
    assert words in text
    assert "48 processes" in text
    assert text.count(". ") == 1


def test_a_gain_that_cannot_be_divided_says_why() -> None:
    """No share is made up; the reason stands in its place."""
    none = Credit(method="none", attributions=(), evaluations=7, note="A loop starts.")
    result = replace(compared("packet"), credit=none)
    section = bought(result, Addresses(result))
    assert section.waterfall is None
    assert section.method == ""
    assert "A loop starts." in section.lede
    assert "cannot be divided" in section.heading
    assert buyers(result, Addresses(result)) == ()
    assert "A loop starts." in unbought(result)
    assert section.changes is not None


@pytest.mark.parametrize("name", EVERY)
def test_every_comparison_has_its_heading(name: str) -> None:
    """Nothing to credit is said as plainly as a large gain."""
    result = compared(name)
    section = bought(result, Addresses(result))
    assert section.heading
    assert (section.changes is None) == (not result.changes)
