"""Points that the after saves, and how far that may be off."""

from __future__ import annotations

from audit.report.charts.before_after import AFTER
from audit.report.charts.canvas import AXIS, canvas, write
from audit.report.charts.charts import ticks
from audit.report.charts.svg import inline_svg
from audit.report.comparison.certainty import GainRanges
from audit.report.palette import INK, QUIET

ROW = 46
"""Pixels of one range with its words."""


def gain_ranges(data: GainRanges) -> str:
    """Draw each range as a line with a dot, with a mark at nought."""
    width, side, bottom = 560, 22, 44
    height = ROW * len(data.ranges) + bottom
    figure, axes = canvas(width, height, left=side, right=side, top=0, bottom=bottom)
    low = min(0.0, *(part.low for part in data.ranges))
    high = max(0.0, *(part.high for part in data.ranges))
    if high - low < 1e-9:
        high = low + 1.0
    axes.set_xlim(low, high)
    axes.set_ylim(len(data.ranges), 0)
    pixel = (high - low) / (width - 2 * side)
    foot = len(data.ranges)
    axes.plot([low, high], [foot, foot], color=AXIS, lw=0.8, clip_on=False)
    for place, part in enumerate(data.ranges):
        y = place + 0.68
        # Nought is marked beside the lines only, so that it never crosses the words.
        nought = [place + 0.48, place + 0.92]
        axes.plot([0, 0], nought, color=INK, lw=1.2, clip_on=False)
        axes.plot([part.low, part.high], [y, y], color=AFTER, lw=2.4, clip_on=False)
        for x in (part.low, part.high):
            axes.plot([x], [y], marker="|", color=AFTER, ms=8, mew=2, clip_on=False)
        axes.plot([part.likely], [y], marker="o", color=AFTER, ms=6, clip_on=False)
    for place, part in enumerate(data.ranges):
        write(axes, low + 5 * pixel, place + 0.28, f"{part.label}: {part.text}")
    for tick in ticks(low, high):
        axes.plot([tick, tick], [foot, foot + 0.09], color=AXIS, lw=0.8, clip_on=False)
        words = f"{tick:,g}".replace("-", "\N{MINUS SIGN}")
        write(axes, tick, foot + 0.3, words, size=12, colour=QUIET, across="center")
    middle = (low + high) / 2
    write(
        axes, middle, foot + 0.72, "Points saved", size=12, colour=QUIET,
        across="center",
    )  # fmt: skip
    return inline_svg(figure, "c-gain", data.title, data.text)
