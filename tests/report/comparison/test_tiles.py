"""The six numbers of the first screen, computed again from the lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.comparison.tiles import SHOWN, tiles
from audit.report.comparison.wording import VERDICTS, relative
from audit.result import Verdict
from tests.report.comparison.comparisons import EVERY, STORIES, compared
from tests.report.stories import numbers_in

KEYS = {
    "Friction score": "score",
    "Days to hire, P50": "days_p50",
    "Days to hire, P90": "days_p90",
    "Pages to handle": "pages",
    "Signatures in ink": "wet_signatures",
    "Applicants who leave, of 100": "people_lost",
    "Candidate's own time": "candidate_minutes",
    "Staff time": "employer_minutes",
    "Handoffs": "handoffs",
}


@pytest.mark.parametrize("name", STORIES)
def test_each_tile_is_its_line(name: str) -> None:
    """Before, after, change and verdict are those of the comparison table."""
    result = compared(name)
    lines = {line.key: line for line in result.lines}
    shown = tiles(result)
    assert len(shown) == SHOWN
    for tile in shown:
        line = lines[KEYS[tile.label]]
        assert line.before is not None
        assert line.after is not None
        assert tile.verdict == VERDICTS[line.verdict]
        if line.verdict is Verdict.UNCHANGED:
            assert tile.change == ""
        else:
            assert tile.change == relative(line.before, line.after)
        if line.unit in {"points", "pages", "signatures"}:
            digits = 0 if line.key == "score" else 1
            assert numbers_in(tile.before) == [round(line.before, digits)]
            assert numbers_in(tile.after) == [round(line.after, digits)]


@pytest.mark.parametrize("name", EVERY)
def test_the_score_always_stands_first(name: str) -> None:
    """There is no comparison without the two scores."""
    assert tiles(compared(name))[0].label == "Friction score"


def test_what_one_file_does_not_state_is_no_number() -> None:
    """A dashed tile says which file is silent; no change is made up."""
    tile = next(t for t in tiles(compared("no wait after")) if not t.assessed)
    assert tile.after == "not assessed"
    assert tile.note == "the new file does not say"
    assert (tile.before, tile.change, tile.verdict) == ("", "", "")


def test_known_numbers_come_before_unknown_ones() -> None:
    """A tile that says nothing takes no place from one that does."""
    assessed = [tile.assessed for tile in tiles(compared("no wait after"))]
    assert assessed == sorted(assessed, reverse=True)


def test_people_who_leave_are_shown_only_where_files_speak_of_them() -> None:
    """A file that lets nobody leave has not said that nobody does."""
    labels = [tile.label for tile in tiles(compared("example"))]
    assert "Applicants who leave, of 100" not in labels
    labels = [tile.label for tile in tiles(compared("portal"))]
    assert "Applicants who leave, of 100" in labels


def test_worse_is_said_with_its_word() -> None:
    """The verdict stands in words, so that grey paper tells it too."""
    shown = tiles(compared("example, worse"))
    assert {tile.verdict for tile in shown} == {"worse"}
    assert all(tile.change.startswith("+") for tile in shown)


def test_fax_stands_beside_ink() -> None:
    """The fax has its pages before and after, where both files state them."""
    result = compared("packet")
    lines = tuple(
        replace(line, before=12.6, after=7.2) if line.key == "fax_pages" else line
        for line in result.lines
    )
    ink = next(
        t for t in tiles(replace(result, lines=lines)) if t.label == "Signatures in ink"
    )
    assert numbers_in(ink.note) == [12.6, 7.2]
