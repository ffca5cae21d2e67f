"""Several scenarios as a page and as text: safe, small, the same every time."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from audit.report import render_scenarios_html, render_scenarios_text
from audit.report.scenarios.names import scenario_names
from audit.report.scenarios.page import build_scenarios_page
from audit.report.scenarios.ranking import answer
from audit.result import ComparisonResult, ScenariosResult
from tests.report.comparison.comparisons import scenarios
from tests.report.markup import HOSTILE_NAMES, Outline, words_of
from tests.report.plain_text import said


def hostile() -> ScenariosResult:
    """Return the scenarios with hostile names wherever a file puts its own."""
    result = scenarios()

    def spoiled(one: ComparisonResult, name: str) -> ComparisonResult:
        process = replace(one.after.process, variant=name, title=name)
        changes = tuple(replace(change, name=name) for change in one.changes)
        return replace(
            one,
            after=replace(one.after, process=process),
            warnings=HOSTILE_NAMES,
            changes=changes,
        )

    names = (HOSTILE_NAMES[0], HOSTILE_NAMES[7], HOSTILE_NAMES[3])
    before = replace(
        result.before,
        process=replace(result.before.process, title=HOSTILE_NAMES[2]),
    )
    spoilt = tuple(map(spoiled, result.comparisons, names))
    return replace(result, before=before, comparisons=spoilt)


@pytest.fixture(scope="module", params=["plain", "hostile"])
def page(request: pytest.FixtureRequest) -> str:
    result = scenarios() if request.param == "plain" else hostile()
    return render_scenarios_html(result)


def test_no_style_and_no_handler_in_the_markup(page: str) -> None:
    """A strict policy would drop them, and with them what they do."""
    outline = Outline(page)
    for _, name, _ in outline.attributes:
        assert name != "style"
        assert not name.startswith("on")
    assert outline.tags["script"] == 1
    assert outline.tags["img"] == outline.tags["evil"] == 0


def test_every_id_is_one_and_every_link_inside_leads_somewhere(page: str) -> None:
    """Links of the ranking and the navigation arrive."""
    outline = Outline(page)
    ids = Counter(outline.values("id"))
    assert max(ids.values()) == 1
    inside = {v[1:] for v in outline.values("href") if v.startswith("#") and v != "#"}
    assert inside - set(ids) == set()


def test_every_drawing_has_a_size(page: str) -> None:
    """Where style is stripped, a drawing without a size fills the window."""
    for drawing in re.findall(r"<svg\b[^>]*>", page):
        assert "width=" in drawing
        assert "height=" in drawing


def test_no_name_is_endless_or_turns_text_around(page: str) -> None:
    """A name of ten thousand letters is cut; marks that reverse text are gone."""
    assert len(page) < 200_000
    assert "x" * 700 not in page
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)


def test_the_same_result_gives_the_same_bytes() -> None:
    """Reports can be compared, kept and checked."""
    assert render_scenarios_html(scenarios()) == render_scenarios_html(scenarios())


def test_page_and_text_give_one_answer() -> None:
    """The mail and the page never disagree about the best scenario."""
    result = scenarios()
    words = answer(result, scenario_names(result))
    assert words in words_of(render_scenarios_html(result))
    assert f"{words}." in said(render_scenarios_text(result))


@pytest.mark.parametrize("width", [60, 78, 100])
def test_the_text_fits(width: int) -> None:
    """Sentences keep to the width, tables to a mail's 78 columns; nothing trails."""
    text = render_scenarios_text(scenarios(), width)
    assert max(map(len, text.splitlines())) <= max(width, 78)
    assert not re.search(r"[ \t]+$", text, re.M)
    assert not re.search(r"\b(nan|inf|None)\b", text)


def test_the_text_ranks_as_the_result_does() -> None:
    """A line a process, best first, with its score."""
    result = scenarios()
    table = render_scenarios_text(result).split("\n\n")[2].splitlines()[1:]
    assert [line.split()[0] for line in table] == [
        str(place.place) for place in result.ranking
    ]


def test_names_cannot_speak_to_the_terminal() -> None:
    """Colours, returns and marks that reverse text stay out."""
    text = render_scenarios_text(hostile())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e]", text)
    assert max(map(len, text.splitlines())) <= 78


def test_scenarios_stand_in_the_order_of_their_table() -> None:
    """Best first, on the page and in text: a second order makes readers search."""
    result = scenarios()
    names = scenario_names(result)
    ranked = [names[one.comparison] for one in result.ranking if one.comparison >= 0]
    page = build_scenarios_page(result)
    assert [scenario.name for scenario in page.scenarios] == ranked
    assert [
        row.cells[1].text for row in page.ranking.table.rows if row.cells[1].href
    ] == ranked
    assert [
        row.cells[1].href for row in page.ranking.table.rows if row.cells[1].href
    ] == [f"#{scenario.id}" for scenario in page.scenarios]
    text = render_scenarios_text(result).split("\n\n", 2)[2]
    places = [text.index(f"\n{name}") for name in ranked]
    assert places == sorted(places)
