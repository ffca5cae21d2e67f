"""Reads a drawn band back from its SVG and measures how well it is drawn."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from audit.report.process_map.layout.text import width_of

SVG = "{http://www.w3.org/2000/svg}"
CLOSE = 1.5
"""Lines nearer than this look like one."""

Point = tuple[float, float]
Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass
class Drawn:
    """What one band shows, in its own coordinates."""

    width: float
    height: float
    boxes: dict[str, Rect] = field(default_factory=dict)
    """By what follows `#s-` in their link, in document order."""
    gateways: list[Rect] = field(default_factory=list)
    flows: dict[str, list[Point]] = field(default_factory=dict)
    labels: list[tuple[str, Rect]] = field(default_factory=list)
    notes: list[Rect] = field(default_factory=list)
    """Pills, rings and texts that hang on elements."""
    out: list[str] = field(default_factory=list)
    """Flows that leave the band or end in an outcome."""
    into: list[str] = field(default_factory=list)
    """Flows that come from another band."""
    rects: list[Rect] = field(default_factory=list)
    """Extent of everything."""


def read(svg: str) -> Drawn:
    """Read a band."""
    root = ET.fromstring(svg)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    drawn = Drawn(width=width, height=height)
    for node in root.iter():
        tag = node.tag.removeprefix(SVG)
        if tag == "rect":
            drawn.rects.append(rect_of(node))
        elif tag == "text" and "transform" not in node.attrib:
            drawn.rects.append(text_rect(node))
        elif tag == "path" and "transform" not in node.attrib:
            drawn.rects.append(_extent(_path_points(node.attrib["d"])))
        if tag == "a":
            name = node.attrib["href"].removeprefix("#s-")
            assert name not in drawn.boxes
            drawn.boxes[name] = rect_of(node.findall(f"{SVG}rect")[0])
        if "data-flows" in node.attrib:
            lines = node.attrib["d"].split("M")[1:]
            keys = node.attrib["data-flows"].split()
            for key, line in zip(keys, lines, strict=True):
                assert key not in drawn.flows
                drawn.flows[key] = corners(f"M{line}")
        if "data-gateway" in node.attrib:
            path = node.findall(f"{SVG}path")[0]
            drawn.gateways.append(_extent(_path_points(path.attrib["d"])))
        if "data-label" in node.attrib:
            drawn.labels.append((node.attrib["data-label"], text_rect(node)))
        if "data-out" in node.attrib:
            drawn.out += node.attrib["data-out"].split()
            drawn.notes += _note_rects(node)
        elif "data-in" in node.attrib:
            drawn.into += node.attrib["data-in"].split()
            drawn.notes += _note_rects(node)
        elif "data-remark" in node.attrib:
            drawn.notes += _note_rects(node)
    return drawn


def corners(data: str) -> list[Point]:
    """Return the corners of a line whose bends are written `L before Q corner after`.

    The end of a line stops short of the tip of its arrow.
    """
    points: list[Point] = []
    for command, text in re.findall(r"([MLQ])([^MLQ]*)", data):
        values = [float(value) for value in text.split()]
        points.append((values[0], values[1]))
        if command == "Q":
            del points[-2]
    return points


def rect_of(node: ET.Element) -> Rect:
    """Return the place of a rectangle."""
    x, y, width, height = (float(node.attrib[k]) for k in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


def text_rect(node: ET.Element) -> Rect:
    """Return the place of a line of text."""
    size = float(node.attrib["font-size"])
    width = width_of(
        node.text or "", size, bold=node.attrib.get("font-weight") == "700"
    )
    x, y = float(node.attrib["x"]), float(node.attrib["y"])
    anchor = node.attrib.get("text-anchor", "start")
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return left, y - size * 0.75, left + width, y + size * 0.2


def _note_rects(node: ET.Element) -> list[Rect]:
    rects: list[Rect] = []
    for inner in node.iter():
        tag = inner.tag.removeprefix(SVG)
        if tag == "rect":
            rects.append(rect_of(inner))
        elif tag == "text":
            rects.append(text_rect(inner))
        elif tag == "circle":
            x, y, r = (float(inner.attrib[k]) for k in ("cx", "cy", "r"))
            rects.append((x - r, y - r, x + r, y + r))
    return rects


def path_extent(node: ET.Element) -> Rect:
    """Return the place of a path."""
    return _extent(_path_points(node.attrib["d"]))


def _path_points(data: str) -> list[Point]:
    """Return the points that a path visits; arcs and curves by their ends."""
    points: list[Point] = []
    x = y = 0.0
    for command, text in re.findall(r"([a-zA-Z])([^a-zA-Z]*)", data):
        values = [float(v) for v in re.findall(r"-?\d*\.?\d+", text)]
        relative = command.islower()
        kind = command.upper()
        if kind == "H":
            x = values[0] + (x if relative else 0.0)
        elif kind == "V":
            y = values[0] + (y if relative else 0.0)
        elif kind == "A":
            x, y = values[5] + x * relative, values[6] + y * relative
        elif kind != "Z":
            for a, b in zip(values[::2], values[1::2], strict=True):
                x, y = a + (x if relative else 0.0), b + (y if relative else 0.0)
                points.append((x, y))
        points.append((x, y))
    return points


def _extent(points: list[Point]) -> Rect:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def outside(drawn: Drawn) -> list[Rect]:
    """Return what is not inside the drawing."""
    return [
        rect
        for rect in drawn.rects
        if rect[0] < -0.01
        or rect[1] < -0.01
        or rect[2] > drawn.width + 0.01
        or rect[3] > drawn.height + 0.01
    ]


def through(drawn: Drawn) -> list[tuple[str, Rect]]:
    """Return the flows that run through a step, a gateway or a note."""
    found: list[tuple[str, Rect]] = []
    solid = [(box, 1.0) for box in drawn.boxes.values()]
    solid += [(note, 0.0) for note in drawn.notes]
    for flow, points in drawn.flows.items():
        for a, b in pairwise(points):
            low_x, high_x = sorted((a[0], b[0]))
            low_y, high_y = sorted((a[1], b[1]))
            found += [
                (flow, rect)
                for rect, inset in solid
                if high_x > rect[0] + inset
                and low_x < rect[2] - inset
                and high_y > rect[1] + inset
                and low_y < rect[3] - inset
            ]
            found += [
                (flow, gateway)
                for gateway in drawn.gateways
                if _in_diamond(gateway, (low_x, low_y, high_x, high_y))
            ]
    return found


def _in_diamond(gateway: Rect, piece: Rect) -> bool:
    """Say whether a straight piece of line runs inside a diamond, not just to it."""
    middle_x, middle_y = (gateway[0] + gateway[2]) / 2, (gateway[1] + gateway[3]) / 2
    apart_x = max(piece[0] - middle_x, middle_x - piece[2], 0.0)
    apart_y = max(piece[1] - middle_y, middle_y - piece[3], 0.0)
    return apart_x + apart_y < (gateway[2] - gateway[0]) / 2 - 1.0


def overlaps(
    drawn: Drawn, ends: dict[str, tuple[int, int]]
) -> list[tuple[str, str, float]]:
    """Return pairs of flows that run on one another, and for how long.

    Flows of one source may share their beginning, flows into one target their end, and
    nothing between: what is drawn as one line then means one thing.
    """
    found: list[tuple[str, str, float]] = []
    for one, other in combinations(sorted(drawn.flows), 2):
        first, second = drawn.flows[one], drawn.flows[other]
        if ends[one][0] == ends[other][0]:
            first, second = _without_common_start(first, second)
        if ends[one][1] == ends[other][1]:
            back, also_back = _without_common_start(first[::-1], second[::-1])
            first, second = back[::-1], also_back[::-1]
        length = sum(
            _shared(a, b, c, d) for a, b in pairwise(first) for c, d in pairwise(second)
        )
        if length > 1.0:
            found.append((one, other, length))
    return found


def _without_common_start(
    first: list[Point], second: list[Point]
) -> tuple[list[Point], list[Point]]:
    """Return two lines from the point where they part."""
    one, other = list(first), list(second)
    if not one or not other or _far(one[0], other[0]):
        return one, other
    while len(one) > 1 and len(other) > 1:
        a, b, c = one[0], one[1], other[1]
        if not _far(b, c):
            del one[0], other[0]
            continue
        same_way = (
            (abs(a[0] - b[0]) < CLOSE and abs(a[0] - c[0]) < CLOSE)
            and (b[1] - a[1]) * (c[1] - a[1]) > 0
        ) or (
            (abs(a[1] - b[1]) < CLOSE and abs(a[1] - c[1]) < CLOSE)
            and (b[0] - a[0]) * (c[0] - a[0]) > 0
        )
        if not same_way:
            break
        # They go the same way for the length of the shorter piece, then part or not.
        short = min((b, c), key=lambda p: abs(p[0] - a[0]) + abs(p[1] - a[1]))
        if short is b:
            one.pop(0)
            other[0] = b
        else:
            other.pop(0)
            one[0] = c
    return one, other


def _far(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) > CLOSE or abs(a[1] - b[1]) > CLOSE


def _shared(a: Point, b: Point, c: Point, d: Point) -> float:
    """Return for how long two straight pieces run on one another."""
    for along, across in ((0, 1), (1, 0)):
        if (
            abs(a[across] - b[across]) < 0.1
            and abs(c[across] - d[across]) < 0.1
            and abs(a[across] - c[across]) < CLOSE
        ):
            low = max(min(a[along], b[along]), min(c[along], d[along]))
            high = min(max(a[along], b[along]), max(c[along], d[along]))
            return max(high - low, 0.0)
    return 0.0


def slanted(drawn: Drawn) -> list[str]:
    """Return the flows with a piece that is neither level nor upright."""
    return [
        flow
        for flow, points in drawn.flows.items()
        for a, b in pairwise(points)
        if abs(a[0] - b[0]) > 0.11 and abs(a[1] - b[1]) > 0.11
    ]


def crossings(drawn: Drawn) -> int:
    """Count the points where flows cross; a piece that flows share counts once."""
    points: set[Point] = set()
    for one, other in combinations(sorted(drawn.flows), 2):
        for a, b in pairwise(drawn.flows[one]):
            for c, d in pairwise(drawn.flows[other]):
                if _cross(a, b, c, d):
                    points.add((a[0], c[1]))
                elif _cross(c, d, a, b):
                    points.add((c[0], a[1]))
    return len(points)


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Say whether an upright piece a-b crosses a level piece c-d."""
    if abs(a[0] - b[0]) > 0.1 or abs(c[1] - d[1]) > 0.1:
        return False
    low_x, high_x = sorted((c[0], d[0]))
    low_y, high_y = sorted((a[1], b[1]))
    return low_x + 1 < a[0] < high_x - 1 and low_y + 1 < c[1] < high_y - 1


def collisions(drawn: Drawn) -> list[str]:
    """Return words and notes that touch what they should not."""
    found: list[str] = []
    solid = [*drawn.boxes.values(), *drawn.gateways]
    for flow, label in drawn.labels:
        found += [f"label {flow} on {rect}" for rect in solid if _meet(label, rect)]
        found += [f"label {flow} on note" for note in drawn.notes if _meet(label, note)]
        for other, points in drawn.flows.items():
            found += [
                f"label {flow} on line {other}"
                for a, b in pairwise(points)
                if _meet(label, _extent([a, b]))
            ]
    for (one, a), (two, b) in combinations(drawn.labels, 2):
        if _meet(a, b):
            found.append(f"label {one} on label {two}")
    for note in drawn.notes:
        found += [f"note {note} on {rect}" for rect in solid if _meet(note, rect)]
    for one, other in combinations(solid, 2):
        if _meet(one, other):
            found.append(f"{one} on {other}")
    return found


def _meet(a: Rect, b: Rect) -> bool:
    gap = 0.3
    return (
        a[0] < b[2] - gap
        and b[0] < a[2] - gap
        and a[1] < b[3] - gap
        and b[1] < a[3] - gap
    )
