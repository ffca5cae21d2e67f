"""The calendar time of both processes, one above the other on one scale."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from audit.report.charts.before_after import AFTER, BEFORE
from audit.report.charts.canvas import AXIS, canvas, write
from audit.report.charts.charts import ticks
from audit.report.charts.svg import inline_svg
from audit.report.comparison.time import Law, TimeLaws
from audit.report.palette import INK, QUIET
from audit.report.process_map.layout.text import width_of
from audit.result import Histogram

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NEARLY_ALL = 0.995
"""Share of the hires within the scale; the slowest are not drawn."""
BINS = 60
"""Bars from the shortest to the longest hire of both processes."""
PANEL = 128
"""Pixels of one law with its words."""
SIZE = 13


def time_laws(data: TimeLaws) -> str:
    """Draw a panel for each law, with the same days at the same place in each."""
    width, side, bottom = 560, 14, 42
    height = PANEL * len(data.laws) + bottom
    figure, axes = canvas(width, height, left=side, right=side, top=0, bottom=bottom)
    start, step = _scale(data.laws)
    end = start + BINS * step
    shares = [rebinned(law.histogram, start, step, BINS) for law in data.laws]
    tallest = max(max(row) for row in shares)
    axes.set_xlim(start, end)
    axes.set_ylim(-len(data.laws), 0)
    pixel = (end - start) / (width - 2 * side)
    for place, (law, row) in enumerate(zip(data.laws, shares, strict=True), start=1):
        colour = AFTER if law is data.laws[-1] else BEFORE
        _panel(axes, law, row, -place, 0.62 / tallest, step, colour, pixel)
    base = -len(data.laws)
    for tick in ticks(start, end):
        axes.plot([tick, tick], [base, base - 0.03], color=AXIS, lw=0.8, clip_on=False)
        words = f"{tick:,g}"
        write(axes, tick, base - 0.12, words, size=12, colour=QUIET, across="center")
    middle = (start + end) / 2
    write(
        axes, middle, base - 0.27, "Calendar days", size=12, colour=QUIET,
        across="center",
    )  # fmt: skip
    return inline_svg(figure, "c-laws", data.title, data.text)


def _scale(laws: tuple[Law, ...]) -> tuple[float, float]:
    """Return where the common scale begins and how wide a bar is, in days.

    The scale ends where nearly all hires of both are done: a few that go round a loop
    many times would press all others together. It begins at nought where that is near.
    """
    low = min(law.histogram.start for law in laws)
    high = max(max(_reached(law.histogram, NEARLY_ALL), law.p90) for law in laws)
    start = 0.0 if low < high / 2 else low - 0.04 * (high - low)
    return start, max(1.02 * high - start, 1e-6) / BINS


def _reached(law: Histogram, share: float) -> float:
    """Return the days by which a share of the hires is done, up to a bin's width."""
    held = 0.0
    for place, part in enumerate(law.shares, start=1):
        held += part
        if held >= share:
            return law.start + law.width * place
    return law.start + law.width * len(law.shares)


def rebinned(law: Histogram, start: float, step: float, bins: int) -> list[float]:
    """Return the shares of a law in bins of another width.

    A share is taken as spread evenly over its own bin; only what lies beyond the last
    new bin is lost.

    Args:
        law: shares in bins of its own width.
        start: where the new bins begin, in days.
        step: width of a new bin, in days.
        bins: how many there are.
    """
    shares = [0.0] * bins
    for place, share in enumerate(law.shares):
        low = law.start + law.width * place
        high = low + law.width
        first = max(0, floor((low - start) / step))
        last = min(bins, max(first + 1, ceil((high - start) / step - 1e-9)))
        for target in range(first, last):
            left, right = start + step * target, start + step * (target + 1)
            covered = min(high, right) - max(low, left)
            shares[target] += share * max(covered, 0.0) / law.width
    return shares


def _panel(
    axes: Axes,
    law: Law,
    shares: list[float],
    base: float,
    scale: float,
    step: float,
    colour: str,
    pixel: float,
) -> None:
    start, end = axes.get_xlim()
    edges = [start + step * place for place in range(len(shares) + 1)]
    heights = [base + share * scale for share in shares]
    axes.stairs(
        heights, edges, baseline=base, fill=True, fc=colour, ec=colour, lw=0.6,
        clip_on=False,
    )  # fmt: skip
    axes.plot([start, end], [base, base], color=AXIS, lw=0.8, clip_on=False)
    write(axes, start, base + 0.9, law.name, bold=True)
    line = base + 0.72
    for x, marker in ((law.p50, "o"), (law.p90, "|")):
        axes.plot(
            [x, x], [base, line], color=INK, lw=0.9, ls=(0, (3, 2)), clip_on=False
        )
        axes.plot([x], [line], marker=marker, color=INK, ms=5, mew=2, clip_on=False)
    axes.plot([law.p50, law.p90], [line, line], color=INK, lw=1.6, clip_on=False)
    words = f"{law.p50_text}, {law.p90_text}"
    room = (width_of(words, SIZE, bold=True) + 12) * pixel
    if law.p90 + room < end:
        write(axes, law.p90 + 9 * pixel, line, words, bold=True)
    else:
        write(axes, end, base + 0.9, words, bold=True, across="right")
