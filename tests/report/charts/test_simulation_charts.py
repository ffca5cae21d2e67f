"""Charts as wide as their column: plain SVG, right in grey, legible at any width."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.report.charts.differences import differences
from audit.report.charts.fluid import NARROWEST, span
from audit.report.charts.part_bars import COLOURS, part_bars
from audit.report.charts.time_ranges import time_ranges
from audit.report.palette import LANES, contrast, luminance
from audit.report.process_map.layout.text import width_of
from audit.report.scenarios.names import scenario_names
from audit.report.scenarios.ranking import ranking
from audit.report.simulation.beside.leaving import leaving_beside
from audit.report.simulation.beside.race import race_beside
from audit.report.simulation.beside.sides import sides_of
from audit.report.simulation.beside.waits import waits_beside
from audit.report.simulation.beside.workload import workload_beside
from audit.report.simulation.leaving import leaving
from audit.report.simulation.part_bars import Look, Part, PartBar, PartBars
from audit.report.simulation.race import race
from audit.report.simulation.scenarios.differences import Differences
from audit.report.simulation.scenarios.differences import differences as charted
from audit.report.simulation.scenarios.names import simulated_names
from audit.report.simulation.times import times
from audit.report.simulation.waiting import waiting
from audit.report.simulation.workload import workload
from tests.report.charts.svg_labels import LOOKS, fluid_drawings, labels, pixels
from tests.report.comparison.comparisons import scenarios
from tests.report.simulation.houses import remedied, simulated

ALONE = ("workload", "times", "waits", "leaving", "race", "days-to-hire", "payers")
BESIDE = ("workloads", "all-waits", "all-leaving", "races")
NAMES = ALONE + BESIDE
WIDTHS = (NARROWEST, 328, 520, 760)
"""Pixels of a column: of a small phone, of a larger one, of half a desk, the most."""
NAME_OF_ANYTHING = ["$x_1^2$ and $y$", "採用の手続き", "👩\u200d⚕️", "x" * 90]


def drawn() -> dict[str, str]:
    """Draw the charts of a story, of its remedies, and of who bears the friction."""
    variant = simulated("overloaded-hr").process
    ranges = times(variant).ranges
    assert ranges is not None
    made: dict[str, str] = {}
    for name, section in (
        ("workload", workload(variant)),
        ("waits", waiting(variant)),
        ("leaving", leaving(variant)),
        ("race", race(variant)),
    ):
        assert section.bars is not None
        made[name] = part_bars(section.bars, f"c-{name}")
    sides = sides_of(remedied())
    for name, part in (
        ("workloads", workload_beside(sides)),
        ("all-waits", waits_beside(sides)),
        ("all-leaving", leaving_beside(sides)),
        ("races", race_beside(sides)),
    ):
        assert part.bars is not None
        made[name] = part_bars(part.bars, f"c-{name}")
    made["times"] = time_ranges(ranges)
    for chart in charted(remedied(), simulated_names(remedied())):
        made[chart.id] = differences(chart)
    bearing = ranking(scenarios(), scenario_names(scenarios())).who_pays
    made["payers"] = part_bars(bearing, "c-payers")
    return made


CHARTS = drawn()


def fits(markup: str) -> None:
    """Say that all words stand inside, apart, and can be read, at every width."""
    for root, width in product(fluid_drawings(markup), WIDTHS):
        height = float(root.attrib["height"])
        assert labels(root, width), "nothing is read"
        ends: dict[float, float] = {}
        for x, y, size, anchor, bold, ink, words in labels(root, width):
            length = width_of(words, size, bold=bold)
            start = x - {"start": 0, "middle": length / 2, "end": length}[anchor]
            assert start >= -1, words
            assert start + length <= width + 1, words
            assert start >= ends.get(y, -1), words
            ends[y] = start + length
            assert 0 <= y <= height
            assert size >= 11
            assert contrast(ink, LANES[0]) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_needs_no_style_and_no_outside(name: str) -> None:
    """A strict policy, a mail viewer and an office program draw the same."""
    assert not LOOKS.search(CHARTS[name])
    assert "http" not in CHARTS[name].replace("http://www.w3.org/2000/svg", "")
    for root in fluid_drawings(CHARTS[name]):
        assert int(root.attrib["width"]) > 0
        assert int(root.attrib["height"]) > 0
        assert "viewBox" not in root.attrib, "it would shrink its letters"


@pytest.mark.parametrize("name", NAMES)
def test_words_stay_inside_and_can_be_read(name: str) -> None:
    """No label is cut at the edge of a phone, and each stands out from white."""
    fits(CHARTS[name])


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_tells_its_numbers_to_those_who_cannot_see_it(name: str) -> None:
    """A role, a title and a description with figures, each panel its own."""
    for root in fluid_drawings(CHARTS[name]):
        assert root.attrib["role"] == "img"
        texts = {e.attrib.get("id"): e.text or "" for e in root}
        title, description = root.attrib["aria-labelledby"].split()
        assert re.search(r"\w", texts[title])
        assert re.search(r"\d", texts[description])


@pytest.mark.parametrize("name", BESIDE)
def test_a_panel_has_a_row_for_each_process(name: str) -> None:
    """What one process does is seen beside what the others do, in one order."""
    processes = list(sides_of(remedied()))
    panels = fluid_drawings(CHARTS[name])
    assert len(panels) > 1
    for panel in panels:
        told = next(e.text or "" for e in panel if e.tag.endswith("desc"))
        rows = [part.split(":")[0] for part in told.split("; ")]
        assert rows == [name for name in processes if name in rows]
        if name != "workloads":
            assert rows == processes


def test_names_and_numbers_of_a_story_are_whole() -> None:
    """Who is who is not guessed from half a name, on a phone either."""
    for markup in CHARTS.values():
        for root in fluid_drawings(markup):
            assert not [
                label[-1] for label in labels(root, NARROWEST) if "…" in label[-1]
            ]


def test_panels_of_a_chart_are_on_one_scale() -> None:
    """A bar that is twice as long is twice as much, in whichever panel it stands."""
    bars = waits_beside(sides_of(remedied())).bars
    assert bars is not None
    drawn = [
        pixels(e.attrib["width"], 100)
        for panel in fluid_drawings(CHARTS["all-waits"])
        for e in panel.iter()
        if e.tag.endswith("rect")
    ]
    values = [bar.values[0] for bar in bars.bars if bar.values[0] > 0]
    assert len(drawn) == len(values)
    most = max(values)
    for length, value in zip(drawn, values, strict=True):
        assert length == pytest.approx(max(drawn) * value / most, abs=0.11)


@given(start=st.floats(0, 1), middle=st.floats(0, 1), end=st.floats(0, 1))
def test_parts_of_a_bar_meet(start: float, middle: float, end: float) -> None:
    """Rounding leaves no gap between neighbours, and none lies over the other."""
    start, middle, end = sorted((start, middle, end))
    first, second = span(start, middle), span(middle, end)
    edge = pixels(first["x"], 100) + pixels(first["width"], 100)
    assert edge == pytest.approx(pixels(second["x"], 100))


def test_charts_share_no_id() -> None:
    """Two charts on one page keep their hatches apart."""
    ids = Counter(i for svg in CHARTS.values() for i in re.findall(r' id="(.*?)"', svg))
    assert max(ids.values()) == 1


def test_the_same_record_gives_the_same_bytes() -> None:
    """No clock, no random id."""
    assert drawn() == CHARTS


def test_parts_keep_apart_in_grey_and_for_the_colour_blind() -> None:
    """Their lightness differs or they are hatched; none is green."""
    full = [COLOURS[look] for look in (Look.MAIN, Look.OTHER, Look.PLAIN)]
    light = sorted(luminance(colour) for colour in full)
    assert all(b - a > 0.1 for a, b in pairwise(light))
    assert contrast(COLOURS[Look.LOST], LANES[0]) >= 3
    for colour in COLOURS.values():
        red, green, blue = (int(colour[k : k + 2], 16) for k in (1, 3, 5))
        assert not green > 1.3 * max(red, blue)
    assert "<pattern" in CHARTS["race"]


def test_a_mark_by_chance_is_hollow() -> None:
    """A difference that may be luck looks other than one that is more."""
    (days, *_) = charted(remedied(), simulated_names(remedied()))
    sure, unsure = (
        replace(days, rows=tuple(replace(r, sure=x) for r in days.rows))
        for x in (True, False)
    )
    assert differences(sure) != differences(unsure)


@pytest.mark.parametrize("name", NAME_OF_ANYTHING)
def test_any_name_is_written_as_it_is(name: str) -> None:
    """No name is read as mathematics, and none runs over its column."""
    bars = workload(simulated("overloaded-hr").process).bars
    (days, *_) = charted(remedied(), simulated_names(remedied()))
    assert bars is not None
    named = replace(
        bars, bars=tuple(replace(bar, label=name, group=name) for bar in bars.bars)
    )
    rows = tuple(replace(row, label=name) for row in days.rows)
    for svg in (part_bars(named, "c"), differences(replace(days, rows=rows))):
        fits(svg)
        for root in fluid_drawings(svg):
            assert name[:2] in "".join(root.itertext())


@given(
    values=st.lists(
        st.tuples(*(st.floats(0.0, 1e6) for _ in range(3))), min_size=1, max_size=8
    ),
    line=st.none() | st.floats(0.0, 1e6),
    words=st.text(alphabet="ab 1,%", max_size=60),
)
def test_any_numbers_make_bars_whose_words_fit(
    values: list[tuple[float, float, float]], line: float | None, words: str
) -> None:
    """Nought, millions, long words, a line far off: nothing leaves the drawing."""
    looks = (Look.MAIN, Look.OTHER, Look.LOST)
    data = PartBars(
        parts=tuple(Part(word=look.value, look=look) for look in looks),
        bars=tuple(PartBar(label="A", values=v, text=words) for v in values),
        line=line,
        line_text="all hours",
        title="T",
        text="1",
        caption="",
    )
    fits(part_bars(data, "c"))


def test_no_difference_at_all_is_still_a_chart() -> None:
    """All at nought: the scale does not fall in on itself."""
    (days, *_) = charted(remedied(), simulated_names(remedied()))
    still = Differences(
        id=days.id,
        rows=tuple(replace(r, mean=0.0, low=0.0, high=0.0) for r in days.rows),
        title=days.title,
        text=days.text,
        caption=days.caption,
    )
    fits(differences(still))
