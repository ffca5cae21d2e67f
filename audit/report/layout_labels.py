"""Words on lines, each in a place that no line crosses.

A share stands behind the point where flows part. The words of a return stand on its
run, between the lines that cross the run; a reason too long for that is shortened.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from audit.report.layout_geometry import Frame
from audit.report.layout_notes import NOTE_SIZE
from audit.report.layout_paths import port_point
from audit.report.layout_routes import Return, Routes, Run, Trunk
from audit.report.layout_shapes import GATE, Shape
from audit.report.layout_text import shorten, width_of

RISE = 3.0
"""Distance of the words from the line below them."""
_TALL = 11.0
_MARGIN = 3.0
_RETURN_SIGN = "↺"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words on a line; `x` is their left end and `y` their baseline."""

    text: str
    x: float
    y: float
    width: float
    rework: bool
    flow: str


def labels(routes: Routes, frame: Frame, shapes: dict[int, Shape]) -> list[Label]:
    """Return the words on the lines of a band."""
    leave: dict[int, Trunk] = {}
    for way in routes.forwards:
        if way.leave is not None:
            leave[way.link.source] = way.leave
    verticals = _verticals(routes, frame, shapes)
    placed: list[Label] = []
    for way in routes.forwards:
        if way.label is None:
            continue
        trunk = leave.get(way.link.source)
        if way.run is not None and way.leave is not None and way.arrive is not None:
            text, x = _on_run(
                way.run, way.leave.x, way.arrive.x, verticals, way.label, ""
            )
            y = way.run.y
        else:
            own_row = way.leave is None
            begin = (
                trunk.x if trunk is not None else frame.columns[way.source.column][1]
            )
            text, x = way.label, begin + (GATE + 2 if own_row else 5)
            y = frame.axis_y[way.source.row if own_row else way.target.row]
            y += 0.0 if own_row else way.port
        placed.append(_label(text, x, y, way.link.key, rework=False))
    for back in routes.returns:
        start, end = _run_ends(back, frame)
        text, x = _on_run(
            back.labelled, start, end, verticals, back.share, back.link.reason or ""
        )
        placed.append(_label(text, x, back.labelled.y, back.link.key, rework=True))
    return placed


def _label(text: str, x: float, y: float, flow: str, *, rework: bool) -> Label:
    return Label(
        text=text,
        x=x,
        y=y - RISE,
        width=width_of(text, NOTE_SIZE),
        rework=rework,
        flow=flow,
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


def _verticals(
    routes: Routes, frame: Frame, shapes: dict[int, Shape]
) -> list[tuple[float, float, float]]:
    """Return x, top and bottom of all vertical pieces."""
    pieces = [(trunk.x, trunk.low, trunk.high) for trunk in routes.trunks]
    for back in routes.returns:
        for is_out in (True, False):
            run = back.first if is_out else back.second
            x, y = port_point(back, frame, shapes, is_out=is_out)
            pieces.append((x, min(y, run.y), max(y, run.y)))
    return pieces


def _on_run(
    run: Run,
    start: float,
    end: float,
    verticals: list[tuple[float, float, float]],
    share: str,
    reason: str,
) -> tuple[str, float]:
    """Return the words and their left end in the best free stretch of a run."""
    is_return = bool(reason) or start > end
    sign = f"{_RETURN_SIGN} " if is_return else ""
    text = f"{sign}{reason} {share}" if reason else f"{sign}{share}"
    low, high = min(start, end), max(start, end)
    top, bottom = run.y - RISE - _TALL, run.y - 1
    cuts = sorted(
        {low, high}
        | {x for x, y0, y1 in verticals if low < x < high and y0 < bottom and y1 > top}
    )
    gaps = [(a + _MARGIN, b - _MARGIN) for a, b in pairwise(cuts)]
    wanted = width_of(text, NOTE_SIZE)
    roomy = [gap for gap in gaps if gap[1] - gap[0] >= wanted]
    if roomy:
        gap = min(roomy, key=lambda gap: abs((gap[0] + gap[1]) / 2 - start))
        middle = (gap[0] + gap[1] - wanted) / 2
        return text, middle
    gap = max(gaps, key=lambda gap: gap[1] - gap[0])
    room = gap[1] - gap[0]
    if reason:
        rest = width_of(f"{sign} {share}", NOTE_SIZE)
        short = shorten(reason, room - rest, NOTE_SIZE)
        text = f"{sign}{short} {share}" if len(short) > 2 else f"{sign}{share}"
    return text, (gap[0] + gap[1] - width_of(text, NOTE_SIZE)) / 2
