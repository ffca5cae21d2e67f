"""Bars in parts from top to bottom, with a key, intervals, and a line if asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.report.charts.before_after import AFTER, BEFORE, HATCH, MORE
from audit.report.charts.canvas import HIRES, Rectangle, boxes, canvas, write
from audit.report.charts.svg import inline_svg
from audit.report.palette import INK, QUIET
from audit.report.process_map.layout.text import shorten, width_of
from audit.report.simulation.part_bars import Look, PartBar, PartBars

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROW = 28
"""Pixels from one bar to the next."""
SIZE = 13
"""Pixels of the letters of labels."""
COLOURS = {
    Look.MAIN: AFTER,
    Look.OTHER: BEFORE,
    Look.LOST: MORE,
    Look.PLAIN: HIRES,
}
LEAST_BAR = 150
"""Pixels that the longest bar has, however long the words beside it are."""


def part_bars(data: PartBars, uid: str, width: int) -> str:
    """Draw the bars in their order.

    Args:
        data: bars and words.
        uid: prefix of ids, unique in the page.
        width: pixels of the drawing.
    """
    rows = _rows(data.bars)
    left = min(
        round(width * 0.4),
        round(max(width_of(bar.label, SIZE) for bar in data.bars)) + 20,
    )
    words = max(width_of(bar.text, SIZE, bold=True) for bar in data.bars)
    right = min(round(words) + 14, width - left - LEAST_BAR)
    keyed = len(data.parts) > 1
    top = 6 + (24 if keyed else 0) + (20 if data.line is not None else 0)
    height = top + ROW * len(rows) + 6
    figure, axes = canvas(width, height, left=left, right=right, top=top, bottom=6)
    most = max(
        *(max(sum(bar.values), bar.high or 0.0) for bar in data.bars),
        data.line or 0.0,
    )
    most = most or 1.0
    axes.set_xlim(0, most)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    pixel = most / (width - left - right)
    drawn: list[list[Rectangle]] = [[] for _ in data.parts]
    for place, bar in enumerate(rows):
        if isinstance(bar, str):
            heading = shorten(bar, width - 8, SIZE, bold=True)
            write(axes, (4 - left) * pixel, place + 0.12, heading, bold=True)
            continue
        x = 0.0
        for rectangles, value in zip(drawn, bar.values, strict=True):
            rectangles.append((x, place - 0.34, value, 0.68))
            x += value
    for place, bar in enumerate(rows):
        if isinstance(bar, PartBar):
            label = shorten(bar.label, left - 12, SIZE)
            write(axes, -9 * pixel, place, label, across="right")
    for place, bar in enumerate(rows):
        if isinstance(bar, PartBar):
            end = max(sum(bar.values), bar.high or 0.0, data.line or 0.0)
            said = shorten(bar.text, right - 8, SIZE, bold=True)
            write(axes, end + 6 * pixel, place, said, bold=True)
    if keyed:
        taken = sum(38 + width_of(part.word, 12) for part in data.parts)
        # Above the bars where there is room, else from the edge of the drawing.
        start = 0.0 if left + taken <= width else 4.0 - left
        _key(axes, data, drawn, (start * pixel, -0.5 - (top - 16) / ROW), pixel)
    for part, rectangles in zip(data.parts, drawn, strict=True):
        hatch = HATCH if part.look is Look.LOST else None
        boxes(axes, rectangles, COLOURS[part.look], hatch=hatch)
    for place, bar in enumerate(rows):
        if isinstance(bar, PartBar) and bar.low is not None and bar.high is not None:
            _interval(axes, place, bar.low, bar.high)
    if data.line is not None:
        across, down = [data.line] * 2, [-0.5, len(rows) - 0.5]
        axes.plot(across, down, color=INK, lw=1.5, clip_on=False)
        room = left + data.line / pixel - width_of(data.line_text, 12)
        write(
            axes, data.line, -0.78, data.line_text, size=12, colour=QUIET,
            across="right" if room > 0 else "left",
        )  # fmt: skip
    return inline_svg(figure, uid, data.title, data.text)


def _rows(bars: tuple[PartBar, ...]) -> list[PartBar | str]:
    """Return the bars with a row for the name of each group before its first bar."""
    rows: list[PartBar | str] = []
    group = ""
    for bar in bars:
        if bar.group != group:
            group = bar.group
            rows.append(group)
        rows.append(bar)
    return rows


def _key(
    axes: Axes,
    data: PartBars,
    drawn: list[list[Rectangle]],
    start: tuple[float, float],
    pixel: float,
) -> None:
    """Write the words of the parts in a row, each behind a box that looks like it."""
    x, y = start
    for part, rectangles in zip(data.parts, drawn, strict=True):
        rectangles.append((x, y - 0.2, 14 * pixel, 0.4))
        write(axes, x + 20 * pixel, y, part.word, size=12, colour=QUIET)
        x += (38 + width_of(part.word, 12)) * pixel


def _interval(axes: Axes, place: int, low: float, high: float) -> None:
    axes.plot([low, high], [place, place], color=INK, lw=1.2, clip_on=False)
    for end in (low, high):
        ends = [place - 0.16, place + 0.16]
        axes.plot([end, end], ends, color=INK, lw=1.2, clip_on=False)
