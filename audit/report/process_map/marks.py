"""Everything between the steps: lines, gateways, events, and the notes on them."""

from __future__ import annotations

from audit.report.palette import BORDER, LINE, QUIET, RETURN, WHITE
from audit.report.process_map.layout.band import Band, Line
from audit.report.process_map.layout.elements import Element, Kind
from audit.report.process_map.layout.notes import (
    NOTE_SIZE,
)
from audit.report.process_map.layout.shapes import GATE, GATEWAY_HALF
from audit.report.svg import (
    Fragment,
    Point,
    element,
    number,
    rounded_line,
    text,
    together,
    words,
)

ARROW = 7.0
_HALF_ARROW = 3.5
_RADIUS = 5.0

DASH = "5 3"


def draw_lines(lines: list[Line], *, rework: bool) -> Fragment:
    """Draw the flows of one kind with their arrowheads."""
    chosen = [line for line in lines if line.link.rework is rework]
    if not chosen:
        return Fragment("")
    colour = RETURN if rework else LINE
    # Flows that join before their target share one arrowhead.
    heads = dict.fromkeys(
        arrowhead(line.points[-2], line.points[-1]) for line in chosen
    )
    return together(
        [
            # One path for all: where flows share a piece, it is painted once.
            element(
                "path",
                d="".join(_with_room_for_arrow(line.points) for line in chosen),
                fill="none",
                stroke=colour,
                stroke_width=1.4,
                stroke_dasharray=DASH if rework else None,
                data_flows=" ".join(line.link.key for line in chosen),
            ),
            element("path", d="".join(heads), fill=colour),
        ]
    )


def _with_room_for_arrow(points: list[Point]) -> str:
    (x0, y0), (x1, y1) = points[-2], points[-1]
    length = abs(x1 - x0) + abs(y1 - y0)
    back = min(ARROW - 2, length) / length
    end = x1 - (x1 - x0) * back, y1 - (y1 - y0) * back
    return rounded_line([*points[:-1], end], _RADIUS)


def arrowhead(before: Point, tip: Point) -> str:
    """Return path data of an arrowhead at the end of a straight piece."""
    (x0, y0), (x1, y1) = before, tip
    side = number(_HALF_ARROW)
    along = number(ARROW)
    width = number(2 * _HALF_ARROW)
    start = f"M{number(x1)} {number(y1)}"
    if abs(x1 - x0) >= abs(y1 - y0):
        back = f"-{along}" if x1 > x0 else along
        return f"{start}l{back}-{side}v{width}z"
    back = f"-{along}" if y1 > y0 else along
    return f"{start}l-{side} {back}h{width}z"


def draw_gates(gates: list[Point]) -> Fragment:
    """Draw the small diamonds where decisions part."""
    return together(
        [
            element(
                "path",
                d=_diamond(x, y, GATE),
                fill=WHITE,
                stroke=BORDER,
                stroke_width=1.3,
            )
            for x, y in gates
        ]
    )


def draw_gateway(gateway: Element, x: float, y: float) -> Fragment:
    """Draw a parallel gateway with its middle at a point."""
    said = "run side by side" if gateway.kind is Kind.SPLIT else "are all done"
    return element(
        "g",
        element("title", words(f"Steps {gateway.tag} {said}.")),
        plus_gateway(x, y, GATEWAY_HALF),
        data_gateway=f"{gateway.kind} {gateway.tag}",
    )


def plus_gateway(x: float, y: float, half: float) -> Fragment:
    """Draw a diamond with a plus."""
    arm = half / 2
    plus = f"M{number(x - arm)} {number(y)}h{number(2 * arm)}"
    plus += f"M{number(x)} {number(y - arm)}v{number(2 * arm)}"
    return together(
        [
            element(
                "path",
                d=_diamond(x, y, half),
                fill=WHITE,
                stroke=BORDER,
                stroke_width=1.5,
            ),
            element("path", d=plus, stroke=BORDER, stroke_width=2.6),
        ]
    )


def _diamond(x: float, y: float, half: float) -> str:
    size = number(half)
    return f"M{number(x - half)} {number(y)}l{size}-{size} {size} {size}-{size} {size}z"


def draw_labels(band: Band) -> Fragment:
    """Draw the words on the lines."""
    return together(
        [
            text(
                label.text,
                label.x,
                label.y,
                size=NOTE_SIZE,
                fill=RETURN if label.rework else QUIET,
                data_label=label.flow,
            )
            for label in band.labels
        ]
    )
