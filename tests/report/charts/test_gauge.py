"""The gauge: a letter, a number, and where they lie on the scale."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.ledger.grade import grade_bounds, grade_of
from audit.report.charts.gauge import (
    SEGMENT,
    WIDTH,
    gauge_svg,
    place_on_scale,
    scale_end,
)
from audit.report.page.summary import Gauge, gauge
from tests.report.stories import EVERY, audited

BOUNDS = tuple(grade_bounds(50).items())
SCORES = st.floats(0, 5000)


def place(score: float) -> float:
    """Return where a score lies on a scale that ends beyond all of them."""
    return place_on_scale(score, BOUNDS, scale_end(BOUNDS, 5000), WIDTH, SEGMENT)


@given(SCORES)
def test_the_pointer_stands_in_the_segment_of_the_grade(score: float) -> None:
    """Letter and place never disagree."""
    segment = "ABCDE".index(grade_of(score, 50))
    ends = [*(SEGMENT * place for place in range(5)), WIDTH]
    assert ends[segment] - 1e-6 <= place(score) <= ends[segment + 1] + 1e-6


@given(SCORES, SCORES)
def test_more_friction_lies_further_right(a: float, b: float) -> None:
    """The scale keeps the order, E without end included."""
    low, high = sorted((a, b))
    assert place(low) <= place(high) + 1e-9


@given(SCORES)
def test_the_scale_holds_every_interval_and_says_its_end(high: float) -> None:
    """Grade E has no end, so the drawing says at what number it stops."""
    end = scale_end(BOUNDS, high)
    assert end >= max(high, 2 * BOUNDS[-1][1])
    assert end <= 1.6 * max(1.05 * high, 2 * BOUNDS[-1][1])
    assert float(f"{end:.2g}") == end


def test_an_interval_in_grade_e_keeps_its_width() -> None:
    """From 284 to 363 points is no hair's breadth."""
    end = scale_end(BOUNDS, 363)
    low, high = (
        place_on_scale(score, BOUNDS, end, WIDTH, SEGMENT) for score in (284, 363)
    )
    assert high - low > 30
    shown = Gauge(
        score=323, score_text="323", low=284, high=363, grade="E", bounds=BOUNDS,
        grade_note="", text="",
    )  # fmt: skip
    assert "to 400" in list(ET.fromstring(gauge_svg(shown)).itertext())


@pytest.mark.parametrize("name", EVERY)
def test_the_gauge_says_grade_and_number_in_words(name: str) -> None:
    """The letter, the score and the interval are text, not colour alone."""
    result = audited(name)
    root = ET.fromstring(gauge_svg(gauge(result)))
    words = [text.strip() for text in root.itertext() if text.strip()]
    assert f"{result.score:,.0f}" in words
    assert (result.grade or "–") in words
    assert ("A" in words and "E" in words) == (result.grade is not None)
    low, high = result.score_interval
    assert f"90 % interval {low:,.0f} to {high:,.0f}" in words


def test_five_segments_fill_the_width() -> None:
    """The scale is as wide as the gauge, and E has the most room."""
    assert 5 * SEGMENT < WIDTH < 8 * SEGMENT
    root = ET.fromstring(gauge_svg(gauge(audited("packet"))))
    rects = [e for e in root.iter("rect") if e.attrib["height"] == "22"]
    ends = [float(e.attrib["x"]) + float(e.attrib["width"]) + 1 for e in rects]
    assert ends == [*(SEGMENT * place for place in range(1, 5)), WIDTH]
