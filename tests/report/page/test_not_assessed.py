"""What a file does not say is never drawn as nought: not in tables, not on the map."""

from __future__ import annotations

import pytest

from audit.report.page.candidates import people
from audit.report.page.costs import money_table, sides_table
from audit.report.page.steps import Steps
from audit.report.page.table import Table
from audit.report.palette import HEAT, WHITE
from audit.report.process_map.box import heat_style, step_corner
from audit.report.process_map.drawing import draw_map
from audit.result import AuditResult
from tests.report.page.test_grade import tiny
from tests.report.stories import STORIES, audited


def rows(table: Table) -> dict[str, tuple[str, ...]]:
    """Return the words of each row after its first cell."""
    return {
        row.cells[0].text: tuple(cell.text for cell in row.cells[1:])
        for row in table.rows
    }


def lenses(result: AuditResult) -> Table:
    """Return the table of the lenses."""
    return people(result, Steps(result.process)).lenses


def test_a_side_that_is_not_assessed_has_no_points_and_no_share() -> None:
    """Nought points beside "not assessed" reads as: the candidate does nothing."""
    sides = rows(sides_table(tiny()))
    assert sides["Candidate"][1:] == ("–", "–")
    assert sides["Calendar"][1:] == ("–", "–")
    assert sides["Employer"][1:] == ("4", "100 %")


def test_money_of_a_silent_side_is_no_nought() -> None:
    """The candidate's time is not free because nobody wrote it down."""
    table = money_table(tiny())
    assert rows(table)["Candidate's time"] == ("–",)
    assert rows(table)["Candidate's own cash"] == ("–",)
    assert rows(table)["Staff time"] != ("–",)
    assert table.total is not None
    assert table.total.cells[0].text == "Together, what is stated"


def test_lenses_of_a_silent_side_are_no_nought() -> None:
    """Nobody can say how long it takes, whichever way one looks."""
    for candidate, staff, days, money in rows(lenses(tiny())).values():
        assert (candidate, days) == ("–", "–")
        assert staff == "5 minutes"
        assert money.startswith("$")


def test_a_step_that_says_nothing_has_no_heat_and_no_points() -> None:
    """The class "under 1 %" is for steps that were looked at."""
    result = tiny()
    first, second = result.process.steps
    assert (heat_style(second, result.score).fill, step_corner(second).words) == (
        WHITE,
        "– pts",
    )
    assert heat_style(first, result.score).fill == HEAT[-1]
    assert step_corner(first).words == "4 pts"
    (band,) = draw_map(result.process, result.score).bands
    assert "0 pts" not in band.svg
    assert "Friction not assessed" in band.svg


@pytest.mark.parametrize("story", STORIES)
def test_a_file_that_says_all_has_no_dash(story: str) -> None:
    """A dash where something is stated would hide it."""
    result = audited(story)
    table = money_table(result)
    assert all("–" not in words for words in rows(table).values())
    assert all("–" not in words for words in rows(sides_table(result)).values())
    assert table.total is not None
    assert table.total.cells[0].text == "Together"
