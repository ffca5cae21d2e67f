"""What a drawing says once looks as if it were said everywhere."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from audit.report.page.map import map_section
from audit.report.process_map.drawing import draw_map
from audit.report.svg_defaults import draw_once, say_once
from tests.report.stories import STORIES, audited

SVG = "{http://www.w3.org/2000/svg}"


def looks(drawing: str, *names: str) -> list[tuple[str, ...]]:
    """Return what each word, box and line shows: its attributes with inherited ones."""
    root = ET.fromstring(drawing)
    outlines = {
        path.attrib["id"]: path.attrib["d"]
        for defs in root.iter(f"{SVG}defs")
        for path in defs
        if "id" in path.attrib
    }
    found: list[tuple[str, ...]] = []

    def walk(element: ET.Element, around: dict[str, str]) -> None:
        if element.tag == f"{SVG}defs":
            return
        look = {**around, **{n: v for n, v in element.attrib.items() if n in names}}
        kind = element.tag.removeprefix(SVG)
        if kind == "use":
            kind = "path"
            shape = outlines[element.attrib["href"][1:]]
        else:
            shape = element.attrib.get("d", "")
        if kind in {"text", "rect", "circle", "path"} and _shows(kind, look):
            at = tuple(element.attrib.get(n, "") for n in ("x", "y", "transform"))
            found.append((kind, shape, *at, *(look.get(n, "") for n in names)))
        for child in element:
            walk(child, look)

    walk(root, {})
    return found


def _shows(kind: str, look: dict[str, str]) -> bool:
    # A line without a surface shows no fill, whatever it inherits.
    return kind != "path" or "fill" in look


@pytest.mark.parametrize("story", STORIES)
def test_the_map_on_the_page_is_the_map_as_drawn(story: str) -> None:
    """Lighter by a tenth, and not a word or box of another look."""
    result = audited(story)
    points = sum(step.points for step in result.process.steps)
    drawn = draw_map(result.process, points).bands
    shown = map_section(result).bands
    for before, after in zip(drawn, shown, strict=True):
        words = [x for x in looks(before.svg, "fill", "font-size") if x[0] == "text"]
        assert words == [
            x for x in looks(after.svg, "fill", "font-size") if x[0] == "text"
        ]
        boxes = [x for x in looks(before.svg, "fill") if x[0] in {"rect", "circle"}]
        assert boxes == [
            x for x in looks(after.svg, "fill") if x[0] in {"rect", "circle"}
        ]
        assert len(after.svg) < len(before.svg)


def test_a_part_keeps_what_something_around_it_contradicts() -> None:
    """Inheritance stops where a group says otherwise."""
    drawing = '<svg><g fill="none"><text fill="red"/></g><text fill="red"/></svg>'
    assert say_once(drawing, "fill", "red") == (
        '<svg fill="red"><g fill="none"><text fill="red"/></g><text/></svg>'
    )


def test_an_outline_drawn_once_stays_as_it_is() -> None:
    """Only what repeats is worth a name."""
    drawing = '<svg><path d="M0 0" transform="translate(1 2)"/></svg>'
    assert draw_once(drawing, "x") == drawing
