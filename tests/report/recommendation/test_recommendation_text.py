"""A recommendation in the terminal: plain sentences, each with its number."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from audit.loaders import read_file
from audit.pipeline import recommend
from audit.report import render_recommendation_text
from audit.result import DifferenceLine, Recommendation, Verdict, WithheldLine

STORIES = sorted(Path("processes").glob("*/before.yaml"))


@cache
def recommended(path: Path) -> Recommendation:
    return recommend(read_file(path))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.parent.name)
def test_it_fits_a_mail_and_ends_each_sentence(path: Path) -> None:
    """No line is too long, none is broken in the middle of a number's unit."""
    text = render_recommendation_text(recommended(path))
    assert max(map(len, text.splitlines())) <= 78
    assert text.endswith("\n")
    assert not re.search(r"[ \t]+$", text, re.MULTILINE)
    assert not re.search(r"\b(nan|inf|None)\b", text)


def test_each_change_says_what_when_and_how_much() -> None:
    """What a director asks of each line, in the order of what it buys."""
    text = render_recommendation_text(recommended(Path("processes/packet/before.yaml")))
    flat = " ".join(text.split())
    assert "1. Sign electronically 14 signatures in ink as drawn" in flat
    assert "Cost: $2,000 to $8,000 once and $1,200 to $4,800 a year." in flat
    assert "Weeks 0 to 6, Human resources, with IT." in flat
    assert "Findings that go: print-sign-scan loop" in flat
    assert "What gets worse" in flat
    assert "No other set buys more, within" in flat
    assert "A checklist, not legal advice." in flat


def test_a_decision_that_no_score_can_take_is_put_to_leadership() -> None:
    """Safer for people, with its price in points and days."""
    text = render_recommendation_text(
        recommended(Path("processes/hospital/before.yaml"))
    )
    flat = " ".join(text.split())
    assert "The score does not see it; it ends" in flat
    assert "Resolve every condition before notice is given: it ends" in flat
    assert "and costs" in flat


def test_what_is_left_out_by_law_is_told_with_its_reason() -> None:
    """A reader who misses a change learns why it is not there."""
    kept = WithheldLine(
        change="prefill", name="Fill in", steps=("a",), guard="Self-identification",
        reason="It would take away fields, at “EEO form” (EEO).",
    )  # fmt: skip
    result = replace(recommended(STORIES[0]), withheld=(kept,) * 9)
    flat = " ".join(render_recommendation_text(result).split())
    assert "Left out, because it has to be kept - Fill in. It would take away" in flat
    assert "and 3 more" in flat


@pytest.mark.parametrize(
    ("proven", "gap", "words"),
    [
        (False, 3.26, "Another set could buy up to 3.3 points more"),
        (False, None, "before it could tell whether another set buys more"),
        (True, 0.0, "No other set buys more"),
    ],
)
def test_it_says_how_sure_the_search_is(
    proven: bool, gap: float | None, words: str
) -> None:
    """A search that was stopped never looks like one that ended."""
    result = recommended(STORIES[0])
    told = replace(result, search=replace(result.search, proven=proven, gap=gap))
    assert words in " ".join(render_recommendation_text(told).split())


@pytest.mark.parametrize("width", [20, 60, 200])
def test_any_width_will_do(width: int) -> None:
    """A narrow terminal breaks lines, it loses none."""
    result = recommended(STORIES[0])
    lines = render_recommendation_text(result, width).splitlines()
    assert max(map(len, lines)) <= max(width, 78)


def test_hostile_names_steer_no_terminal() -> None:
    """Escapes, marks that turn text round and ten thousand letters come out tame."""
    name = "\u202egnirih\u202c \x1b[31mred\x07" + "x" * 10_000
    result = recommended(STORIES[0])
    spoiled = replace(
        result,
        title=name,
        proposals=tuple(
            replace(proposal, name=name, why=name, owner=name)
            for proposal in result.proposals
        ),
        already_good=tuple(replace(line, note=name) for line in result.already_good),
    )
    text = render_recommendation_text(spoiled)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", text)
    assert len(text) < 20_000


def test_what_gets_worse_by_little_is_told_as_its_difference() -> None:
    """Two numbers that are written alike would say that nothing got worse."""
    result = recommended(Path("processes/overloaded-hr/before.yaml"))
    line = DifferenceLine(
        key="people_lost",
        group="people",
        label="Applicants who leave",
        unit="share",
        before=0.07,
        after=0.0703,
        change=0.0003,
        lower_is_better=True,
        verdict=Verdict.WORSE,
    )
    text = render_recommendation_text(replace(result, worse=(line,)))
    assert "  - Applicants who leave: +0.03 percentage points.\n" in text


def test_the_budget_is_said_to_hold_for_the_likely_cost() -> None:
    """A range that ends beyond the budget would read as a set that nobody can pay."""
    result = recommended(Path("processes/packet/before.yaml"))
    flat = " ".join(render_recommendation_text(result).split())
    likely = f"${result.cost.likely:,.0f}"
    assert result.cost.likely <= result.search.budget
    assert f"The budget holds for the likely cost, here {likely}." in flat
    none = replace(result, chosen=())
    assert "likely cost" not in render_recommendation_text(none)


def test_a_grade_that_stays_is_said_once() -> None:
    """An arrow from C to C looks like a change."""
    result = recommended(Path("processes/packet/before.yaml"))
    for before, after, words in (("C", "C", "grade C"), ("D", "C", "grade D \u2192 C")):
        told = replace(result, grade_before=before, grade_after=after)
        assert f", {words}\n" in render_recommendation_text(told)
