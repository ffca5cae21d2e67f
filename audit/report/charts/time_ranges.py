"""Spans of time from P50 to P90, with the intervals of both ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.report.charts.before_after import AFTER
from audit.report.charts.canvas import AXIS, canvas, write
from audit.report.charts.charts import ticks
from audit.report.charts.svg import inline_svg
from audit.report.palette import INK, QUIET
from audit.report.process_map.layout.text import width_of
from audit.report.simulation.times import TimeRanges
from audit.result.simulation import SimulatedNumber

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROW = 58
"""Pixels of one span with its words."""
SIZE = 13
"""Pixels of the letters."""


def time_ranges(data: TimeRanges) -> str:
    """Draw each span as a thick line between two marks, on a scale from nought."""
    width, bottom = 860, 40
    left = round(max(width_of(one.label, SIZE) for one in data.ranges)) + 22
    right = round(max(width_of(one.p90_text, SIZE, bold=True) for one in data.ranges))
    height = ROW * len(data.ranges) + bottom
    figure, axes = canvas(width, height, left=left, right=right, top=0, bottom=bottom)
    most = max(_end(one.p90) for one in data.ranges) or 1.0
    axes.set_xlim(0, most)
    axes.set_ylim(len(data.ranges), 0)
    pixel = most / (width - left - right)
    floor = len(data.ranges)
    axes.plot([0, most], [floor, floor], color=AXIS, lw=0.8, clip_on=False)
    for tick in ticks(0.0, most):
        axes.plot(
            [tick, tick], [floor, floor + 4 / ROW], color=AXIS, lw=0.8, clip_on=False
        )
        write(
            axes, tick, floor + 14 / ROW, f"{tick:,g}", size=12, colour=QUIET,
            across="center",
        )  # fmt: skip
    write(
        axes, most / 2, floor + 31 / ROW, "Calendar days", size=12, colour=QUIET,
        across="center",
    )  # fmt: skip
    for place, one in enumerate(data.ranges):
        y = place + 0.64
        write(axes, -9 * pixel, y, one.label, across="right")
        ends = [one.p50.mean, one.p90.mean]
        axes.plot(ends, [y, y], color=AFTER, lw=5, clip_on=False)
        for number, mark in ((one.p50, "o"), (one.p90, "D")):
            _whisker(axes, number, y)
            axes.plot(
                [number.mean], [y], marker=mark, ms=6, mfc=AFTER, mec=INK,
                clip_on=False,
            )  # fmt: skip
        # The words of the two ends grow apart, so that they never meet.
        write(
            axes, one.p50.mean + 5 * pixel, place + 0.27, one.p50_text, bold=True,
            across="right",
        )  # fmt: skip
        write(axes, one.p90.mean - 5 * pixel, place + 0.27, one.p90_text, bold=True)
    return inline_svg(figure, "c-times", data.title, data.text)


def _end(number: SimulatedNumber) -> float:
    return number.mean if number.high is None else number.high


def _whisker(axes: Axes, number: SimulatedNumber, y: float) -> None:
    if number.low is None or number.high is None:
        return
    axes.plot([number.low, number.high], [y, y], color=INK, lw=1.2, clip_on=False)
    for end in (number.low, number.high):
        axes.plot([end, end], [y - 0.1, y + 0.1], color=INK, lw=1.2, clip_on=False)
