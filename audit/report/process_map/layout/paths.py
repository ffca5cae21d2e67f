"""The corners of every line, from its source to its target."""

from __future__ import annotations

from audit.report.process_map.layout.geometry import Frame
from audit.report.process_map.layout.routes import ABOVE, Forward, Return
from audit.report.process_map.layout.shapes import Shape

Point = tuple[float, float]


def forward_points(
    way: Forward,
    frame: Frame,
    shapes: dict[int, Shape],
) -> list[Point]:
    """Return the corners of a flow to the right."""
    source, target = way.link.source, way.link.target
    start_y = frame.axis_y[way.source.row]
    port = way.arrive.port if way.arrive is not None else way.port
    end_y = frame.axis_y[way.target.row] + port
    start_x = frame.axis_x[way.source.column] + shapes[source].half_width
    end_x = frame.axis_x[way.target.column] - shapes[target].half_width_at(port)
    points = [(start_x, start_y)]
    level = start_y
    if way.leave is not None:
        level = way.run.y if way.run is not None else end_y
        points += [(way.leave.x, start_y), (way.leave.x, level)]
    if way.arrive is not None:
        points += [(way.arrive.x, level), (way.arrive.x, end_y)]
    return _plain([*points, (end_x, end_y)])


def return_points(back: Return, frame: Frame, shapes: dict[int, Shape]) -> list[Point]:
    """Return the corners of a return."""
    start = port_point(back, frame, shapes, is_out=True)
    end = port_point(back, frame, shapes, is_out=False)
    points = [start, (start[0], back.first.y)]
    if back.trunk is not None:
        points += [(back.trunk.x, back.first.y), (back.trunk.x, back.second.y)]
    return _plain([*points, (end[0], back.second.y), end])


def port_point(
    back: Return, frame: Frame, shapes: dict[int, Shape], *, is_out: bool
) -> Point:
    """Return where a return leaves its source or enters its target."""
    element = back.link.source if is_out else back.link.target
    cell = back.source if is_out else back.target
    offset = back.out if is_out else back.into
    side = back.leaves if is_out else back.enters
    half = shapes[element].half_height_at(offset)
    y = frame.axis_y[cell.row]
    return frame.axis_x[cell.column] + offset, y - half if side == ABOVE else y + half


def _plain(points: list[Point]) -> list[Point]:
    """Drop points that repeat or lie between their neighbours on a straight line."""
    kept: list[Point] = []
    for point in points:
        if kept and abs(kept[-1][0] - point[0]) + abs(kept[-1][1] - point[1]) < 0.05:
            continue
        if len(kept) > 1:
            (x0, y0), (x1, y1) = kept[-2], kept[-1]
            along_x = abs(y0 - y1) < 0.05 and abs(y1 - point[1]) < 0.05
            along_y = abs(x0 - x1) < 0.05 and abs(x1 - point[0]) < 0.05
            if along_x or along_y:
                kept[-1] = point
                continue
        kept.append(point)
    return kept
