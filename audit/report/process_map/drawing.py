"""The process map: swimlanes in bands, each a drawing of its own.

A band is its own `<svg>`, so that a page break never cuts through one. Every step is a
link to its row in the table of steps; links stand in the order of their numbers, so Tab
goes by number. The drawing needs no style sheet, no script and no font of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from audit.report.page.names import clean
from audit.report.palette import INK, LANE_EDGE, LANE_HEAD, LANES, QUIET
from audit.report.process_map.box import draw_step, heat_style
from audit.report.process_map.layout.band import Band
from audit.report.process_map.layout.bands import cut
from audit.report.process_map.layout.elements import Chart, Kind, read_chart
from audit.report.process_map.layout.geometry import LANE_HEAD as HEAD_WIDTH
from audit.report.process_map.layout.text import shorten, wrap
from audit.report.process_map.legend import draw_legend, legend_text
from audit.report.process_map.marks import (
    draw_gates,
    draw_gateway,
    draw_labels,
    draw_lines,
)
from audit.report.process_map.notes import draw_hanging
from audit.report.process_map.words import (
    band_headings,
    capital_numbers,
    caption,
    step_title,
    steps_of,
    summary,
)
from audit.report.svg import Fragment, element, number, picture, text, together
from audit.result import Outline

WIDTH = 1080
"""Pixels: fits a screen of 1280; on a landscape page the least text has 7 points."""

_LANE_SIZE = 11.0
_LANE_LINE = 13.0
_NAME_LIMIT = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class MapBand:
    """One drawing of the map and what is said about it."""

    svg: str
    heading: str
    """Its phases, or "Steps 1–8" where the file names none."""
    first: int
    """Number of its first step."""
    last: int
    wait_days: float
    """Part of the mean calendar time that its steps account for, in days."""
    share: float
    """Part of all friction points that its steps hold, 0 to 1."""
    caption: str
    width: float
    """Pixels."""
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessMap:
    """The whole map."""

    bands: tuple[MapBand, ...]
    summary: str
    """What the map shows, in words; to stand beside it."""
    legend: str
    """How to read it, in words."""
    legend_svg: str
    """The same as a drawing."""


def draw_map(
    outline: Outline,
    total_points: float,
    width: int = WIDTH,
    id_prefix: str = "map",
) -> ProcessMap:
    """Draw the map of a process.

    Args:
        outline: the process with what the audit computed by step.
        total_points: friction points of the whole process, for the heat of the steps.
        width: width of every band in pixels.
        id_prefix: begins every id; another map on the page needs another one.
    """
    chart = read_chart(_plain(outline))
    bands = cut(chart, width).bands
    spans = [(band.grid.start, band.grid.stop) for band in bands]
    headings = band_headings(chart, spans)
    total_days = sum(step.contribution_days for step in outline.steps)
    drawn: list[MapBand] = []
    for place, (band, span) in enumerate(zip(bands, spans, strict=True), start=1):
        steps = steps_of(chart, span)
        points = sum(step.points for step in steps)
        svg = _draw_band(
            chart,
            band,
            total_points,
            id_prefix=id_prefix,
            id_=f"{id_prefix}-band-{place}",
            title=f"Process map: {headings[place - 1]}, {_lower(chart, span)}",
        )
        drawn.append(
            MapBand(
                svg=svg,
                heading=headings[place - 1],
                first=min(step.number for step in steps),
                last=max(step.number for step in steps),
                wait_days=sum(step.contribution_days for step in steps),
                share=points / total_points if total_points > 0 else 0.0,
                caption=caption(chart, span, total_days, total_points),
                width=band.frame.width,
                height=band.frame.height,
            )
        )
    return ProcessMap(
        bands=tuple(drawn),
        summary=summary(chart, len(drawn), total_points),
        legend=legend_text(),
        legend_svg=draw_legend(width, f"{id_prefix}-legend"),
    )


def _plain(outline: Outline) -> Outline:
    """Return the outline with names that are safe to show and of sane length."""
    return replace(
        outline,
        roles=tuple(
            replace(role, name=clean(role.name)[:_NAME_LIMIT]) for role in outline.roles
        ),
        outcomes=tuple(
            replace(outcome, name=clean(outcome.name)[:_NAME_LIMIT])
            for outcome in outline.outcomes
        ),
        steps=tuple(
            replace(step, name=clean(step.name)[:_NAME_LIMIT]) for step in outline.steps
        ),
        flows=tuple(
            replace(flow, reason=clean(flow.reason)[:_NAME_LIMIT])
            if flow.reason
            else flow
            for flow in outline.flows
        ),
    )


def _lower(chart: Chart, span: tuple[int, int]) -> str:
    return capital_numbers(chart, span).lower()


def _draw_band(
    chart: Chart,
    band: Band,
    total_points: float,
    *,
    id_prefix: str,
    id_: str,
    title: str,
) -> Fragment:
    frame = band.frame
    places = sorted(band.grid.cells)
    steps: list[Fragment] = []
    gateways: list[Fragment] = []
    for place in places:
        item = chart.elements[place]
        cell = band.grid.cells[place]
        x, y = frame.axis_x[cell.column], frame.axis_y[cell.row]
        shape = band.shapes[place]
        if item.kind is not Kind.STEP or item.step is None:
            gateways.append(draw_gateway(item, x, y))
            continue
        steps.append(
            draw_step(
                item.step,
                heat_style(item.step, total_points),
                title=step_title(chart, item, total_points),
                id_=f"{id_prefix}-{item.step.number}",
                x=x - shape.half_width,
                y=y - shape.half_height,
                width=2 * shape.half_width,
                height=2 * shape.half_height,
            )
        )
    marks = element(
        "g",
        draw_lines(band.lines, rework=False),
        draw_lines(band.lines, rework=True),
        draw_gates(band.gates),
        *gateways,
        *(draw_hanging(band, place) for place in places),
        draw_labels(band),
        # The titles of the steps say all this in order.
        aria_hidden="true",
    )
    return picture(
        _draw_lanes(band),
        _draw_phases(band),
        marks,
        *steps,
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
