"""The matrix and the curves of cost: plain SVG, right in grey, true to scale."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.report.charts.before_after import AFTER
from audit.report.charts.canvas import plain_settings
from audit.report.charts.cost_front import cost_front
from audit.report.charts.effort_impact import along, effort_impact
from audit.report.palette import LANES, contrast
from audit.report.process_map.layout.text import width_of
from audit.report.recommendation.fronts import CostFront, Place
from audit.report.recommendation.matrix import Mark, Matrix
from tests.report.charts.svg_labels import LOOKS, SVG, labels
from tests.report.recommendation.recommendations import CHOSEN, built

NAMES = ("matrix", "score", "days")


def records(name: str) -> tuple[Matrix, CostFront, CostFront]:
    what = built(name)[2]
    assert what.matrix is not None
    assert what.fronts is not None
    assert what.fronts.score is not None
    assert what.fronts.days is not None
    return what.matrix, what.fronts.score, what.fronts.days


def drawn(name: str) -> dict[str, str]:
    """Draw the charts of a recommendation."""
    matrix, score, days = records(name)
    with plain_settings():
        return {
            "matrix": effort_impact(matrix),
            "score": cost_front(score, "c-front-score"),
            "days": cost_front(days, "c-front-days"),
        }


CHARTS = drawn("screen")


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_needs_no_style_and_no_outside(name: str) -> None:
    """A strict policy, a mail viewer and an office program draw the same."""
    assert not LOOKS.search(CHARTS[name])
    assert "http" not in CHARTS[name].replace("http://www.w3.org/2000/svg", "")
    root = ET.fromstring(CHARTS[name])
    assert int(root.attrib["width"]) > 0
    assert int(root.attrib["height"]) > 0


def test_charts_share_no_id() -> None:
    """Two charts on one page keep their patterns apart."""
    ids = Counter(i for svg in CHARTS.values() for i in re.findall(r' id="(.*?)"', svg))
    assert max(ids.values()) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_tells_its_numbers_to_those_who_cannot_see_it(name: str) -> None:
    """A role, a title and a description with figures."""
    root = ET.fromstring(CHARTS[name])
    assert root.attrib["role"] == "img"
    texts = {e.attrib.get("id"): e.text or "" for e in root if e.tag != f"{SVG}g"}
    title, description = root.attrib["aria-labelledby"].split()
    assert re.search(r"\w", texts[title])
    assert re.search(r"\d", texts[description])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("story", CHOSEN)
def test_words_stay_inside_and_can_be_read(name: str, story: str) -> None:
    """No label is cut at the edge, and each stands out from white."""
    root = ET.fromstring(drawn(story)[name])
    _, _, width, height = (float(x) for x in root.attrib["viewBox"].split())
    seen = 0
    for x, y, size, anchor, bold, ink, words in labels(root):
        length = width_of(words, size, bold=bold)
        start = x - {"start": 0, "middle": length / 2, "end": length}[anchor]
        assert start >= -1, words
        assert start + length <= width + 1, words
        assert 0 <= y <= height
        assert contrast(ink, LANES[0]) >= 4.5
        seen += 1
    assert seen >= 5


def test_every_change_has_its_number_in_the_matrix() -> None:
    """The chart and the list beside it can be read together."""
    words = {label[-1] for label in labels(ET.fromstring(CHARTS["matrix"]))}
    matrix, _, _ = records("screen")
    assert {mark.label for mark in matrix.marks} <= words


def test_filled_and_hollow_tell_recommended_without_colour() -> None:
    """On grey paper a filled dot and bold letters still say which ones to make."""
    matrix, _, _ = records("screen")
    bold = {label[-1] for label in labels(ET.fromstring(CHARTS["matrix"])) if label[4]}
    assert bold == {mark.label for mark in matrix.marks if mark.chosen}
    assert 'fill="#ffffff"' in CHARTS["matrix"]


def test_the_same_record_gives_the_same_bytes() -> None:
    """No clock, no random id."""
    assert drawn("screen") == CHARTS


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_more_money_lies_further_right(one: float, other: float) -> None:
    """The scale keeps the order, from nothing to a thousand millions."""
    low, high = sorted((one, other))
    assert 0 <= along(low) <= along(high)


@given(
    marks=st.lists(
        st.tuples(st.floats(0, 1e7), st.floats(-50, 300), st.booleans()),
        min_size=1,
        max_size=12,
    )
)
def test_any_costs_and_gains_can_be_drawn(
    marks: list[tuple[float, float, bool]],
) -> None:
    """Nothing gained, much lost, no money or millions: no label leaves the drawing."""
    matrix, _, _ = records("packet")
    many = tuple(
        Mark(label=f"R{k}", cost=cost, points=points, chosen=chosen)
        for k, (cost, points, chosen) in enumerate(marks, start=1)
    )
    with plain_settings():
        root = ET.fromstring(effort_impact(replace(matrix, marks=many)))
    _, _, width, height = (float(x) for x in root.attrib["viewBox"].split())
    for x, y, *_ in labels(root):
        assert -1 <= x <= width + 1
        assert 0 <= y <= height


@pytest.mark.parametrize("value", [99.0, 101.0, 97.5])
def test_the_line_of_a_grade_never_crosses_the_words_of_the_set(value: float) -> None:
    """The number of the recommended set can be read beside the bound of a grade."""
    _, score, _ = records("packet")
    near = replace(
        score,
        chosen=Place(cost=9000.0, value=value),
        chosen_text=f"recommended: {value:g}",
        bounds=(("B", 98.0), ("C", 100.0), ("D", 160.0)),
    )
    with plain_settings():
        svg = cost_front(near, "c-front-score")
    places = {label[-1]: label[1] for label in labels(ET.fromstring(svg))}
    own = places[near.chosen_text]
    for letter, _ in near.bounds:
        grade = places.get(f"grade {letter}")
        assert grade is None or abs(grade - own) > 9


def strokes(root: ET.Element, colour: str) -> list[tuple[float, float]]:
    """Return the corners of the one line of a colour, without its marks."""
    (data,) = (
        e.attrib["d"]
        for e in root.iter(f"{SVG}path")
        if e.attrib.get("stroke") == colour and e.attrib.get("fill") == "none"
    )
    x = y = 0.0
    corners = []
    for letter, numbers in re.findall(r"([MLHV])([^MLHV]*)", data):
        found = [float(n) for n in re.findall(r"-?[\d.]+", numbers)]
        if letter == "H":
            x = found[-1]
        elif letter == "V":
            y = found[-1]
        else:
            x, y = found[-2:]
        corners.append((x, y))
    return corners


@pytest.mark.parametrize("last", [98.3, 99.5, 96.0])
@pytest.mark.parametrize("cost", [12_000.0, 18_000.0, 24_000.0])
def test_the_staircase_strikes_through_no_words(last: float, cost: float) -> None:
    """The recommended number and the letter of a grade can be read beside the curve."""
    _, score, _ = records("packet")
    places = ((0.0, 127.1), (3500.0, 110.2), (11_500.0, 101.4), (24_400.0, last))
    near = replace(
        score,
        places=tuple(Place(cost=money, value=value) for money, value in places),
        now=Place(cost=0.0, value=134.0),
        chosen=Place(cost=cost, value=98.5),
        chosen_text="recommended: 98.5",
        bounds=(("C", 100.0),),
    )
    with plain_settings():
        root = ET.fromstring(cost_front(near, "c-front-score"))
    corners = strokes(root, AFTER)
    assert len(corners) >= 7
    seen = 0
    for x, y, size, anchor, bold, _, words in labels(root):
        if words not in (near.chosen_text, "grade C", near.now_text):
            continue
        seen += 1
        length = width_of(words, size, bold=bold)
        start = x - {"start": 0, "middle": length / 2, "end": length}[anchor]
        for (x1, y1), (x2, y2) in pairwise(corners):
            level = min(x1, x2) < start + length and max(x1, x2) > start
            upright = min(y1, y2) < y and max(y1, y2) > y - 0.7 * size
            assert not (level and upright), words
    assert seen == 3


def test_money_that_buys_nothing_still_has_a_scale() -> None:
    """One flat line, at no cost: no division by nought."""
    _, score, _ = records("packet")
    flat = replace(
        score,
        places=(Place(cost=0.0, value=5.0), Place(cost=0.0, value=5.0)),
        now=Place(cost=0.0, value=5.0),
        chosen=None,
    )
    with plain_settings():
        assert "Cost in the first year" in cost_front(flat, "c-front-score")
