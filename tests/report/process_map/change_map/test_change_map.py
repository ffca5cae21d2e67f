"""The change map, measured: both processes whole, nothing on anything, told in grey."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from audit.report.palette import GROUNDS, WHITE, contrast
from audit.report.process_map.change_map.drawing import ChangeMap, draw_change_map
from audit.report.process_map.change_map.twins import find_twins
from audit.report.process_map.change_map.union import unite
from audit.report.process_map.drawing import draw_map
from audit.report.process_map.layout.elements import (
    Change,
    Chart,
    Exit,
    Kind,
    Link,
)
from audit.report.process_map.layout.row import read_chart
from audit.result import Outline, StepPair, Verdict
from tests.report import map_geometry
from tests.report.changed_outlines import changed_pair, pairs_of
from tests.report.hiring_changes import CHANGES
from tests.report.hiring_outlines import nurse, store
from tests.report.random_outlines import random_outline

Pair = tuple[Outline, Outline, tuple[StepPair, ...]]

WRITTEN_BY_HAND = pytest.mark.parametrize("pair", CHANGES.values(), ids=CHANGES.keys())
SEEDS = range(120)
LEAST_CONTRAST = 4.5
LEAST_TEXT_PT = 6.5
LANDSCAPE_MM = 277


def drawn(pair: Pair, id_prefix: str = "change") -> ChangeMap:
    before, after, pairs = pair
    totals = (sum(step.points for step in one.steps) for one in (before, after))
    return draw_change_map(before, after, pairs, *totals, id_prefix=id_prefix)


def faults(pair: Pair) -> list[str]:
    """Return everything that is wrong with the geometry of a map, or not in it."""
    before, after, pairs = pair
    chart = unite(before, after, pairs).chart
    ends = {link.key: (link.source, link.target) for link in chart.links}
    found: list[str] = []
    shown: list[str] = []
    inside: set[str] = set()
    leaving: set[str] = set()
    arriving: set[str] = set()
    for place, band in enumerate(drawn(pair).bands, start=1):
        geometry = map_geometry.read(band.svg)
        shown += geometry.boxes
        inside |= set(geometry.flows)
        leaving |= set(geometry.out)
        arriving |= set(geometry.into)
        for name, faulty in (
            ("outside the drawing", map_geometry.outside(geometry)),
            ("through a box", map_geometry.through(geometry)),
            ("on one another", map_geometry.overlaps(geometry, ends)),
            ("slanted", map_geometry.slanted(geometry)),
            ("labels collide", map_geometry.collisions(geometry)),
        ):
            found += [f"band {place}: {name}: {one}" for one in faulty]
    numbers = {step.id: step.number for step in before.steps}
    gone = [f"x{numbers[one.before]}" for one in pairs if one.before and not one.after]
    if sorted(shown) != sorted([*(str(step.number) for step in after.steps), *gone]):
        found.append(f"steps drawn: {sorted(shown)}")
    for key in ends:
        if key not in inside and not (key in leaving and key in arriving):
            found.append(f"flow {key} is neither drawn nor stubbed on both ends")
    endings = {way.key for way in chart.exits}
    found += [f"ending {key} is missing" for key in endings - inside - leaving]
    return found


@WRITTEN_BY_HAND
def test_a_real_change_is_drawn_without_a_fault(pair: Pair) -> None:
    """What people do to a hiring process: drop, add, hand over, put side by side."""
    assert faults(pair) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_any_change_is_drawn_without_a_fault(seed: int) -> None:
    """Up to sixty steps and fourteen changes, at random."""
    assert faults(changed_pair(seed)) == []


def test_two_processes_with_no_step_in_common_share_a_map() -> None:
    """All is gone and all is new, and still nothing runs through anything."""
    before, after = random_outline(3, 25), store()
    assert faults((before, after, pairs_of(before, after))) == []


def target(flow: Link | Exit) -> int | str:
    return flow.target if isinstance(flow, Link) else flow.outcome


def leads(chart: Chart, source: int, end: int | str, passing: Change) -> bool:
    """Say whether a flow leads somewhere, past gateways that became something alone."""
    waiting, met = [source], set[int | str]()
    while waiting:
        place = waiting.pop()
        for flow in chart.flows:
            to = target(flow)
            if flow.source != place or to in met:
                continue
            if to == end:
                return True
            met.add(to)
            if isinstance(to, int):
                item = chart.elements[to]
                if item.kind is not Kind.STEP and item.change is passing:
                    waiting.append(to)
    return False


@pytest.mark.parametrize("seed", SEEDS[:60])
def test_no_flow_of_either_process_is_lost(seed: int) -> None:
    """Each is kept, new or gone; or it leads to its step through a gateway."""
    before, after, pairs = changed_pair(seed)
    chart = unite(before, after, pairs).chart
    was, now = read_chart(before), read_chart(after)
    twins = find_twins(was, now, pairs)
    live = [item.place for item in chart.elements if item.change is not Change.GONE]
    lost = iter([item.place for item in chart.elements if item.change is Change.GONE])
    old = [next(lost) if twin is None else live[twin] for twin in twins]
    taken = {
        change: {
            (flow.source, target(flow)) for flow in chart.flows if flow.change is change
        }
        for change in Change
    }
    for flow in was.flows:
        to = target(flow)
        ends = old[flow.source], old[to] if isinstance(to, int) else to
        known = taken[Change.KEPT] | taken[Change.GONE]
        assert ends in known or leads(chart, *ends, Change.NEW), flow
    for flow in now.flows:
        to = target(flow)
        ends = live[flow.source], live[to] if isinstance(to, int) else to
        assert ends in taken[Change.KEPT] | taken[Change.NEW], flow
    assert len(taken[Change.GONE]) <= len(was.flows)


def without_names(svg: str) -> str:
    """Return a drawing without titles and ids."""
    svg = re.sub(r"<title.*?</title>", "", svg)
    return re.sub(r' (id|aria-labelledby)="[^"]*"', "", svg)


@pytest.mark.parametrize(
    "outline", [store(), nurse(), random_outline(5), random_outline(8)]
)
def test_equal_processes_give_the_map_of_one(outline: Outline) -> None:
    """Nothing changed, so nothing is marked: not a line differs from the plain map."""
    pairs = pairs_of(outline, outline)
    total = sum(step.points for step in outline.steps)
    plain = draw_map(outline, total).bands
    changed = drawn((outline, outline, pairs))
    assert [without_names(band.svg) for band in changed.bands] == [
        without_names(band.svg) for band in plain
    ]
    assert "none of them changed" in changed.summary
    assert all(band.caption.endswith("nothing changes.") for band in changed.bands)


@WRITTEN_BY_HAND
def test_the_same_change_gives_the_same_drawing(pair: Pair) -> None:
    """Same processes, same bytes."""
    assert drawn(pair) == drawn(pair)


@WRITTEN_BY_HAND
def test_the_order_of_the_pairs_is_of_no_matter(pair: Pair) -> None:
    """Pairs are looked up, never counted off."""
    before, after, pairs = pair
    assert drawn((before, after, pairs[::-1])) == drawn(pair)


@WRITTEN_BY_HAND
def test_a_change_read_backwards_swaps_gone_and_new(pair: Pair) -> None:
    """What one way takes out, the other way puts in."""
    before, after, pairs = pair
    there = unite(before, after, pairs).chart.elements
    back = unite(after, before, pairs_of(after, before)).chart.elements
    for one, other in ((Change.GONE, Change.NEW), (Change.NEW, Change.GONE)):
        assert {item.node for item in there if item.change is one} == {
            item.node for item in back if item.change is other
        }


HOSTILE = (
    "<script>alert(1)</script>",
    '"]]>&amp;--><svg onload="x">',
    "\u202eevil\u202c \u0000 \ud800",
    "=cmd|' /C calc'!A0",
    "W" * 10_000,
    "a\u0301\u0302\u0303\u0304\u0305\u0306" * 40,
    "👩🏽‍⚕️ 看護師 採用 ",
    "",
)


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_stays_text(name: str) -> None:
    """No name of a step, role, outcome or reason breaks the map or gets out of it."""
    before, after, _ = CHANGES["store"]

    def spoiled(outline: Outline) -> Outline:
        return replace(
            outline,
            roles=tuple(replace(role, name=name) for role in outline.roles),
            outcomes=tuple(replace(one, name=name) for one in outline.outcomes),
            steps=tuple(replace(step, name=name, phase=name) for step in outline.steps),
            flows=tuple(
                replace(flow, reason=name) if flow.reason else flow
                for flow in outline.flows
            ),
        )

    pair = spoiled(before), spoiled(after), pairs_of(before, after)
    shown = drawn(pair)
    for svg in (*(band.svg for band in shown.bands), shown.legend_svg):
        root = ET.fromstring(svg)
        assert not [node for node in root.iter() if "script" in node.tag]
        assert not [
            key for node in root.iter() for key in node.attrib if key[:2] == "on"
        ]
    assert "\u202e" not in repr(shown)
    before_and_after = [band.caption for band in shown.bands] + [shown.summary]
    assert max(map(len, before_and_after)) < 2_000


@WRITTEN_BY_HAND
def test_ids_are_unique_and_begin_with_the_prefix(pair: Pair) -> None:
    """Two maps on a page do not meet in an id, and no map meets itself."""
    for prefix in ("change", "other"):
        shown = drawn(pair, prefix)
        text = shown.legend_svg + "".join(band.svg for band in shown.bands)
        ids = re.findall(r' id="([^"]*)"', text)
        assert len(ids) == len(set(ids))
        assert all(one.startswith(f"{prefix}-") for one in ids)


@WRITTEN_BY_HAND
def test_the_map_needs_no_style(pair: Pair) -> None:
    """Presentation attributes only, with a size, so that it survives anywhere."""
    shown = drawn(pair)
    for svg in (*(band.svg for band in shown.bands), shown.legend_svg):
        assert "style=" not in svg
        assert "<style" not in svg
        assert re.search(r'<svg[^>]* width="\d', svg)
        assert "viewBox=" in svg


@WRITTEN_BY_HAND
def test_the_map_can_be_read_aloud(pair: Pair) -> None:
    """Each step says what became of it, and is a link to its row, gone ones too."""
    before, after, pairs = pair
    said: dict[str, str] = {}
    for band in drawn(pair).bands:
        root = ET.fromstring(band.svg)
        assert root.attrib["role"] == "group"
        for link in root.iter(f"{map_geometry.SVG}a"):
            title = link.find(f"{map_geometry.SVG}title")
            assert title is not None
            said[link.attrib["href"].removeprefix("#s-")] = title.text or ""
    old = {step.id: step.number for step in before.steps}
    new = {step.id: step.number for step in after.steps}
    for one in pairs:
        if one.after is None:
            assert said[f"x{old[one.before or '']}"].startswith("Step ×")
            assert ", gone: " in said[f"x{old[one.before or '']}"]
            continue
        text = said[str(new[one.after])]
        assert (", new: " in text) is (one.before is None)
        if one.verdict is Verdict.BETTER:
            assert " less. " in text
        if one.verdict is Verdict.WORSE:
            assert " more. " in text


def grounds(root: ET.Element) -> list[tuple[map_geometry.Rect, str]]:
    """Return all that is filled, in the order of painting."""
    found: list[tuple[map_geometry.Rect, str]] = []
    for node in root.iter():
        fill = node.attrib.get("fill", "none")
        tag = node.tag.removeprefix(map_geometry.SVG)
        if fill == "none" or "transform" in node.attrib:
            continue
        if tag == "rect":
            found.append((map_geometry.rect_of(node), fill))
        elif tag == "path" and fill == WHITE:
            # The tab of a number; an arrowhead is no ground for words.
            found.append((map_geometry.path_extent(node), fill))
    return found


@WRITTEN_BY_HAND
def test_every_word_stands_out_from_its_ground(pair: Pair) -> None:
    """Text against what is painted under it: 4.5 to 1 at the least."""
    for band in drawn(pair).bands:
        root = ET.fromstring(band.svg)
        painted = grounds(root)
        for node in root.iter(f"{map_geometry.SVG}text"):
            fill = node.attrib["fill"]
            if "transform" in node.attrib:
                # Names of lanes stand on the heads of the lanes.
                assert min(contrast(fill, one) for one in GROUNDS) >= LEAST_CONTRAST
                continue
            left, top, right, bottom = map_geometry.text_rect(node)
            x, y = (left + right) / 2, (top + bottom) / 2
            under = [
                ground
                for (x0, y0, x1, y1), ground in painted
                if x0 <= x <= x1 and y0 <= y <= y1
            ]
            ground = under[-1] if under else "#ffffff"
            assert contrast(fill, ground) >= LEAST_CONTRAST, (node.text, fill, ground)


@WRITTEN_BY_HAND
def test_text_is_large_enough_on_paper(pair: Pair) -> None:
    """On a landscape page no word is smaller than 6.5 points."""
    for band in drawn(pair).bands:
        millimetres = LANDSCAPE_MM / max(band.width, 1080)
        for size in re.findall(r'font-size="([\d.]+)"', band.svg):
            assert float(size) * millimetres / 25.4 * 72 >= LEAST_TEXT_PT
