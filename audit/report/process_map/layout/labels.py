"""Words on lines, each in a place that no line crosses.

A share stands behind the point where flows part. The words of a return stand on its
run, between the lines that cross the run; a reason too long for that is shortened.
"""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.process_map.layout.elements import Link
from audit.report.process_map.layout.geometry import LANE_HEAD, Frame
from audit.report.process_map.layout.notes import NOTE_SIZE
from audit.report.process_map.layout.paths import port_point
from audit.report.process_map.layout.routes import Return, Routes, Run, Trunk
from audit.report.process_map.layout.shapes import GATE, Shape
from audit.report.process_map.layout.text import shorten, width_of
from audit.units import format_share

RISE = 3.0
"""Distance of the words from the line below them."""
_TALL = 9.0
_MARGIN = 3.0
_OVERHANG = 60.0
_RETURN_SIGN = "↺"

Block = tuple[float, float, float, float]
"""Left, right, top and bottom of something that words must not touch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words on a line; `x` is their left end and `y` their baseline."""

    text: str
    x: float
    y: float
    width: float
    link: Link


def labels(routes: Routes, frame: Frame, shapes: dict[int, Shape]) -> list[Label]:
    """Return the words on the lines of a band."""
    leave: dict[int, Trunk] = {}
    for way in routes.forwards:
        if way.leave is not None:
            leave[way.link.source] = way.leave
    blocks = _blocks(routes, frame, shapes)
    placed: list[Label] = []
    for way in routes.forwards:
        if way.label is None:
            continue
        trunk = leave.get(way.link.source)
        if way.run is not None and way.leave is not None and way.arrive is not None:
            text, x = _on_run(
                way.run,
                way.leave.x,
                way.arrive.x,
                blocks,
                (way.label, format_share(way.link.share)),
                "",
                is_return=False,
            )
            y = way.run.y
        else:
            own_row = way.leave is None
            begin = (
                trunk.x if trunk is not None else frame.columns[way.source.column][1]
            )
            text, x = way.label, begin + (GATE + 2 if own_row else 5)
            y = frame.axis_y[way.source.row if own_row else way.target.row]
            if not own_row and way.port > 0:
                # Beside the middle the words stand below the line, off the middle.
                y += way.port + 2 * RISE + _TALL
            elif not own_row:
                y += way.port
        _add(placed, blocks, _label(text, x, y, way.link))
    for back in routes.returns:
        start, end = _run_ends(back, frame)
        text, x = _on_run(
            back.labelled,
            start,
            end,
            blocks,
            back.shares,
            (back.link.reason or "") if back.link.sends_back else "",
            is_return=back.link.sends_back,
        )
        if text:
            _add(placed, blocks, _label(text, x, back.labelled.y, back.link))
    return placed


def _add(placed: list[Label], blocks: list[Block], label: Label) -> None:
    """Keep a label, and its place from the next ones."""
    placed.append(label)
    blocks.append((label.x, label.x + label.width, label.y - _TALL, label.y))


def _label(text: str, x: float, y: float, link: Link) -> Label:
    return Label(
        text=text,
        x=x,
        y=y - RISE,
        width=width_of(text, NOTE_SIZE),
        link=link,
    )


def _run_ends(back: Return, frame: Frame) -> tuple[float, float]:
    """Return where the labelled run of a return begins and ends, from its source."""
    out = frame.axis_x[back.source.column] + back.out
    into = frame.axis_x[back.target.column] + back.into
    if back.trunk is None:
        return out, into
    if back.labelled is back.first:
        return out, back.trunk.x
    return back.trunk.x, into


def _blocks(routes: Routes, frame: Frame, shapes: dict[int, Shape]) -> list[Block]:
    """Return all pieces of line and the lane heads as left, right, top, bottom."""
    blocks = [(trunk.x, trunk.x, trunk.low, trunk.high) for trunk in routes.trunks]
    blocks += [
        (0.0, LANE_HEAD, 0.0, frame.height),
        (frame.width, frame.width, 0.0, frame.height),
    ]
    for way in routes.forwards:
        if way.run is not None and way.leave is not None and way.arrive is not None:
            ends = sorted((way.leave.x, way.arrive.x))
            blocks.append((ends[0], ends[1], way.run.y, way.run.y))
    for back in routes.returns:
        turn = back.trunk.x if back.trunk is not None else None
        for is_out, run in ((True, back.first), (False, back.second)):
            x, y = port_point(back, frame, shapes, is_out=is_out)
            blocks.append((x, x, min(y, run.y), max(y, run.y)))
            other = turn
            if other is None:
                other, _ = port_point(back, frame, shapes, is_out=not is_out)
            blocks.append((min(x, other), max(x, other), run.y, run.y))
    return blocks


def _on_run(
    run: Run,
    start: float,
    end: float,
    blocks: list[Block],
    shares: tuple[str, ...],
    reason: str,
    *,
    is_return: bool,
) -> tuple[str, float]:
    """Return the words and their left end in the best free stretch above a run.

    Words may reach beyond the ends of a run where nothing stands there. Of the ways to
    say the share, the first that has room stands there, or else the last.
    """
    share, *briefer = shares
    sign = f"{_RETURN_SIGN} " if is_return else ""
    text = f"{sign}{reason} {share}" if reason else f"{sign}{share}"
    top, bottom = run.y - RISE - _TALL, run.y - 1
    low, high = min(start, end), max(start, end)
    gaps = _gaps(
        low - _OVERHANG,
        high + _OVERHANG,
        [(x0, x1) for x0, x1, y0, y1 in blocks if y0 < bottom and y1 > top],
    )
    # A stretch counts only when part of the run lies under it.
    gaps = [gap for gap in gaps if gap[0] < high and gap[1] > low]
    if not gaps and "" in shares:
        return "", low
    gaps = gaps or [(low, high)]
    wanted = width_of(text, NOTE_SIZE)
    roomy = [gap for gap in gaps if gap[1] - gap[0] >= wanted]
    middle = (low + high) / 2
    if roomy:
        lefts = [
            min(max(middle - wanted / 2, gap[0]), gap[1] - wanted) for gap in roomy
        ]
        return text, min(lefts, key=lambda left: abs(left + wanted / 2 - start))
    gap = max(gaps, key=lambda gap: gap[1] - gap[0])
    if reason:
        room = gap[1] - gap[0] - width_of(f"{sign} {share}", NOTE_SIZE)
        short = shorten(reason, room, NOTE_SIZE)
        text = f"{sign}{short} {share}" if len(short) > 2 else f"{sign}{share}"
    for brief in briefer:
        if width_of(text, NOTE_SIZE) > gap[1] - gap[0]:
            text = f"{sign}{brief}" if brief else ""
    return text, (gap[0] + gap[1] - width_of(text, NOTE_SIZE)) / 2


def _gaps(
    low: float, high: float, blocked: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """Return the stretches from low to high that nothing blocks, with a margin."""
    gaps: list[tuple[float, float]] = []
    for x0, x1 in sorted(blocked):
        if x0 - _MARGIN > low:
            gaps.append((low, min(x0 - _MARGIN, high)))
        low = max(low, x1 + _MARGIN)
        if low >= high:
            return gaps
    return [*gaps, (low, high)]
