"""Differences from before, each a mark with its interval, and nought between them."""

from __future__ import annotations

from audit.report.charts.before_after import AFTER
from audit.report.charts.canvas import AXIS, canvas, write
from audit.report.charts.charts import ticks
from audit.report.charts.svg import inline_svg
from audit.report.comparison.wording import MINUS
from audit.report.palette import INK, QUIET, WHITE
from audit.report.process_map.layout.text import shorten, width_of
from audit.report.simulation.scenarios.differences import Differences

ROW = 34
"""Pixels from one difference to the next."""
SIZE = 13
"""Pixels of the letters."""


def differences(data: Differences) -> str:
    """Draw the differences from top to bottom, on a scale that holds nought."""
    width, top, bottom = 860, 4, 26
    widest = max(width_of(row.label, SIZE) for row in data.rows)
    left = min(round(width * 0.3), round(widest) + 24)
    right = round(max(width_of(row.text, SIZE, bold=True) for row in data.rows)) + 24
    height = top + ROW * len(data.rows) + bottom
    figure, axes = canvas(width, height, left=left, right=right, top=top, bottom=bottom)
    low = min(0.0, *(row.low for row in data.rows))
    high = max(0.0, *(row.high for row in data.rows))
    if low == high:
        low, high = -1.0, 1.0
    axes.set_xlim(low, high)
    axes.set_ylim(len(data.rows) - 0.5, -0.5)
    pixel = (high - low) / (width - left - right)
    floor = len(data.rows) - 0.5
    axes.plot([low, high], [floor, floor], color=AXIS, lw=0.8, clip_on=False)
    axes.plot([0, 0], [-0.5, floor], color=INK, lw=1.0, clip_on=False)
    for tick in ticks(low, high):
        ends = [floor, floor + 4 / ROW]
        axes.plot([tick, tick], ends, color=AXIS, lw=0.8, clip_on=False)
        words = f"{tick:,g}".replace("-", MINUS)
        write(
            axes, tick, floor + 14 / ROW, words, size=12, colour=QUIET, across="center"
        )
    for place, row in enumerate(data.rows):
        axes.plot([row.low, row.high], [place, place], color=AFTER, lw=2, clip_on=False)
        axes.plot(
            [row.mean], [place], marker="o", ms=7, mfc=AFTER if row.sure else WHITE,
            mec=AFTER, clip_on=False,
        )  # fmt: skip
        label = shorten(row.label, left - 18, SIZE)
        write(axes, low - 14 * pixel, place, label, across="right")
    for place, row in enumerate(data.rows):
        write(axes, high + 14 * pixel, place, row.text, bold=True)
    return inline_svg(figure, f"c-{data.id}", data.title, data.text)
