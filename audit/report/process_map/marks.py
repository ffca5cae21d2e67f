"""Everything between the steps: lines, gateways, events, and the notes on them."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.palette import BORDER, GONE, LINE, LINK, QUIET, RETURN, WHITE
from audit.report.process_map.layout.band import Band, Line
from audit.report.process_map.layout.elements import Change, Element, Kind, Link
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


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStyle:
    """How a flow is drawn."""

    colour: str
    width: float = 1.4
    dash: str | None = None


GONE_LINE = LineStyle(colour=GONE, dash="2 3")
FLOW_LINE = LineStyle(colour=LINE)
NEW_LINE = LineStyle(colour=LINK, width=2.6)
RETURN_LINE = LineStyle(colour=RETURN, dash=DASH)
NEW_RETURN_LINE = LineStyle(colour=RETURN, width=2.6, dash=DASH)

_PAINTED = (GONE_LINE, FLOW_LINE, NEW_LINE, RETURN_LINE, NEW_RETURN_LINE)
"""In the order of painting: what is gone lies below all else."""


def line_style(change: Change, *, rework: bool = False) -> LineStyle:
    """Return how a flow or return is drawn."""
    match change:
        case Change.GONE:
            return GONE_LINE
        case Change.NEW:
            return NEW_RETURN_LINE if rework else NEW_LINE
        case Change.KEPT:
            return RETURN_LINE if rework else FLOW_LINE


def draw_lines(lines: list[Line]) -> Fragment:
    """Draw all flows with their arrowheads."""
    return together(
        [
            _draw_alike(style, chosen)
            for style in _PAINTED
            if (chosen := [line for line in lines if _style_of(line.link) is style])
        ]
    )


def _style_of(link: Link) -> LineStyle:
    return line_style(link.change, rework=link.rework)


def _draw_alike(style: LineStyle, chosen: list[Line]) -> Fragment:
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
                stroke=style.colour,
                stroke_width=style.width,
                stroke_dasharray=style.dash,
                data_flows=" ".join(line.link.key for line in chosen),
            ),
            element("path", d="".join(heads), fill=style.colour),
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
    became = {Change.KEPT: "", Change.NEW: " (new)", Change.GONE: " (gone)"}
    return element(
        "g",
        element("title", words(f"Steps {gateway.tag} {said}{became[gateway.change]}.")),
        plus_gateway(x, y, GATEWAY_HALF, gateway.change),
        data_gateway=f"{gateway.kind} {gateway.tag}",
    )


_GATEWAYS = {
    Change.KEPT: LineStyle(colour=BORDER, width=1.5),
    Change.NEW: LineStyle(colour=LINK, width=3.0),
    Change.GONE: LineStyle(colour=GONE, dash="3 2"),
}


def plus_gateway(
    x: float, y: float, half: float, change: Change = Change.KEPT
) -> Fragment:
    """Draw a diamond with a plus."""
    style = _GATEWAYS[change]
    arm = half / 2
    plus = f"M{number(x - arm)} {number(y)}h{number(2 * arm)}"
    plus += f"M{number(x)} {number(y - arm)}v{number(2 * arm)}"
    return together(
        [
            element(
                "path",
                d=_diamond(x, y, half),
                fill=WHITE,
                stroke=style.colour,
                stroke_width=style.width,
                stroke_dasharray=style.dash,
            ),
            element("path", d=plus, stroke=style.colour, stroke_width=2.6),
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
                fill=_ink_of(label.link),
                data_label=label.link.key,
            )
            for label in band.labels
        ]
    )


def _ink_of(link: Link) -> str:
    returns = link.rework and link.change is not Change.GONE
    return RETURN if returns else QUIET
