"""How the score is made, what it hangs on, and what made the page."""

from __future__ import annotations

from math import fsum

import pytest

from audit.report.page.map import map_section
from audit.report.page.method import method
from audit.report.page.notes import notes, versions
from audit.report.page.page import build_page
from audit.report.page.steps import Steps
from tests.report.stories import EVERY, STORIES, audited, numbers_in


@pytest.mark.parametrize("name", EVERY)
def test_the_formula_ends_in_the_score(name: str) -> None:
    """The last line of the recipe is the number on the first screen."""
    result = audited(name)
    shown = method(result, Steps(result.process))
    assert numbers_in(shown.formula[-1])[0] == pytest.approx(result.score, abs=0.006)


@pytest.mark.parametrize("story", STORIES)
def test_weights_and_prices_give_the_points(story: str) -> None:
    """Weight over reference is the price of a minute or a day."""
    result = audited(story)
    shown = method(result, Steps(result.process))
    weights = [numbers_in(row.cells[1].text)[0] for row in shown.weights.rows]
    assert fsum(weights) == pytest.approx(100)
    for row, weight in zip(shown.weights.rows, weights, strict=True):
        typical, price = (numbers_in(row.cells[k].text)[0] for k in (2, 3))
        assert price == pytest.approx(weight / typical, rel=0.02)


@pytest.mark.parametrize("name", EVERY)
def test_one_grade_is_marked_and_it_is_the_right_one(name: str) -> None:
    """The band that is marked holds the score; without a grade none is."""
    result = audited(name)
    shown = method(result, Steps(result.process))
    if shown.grades is None:
        assert result.grade is None
        return
    marked = [row.cells[0].text for row in shown.grades.rows if row.cells[2].text]
    assert marked == ([result.grade] if result.grade else [])
    if result.grade is None:
        assert "no grade" in shown.grade_note


@pytest.mark.parametrize("story", STORIES)
def test_every_rate_is_printed_with_its_grade(story: str) -> None:
    """What is judgement says so, and the sentence counts it."""
    result = audited(story)
    shown = method(result, Steps(result.process))
    assert shown.rates is not None
    assert len(shown.rates.rows) == len(result.profile.rates)
    kinds = [row.cells[6].text.partition(". ")[0] for row in shown.rates.rows]
    judged = sum(kind.lower().endswith("our judgement") for kind in kinds)
    assert numbers_in(shown.rates_note)[:2] == [judged, len(result.profile.rates)]


@pytest.mark.parametrize("story", STORIES)
def test_the_sentence_on_weights_counts_right(story: str) -> None:
    """How often the top steps stay is counted from the result."""
    result = audited(story)
    shown = method(result, Steps(result.process))
    top = set(result.sensitivity.top_steps)
    same = sum(set(v.top_steps) == top for v in result.sensitivity.weights)
    counts = numbers_in(shown.variations_heading)
    assert [same, len(result.sensitivity.weights)] == counts[:2]


@pytest.mark.parametrize("story", STORIES)
def test_known_totals_stand_beside_ours(story: str) -> None:
    """Published, ours and the difference; a miss is not hidden."""
    result = audited(story)
    table = notes(result).known
    assert (table is None) == (not result.known)
    if table is not None:
        assert len(table.rows) == len(result.known)


def test_the_page_says_what_made_it() -> None:
    """Program, file, fingerprint, profile and seed: enough to make it again."""
    result = audited("packet")
    words = {term.word: term.meaning for term in versions(result)}
    assert words["SHA-256 of the file"] == result.input.sha256
    assert result.tool.version in words["Made by"]
    assert words["Rate profile"] == result.profile.name
    assert numbers_in(words["Interval"]) == [
        result.sensitivity.draws,
        result.sensitivity.seed,
    ]


@pytest.mark.parametrize("name", EVERY)
def test_the_heading_of_the_map_counts_right(name: str) -> None:
    """Steps and roles on the map are those of the process."""
    result = audited(name)
    steps, roles, *_ = numbers_in(map_section(result).heading)
    assert steps == len(result.process.steps)
    assert roles == len({step.role for step in result.process.steps})


@pytest.mark.parametrize("name", EVERY)
def test_the_cover_says_for_whom_and_how_secret(name: str) -> None:
    """What stands at the foot of each sheet names the client and the secrecy."""
    result = audited(name)
    cover = build_page(result).cover
    about = result.process.about
    for key in ("client", "confidentiality"):
        assert (about.get(key) or "") in cover.margin
    assert result.process.title in cover.title
