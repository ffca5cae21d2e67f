"""Coordinates of a band: rows and gutters first, then channels and columns.

Gutters come first because trunks reach into them; the order of trunks in a channel then
follows from real heights. Everything is measured in the pixels of the drawing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from audit.report.process_map.layout.channels import settle
from audit.report.process_map.layout.elements import Chart
from audit.report.process_map.layout.forward import ForwardRouter
from audit.report.process_map.layout.grid import Grid, phase_runs
from audit.report.process_map.layout.notes import ELBOW, Hanging
from audit.report.process_map.layout.routes import Routes, Trunk
from audit.report.process_map.layout.shapes import GATE, Shape
from audit.report.process_map.layout.tracks import tracks

LANE_HEAD = 32.0
"""Width of the strip with the names of the lanes."""

LEFT_LINE = 15.0
"""Length of the line from an arrival to the first column."""
RIGHT_LINE = 12.0
"""Length of the line from the last column to the way on."""

PHASE_HEAD = 18.0
"""Height of the strip with the names of the phases."""

_PITCH = 8.0
_LABEL_PITCH = 13.0
_ARROW_PAD = 5.0
_CHANNEL = 22.0
"""Narrowest channel that still shows an arrow."""
_LEAD = 9.0
# A phase begins so far behind the last step of the one before it.
_PHASE_GAP = 5.0
_TAIL = 13.0
_SIDE = 8.0
_LABEL_GAP = 8.0
_WIDEST_SPREAD = 44.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """Free space between rows."""

    gutter: float
    """On either side of the lines in a gutter."""
    lane: float
    """More than that at the border of a lane."""


ROOMY = Spacing(gutter=7.0, lane=4.0)
TIGHT = Spacing(gutter=4.0, lane=2.0)
"""For bands that would be too tall otherwise."""


@dataclass(slots=True, kw_only=True)
class Frame:
    """Where rows, columns and lanes lie."""

    axis_x: list[float] = field(default_factory=list)
    """Middle of each column."""
    axis_y: list[float] = field(default_factory=list)
    """Middle of each row."""
    lanes: list[tuple[float, float]] = field(default_factory=list)
    """Top and bottom of each lane."""
    columns: list[tuple[float, float]] = field(default_factory=list)
    """Left and right end of each column."""
    phases: list[tuple[str, float]] = field(default_factory=list)
    """Names and left ends of the phases where several share the band."""
    content_width: float = 0.0
    """Width that the band needs; the drawing may be wider."""
    width: float = 0.0
    height: float = 0.0


def measure(
    chart: Chart,
    grid: Grid,
    shapes: dict[int, Shape],
    hangings: dict[int, Hanging],
    routes: Routes,
    router: ForwardRouter,
    *,
    width: float,
    spacing: Spacing,
) -> Frame:
    """Give every piece of the band its coordinates and return the frame.

    Args:
        chart: all elements and flows.
        grid: the band.
        shapes: sizes of its elements.
        hangings: notes of its elements.
        routes: ways of its flows; runs, trunks and ports get their places here.
        router: gives further ports where trunks in a channel need them.
        width: width of the drawing; channels spread to fill it, within reason.
        spacing: free space between rows.
    """
    frame = Frame()
    runs = phase_runs(chart, grid.start, grid.stop)
    frame.height = PHASE_HEAD if len(runs) > 1 else 0.0
    _set_rows(grid, shapes, hangings, routes, frame, spacing)
    settle(grid, routes, frame.axis_y, router)
    _set_columns(grid, shapes, hangings, routes, frame, width)
    _set_phases(runs, grid, frame)
    return frame


def _set_phases(runs: list[tuple[str, int]], grid: Grid, frame: Frame) -> None:
    """Say where each phase begins, if the band has several."""
    for place, (phase, first) in enumerate(runs if len(runs) > 1 else []):
        column = grid.cells[first].column if place else 0
        end = frame.columns[column - 1][1] + _PHASE_GAP if column else LANE_HEAD
        frame.phases.append((phase, end))


def _set_rows(
    grid: Grid,
    shapes: dict[int, Shape],
    hangings: dict[int, Hanging],
    routes: Routes,
    frame: Frame,
    spacing: Spacing,
) -> None:
    """Place rows, runs and lanes below what the frame holds already."""
    above, below = [0.0] * grid.rows, [0.0] * grid.rows
    for element, cell in grid.cells.items():
        half = shapes[element].half_height
        hanging = hangings[element]
        side = 13.0 if hanging.left or hanging.right else 0.0
        above[cell.row] = max(above[cell.row], half + hanging.above_height, side)
        below[cell.row] = max(
            below[cell.row], half + hanging.below_height, side + (7 if side else 0)
        )
    borders = {lane.first for lane in grid.lanes} | {grid.rows}
    arrows = {way.target.row + (way.enters > 0) for way in routes.returns}
    y = top = frame.height
    edges: list[float] = []
    for gutter in range(grid.rows + 1):
        runs = [run for run in routes.runs if run.gutter == gutter]
        placed = tracks(runs, gap=0.0)
        heights = [0.0] * (max(placed, default=-1) + 1)
        for run, track in zip(runs, placed, strict=True):
            heights[track] = max(
                heights[track], _LABEL_PITCH if run.labelled else _PITCH
            )
        if gutter in borders:
            edges.append(top if gutter == 0 else y + spacing.lane + 2)
            y += spacing.lane
        y += spacing.gutter if gutter else spacing.gutter - 2
        for run, track in zip(runs, placed, strict=True):
            run.y = y + sum(heights[: track + 1])
        y += sum(heights)
        y += spacing.gutter + (_ARROW_PAD if gutter in arrows else 0)
        if gutter < grid.rows:
            frame.axis_y.append(y + above[gutter])
            y += above[gutter] + below[gutter]
    edges[-1] = y
    frame.lanes = list(pairwise(edges))
    frame.height = y


def _set_columns(
    grid: Grid,
    shapes: dict[int, Shape],
    hangings: dict[int, Hanging],
    routes: Routes,
    frame: Frame,
    width: float,
) -> None:
    left = [0.0] * grid.columns
    right = [0.0] * grid.columns
    before, after = _SIDE, _SIDE
    for element, cell in grid.cells.items():
        half = shapes[element].half_width
        hanging = hangings[element]
        is_box = not shapes[element].is_diamond
        list_width = hanging.below_width + ELBOW if hanging.below else 0.0
        notes_half = hanging.above_width / 2
        left[cell.column] = max(left[cell.column], half, 0 if is_box else notes_half)
        right[cell.column] = max(
            right[cell.column], half, 0 if is_box else max(list_width, notes_half)
        )
        if hanging.left is not None:
            before = max(before, _SIDE + hanging.left.width + LEFT_LINE)
        if hanging.right is not None:
            after = max(after, _SIDE + hanging.right.width + RIGHT_LINE)
    channels: list[list[Trunk]] = [[] for _ in range(grid.columns + 1)]
    for trunk in routes.trunks:
        channels[trunk.channel].append(trunk)
    placed = [tracks(trunks, gap=_PITCH) for trunks in channels]
    offsets = [
        _offsets(trunks, on, _LEAD if k else _SIDE)
        for k, (trunks, on) in enumerate(zip(channels, placed, strict=True))
    ]
    needs = [
        _need(k, offsets[k], grid.columns, before, after) for k in range(len(channels))
    ]
    frame.content_width = LANE_HEAD + sum(needs) + sum(left) + sum(right)
    inner = max(grid.columns - 1, 0)
    spare = max(width - frame.content_width, 0.0)
    spread = min(spare / inner, _WIDEST_SPREAD) if inner else 0.0
    x = LANE_HEAD
    for channel, trunks in enumerate(channels):
        extra = spread if 0 < channel < grid.columns else 0.0
        start = x + extra / 2 + (after - _SIDE if channel == grid.columns else 0.0)
        for trunk, track in zip(trunks, placed[channel], strict=True):
            trunk.x = start + offsets[channel][track]
        x += needs[channel] + extra
        if channel < grid.columns:
            frame.columns.append((x, x + left[channel] + right[channel]))
            frame.axis_x.append(x + left[channel])
            x += left[channel] + right[channel]
    frame.width = max(width, x)


def _offsets(trunks: list[Trunk], placed: list[int], lead: float) -> list[float]:
    """Return where each track of a channel lies; the last number is its end."""
    count = max(placed, default=-1) + 1
    gates = [0.0] * count
    labels = [0.0] * count
    for trunk, track in zip(trunks, placed, strict=True):
        if trunk.gate:
            gates[track] = GATE - 2
        if trunk.label_width:
            labels[track] = max(labels[track], trunk.label_width + _LABEL_GAP)
    offsets: list[float] = []
    x = lead
    for track in range(count):
        if track:
            x += _PITCH
        x += gates[track]
        offsets.append(x)
        x += max(gates[track] + 2, labels[track]) if gates[track] else labels[track]
    return [*offsets, x]


def _need(
    channel: int, offsets: list[float], columns: int, before: float, after: float
) -> float:
    """Return the least width of a channel; the first and last hold what hangs there."""
    has_tracks = len(offsets) > 1
    if channel == 0:
        return before + (offsets[-1] if has_tracks else 0.0)
    if channel == columns:
        return after + (offsets[-1] if has_tracks else 0.0)
    return max(_CHANNEL, offsets[-1] + _TAIL) if has_tracks else _CHANNEL
