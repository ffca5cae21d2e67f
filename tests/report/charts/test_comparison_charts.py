"""The charts of a comparison: plain SVG, right in grey, on one scale."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.report.charts.before_after import AFTER, BEFORE, LESS, MORE
from audit.report.charts.canvas import plain_settings
from audit.report.charts.fluid import NARROWEST
from audit.report.charts.gain_ranges import gain_ranges
from audit.report.charts.gauge_pair import HEIGHT, gauge_pair_svg
from audit.report.charts.time_laws import rebinned, time_laws
from audit.report.charts.waterfall import waterfall
from audit.report.comparison.addresses import Addresses
from audit.report.comparison.bought import bought
from audit.report.comparison.certainty import certainty
from audit.report.comparison.summary import gauges
from audit.report.comparison.time import times
from audit.report.comparison.waterfall import waterfall as changes
from audit.report.palette import LANES, contrast, luminance
from audit.report.process_map.layout.text import width_of
from audit.result import ComparisonResult, Histogram, Spread
from tests.report.charts.svg_labels import LOOKS, SVG, fluid_drawings, labels, pixels
from tests.report.comparison.comparisons import STORIES, compared
from tests.report.comparison.credits import score_of

NAMES = ("waterfall", "laws", "gain")


def drawn(result: ComparisonResult) -> dict[str, str]:
    """Draw the charts of a comparison."""
    addresses = Addresses(result)
    bars = bought(result, addresses).waterfall
    laws = times(result, addresses).laws
    ranges = certainty(result).ranges
    assert bars is not None
    assert laws is not None
    assert ranges is not None
    with plain_settings():
        return {
            "waterfall": waterfall(bars, "c-waterfall"),
            "laws": time_laws(laws),
            "gain": gain_ranges(ranges),
        }


CHARTS = drawn(compared("example, worse"))


def renamed(name: str) -> ComparisonResult:
    """Return a comparison whose changes all have one name."""
    result = compared("packet")
    changes = tuple(replace(change, name=name) for change in result.changes)
    return replace(result, changes=changes)


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
@pytest.mark.parametrize("story", [s for s in STORIES if s != "same"])
def test_words_stay_inside_and_can_be_read(name: str, story: str) -> None:
    """No label is cut at the edge, of a phone too, and each stands out from white."""
    svg = drawn(compared(story))[name]
    fluid = fluid_drawings(svg)
    root = fluid[0] if fluid else ET.fromstring(svg)
    width, height = float(NARROWEST), float(root.attrib["height"])
    if not fluid:
        _, _, width, height = (float(x) for x in root.attrib["viewBox"].split())
    seen = 0
    for x, y, size, anchor, bold, ink, words in labels(root, width):
        length = width_of(words, size, bold=bold)
        start = x - {"start": 0, "middle": length / 2, "end": length}[anchor]
        assert start >= -1, words
        assert start + length <= width + 1, words
        assert 0 <= y <= height
        assert contrast(ink, LANES[0]) >= 4.5
        seen += 1
    assert seen >= 4


@pytest.mark.parametrize(
    "name", ["$x_1^2$ and $y$", "採用の手続き", "👩\u200d⚕️", "x" * 90, r"\frac{1}{2}"]
)
def test_any_name_of_a_change_is_written_as_it_is(name: str) -> None:
    """No name is read as mathematics, and none runs over its column."""
    svg = drawn(renamed(name))["waterfall"]
    assert name[:2] in "".join(ET.fromstring(svg).itertext())


@pytest.mark.parametrize("story", [s for s in STORIES if s != "same"])
def test_each_bar_begins_where_the_last_one_ended(story: str) -> None:
    """The steps lead from the before to the after, on a column of any width."""
    result = compared(story)
    bars = bought(result, Addresses(result)).waterfall
    assert bars is not None
    (root,) = fluid_drawings(waterfall(bars, "c"))
    assert "viewBox" not in root.attrib, "it would shrink its letters"
    rows = sorted(
        (
            float(e.attrib["y"]),
            pixels(e.attrib["x"], 100),
            pixels(e.attrib["width"], 100),
        )
        for e in root.iter(f"{SVG}rect")
    )
    drawn_bars = [bar for bar in bars.bars if bar.text != "0"]
    assert len(rows) == len(drawn_bars)
    assert all(width > 0 and x >= 0 and x + width <= 99.1 for _, x, width in rows)
    for (_, x, width), bar in zip(rows, drawn_bars, strict=True):
        low, high = sorted((bar.start, bar.end))
        scale = 99 / bars.most
        assert x == pytest.approx(low * scale, abs=0.7)
        assert width == pytest.approx((high - low) * scale, abs=0.7)


def still() -> ET.Element:
    """Draw a waterfall with a change that moves nothing, between two that do."""
    gains = {"c0": 20.0, "c1": 0.0, "c2": 0.4}
    data = changes(score_of(87.4, gains), Addresses(compared("example")))
    (root,) = fluid_drawings(waterfall(data, "c"))
    return root


def test_the_line_from_bar_to_bar_is_whole_where_nothing_changes() -> None:
    """A change of nought leaves no broken stubs."""
    root = still()
    bars = sorted(
        (float(e.attrib["y"]), float(e.attrib["height"]))
        for e in root.iter(f"{SVG}rect")
    )
    lines = sorted(
        (float(e.attrib["y1"]), float(e.attrib["y2"]))
        for e in root.iter(f"{SVG}line")
        if e.attrib["x1"] == e.attrib["x2"]
    )
    covered = sorted([*((y, y + height) for y, height in bars), *lines])
    foot = covered[0][1]
    for top, bottom in covered[1:]:
        if top > bars[-1][0]:
            break
        assert top <= foot
        foot = max(foot, bottom)
    assert foot >= sum(bars[-1])


def test_no_line_strikes_through_the_words_of_a_change() -> None:
    """On a phone the lines pass behind names, which stand on a ground of their own."""
    root = still()
    drawn = list(root.iter())
    joint = next(n for n, e in enumerate(drawn) if e.tag == f"{SVG}line")
    grounds = [
        (n, *(float(x) for x in re.findall(r"[\d.]+", e.attrib["d"])))
        for n, e in enumerate(drawn)
        if e.tag == f"{SVG}path"
    ]
    for x, y, size, _, bold, _, words in labels(root, NARROWEST)[:-7]:
        end = x + width_of(words, size, bold=bold)
        assert any(
            n > joint and low <= y - size + 2 and y + 2 <= low + height and end <= width
            for n, _, low, width, height, *_ in grounds
        ), words


def test_names_of_changes_are_whole() -> None:
    """Who bought what is not guessed from half a name, on a phone either."""
    assert "…" not in drawn(compared("packet"))["waterfall"]
    long = "The department reads, schedules, offers and checks by itself"
    assert "…" not in drawn(renamed(long))["waterfall"]


def test_the_same_record_gives_the_same_bytes() -> None:
    """No clock, no random id."""
    assert drawn(compared("example, worse")) == CHARTS


def test_what_adds_is_hatched_and_what_takes_off_is_not() -> None:
    """Grey paper tells worse from better."""
    assert "url(#c-waterfall-" in CHARTS["waterfall"]
    better = drawn(compared("example"))["waterfall"]
    assert "<pattern" not in better


def test_before_after_and_less_keep_apart_in_grey() -> None:
    """Their lightness differs; no two of them are red and green."""
    light = [luminance(colour) for colour in (AFTER, BEFORE, LESS)]
    assert abs(light[0] - light[1]) > 0.1
    assert abs(light[0] - light[2]) > 0.1
    assert contrast(MORE, LANES[0]) >= 3
    for colour in (BEFORE, AFTER, LESS, MORE):
        red, green, blue = (int(colour[k : k + 2], 16) for k in (1, 3, 5))
        assert not green > 1.3 * max(red, blue)


@pytest.mark.parametrize("story", [s for s in STORIES if s != "same"])
def test_both_grades_and_scores_stand_in_the_gauges(story: str) -> None:
    """Letter and number of each, and on one scale where the grades share it."""
    pair = gauges(compared(story))
    svg = gauge_pair_svg(pair)
    words = "".join(ET.fromstring(svg).itertext())
    for side in (pair.before, pair.after):
        assert side.grade is not None
        assert side.grade in words
        assert side.score_text in words
    assert f'height="{HEIGHT}"' in svg
    assert not LOOKS.search(svg.replace('class="gauge"', ""))


def test_grades_of_two_scopes_share_no_scale() -> None:
    """Where the bounds differ, no pointer invites to compare."""
    pair = gauges(compared("another scope"))
    assert pair.before.bounds != pair.after.bounds
    svg = gauge_pair_svg(pair)
    assert f'height="{HEIGHT}"' not in svg
    assert "Before" in svg
    assert pair.note.startswith("Before: ")


@given(
    shares=st.lists(st.floats(0.0, 1.0), min_size=1, max_size=30).filter(sum),
    width=st.floats(0.01, 5.0),
    start=st.floats(0.0, 50.0),
    bins=st.integers(5, 80),
)
def test_a_law_in_other_bins_is_the_same_law(
    shares: list[float], width: float, start: float, bins: int
) -> None:
    """No hire is lost or made up when both laws get bars of one width."""
    whole = sum(shares)
    law = Histogram(start=start, width=width, shares=tuple(s / whole for s in shares))
    low = max(0.0, start - 1.0)
    step = (start + width * len(shares) - low) / bins * (1 + 1e-9)
    found = rebinned(law, low, step, bins)
    assert sum(found) == pytest.approx(1.0)
    assert min(found) >= 0.0
    middle = sum(p * (low + step * (k + 0.5)) for k, p in enumerate(found))
    mean = sum(p * (start + width * (k + 0.5)) for k, p in enumerate(law.shares))
    assert abs(middle - mean) <= step


def test_a_range_that_reaches_over_nought_shows_nought() -> None:
    """The mark stands inside the drawing, with its tick."""
    result = compared("example")
    wide = Spread(low=-20.0, likely=5.0, high=40.0)
    certain = replace(result.certainty, gain=wide, inputs_gain=None)
    ranges = certainty(replace(result, certainty=certain)).ranges
    assert ranges is not None
    with plain_settings():
        words = [label[-1] for label in labels(ET.fromstring(gain_ranges(ranges)))]
    assert "0" in words
    assert "\N{MINUS SIGN}20" in words
