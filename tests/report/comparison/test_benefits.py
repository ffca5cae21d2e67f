"""The benefits case: three kinds apart, costs as stated, payback never too good."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.benefits import (
    KINDS,
    Case,
    benefits_case,
    lacks_vacancy,
    payback,
)
from audit.result import Benefits, ComparisonResult, Spread
from tests.report.comparison.comparisons import EVERY, compared
from tests.report.stories import numbers_in


def case(result: ComparisonResult) -> Case:
    return benefits_case(result, Addresses(result))


def paid_back(
    all_: tuple[float | None, float | None] | None,
    cashable: tuple[float | None, float | None] | None,
) -> Benefits:
    return replace(
        compared("packet").benefits,
        payback_months=all_,
        payback_cashable_months=cashable,
    )


@pytest.mark.parametrize("name", EVERY)
def test_every_benefit_stands_in_the_table_of_its_kind(name: str) -> None:
    """Money, hours and counts are never mixed, and none is left out."""
    result = compared(name)
    tables = {table.caption: table for table in case(result).tables}
    for kind, caption in KINDS.items():
        lines = [line for line in result.benefits.lines if line.kind == kind]
        rows = tables[caption].rows if caption in tables else ()
        assert len(rows) == len(lines)
        for row, line in zip(rows, lines, strict=True):
            assert row.cells[0].text.lower() == line.label.lower()
            assert ("\N{MINUS SIGN}" in row.cells[1].text) == (line.per_hire < 0)
    assert {line.kind for line in result.benefits.lines} <= set(KINDS)


@pytest.mark.parametrize("name", EVERY)
def test_a_year_is_told_only_where_hires_are_counted(name: str) -> None:
    """Without hires a year there is no column of a year, and the heading says why."""
    result = compared(name)
    known = result.benefits.hires_per_year is not None
    for table in case(result).tables:
        labels = [column.label for column in table.columns]
        assert ("Saved per year" in labels) == known
        assert all(len(row.cells) == len(labels) for row in table.rows)
    assert ("does not say how many" in case(result).heading) == (not known)


def test_the_heading_says_the_money_of_each_kind() -> None:
    """Spent and freed are told apart, with their likely worth."""
    benefits = replace(
        compared("packet").benefits,
        hires_per_year=240.0,
        cashable=Spread(low=500, likely=768, high=900),
        capacity=Spread(low=7000, likely=8575, high=9900),
    )
    heading = case(replace(compared("packet"), benefits=benefits)).heading
    assert numbers_in(heading) == [240, 768, 8575]
    assert heading.index("no longer spent") < heading.index("free for other work")


@pytest.mark.parametrize(
    ("months", "cashable", "words"),
    [
        ((5.0, 12.04), (5.0, 12.04), "costs come back after 5 to 12 months."),
        ((1.0, 1.0), None, "costs come back after 1 month."),
        ((13.2, None), (None, None), "after 13.2 months at the soonest, at the worst"),
        ((None, None), (None, None), "the stated costs never come back."),
        ((5.0, 12.0), (None, None), "only money no longer spent, they never come back"),
    ],
)
def test_payback_is_a_range(
    months: tuple[float | None, float | None],
    cashable: tuple[float | None, float | None] | None,
    words: str,
) -> None:
    """Never is said as plainly as soon."""
    assert words in payback(paid_back(months, cashable))


def test_without_costs_there_is_no_payback() -> None:
    """No cost stated is not the same as no cost."""
    free = replace(paid_back(None, None), one_off=None, per_year_cost=None)
    assert "no change states what it costs" in payback(free)
    assert "how many are hired" in payback(paid_back(None, None))


def test_what_only_the_client_knows_is_asked_for() -> None:
    """Hires, costs of changes and the price of an empty post, with their keys."""
    result = compared("packet")
    benefits = replace(result.benefits, hires_per_year=240.0, vacancy=None)
    words = " ".join(case(replace(result, benefits=benefits)).supply)
    assert "`cost`" in words
    assert "`vacancy_cost`" in words
    hires = replace(benefits, hires_per_year=None)
    words = " ".join(case(replace(result, benefits=hires)).supply)
    assert "`hires_per_year`" in words
    priced = replace(benefits, vacancy=Spread(low=1, likely=2, high=3))
    assert not lacks_vacancy(replace(result, benefits=priced))


def test_costs_stand_with_their_changes() -> None:
    """Each change has its line, and those that state no cost say so."""
    result = compared("packet")
    table = case(result).costs
    assert table is not None
    silent = [row for row in table.rows if row.cells[1].text == "not stated"]
    assert len(silent) == len(result.benefits.costs_unstated)
