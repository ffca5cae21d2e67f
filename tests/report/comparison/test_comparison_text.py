"""The comparison for a mail: its numbers are those of the result, its lines fit."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from audit.report import render_comparison_text
from audit.report.comparison.credit import attribution
from audit.report.comparison.headline import answer
from audit.report.comparison.tiles import tiles
from audit.result import ComparisonResult
from tests.report.comparison.comparisons import EVERY, STORIES, compared
from tests.report.plain_text import said, section
from tests.report.stories import numbers_in

HOSTILE = "\u202egnirih\u202c \x1b[31mred\x07 \u2066x\r\nFriction score  1"


@pytest.mark.parametrize("name", EVERY)
def test_every_line_fits_a_mail(name: str) -> None:
    """At 78 columns no mail program breaks a line; nothing trails; nothing is nan."""
    text = render_comparison_text(compared(name))
    assert max(map(len, text.splitlines())) <= 78
    assert not re.search(r"[ \t]+$", text, re.M)
    assert not re.search(r"\b(nan|inf|None)\b", text)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("name", EVERY)
def test_the_answer_is_the_one_of_the_page(name: str) -> None:
    """The mail and the page never disagree about the headline."""
    result = compared(name)
    assert f"{answer(result)}." in said(render_comparison_text(result))


@pytest.mark.parametrize("name", STORIES)
def test_the_score_line_holds_both_scores_and_intervals(name: str) -> None:
    """One line to copy: both numbers, both grades, how far they can be trusted."""
    result = compared(name)
    text = said("\n".join(section(render_comparison_text(result), "Friction score")))
    old, new = result.before, result.after
    assert numbers_in(text.split(" 100 is")[0]) == [
        *(float(f"{side.score:.0f}") for side in (old, new)),
        90,
        *(float(f"{x:.0f}") for side in (old, new) for x in side.score_interval),
    ]
    grades = old.grade if old.grade == new.grade else f"{old.grade} → {new.grade}"
    assert f"grade {grades} (" in text


@pytest.mark.parametrize("name", EVERY)
def test_the_numbers_are_the_tiles_of_the_page(name: str) -> None:
    """Before, after, change and verdict in one row each."""
    result = compared(name)
    text = render_comparison_text(result)
    for tile in tiles(result):
        if not tile.assessed:
            assert f"{tile.label} not assessed: {tile.note}" in said(text)
            continue
        cells = (tile.label, tile.before, tile.after, tile.change, tile.verdict)
        assert " ".join(cell for cell in cells if cell) in said(text)


@pytest.mark.parametrize("name", [n for n in STORIES if compared(n).changes])
def test_the_changes_stand_by_their_points(name: str) -> None:
    """Largest gain first, each with its sign and a bar."""
    result = compared(name)
    score = attribution(result.credit, "score")
    assert score is not None
    lines = section(render_comparison_text(result), "What each change does")[1:]
    shown = [line for line in lines if "█" in line or "░" in line]
    for line, part in zip(shown, score.shares, strict=False):
        points = float(line.split()[-2].replace("\N{MINUS SIGN}", "-"))
        assert -points == pytest.approx(part.gain, abs=0.051)
        assert ("█" in line) == (part.gain >= 0)


def test_the_text_says_how_to_get_the_page() -> None:
    """The command to copy names both files; a pipe has no name."""
    result = compared("example")
    last = "The whole report: hiring-audit report"
    assert render_comparison_text(result).endswith(f"{last} before.yaml after.yaml\n")
    piped = replace(
        result, before=replace(result.before, input=replace(
            result.before.input, file="standard input")),
    )  # fmt: skip
    assert render_comparison_text(piped).endswith(f"{last} BEFORE after.yaml\n")


def test_warnings_come_first() -> None:
    """What makes the two hard to compare stands above the answer."""
    result = compared("another scope")
    assert render_comparison_text(result).startswith("Read this first\n  - ")


@pytest.mark.parametrize("width", [60, 100])
def test_another_width_is_kept(width: int) -> None:
    """Sentences are broken where the caller says."""
    lines = render_comparison_text(compared("packet"), width).splitlines()
    assert max(map(len, lines)) <= max(width, 78)


def hostile(result: ComparisonResult) -> ComparisonResult:
    """Return the result with a hostile text wherever a file puts its own."""
    sides = [
        replace(
            side,
            input=replace(side.input, file=f"{HOSTILE}.yaml"),
            process=replace(
                side.process,
                title=HOSTILE,
                variant=HOSTILE,
                steps=tuple(replace(s, name=HOSTILE) for s in side.process.steps),
            ),
        )
        for side in (result.before, result.after)
    ]
    return replace(
        result,
        before=sides[0],
        after=sides[1],
        warnings=(HOSTILE,),
        changes=tuple(replace(change, name=HOSTILE) for change in result.changes),
    )


def test_names_cannot_speak_to_the_terminal() -> None:
    """Colours, bells, returns and marks that reverse text stay out; lines stay ours."""
    text = render_comparison_text(hostile(compared("packet")))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e]", text)
    assert not re.search("[\u2066-\u2069]", text)
    assert len(re.findall("^Friction score  .*grade", text, re.M)) == 1
