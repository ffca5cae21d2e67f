"""The charts of the report, each from the record that its section made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.report.chart_canvas import AXIS, HIRES, REST, WAITING, Across, canvas, write
from audit.report.chart_svg import inline_svg
from audit.report.page_candidates import Survival
from audit.report.page_time import Distribution, Ladder
from audit.report.page_where import ParetoBar
from audit.report.palette import INK, LINK, QUIET, RETURN, WHITE

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROW = 28
"""Pixels from one horizontal bar to the next."""


def pareto(bars: tuple[ParetoBar, ...], title: str, text: str) -> str:
    """Draw friction by step, most first, with the share down to each step."""
    width, top, left = 540, 26, 220
    height = top + ROW * len(bars) + 6
    figure, axes = canvas(width, height, left=left, right=92, top=top, bottom=6)
    most = max(bar.points for bar in bars)
    axes.set_xlim(0, most)
    axes.set_ylim(len(bars) - 0.5, -0.5)
    pixel = most / (width - left - 92)
    axes.barh(
        range(len(bars)),
        [bar.points for bar in bars],
        height=0.68,
        color=[RETURN if bar.in_half else REST for bar in bars],
    )
    end = most + 92 * pixel
    write(axes, end, -0.85, "down to here", size=12, colour=QUIET, across="right")
    for place, bar in enumerate(bars):
        write(axes, -9 * pixel, place, bar.label, across="right")
        write(axes, bar.points + 5 * pixel, place, bar.text, bold=True)
        share = f"{bar.cumulative:.0%}".replace("%", " %")
        write(axes, end, place, share, colour=QUIET, across="right")
    half = sum(bar.in_half for bar in bars)
    if 0 < half < len(bars):
        axes.plot(
            [0, end],
            [half - 0.5, half - 0.5],
            color=RETURN,
            lw=0.9,
            ls=(0, (4, 3)),
            clip_on=False,
        )
    return inline_svg(figure, "c-pareto", title, text)


def ladder(data: Ladder) -> str:
    """Draw the days that each step adds, and the work in it, from left to right."""
    width, height, right = 1060, 190, 130
    days = sum(rung.days for rung in data.rungs)
    minutes = sum(rung.minutes for rung in data.rungs)
    # Work is hours where waiting is weeks: each rung of it gets at least a sliver.
    sliver = max(days, 1e-9) * min(0.006, 0.25 / max(1, len(data.rungs)))
    scale = 1 / 1440
    widths = [max(sliver, rung.minutes * scale) for rung in data.rungs]
    total = days + sum(widths)
    figure, axes = canvas(width, height, left=6, right=right, top=10, bottom=10)
    axes.set_xlim(0, total)
    axes.set_ylim(-0.95, 1.35)
    pixel = total / (width - right - 6)
    x, line_x, line_y, free, free_above = 0.0, [0.0], [0.0], -1.0, -1.0
    for rung, work in zip(data.rungs, widths, strict=True):
        if rung.days > 0:
            axes.fill_between([x, x + rung.days], 0, 1, color=WAITING, lw=0)
            line_x += [x, x + rung.days]
            line_y += [1, 1]
            middle = x + rung.days / 2
            if rung.days_text and middle - 18 * pixel > free_above:
                write(axes, middle, 1.16, rung.days_text, size=12, across="center")
                free_above = middle + 18 * pixel
            x += rung.days
        if rung.minutes > 0:
            axes.fill_between([x, x + work], -0.6, 0, color=LINK, lw=0)
        line_x += [x, x + work]
        line_y += [0, 0]
        centre = x + work / 2
        if centre - 9 * pixel > free:
            number = str(rung.number)
            write(axes, centre, -0.78, number, size=12, across="center")
            free = centre + 9 * pixel
        x += work
    axes.plot(line_x, line_y, color=INK, lw=0.9)
    beside = total + 12 * pixel
    write(axes, beside, 0.55, data.wait_text, colour=RETURN, bold=True)
    write(axes, beside, 0.33, "calendar", size=12, colour=RETURN)
    if minutes:
        write(axes, beside, -0.2, data.work_text, colour=LINK, bold=True)
        write(axes, beside, -0.42, "work", size=12, colour=LINK)
    return inline_svg(figure, "c-ladder", data.title, data.text)


def distribution(data: Distribution) -> str:
    """Draw the share of the hires by calendar days, with P50 and P90 above."""
    width, height = 700, 250
    figure, axes = canvas(width, height, left=14, right=14, top=46, bottom=44)
    law = data.histogram
    tallest = max(law.shares)
    left, right = law.start, law.start + law.width * len(law.shares)
    edges = [left + law.width * place for place in range(len(law.shares) + 1)]
    axes.set_xlim(left, right)
    axes.set_ylim(0, tallest)
    pixel = (right - left) / (width - 28)
    axes.stairs(law.shares, edges, fill=True, color=HIRES, lw=0)
    axes.stairs(law.shares, edges, color=LINK, lw=1.2)
    axes.plot([left, right], [0, 0], color=AXIS, lw=0.8, clip_on=False)
    for tick in _ticks(left, right):
        axes.plot(
            [tick, tick], [0, -0.025 * tallest], color=AXIS, lw=0.8, clip_on=False
        )
        write(
            axes, tick, -0.09 * tallest, f"{tick:g}", size=12, colour=QUIET,
            across="center",
        )  # fmt: skip
    write(
        axes, (left + right) / 2, -0.22 * tallest, "Calendar days", size=12,
        colour=QUIET, across="center",
    )  # fmt: skip
    above = 1.13 * tallest
    for place, words, side in (
        (data.p50, data.p50_text, "right"),
        (data.p90, data.p90_text, "left"),
    ):
        across: Across = "right" if side == "right" else "left"
        axes.plot(
            [place, place], [0, above], color=INK, lw=1.1, ls=(0, (3, 2)), clip_on=False
        )
        axes.plot([place], [above], marker="o", color=INK, ms=4, clip_on=False)
        shift = (-8 if side == "right" else 8) * pixel
        write(axes, place + shift, above, words, bold=True, across=across)
    return inline_svg(figure, "c-distribution", data.title, data.text)


def _ticks(low: float, high: float) -> list[float]:
    """Return round numbers from low to high, five to ten of them."""
    from math import ceil, floor, log10

    rough = (high - low) / 6
    power = 10 ** floor(log10(rough))
    step = next(step for step in (1, 2, 5, 10) if step * power >= rough) * power
    first = ceil(low / step)
    return [round(step * place, 9) for place in range(first, floor(high / step) + 1)]


def survival(data: Survival) -> str:
    """Draw those still there after each step that loses some, and those it loses."""
    width, top, left, right = 700, 30, 230, 60
    height = top + ROW * (len(data.bars) + 1) + 6
    figure, axes = canvas(width, height, left=left, right=right, top=top, bottom=6)
    axes.set_xlim(0, 1)
    axes.set_ylim(len(data.bars) + 0.5, -0.5)
    pixel = 1 / (width - left - right)
    axes.barh([0], [1], height=0.66, color=REST)
    write(axes, -9 * pixel, 0, "Apply", across="right")
    write(axes, 1 + 6 * pixel, 0, "1,000", bold=True)
    for place, bar in enumerate(data.bars, start=1):
        x = bar.remaining
        axes.barh([place], [x], height=0.66, color=REST)
        axes.barh([place], [bar.left], left=x, height=0.66, color=RETURN)
        axes.barh(
            [place], [bar.turned_away], left=x + bar.left, height=0.66, color=WHITE,
            edgecolor=QUIET, hatch="/////", lw=0.8,
        )  # fmt: skip
        write(axes, -9 * pixel, place, bar.label, across="right")
        end = x + bar.left + bar.turned_away
        write(axes, end + 6 * pixel, place, bar.text, bold=True)
    _survival_key(axes, pixel)
    return inline_svg(figure, "c-survival", data.title, data.text)


def _survival_key(axes: Axes, pixel: float) -> None:
    from matplotlib.patches import Rectangle

    x = 0.0
    for words, colour, edge, hatch in (
        ("still there", REST, "none", None),
        ("leave", RETURN, "none", None),
        ("turned away", WHITE, QUIET, "/////"),
    ):
        axes.add_patch(
            Rectangle(
                (x, -0.98), 14 * pixel, 0.4, facecolor=colour, edgecolor=edge,
                hatch=hatch, lw=0.8, clip_on=False,
            )
        )  # fmt: skip
        write(axes, x + 20 * pixel, -0.78, words, size=12, colour=QUIET)
        x += (34 + 7.5 * len(words)) * pixel
