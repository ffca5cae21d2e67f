"""One band of the map, laid out: every piece with its place, nothing drawn yet."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.process_map.layout.elements import Chart, Link
from audit.report.process_map.layout.forward import ForwardRouter
from audit.report.process_map.layout.geometry import ROOMY, Frame, Spacing, measure
from audit.report.process_map.layout.grid import Grid, place
from audit.report.process_map.layout.hanging import hang
from audit.report.process_map.layout.labels import Label, labels
from audit.report.process_map.layout.notes import Hanging
from audit.report.process_map.layout.paths import forward_points, return_points
from audit.report.process_map.layout.returns import ReturnRouter
from audit.report.process_map.layout.routes import Routes
from audit.report.process_map.layout.shapes import Shape, shapes
from audit.report.svg import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A flow with its corners."""

    link: Link
    points: list[Point]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The elements `start` to `stop` (exclusive) of a chart, ready to draw."""

    grid: Grid
    frame: Frame
    shapes: dict[int, Shape]
    hangings: dict[int, Hanging]
    lines: list[Line]
    gates: list[Point]
    """Middles of the small diamonds where decisions part."""
    labels: list[Label]


def lay_out(
    chart: Chart,
    start: int,
    stop: int,
    *,
    box_width: float,
    width: float,
    spacing: Spacing = ROOMY,
) -> Band:
    """Lay out a band.

    Args:
        chart: all elements and flows.
        start: first element of the band.
        stop: the element after its last.
        box_width: width of a step in pixels.
        width: width of the drawing in pixels; a band that needs more is wider.
        spacing: free space between rows.
    """
    grid = place(chart, start, stop)
    sizes = shapes(chart, grid, box_width)
    hangings = hang(chart, grid, box_width)
    routes = Routes()
    router = ForwardRouter(chart, grid, routes)
    router.route()
    ReturnRouter(chart, grid, routes, hangings, box_width).route()
    frame = measure(
        chart, grid, sizes, hangings, routes, router, width=width, spacing=spacing
    )
    lines = [
        Line(link=way.link, points=forward_points(way, frame, sizes))
        for way in routes.forwards
    ]
    lines += [
        Line(link=back.link, points=return_points(back, frame, sizes))
        for back in routes.returns
    ]
    gates = {
        (way.leave.x, frame.axis_y[way.source.row])
        for way in routes.forwards
        if way.leave is not None and way.leave.gate
    }
    return Band(
        grid=grid,
        frame=frame,
        shapes=sizes,
        hangings=hangings,
        lines=lines,
        gates=sorted(gates),
        labels=labels(routes, frame, sizes),
    )
