"""The table of the changes: sums, signs, ranges, overlaps and costs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.bought import bought
from audit.report.comparison.change_table import cost_in_words
from audit.result import (
    ChangeCost,
    ChangeLine,
    Interaction,
    Spread,
)
from tests.report.comparison.comparisons import compared
from tests.report.comparison.credits import CREDITED, credited, score, share
from tests.report.stories import numbers_in


@pytest.mark.parametrize("name", CREDITED)
def test_the_table_sums_to_the_difference(name: str) -> None:
    """Points of all changes together are those between the two scores."""
    result = compared(name)
    table = bought(result, Addresses(result)).changes
    assert table is not None
    assert len(table.rows) == len(result.changes)
    assert table.total is not None
    assert numbers_in(table.total.cells[1].text)[0] == pytest.approx(
        abs(result.after.score - result.before.score), abs=0.06
    )
    assert {row.id for row in table.rows} == {
        f"c-{k}" for k in range(1, len(result.changes) + 1)
    }
    assert all(len(row.cells) == len(table.columns) for row in table.rows)


def test_minus_is_less_everywhere_in_the_table() -> None:
    """What takes off has a minus in its points and in its range, what adds a plus."""
    result = compared("packet")
    table = bought(result, Addresses(result)).changes
    assert table is not None
    labels = [column.label for column in table.columns]
    for row, part in zip(table.rows, score("packet").shares, strict=True):
        sign = "\N{MINUS SIGN}" if part.gain > 0 else "+"
        assert row.cells[1].text.startswith(sign)
        orders = row.cells[labels.index("Points in any order")].text
        if part.least * part.most > 0:
            assert orders == "the same" or orders.count(sign) == 2


def test_overlaps_are_told_with_their_points() -> None:
    """Two changes that do the same work are not credited twice, and it is said."""
    result = compared("packet")
    first, second, third, *_ = (change.id for change in result.changes)
    pairs = (
        Interaction(first=first, second=second, gain=-9.14),
        Interaction(first=first, second=third, gain=-2.0),
        Interaction(first=third, second=second, gain=1.5),
    )
    part = replace(score("packet"), interactions=pairs)
    table = bought(credited(result, attributions=(part,)), Addresses(result)).changes
    assert table is not None
    at = [column.label for column in table.columns].index("With others")
    words = {row.id: row.cells[at].text for row in table.rows}
    assert words["c-1"].startswith("overlaps with ")
    assert numbers_in(words["c-1"])[-1] == 9.1
    assert "is helped by" in words["c-3"]
    assert words["c-5"] == "·"


def test_sampled_shares_say_how_far_they_may_be_off() -> None:
    """A share of random orders has its interval beside it."""
    part = replace(score("packet"), shares=(share("e-sign", 40.0, error=1.4),))
    result = credited(compared("packet"), method="sampled", attributions=(part,))
    table = bought(result, Addresses(result)).changes
    assert table is not None
    assert any("± 1.4" in cell.text for row in table.rows for cell in row.cells)


def test_costs_are_ranges_or_not_stated() -> None:
    """A cost that no file states is never nought."""
    change: ChangeLine = compared("packet").changes[0]
    price = Spread(low=3000, likely=4000, high=6000)
    exact = Spread(low=2400, likely=2400, high=2400)
    for cost, words in (
        (None, "not stated"),
        (ChangeCost(one_off=None, per_year=None), "not stated"),
        (ChangeCost(one_off=price, per_year=None), "$3,000 to $6,000 once"),
        (
            ChangeCost(one_off=price, per_year=exact),
            "$3,000 to $6,000 once and $2,400 a year",
        ),
    ):
        assert cost_in_words(replace(change, cost=cost), "USD") == words
