"""The page with what to do: it runs nothing foreign, and breaks on nothing."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from dataclasses import replace

import pytest

from audit.errors import RequestError
from audit.report import render_html
from audit.result import recommendation_from_json, to_json
from tests.report.markup import Outline, words_of
from tests.report.recommendation.recommendations import (
    EVERY,
    hostile,
    recommended,
)

BLAME = re.compile(
    r"\b(?:fault|blame|incompetent|lazy|stupid|careless|failed to)\b", re.I
)
DATA = re.compile(r'<script type="application/json" id="whatif-data">(.*?)</script>')


@pytest.fixture(scope="module", params=EVERY)
def page(request: pytest.FixtureRequest) -> str:
    return render_html(*recommended(request.param))


@pytest.fixture(scope="module")
def spoiled() -> str:
    result, found = recommended("screen")
    return render_html(result, hostile(found))


def section(page: str) -> str:
    """Return the words of what to do and what if, without the table of the script."""
    found = re.search(r'<section id="todo".*?(?=<section id="checks")', page, re.S)
    assert found
    return words_of(DATA.sub("", found[0]))


def test_without_a_recommendation_the_page_has_none_of_it() -> None:
    """Whoever does not ask for it gets the page as it was: no part, style or script."""
    page = render_html(recommended("packet")[0])
    for word in ('id="todo"', "whatif", "fieldset", "What to do"):
        assert word not in page


def test_the_page_asks_nobody_for_anything(page: str) -> None:
    """No address in any source, style or script; links lead into the page or away."""
    for tag, name, value in Outline(page).attributes:
        if name == "src" or (tag == "link" and name == "href"):
            assert value.startswith("data:")
    assert "@import" not in page
    assert not re.search(r"url\((?!['\"]?(?:data:|#))", page)


def test_the_policy_names_the_style_and_the_script(page: str) -> None:
    """One style and one script, as their hashes say; the table is data and runs not."""
    (policy,) = [v for v in Outline(page).values("content") if "default-src" in v]
    for tag in ("style", "script"):
        (body,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_no_style_and_no_handler_in_the_markup(page: str) -> None:
    """A strict policy would drop them, and with them what they do."""
    for tag, name, _ in Outline(page).attributes:
        assert name != "style", tag
        assert not name.startswith("on"), (tag, name)


def test_every_id_is_one_and_every_link_inside_leads_somewhere(page: str) -> None:
    """Links of decisions, changes, findings and sources arrive; labels name one."""
    outline = Outline(page)
    ids = Counter(outline.values("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    inside = {v[1:] for v in outline.values("href") if v.startswith("#") and v != "#"}
    assert inside - set(ids) == set()
    for attribute in ("aria-labelledby", "aria-describedby", "for"):
        named = {name for v in outline.values(attribute) for name in v.split()}
        assert named - set(ids) == set()


def test_every_drawing_has_a_size(page: str) -> None:
    """Where style is stripped, a drawing without a size fills the window."""
    for drawing in re.findall(r"<svg\b[^>]*>", page):
        assert "width=" in drawing
        assert "height=" in drawing or "viewBox=" in drawing


def test_the_section_says_nothing_that_is_no_word(page: str) -> None:
    """Nothing recommended, nothing withheld, no grade: still sentences."""
    assert not re.search(r"\b(nan|inf|None|null|undefined)\b", section(page))


def test_units_stay_on_the_line_of_their_number(page: str) -> None:
    """No line begins with "%", "h" or "min" whose number ended the line above."""
    sentences = re.sub(r"<(style|script|svg|code)\b.*?</\1>", "", page, flags=re.S)
    assert re.findall(r"\d (?:%|h\b|min\b)", sentences) == []


def test_nobody_is_blamed(page: str) -> None:
    """The section speaks of changes and numbers, never of whose fault it was."""
    assert not BLAME.search(section(page))


def test_what_the_law_asks_is_called_a_checklist(page: str) -> None:
    """No reader may take it for the advice of a lawyer."""
    assert "checklist" in section(page)


@pytest.mark.parametrize("name", ["packet", "good"])
def test_the_same_recommendation_gives_the_same_bytes(name: str) -> None:
    """Reports can be compared, kept and checked; also from a kept recommendation."""
    result, found = recommended(name)
    page = render_html(result, found)
    assert render_html(result, found) == page
    assert render_html(result, recommendation_from_json(to_json(found))) == page


def test_what_to_do_adds_less_than_a_picture() -> None:
    """Ten changes with their table of a thousand sets still go by mail."""
    result, found = recommended("screen")
    more = len(render_html(result, found)) - len(render_html(result))
    assert more < 100_000


def test_words_from_a_catalogue_are_text_and_nothing_else(spoiled: str) -> None:
    """No tag, handler or template of a name comes to life; the table stays JSON."""
    outline = Outline(spoiled)
    assert outline.tags["script"] == 2
    assert outline.tags["img"] == outline.tags["evil"] == 0
    assert not any(name.startswith("on") for _, name, _ in outline.attributes)
    assert "{{ 7 * 7 }}" in spoiled.replace("&#123;", "{").replace("&#125;", "}")
    (data,) = DATA.findall(spoiled)
    assert set(json.loads(data)) == {"needs", "excludes", "columns"}


def test_marks_that_turn_text_around_are_gone(spoiled: str) -> None:
    """A name cannot reverse the words beside it, nor those of the script's table."""
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", spoiled)


def test_a_name_of_ten_thousand_letters_is_cut(spoiled: str) -> None:
    """The page stays a page; a note may be long, but not that long."""
    assert len(spoiled) < 600_000
    assert "x" * 700 not in spoiled


def test_another_process_or_profile_is_refused() -> None:
    """Numbers of two processes never stand on one page."""
    result, found = recommended("packet")
    with pytest.raises(RequestError, match="not of the process"):
        render_html(result, recommended("federal")[1])
    with pytest.raises(RequestError, match="another profile"):
        render_html(result, replace(found, profile="mine"))
