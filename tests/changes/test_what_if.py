"""The table of a page that cannot compute."""

from __future__ import annotations

from typing import Any

import pytest

from audit.changes.search.choices import Choices
from audit.changes.what_if import MOST, what_if
from tests.changes.search.test_branch_and_bound import values_of
from tests.changes.situations import loaded

FILE = loaded(
    [{"id": f"s{k}", "role": "hr", "wait": f"{k + 1} days"} for k in range(12)]
)
CHANGES: dict[str, Any] = {
    f"c{k:02}": {"scale": {f"s{k}": {"wait": 0.5}}} for k in range(12)
}
IDS = list(CHANGES)


def choices(**more: Any) -> Choices:
    none = tuple(0 for _ in IDS)
    return Choices(
        **{
            "costs": tuple(float(k) for k in range(12)),
            "needs": none,
            "excludes": none,
            **more,
        }
    )


def test_every_set_of_ten_is_there() -> None:
    """A thousand and twenty-four of them, with days and cost of each."""
    table = what_if(IDS, range(12), choices(), values_of(FILE, CHANGES))
    assert table.changes == tuple(IDS[:MOST])
    assert table.sets == tuple(range(1 << MOST))
    days, cost = (table.metrics.index(one) for one in ("days", "cost"))
    assert table.values[0][days] == pytest.approx(78)
    assert table.values[0b101][days] == pytest.approx(78 - 0.5 - 1.5)
    assert table.values[0b101][cost] == 2


def test_what_a_change_needs_comes_along() -> None:
    """And a set without it, or with what it excludes, is no line of the table."""
    needs = tuple(0b1000 if k == 0 else 0 for k in range(12))
    excludes = tuple(0b100 if k == 1 else 0b010 if k == 2 else 0 for k in range(12))
    table = what_if(
        IDS, [0, 1, 2], choices(needs=needs, excludes=excludes),
        values_of(FILE, CHANGES),
    )  # fmt: skip
    assert table.changes == ("c03", "c00", "c01", "c02")
    assert table.sets == (0b0, 0b1, 0b11, 0b100, 0b101, 0b111, 0b1000, 0b1001, 0b1011)


def test_no_change_is_one_line() -> None:
    """The process as it is."""
    table = what_if(IDS, [], choices(), values_of(FILE, CHANGES))
    assert (table.changes, table.sets) == ((), (0,))
