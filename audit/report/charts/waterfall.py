"""From the score of the before to that of the after, change by change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.report.charts.before_after import AFTER, BEFORE, HATCH, LESS, MORE
from audit.report.charts.canvas import AXIS, Rectangle, boxes, canvas, write
from audit.report.charts.svg import inline_svg
from audit.report.comparison.waterfall import Waterfall
from audit.report.palette import WHITE
from audit.report.process_map.layout.text import shorten, width_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROW = 28
"""Pixels from one bar to the next."""
SIZE = 13
"""Pixels of the letters of labels."""
SLIVER = 2.0
"""Pixels of the smallest bar that is drawn."""


def waterfall(data: Waterfall, uid: str, width: int = 1060) -> str:
    """Draw the bars from top to bottom, each beginning where the last one ended.

    Args:
        data: the bars and their words.
        uid: prefix of ids, unique in the page.
        width: pixels of the drawing.
    """
    widest = max(width_of(bar.label, SIZE) for bar in data.bars)
    left, right, top = min(round(width * 0.36), round(widest) + 20), 70, 4
    height = top + ROW * len(data.bars) + 4
    figure, axes = canvas(width, height, left=left, right=right, top=top, bottom=4)
    most = max(max(bar.start, bar.end) for bar in data.bars)
    most = most if most > data.base else data.base + 1.0
    axes.set_xlim(data.base, most)
    axes.set_ylim(len(data.bars) - 0.5, -0.5)
    pixel = (most - data.base) / (width - left - right)
    drawn: dict[str, list[Rectangle]] = {
        "before": [],
        "less": [],
        "more": [],
        "after": [],
    }
    for place, bar in enumerate(data.bars):
        low, high = sorted((max(bar.start, data.base), max(bar.end, data.base)))
        # Whatever is said to take something off or add something can be seen.
        length = 0.0 if bar.text == "0" else max(high - low, SLIVER * pixel)
        drawn[bar.kind].append((low, place - 0.34, length, 0.68))
    for place, bar in enumerate(data.bars[:-1]):
        axes.plot(
            [bar.end, bar.end], [place + 0.34, place + 0.66], color=AXIS, lw=0.8,
            clip_on=False,
        )  # fmt: skip
    for kind, colour in (("before", BEFORE), ("less", LESS), ("after", AFTER)):
        boxes(axes, drawn[kind], colour)
    boxes(axes, drawn["more"], MORE, hatch=HATCH)
    if data.base:
        _break(axes, data.base, (0, len(data.bars) - 1), pixel)
    for place, bar in enumerate(data.bars):
        label = shorten(bar.label, left - 12, SIZE)
        write(axes, data.base - 9 * pixel, place, label, across="right")
    for place, bar in enumerate(data.bars):
        end = max(bar.start, bar.end) + 6 * pixel
        write(axes, end, place, bar.text, bold=True)
    return inline_svg(figure, uid, data.title, data.text)


def _break(axes: Axes, base: float, places: tuple[int, ...], pixel: float) -> None:
    """Cut bars that do not begin at nought, so that nobody compares their lengths."""
    for place in places:
        for x in (base + 16 * pixel, base + 24 * pixel):
            ends = [x, x + 6 * pixel]
            axes.plot(ends, [place + 0.4, place - 0.4], color=WHITE, lw=2.2)
