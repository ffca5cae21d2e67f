"""A laid out band as a drawing: lanes below, then lines and notes, then the steps."""

from __future__ import annotations

from collections.abc import Callable

from audit.report.page.names import clean
from audit.report.palette import INK, LANE_EDGE, LANE_HEAD, LANES, QUIET
from audit.report.process_map.box import Place
from audit.report.process_map.layout.band import Band
from audit.report.process_map.layout.elements import Chart, Element
from audit.report.process_map.layout.geometry import LANE_HEAD as HEAD_WIDTH
from audit.report.process_map.layout.text import shorten, wrap
from audit.report.process_map.marks import (
    draw_gates,
    draw_gateway,
    draw_labels,
    draw_lines,
)
from audit.report.process_map.notes import draw_hanging
from audit.report.svg import Fragment, element, number, picture, text, together
from audit.result import StepOutline

_LANE_SIZE = 11.0
_LANE_LINE = 13.0


def draw_band(
    chart: Chart,
    band: Band,
    draw_box: Callable[[Element, StepOutline, Place], Fragment],
    *,
    id_: str,
    title: str,
) -> Fragment:
    """Draw a band.

    Args:
        chart: all elements and flows.
        band: the band, laid out.
        draw_box: draws a step at its place.
        id_: id of the drawing.
        title: its name.
    """
    frame = band.frame
    boxes: list[Fragment] = []
    gateways: list[Fragment] = []
    for place in sorted(band.grid.cells):
        item = chart.elements[place]
        cell = band.grid.cells[place]
        x, y = frame.axis_x[cell.column], frame.axis_y[cell.row]
        shape = band.shapes[place]
        if item.step is None:
            gateways.append(draw_gateway(item, x, y))
            continue
        boxes.append(
            draw_box(
                item,
                item.step,
                Place(
                    x=x - shape.half_width,
                    y=y - shape.half_height,
                    width=2 * shape.half_width,
                    height=2 * shape.half_height,
                ),
            )
        )
    marks = element(
        "g",
        draw_lines(band.lines),
        draw_gates(band.gates),
        *gateways,
        *(draw_hanging(band, place) for place in sorted(band.grid.cells)),
        draw_labels(band),
        # The titles of the steps say all this in order.
        aria_hidden="true",
    )
    return picture(
        _draw_lanes(band),
        _draw_phases(band),
        marks,
        *boxes,
        width=frame.width,
        height=frame.height,
        id_=id_,
        title=title,
        class_="map",
    )


def _draw_lanes(band: Band) -> Fragment:
    drawn: list[Fragment] = []
    width = band.frame.width - 1
    for lane, (top, bottom) in zip(band.grid.lanes, band.frame.lanes, strict=True):
        y = top + 0.5
        height = bottom - top - (1 if bottom == band.frame.height else 0)
        for x, across, fill in (
            (0.5, width, LANES[lane.shade % 2]),
            (0.5, HEAD_WIDTH - 6, LANE_HEAD),
        ):
            drawn.append(
                element(
                    "rect",
                    x=x,
                    y=y,
                    width=across,
                    height=height,
                    fill=fill,
                    stroke=LANE_EDGE,
                )
            )
        drawn.append(_lane_name(lane.name, y, height))
    return together(drawn)


def _draw_phases(band: Band) -> Fragment:
    """Write the phases of a shared band above the lanes, with a line between them."""
    frame = band.frame
    if not frame.phases:
        return Fragment("")
    drawn: list[Fragment] = []
    ends = [*(x for _, x in frame.phases[1:]), frame.width]
    for (name, x), end in zip(frame.phases, ends, strict=True):
        if x > HEAD_WIDTH:
            line = f"M{number(x)} 2V{number(frame.height)}"
            drawn.append(element("path", d=line, stroke=QUIET, stroke_dasharray="1 3"))
        shown = shorten(clean(name), end - x - 8, _LANE_SIZE, bold=True)
        left = x + 4 if x > HEAD_WIDTH else 1
        drawn.append(text(shown, left, 12, size=_LANE_SIZE, fill=INK, bold=True))
    return together(drawn)


def _lane_name(name: str, top: float, height: float) -> Fragment:
    """Write the name of a lane upwards along its left side, in at most two lines."""
    lines = wrap(name, height - 8, _LANE_SIZE, bold=True, lines=2)
    if len(lines) == 2 and height < 60:
        lines = wrap(name, height - 8, _LANE_SIZE, bold=True, lines=1)
    middle = top + height / 2
    first = (HEAD_WIDTH - 6) / 2 + 4.3 - _LANE_LINE / 2 * (len(lines) - 1)
    return together(
        [
            text(
                line,
                0,
                0,
                size=_LANE_SIZE,
                fill=INK,
                bold=True,
                anchor="middle",
                transform=f"translate({number(first + _LANE_LINE * place)} "
                f"{number(middle)}) rotate(-90)",
            )
            for place, line in enumerate(lines)
        ]
    )
