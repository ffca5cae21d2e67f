"""The charts: plain SVG that says its numbers in words, the same every time."""

from __future__ import annotations

import re
import warnings
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace

import pytest

from audit.report.charts import charts
from audit.report.charts.canvas import plain_settings
from audit.report.charts.fluid import NARROWEST
from audit.report.page.candidates import people
from audit.report.page.steps import Steps
from audit.report.page.time import time
from audit.report.page.where import where
from audit.report.palette import LANES, contrast
from audit.report.process_map.layout.text import width_of
from tests.report.charts.svg_labels import LOOKS, SVG, fluid_drawings, labels, pixels
from tests.report.stories import audited

NAMES = ("pareto", "ladder", "distribution", "survival")


def drawn(story: str = "hospital", name: str | None = None) -> dict[str, str]:
    """Draw the charts of a story, its steps renamed when a name is given."""
    result = audited(story)
    if name is not None:
        steps = tuple(replace(step, name=name) for step in result.process.steps)
        result = replace(result, process=replace(result.process, steps=steps))
    steps_by_id = Steps(result.process)
    places = where(result, steps_by_id)
    times = time(result, steps_by_id)
    survival = people(result, steps_by_id).survival
    assert times.ladder is not None
    assert times.distribution is not None
    assert survival is not None
    with plain_settings():
        return {
            "pareto": charts.pareto(places.bars, places.bars_title, places.bars_text),
            "ladder": charts.ladder(times.ladder),
            "distribution": charts.distribution(times.distribution),
            "survival": charts.survival(survival),
        }


CHARTS = drawn()


def room(svg: str) -> tuple[ET.Element, float, float]:
    """Return a drawing with its width and height: a phone's, where it is fluid."""
    fluid = fluid_drawings(svg)
    if fluid:
        return fluid[0], float(NARROWEST), float(fluid[0].attrib["height"])
    root = ET.fromstring(svg)
    _, _, width, height = (float(x) for x in root.attrib["viewBox"].split())
    return root, width, height


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_needs_no_style_and_no_outside(name: str) -> None:
    """A strict policy, a mail viewer and an office program draw the same."""
    assert not LOOKS.search(CHARTS[name])
    assert "http" not in CHARTS[name].replace("http://www.w3.org/2000/svg", "")
    root = ET.fromstring(CHARTS[name])
    assert int(root.attrib["width"]) > 0
    assert int(root.attrib["height"]) > 0


def test_charts_share_no_id() -> None:
    """Two charts on one page keep their patterns apart; no id is unused."""
    ids = Counter(i for svg in CHARTS.values() for i in re.findall(r' id="(.*?)"', svg))
    assert max(ids.values()) == 1
    for name, svg in CHARTS.items():
        for found in re.findall(r' id="(.*?)"', svg):
            assert found.startswith(f"c-{name}-")
            named = ET.fromstring(svg).attrib["aria-labelledby"].split()
            assert found in named or f"(#{found})" in svg or f'"#{found}"' in svg


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
def test_words_stay_words_and_inside(name: str) -> None:
    """Text can be found and copied, and no label is cut at the edge."""
    root, width, height = room(CHARTS[name])
    seen = 0
    for x, y, size, anchor, bold, _, words in labels(root, width):
        length = width_of(words, size, bold=bold)
        start = x - {"start": 0, "middle": length / 2, "end": length}[anchor]
        assert start >= -1, words
        assert start + length <= width + 1, words
        assert 0 <= y <= height
        seen += 1
    assert seen >= 5


@pytest.mark.parametrize("name", NAMES)
def test_words_stand_out_from_their_ground(name: str) -> None:
    """Contrast of 4.5 or more on white, which is what the charts stand on."""
    inks = {label[5] for label in labels(room(CHARTS[name])[0])}
    assert all(contrast(ink, LANES[0]) >= 4.5 for ink in inks)


def test_the_same_record_gives_the_same_bytes() -> None:
    """No clock, no random id."""
    assert drawn() == CHARTS


def test_the_users_own_settings_do_not_reach_the_charts() -> None:
    """A matplotlibrc on the laptop changes nothing in a client's report."""
    import matplotlib

    with matplotlib.rc_context({"font.size": 30, "hatch.linewidth": 9}):
        assert drawn() == CHARTS


@pytest.mark.parametrize(
    "name", ["$x_1^2$ and $y$", "採用の手続き", "👩\u200d⚕️", "استمارة", r"\frac{1}{2}"]
)
def test_any_name_is_written_as_it_is(name: str) -> None:
    """No name is read as mathematics, and none raises a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        pareto = drawn(name=name)["pareto"]
    assert name[:3] in "".join(ET.fromstring(pareto).itertext())


def test_the_hatch_tells_who_decided_without_colour() -> None:
    """Those turned away are hatched, those who leave are solid: grey paper will do."""
    assert "<pattern" in CHARTS["survival"]
    assert "url(#c-survival-" in CHARTS["survival"]


@pytest.mark.parametrize("width", [NARROWEST, 1000.0])
def test_bars_of_steps_are_as_long_as_their_points_on_any_column(width: float) -> None:
    """A phone shows half the friction as half a bar, with its value and its share."""
    result = audited("packet")
    data = where(result, Steps(result.process))
    svg = charts.pareto(data.bars, data.bars_title, data.bars_text)
    (root,) = fluid_drawings(svg)
    assert "viewBox" not in root.attrib, "it would have to be scrolled on a phone"
    bars = {
        float(e.attrib["y"]): pixels(e.attrib["width"], width)
        for e in root.iter(f"{SVG}rect")
    }
    most = max(bar.points for bar in data.bars)
    lengths = [bars[y] for y in sorted(bars)]
    assert lengths == pytest.approx(
        [0.99 * width * bar.points / most for bar in data.bars], abs=0.001 * width
    )
    said = [label[-1] for label in labels(root, width)]
    assert {bar.text for bar in data.bars} <= set(said)
    assert {bar.cumulative_text for bar in data.bars} <= set(said)
