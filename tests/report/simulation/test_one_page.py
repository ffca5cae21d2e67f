"""The page of one simulated process: held to what every page is held to."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from audit.pipeline import simulate
from audit.report.simulation.html import render_simulation_html
from audit.units import format_number
from tests.report.markup import HOSTILE_NAMES, Outline, words_of
from tests.report.simulation.houses import (
    PLAN,
    STORIES,
    before,
    looked_at,
    renamed,
    simulated,
)

stories = pytest.mark.parametrize("story", STORIES)


@stories
def test_a_page_keeps_to_its_own_policy(story: str) -> None:
    """No style or handler in the markup, one id once, each drawing with its size."""
    outline = Outline(render_simulation_html(simulated(story)))
    names = {name for _, name, _ in outline.attributes}
    assert "style" not in names
    assert not [name for name in names if name.startswith("on")]
    ids = outline.values("id")
    assert len(ids) == len(set(ids))
    assert outline.tags["svg"] > 3
    sized = [name for tag, name, _ in outline.attributes if tag == "svg"]
    assert sized.count("width") == outline.tags["svg"]
    links = [href[1:] for href in outline.values("href") if href.startswith("#")]
    assert set(links) <= set(ids)


@stories
def test_same_result_same_bytes(story: str) -> None:
    """No clock and no chance in the page."""
    result = simulated(story)
    assert render_simulation_html(result) == render_simulation_html(result)


def test_the_cover_says_for_whom_and_how_confidential() -> None:
    """Client, author and confidentiality of the file, on every printed page too."""
    about = {"client": "St. Anne's", "prepared_by": "Us", "confidentiality": "Secret"}
    result = simulated("hospital")
    told = replace(result, process=replace(result.process, about=about))
    page = render_simulation_html(told)
    assert "Prepared for St. Anne's by Us" in words_of(page)
    assert any("Secret" in rule for rule in page.split("@page")[1:])
    bare = replace(result, process=replace(result.process, about={}))
    assert "Prepared for" not in words_of(render_simulation_html(bare))


@stories
def test_headline_numbers_stand_with_their_intervals(story: str) -> None:
    """The six numbers are those of the result, each with its bounds."""
    result = simulated(story)
    words = words_of(render_simulation_html(result)).replace("\u00a0", " ")
    for line in result.process.lines:
        if line.key in {"days_to_hire_p50", "days_to_hire_p90"}:
            number = line.number
            assert number is not None
            assert f"{format_number(number.mean, 1)} days" in words
            assert number.low is not None
            assert format_number(number.low, 1) in words


@stories
def test_rules_and_limits_are_stated(story: str) -> None:
    """Queue discipline, clock, and that certainty is about the model."""
    words = words_of(render_simulation_html(simulated(story)))
    for rule in ("priority", "posted", "model"):
        assert rule in words
    assert f"{PLAN.runs} runs" in words.replace("\u00a0", " ")


def test_a_quick_look_is_labelled_and_says_no_more_than_it_knows() -> None:
    """Screening numbers come without the sections that runs would fill."""
    page = render_simulation_html(looked_at("overloaded-hr"))
    words = words_of(page)
    assert "screening" in words
    ids = set(Outline(page).values("id"))
    assert not {"race", "leaving", "time"} & ids


@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=range(len(HOSTILE_NAMES)))
def test_hostile_names_come_out_as_text(name: str) -> None:
    """Whatever a role or step is called, the page keeps its tags and its policy."""
    plain = Outline(render_simulation_html(simulated("overloaded-hr")))
    page = render_simulation_html(
        simulate(renamed(before("overloaded-hr"), name), plan=PLAN)
    )
    outline = Outline(page)
    assert outline.tags["script"] == plain.tags["script"]
    assert outline.tags["img"] == outline.tags["evil"] == 0
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)
    assert len(page) < 250_000
