"""The comparison table: every line of the result once, with its verdict as a word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.comparison.numbers import counted, numbers
from audit.report.comparison.wording import VERDICTS
from audit.result import Verdict
from tests.report.comparison.comparisons import EVERY, compared
from tests.report.stories import numbers_in


@pytest.mark.parametrize("name", EVERY)
def test_every_line_stands_in_the_tables_once(name: str) -> None:
    """What differs stands in its group, what is the same below; none is lost."""
    result = compared(name)
    section = numbers(result)
    shown = [row.cells[0].text for table in section.groups for row in table.rows]
    shown += [row.cells[0].text for row in section.same.rows] if section.same else []
    assert sorted(shown) == sorted(line.label for line in result.lines)


@pytest.mark.parametrize("name", EVERY)
def test_each_row_has_the_verdict_of_its_line(name: str) -> None:
    """The word of the last column is that of the result."""
    result = compared(name)
    words = {line.label: VERDICTS[line.verdict] for line in result.lines}
    for table in numbers(result).groups:
        for row in table.rows:
            assert row.cells[-1].text == words[row.cells[0].text]
            assert len(row.cells) == len(table.columns)


@pytest.mark.parametrize("name", EVERY)
def test_the_heading_counts_all_lines(name: str) -> None:
    """The parts of the heading sum to the number in front."""
    result = compared(name)
    total, *parts = numbers_in(numbers(result).heading)
    assert total == len(result.lines) == sum(parts)
    assert numbers_in(counted(result)) == parts


def test_a_number_that_one_file_does_not_say_is_not_assessed() -> None:
    """It has neither a change nor a per cent."""
    rows = [row for table in numbers(compared("no wait after")).groups
            for row in table.rows if row.cells[-1].text == "not known"]  # fmt: skip
    assert rows
    for row in rows:
        assert "not assessed" in (row.cells[1].text, row.cells[2].text)
        assert (row.cells[3].text, row.cells[4].text) == ("–", "·")


def test_worse_is_set_off_by_weight() -> None:
    """A reader who runs down the column stops at what got worse."""
    for table in numbers(compared("portal")).groups:
        for row in table.rows:
            assert row.cells[-1].strong == (row.cells[-1].text == "worse")


def test_money_in_two_currencies_is_shown_and_not_compared() -> None:
    """Both amounts stand, the change does not."""
    result = compared("packet")
    lines = tuple(
        replace(line, change=None, verdict=Verdict.UNKNOWN)
        if line.key == "money"
        else line
        for line in result.lines
    )
    changed = numbers(replace(result, lines=lines))
    (row,) = [
        row
        for table in changed.groups
        for row in table.rows
        if row.cells[0].text.startswith("Money per hire")
    ]
    assert numbers_in(row.cells[1].text)
    assert numbers_in(row.cells[2].text)
    assert row.cells[3].text == "–"
