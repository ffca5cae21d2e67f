"""The benefits case: three kinds apart, costs as stated, payback never too good."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.benefits import (
    KINDS,
    NEEDED,
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
        needed = kind in NEEDED and all(line.per_hire < 0 for line in lines)
        caption = NEEDED[kind] if needed else caption
        rows = tables[caption].rows if caption in tables else ()
        assert len(rows) == len(lines)
        for row, line in zip(rows, lines, strict=True):
            assert row.cells[0].text.lower() == line.label.lower()
            minus = line.per_hire < 0 and not needed
            assert ("\N{MINUS SIGN}" in row.cells[1].text) == minus
    assert {line.kind for line in result.benefits.lines} <= set(KINDS)


@pytest.mark.parametrize("name", EVERY)
def test_a_year_is_told_only_where_hires_are_counted(name: str) -> None:
    """Without hires a year there is no column of a year, and the heading says why."""
    result = compared(name)
    known = result.benefits.hires_per_year is not None
    for table in case(result).tables:
        labels = [column.label for column in table.columns]
        assert bool({"Saved per year", "Needed per year"} & {*labels}) == known
        assert all(len(row.cells) == len(labels) for row in table.rows)
    assert ("does not say how many" in case(result).heading) == (not known)


def headed(**changes: Spread | tuple[float, float | None] | None) -> ComparisonResult:
    """Return the packet with 240 hires a year and benefits of its own."""
    silent: dict[str, None] = dict.fromkeys(
        ("cashable", "capacity", "vacancy", "payback_months")
    )
    benefits = replace(
        compared("packet").benefits,
        hires_per_year=240.0,
        **{**silent, **changes},  # type: ignore[arg-type]
    )
    return replace(compared("packet"), benefits=benefits)


def test_the_heading_says_the_money_of_each_kind() -> None:
    """Spent and freed are told apart, as the ranges that stand below."""
    shown = case(
        headed(
            cashable=Spread(low=500, likely=768, high=900),
            capacity=Spread(low=7000, likely=8575, high=9900),
        )
    )
    assert numbers_in(shown.heading) == [240, 500, 900, 7000, 9900]
    spent, free = (
        shown.heading.index(words)
        for words in ("no longer spent", "free for other work")
    )
    assert spent < free
    below = " ".join(shown.totals)
    assert numbers_in(below) == numbers_in(shown.heading)[1:]


def test_the_heading_says_when_the_costs_come_back() -> None:
    """Savings alone in large type hide a payback that may never come."""
    spread = Spread(low=7000, likely=8575, high=9900)
    shown = case(headed(capacity=spread, payback_months=(13.2, None)))
    assert shown.heading.endswith(
        "; the stated costs come back after 13.2 months at the soonest, at the worst "
        "never"
    )
    assert "stated costs" not in case(headed(capacity=spread)).heading
    assert shown.lede.startswith("Stated cost of the changes: ")


def test_hours_that_are_needed_are_no_hours_free() -> None:
    """Minus 82 hours free is a cost in the clothes of a benefit."""
    spread = Spread(low=-5897, likely=-3766, high=-711)
    result = headed(capacity=spread)
    staff = next(line for line in result.benefits.lines if line.key == "staff_minutes")
    line = replace(staff, per_hire=-82.5, per_year=-4950.0, money_per_year=spread)
    shown = case(replace(result, benefits=replace(result.benefits, lines=(line,))))
    assert shown.heading == ("A year of 240 hires costs $711 to $5,897 in hours needed")
    assert "Cost of the hours needed: $711 to $5,897 a year." in shown.totals
    (table,) = shown.tables
    assert table.caption == "Hours needed"
    assert [column.label for column in table.columns][1:] == [
        "Needed per hire",
        "Needed per year",
        "Cost per year",
    ]
    assert [cell.text for cell in table.rows[0].cells][1:] == [
        "1 h 22 min",
        "82 h 30 min",
        "$711 to $5,897",
    ]


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
