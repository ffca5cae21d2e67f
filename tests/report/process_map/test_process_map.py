"""The process map, measured: nothing runs through anything, and nothing is missing."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from audit.report.process_map.drawing import ProcessMap, draw_map
from audit.report.process_map.layout.row import read_chart
from audit.result import Outline
from tests.report import map_geometry
from tests.report.hiring_outlines import nurse, store
from tests.report.random_outlines import random_outline
from tests.report.stories import audited

OUTLINES = {"store": store(), "nurse": nurse()}
DRAWN_BY_HAND = pytest.mark.parametrize(
    "outline", OUTLINES.values(), ids=OUTLINES.keys()
)
SEEDS = range(200)
LEAST_TEXT_PT = 6.5
LANDSCAPE_MM = 277
SHEET_MM = 184
"""Height of a landscape page between its margins."""
DRAWING_MM = 250
"""Width of a band on it."""
LEGEND_MM = 40
"""What stands above the first band."""
WORDS_MM = 13
"""Heading and caption of a band."""


def drawn(outline: Outline) -> ProcessMap:
    return draw_map(outline, sum(step.points for step in outline.steps))


def faults(outline: Outline) -> list[str]:
    """Return everything that is wrong with the geometry of a map."""
    chart = read_chart(outline)
    ends = {link.key: (link.source, link.target) for link in chart.links}
    found: list[str] = []
    shown: list[int] = []
    inside: set[str] = set()
    leaving: list[str] = []
    arriving: list[str] = []
    for place, band in enumerate(drawn(outline).bands, start=1):
        geometry = map_geometry.read(band.svg)
        shown += map(int, geometry.boxes)
        inside |= set(geometry.flows)
        leaving += geometry.out
        arriving += geometry.into
        for name, faulty in (
            ("outside the drawing", map_geometry.outside(geometry)),
            ("through a box", map_geometry.through(geometry)),
            ("on one another", map_geometry.overlaps(geometry, ends)),
            ("slanted", map_geometry.slanted(geometry)),
            ("labels collide", map_geometry.collisions(geometry)),
        ):
            found += [f"band {place}: {name}: {one}" for one in faulty]
    if sorted(shown) != [step.number for step in outline.steps]:
        found.append(f"steps drawn: {sorted(shown)}")
    exits = {way.key for way in chart.exits}
    for key in ends:
        if key not in inside and not (key in leaving and key in arriving):
            found.append(f"flow {key} is neither drawn nor stubbed on both ends")
    # Endings are drawn to the hired circle, or hang on their step.
    found += [f"ending {key} is missing" for key in exits - inside - set(leaving)]
    return found


@DRAWN_BY_HAND
def test_a_real_process_is_drawn_without_a_fault(outline: Outline) -> None:
    """Two hiring processes of 14 and 40 steps, blocks, returns and endings."""
    assert faults(outline) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_any_process_is_drawn_without_a_fault(seed: int) -> None:
    """Up to sixty steps with nested blocks, choices and returns, at random."""
    assert faults(random_outline(seed)) == []


@DRAWN_BY_HAND
def test_the_same_process_gives_the_same_drawing(outline: Outline) -> None:
    """Same outline, same bytes."""
    assert drawn(outline) == drawn(outline)


@DRAWN_BY_HAND
def test_the_map_can_be_read_aloud_and_by_keyboard(outline: Outline) -> None:
    """Each band has a name, each step is a link with a title, in number order."""
    numbers: list[int] = []
    for band in drawn(outline).bands:
        root = ET.fromstring(band.svg)
        assert root.attrib["role"] == "group"
        assert root.attrib["aria-labelledby"] in band.svg
        for link in root.iter(f"{map_geometry.SVG}a"):
            assert link.find(f"{map_geometry.SVG}title") is not None
            assert "aria-label" not in link.attrib
            numbers.append(int(link.attrib["href"].removeprefix("#s-")))
    by_band = [
        n
        for band in drawn(outline).bands
        for n in sorted(map(int, map_geometry.read(band.svg).boxes))
    ]
    assert numbers == by_band


@DRAWN_BY_HAND
def test_the_map_needs_no_style(outline: Outline) -> None:
    """Presentation attributes only, with a size, so that it survives anywhere."""
    for band in drawn(outline).bands:
        assert "style=" not in band.svg
        assert re.search(r'<svg[^>]* width="\d', band.svg)
        assert "viewBox=" in band.svg


@DRAWN_BY_HAND
def test_text_is_large_enough_on_paper(outline: Outline) -> None:
    """On a landscape page no word is smaller than 6.5 points."""
    for band in drawn(outline).bands:
        millimetres = LANDSCAPE_MM / max(band.width, 1080)
        for size in re.findall(r'font-size="([\d.]+)"', band.svg):
            assert float(size) * millimetres / 25.4 * 72 >= LEAST_TEXT_PT


def generated(seed: int) -> Outline:
    """Return the audit's outline of a generated process of sixty steps."""
    from audit.loaders import load_process_text
    from audit.pipeline import audit_process
    from tests.benchmarks.generated import process_file

    return audit_process(load_process_text(process_file(60, seed=seed))).process


def test_sixty_steps_need_eight_sheets_at_most() -> None:
    """Bands that fit share a sheet; a large process stays a handful of pages."""
    bands = drawn(generated(2)).bands
    assert sum(band.height for band in bands) / 1080 * LANDSCAPE_MM / 180 <= 8


@pytest.mark.parametrize("seed", [2, 5, 11, 38, 42, 49])
def test_no_band_is_cut_in_two_by_the_end_of_a_sheet(seed: int) -> None:
    """Whole bands on whole sheets, as a printer lays them out: eight at most."""
    sheets, left = 1, SHEET_MM - LEGEND_MM
    for band in drawn(generated(seed)).bands:
        height = band.height / band.width * DRAWING_MM
        assert height <= 150
        if height + WORDS_MM > left:
            sheets, left = sheets + 1, SHEET_MM
        left -= height + WORDS_MM
    assert sheets <= 8


def test_a_tall_parallel_block_stays_whole() -> None:
    """Seven checks at the same time are one picture, though they need six rows."""
    outline = audited("hospital").process
    (block,) = outline.blocks
    inside = {step for branch in block.branches for step in branch}
    numbers = {step.number for step in outline.steps if step.id in inside}
    assert any(
        numbers <= {int(box) for box in map_geometry.read(band.svg).boxes}
        for band in drawn(outline).bands
    )
