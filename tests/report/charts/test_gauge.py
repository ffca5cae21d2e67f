"""The gauge: a letter, a number, and where they lie on the scale."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.ledger.grade import grade_bounds, grade_of
from audit.report.charts.gauge import SEGMENT, WIDTH, gauge_svg, place_on_scale
from audit.report.page.summary import gauge
from tests.report.stories import EVERY, audited

BOUNDS = tuple(grade_bounds(50).items())
SCORES = st.floats(0, 5000)


@given(SCORES)
def test_the_pointer_stands_in_the_segment_of_the_grade(score: float) -> None:
    """Letter and place never disagree."""
    place = place_on_scale(score, BOUNDS)
    segment = "ABCDE".index(grade_of(score, 50))
    assert segment - 1e-6 <= place <= segment + 1 + 1e-6


@given(SCORES, SCORES)
def test_more_friction_lies_further_right(a: float, b: float) -> None:
    """The scale keeps the order, E without end included."""
    low, high = sorted((a, b))
    assert place_on_scale(low, BOUNDS) <= place_on_scale(high, BOUNDS) + 1e-9


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
    """The scale is as wide as the gauge."""
    assert 5 * SEGMENT == WIDTH
