"""The heading, the paragraph and the first screen: every number is the result's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report import render_html
from audit.report.page.amounts import amount
from audit.report.page.summary import summary
from audit.report.recommendation.headline import found as how_found
from audit.report.recommendation.headline import heading, lede, potential
from audit.report.recommendation.page import with_decisions
from audit.result import Spread
from tests.report.markup import words_of
from tests.report.recommendation.recommendations import CHOSEN, built, recommended
from tests.report.stories import numbers_in


@pytest.mark.parametrize("name", CHOSEN)
def test_the_heading_says_where_the_score_goes_and_for_how_much(name: str) -> None:
    """From, to, both grades, and the likely money of the first year."""
    result, found = recommended(name)
    words = heading(found)
    before, after = found.totals[0].before, found.totals[0].after
    assert f"from {before:,.0f} to {after:,.0f}" in words
    assert amount(found.cost.likely, "money", found.currency) in words
    grades = f"(grade {found.grade_before} to {found.grade_after})"
    assert (grades in words) == (result.grade is not None)
    assert before == pytest.approx(result.score)


@pytest.mark.parametrize("name", CHOSEN)
def test_the_paragraph_says_what_is_saved(name: str) -> None:
    """Days and minutes are before less after; what is not saved is not claimed."""
    _, found = recommended(name)
    words = lede(found)
    for line in found.totals:
        if line.metric in {"days", "candidate_minutes", "employer_minutes"}:
            saved = line.before - line.after
            assert (amount(saved, line.unit) in words) == (saved > 1e-9)
    assert amount(found.search.budget, "money", found.currency) in words


def test_a_grade_that_stays_is_said_to_stay() -> None:
    """No "grade D to D"."""
    _, found = recommended("packet")
    assert "(still grade D)" in potential(replace(found, grade_before="D"))


def test_changes_without_a_price_cost_no_money() -> None:
    """Nought is said in words, and never as a range."""
    _, found = recommended("packet")
    free = replace(found, cost=Spread(low=0.0, likely=0.0, high=0.0))
    assert heading(free).endswith("for no money")
    assert "no money beyond the time to decide" in lede(free)


@pytest.mark.parametrize(
    ("proven", "gap", "words"),
    [
        (True, 0.0, "buys more, where each change has to buy a point"),
        (False, None, "another may buy more."),
        (False, 3.21, "another may buy up to 3.2 points more."),
    ],
)
def test_a_search_that_was_not_finished_says_so(
    proven: bool, gap: float | None, words: str
) -> None:
    """Only a proven set is called the best."""
    _, found = recommended("packet")
    search = replace(found.search, proven=proven, gap=gap, max_changes=3)
    said = how_found(replace(found, search=search))
    assert words in said
    assert "at most three changes" in said
    assert ("No set" in said) == proven


def test_a_good_process_is_told_that_it_is_good() -> None:
    """Nothing is made up to have something to recommend."""
    found, _, what = built("good")
    assert found.chosen == ()
    assert "No change is worth its trouble" in what.heading
    assert numbers_in(what.lede)[0] == found.search.least_points
    assert "are done here already" in what.lede
    assert what.shares is what.roadmap is what.worse is None
    assert what.recommended == ()


def test_a_process_that_no_change_fits_has_a_section_too() -> None:
    """An empty catalogue is a sentence, not an empty chart."""
    result, found = recommended("good")
    none = replace(
        found, proposals=(), score_front=(), days_front=(), already_good=(),
        what_if=replace(found.what_if, changes=(), sets=(), values=()),
    )  # fmt: skip
    page = render_html(result, none)
    assert "We know of no change that would help here" in words_of(page)
    assert 'id="whatif"' not in page
    assert 'id="c-matrix' not in page


@pytest.mark.parametrize("name", CHOSEN)
def test_the_first_screen_says_what_could_be(name: str) -> None:
    """The state of things, then the potential; at most three decisions."""
    result, _ = recommended(name)
    _, _, what = built(name)
    before = summary(result)
    after = with_decisions(before, what)
    assert after.lede.startswith(before.lede)
    assert after.lede.endswith(what.potential)
    assert len(after.decisions) <= 3
    assert after.decisions[: len(what.decisions)] == what.decisions


def test_findings_fill_up_where_little_is_recommended() -> None:
    """A good process keeps the decisions that its findings ask for."""
    result, _ = recommended("good")
    before = summary(result)
    assert with_decisions(before, built("good")[2]).decisions == before.decisions
