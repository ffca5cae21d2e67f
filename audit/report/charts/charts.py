"""The charts of the report, each from the record that its section made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.report.charts.canvas import (
    AXIS,
    HIRES,
    REST,
    WAITING,
    Rectangle,
    boxes,
    canvas,
    write,
)
from audit.report.charts.fluid import (
    LINE,
    SMALL,
    across,
    fluid,
    folded,
    level,
    named_number,
    span,
)
from audit.report.charts.svg import inline_svg
from audit.report.page.candidates import Survival
from audit.report.page.time import Distribution, Ladder
from audit.report.page.where import ParetoBar
from audit.report.palette import INK, LINK, QUIET, RETURN
from audit.report.process_map.layout.text import shorten, width_of
from audit.report.svg import Fragment, element, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROW = 28
"""Pixels from one horizontal bar to the next."""
SIZE = 13
"""Pixels of the letters of labels."""
HATCH = "/////"


def pareto(bars: tuple[ParetoBar, ...], title: str, text: str) -> Fragment:
    """Draw friction by step, most first, with the share down to each step."""
    top, bar, above = 20, 12, 18
    below = folded((one.label, f"{one.text}  {one.cumulative_text}") for one in bars)
    row = above + bar + 10 + (LINE if below else 0)
    most = max(one.points for one in bars)
    names, shares = [], [(top - 8, "down to here")]
    drawn: dict[str, list[Fragment]] = {RETURN: [], REST: []}
    for place, one in enumerate(bars):
        foot = top + row * place + 12
        beside = foot + LINE if below else foot
        names.append(named_number(one.label, one.text, foot, below=below))
        shares.append((beside, one.cumulative_text))
        ends = span(0.0, one.points / most)
        fill = RETURN if one.in_half else REST
        drawn[fill].append(element("rect", **ends, y=beside + 6, height=bar))
    half = sum(one.in_half for one in bars)
    line = [level(0.0, 1.0, top + row * half - 3)] if 0 < half < len(bars) else []
    return fluid(
        *names,
        element("g", *_shares(shares), fill=QUIET, font_size=SMALL),
        *(element("g", *some, fill=fill) for fill, some in drawn.items() if some),
        element("g", *line, stroke=RETURN, stroke_dasharray="4 3"),
        height=top + row * len(bars),
        uid="c-pareto",
        title=title,
        text=text,
    )


def _shares(shares: list[tuple[int, str]]) -> list[Fragment]:
    """Write words in a column at the right, each at its height."""
    return [
        element("text", words(said), x=across(1.0), y=y, text_anchor="end")
        for y, said in shares
    ]


def ladder(data: Ladder) -> str:
    """Draw the days that each step adds, and the work in it, from left to right."""
    width, height, left, right = 1060, 190, 6, 130
    days = sum(rung.days for rung in data.rungs)
    # Work is hours where waiting is weeks: each rung of it gets at least a sliver.
    sliver = max(days, 1e-9) * min(0.006, 0.25 / max(1, len(data.rungs)))
    works = [max(sliver, rung.minutes / 1440) for rung in data.rungs]
    total = days + sum(works)
    figure, axes = canvas(width, height, left=left, right=right, top=10, bottom=10)
    axes.set_xlim(0, total)
    axes.set_ylim(-0.95, 1.35)
    pixel = total / (width - left - right)
    x, line, free = 0.0, [(0.0, 0.0)], -total
    numbers: list[tuple[float, str]] = []
    waits: list[Rectangle] = []
    touches: list[Rectangle] = []
    for rung, work in zip(data.rungs, works, strict=True):
        if rung.days > 0:
            waits.append((x, 0, rung.days, 1))
            line += [(x, 1), (x + rung.days, 1)]
            middle, room = x + rung.days / 2, 4 * len(rung.days_text) * pixel
            if rung.days_text and rung.days > 2 * room:
                write(axes, middle, 1.16, rung.days_text, size=12, across="center")
            x += rung.days
        if rung.minutes > 0:
            touches.append((x, -0.6, work, 0.6))
        line += [(x, 0), (x + work, 0)]
        centre = x + work / 2
        if centre - 9 * pixel > free:
            numbers.append((centre, str(rung.number)))
            free = centre + 9 * pixel
        x += work
    for centre, number in numbers:
        write(axes, centre, -0.78, number, size=12, across="center")
    boxes(axes, waits, WAITING)
    boxes(axes, touches, LINK)
    axes.plot(*zip(*line, strict=True), color=INK, lw=0.9, clip_on=False)
    beside = total + 12 * pixel
    write(axes, beside, 0.55, data.wait_text, colour=RETURN, bold=True)
    write(axes, beside, 0.33, "calendar", size=12, colour=RETURN)
    if touches:
        write(axes, beside, -0.2, data.work_text, colour=LINK, bold=True)
        write(axes, beside, -0.42, "work", size=12, colour=LINK)
    return inline_svg(figure, "c-ladder", data.title, data.text)


def distribution(data: Distribution) -> str:
    """Draw the share of the hires by calendar days, with P50 and P90 above."""
    width, height, side = 520, 260, 14
    figure, axes = canvas(width, height, left=side, right=side, top=52, bottom=44)
    law = data.histogram
    tallest = max(law.shares)
    left, right = law.start, law.start + law.width * len(law.shares)
    axes.set_xlim(left, right)
    axes.set_ylim(0, tallest)
    pixel = (right - left) / (width - 2 * side)
    edges = [left + law.width * place for place in range(len(law.shares) + 1)]
    axes.stairs(law.shares, edges, fill=True, fc=HIRES, ec=LINK, lw=1.1, clip_on=False)
    axes.plot([left, right], [0, 0], color=AXIS, lw=0.8, clip_on=False)
    for tick in ticks(left, right):
        down = [0, -0.025 * tallest]
        axes.plot([tick, tick], down, color=AXIS, lw=0.8, clip_on=False)
        low, said = -0.09 * tallest, f"{tick:,g}"
        write(axes, tick, low, said, size=12, colour=QUIET, across="center")
    middle, low = (left + right) / 2, -0.22 * tallest
    write(axes, middle, low, "Calendar days", size=12, colour=QUIET, across="center")
    _markers(axes, data, tallest, pixel)
    return inline_svg(figure, "c-distribution", data.title, data.text)


def _markers(axes: Axes, data: Distribution, tallest: float, pixel: float) -> None:
    """Draw P50 and P90 with their words, P50's to the left and P90's to the right.

    Words without room there stand higher, on the other side, clear of the other line.
    """
    low, high = 1.1 * tallest, 1.22 * tallest
    start, end = axes.get_xlim()
    for x, said, left in (
        (data.p50, data.p50_text, True),
        (data.p90, data.p90_text, False),
    ):
        room = (width_of(said, SIZE, bold=True) + 12) * pixel
        fits = x - room > start if left else x + room < end
        y = low if fits else high
        axes.plot([x, x], [0, y], color=INK, lw=1.1, ls=(0, (3, 2)), clip_on=False)
        axes.plot([x], [y], marker="o", color=INK, ms=4, clip_on=False)
        if left == fits:
            write(axes, x - 8 * pixel, y, said, bold=True, across="right")
        else:
            write(axes, x + 8 * pixel, y, said, bold=True)


def ticks(low: float, high: float) -> list[float]:
    """Return round numbers from low to high, four to ten of them."""
    from math import ceil, floor, log10

    rough = (high - low) / 6
    power = 10 ** floor(log10(rough))
    step = next(step for step in (1, 2, 5, 10) if step * power >= rough) * power
    first = ceil(low / step)
    return [round(step * place, 9) for place in range(first, floor(high / step) + 1)]


def survival(data: Survival) -> str:
    """Draw those still there after each step that loses some, and those it loses."""
    width, top, left, right = 520, 34, 200, 52
    height = top + ROW * (len(data.bars) + 1) + 6
    figure, axes = canvas(width, height, left=left, right=right, top=top, bottom=6)
    axes.set_xlim(0, 1)
    axes.set_ylim(len(data.bars) + 0.5, -0.5)
    pixel = 1 / (width - left - right)
    there: list[Rectangle] = [(0, -0.33, 1, 0.66)]
    leave: list[Rectangle] = []
    away: list[Rectangle] = []
    write(axes, -9 * pixel, 0, "Apply", across="right")
    write(axes, 1 + 6 * pixel, 0, "1,000", bold=True)
    for place, bar in enumerate(data.bars, start=1):
        low, x = place - 0.33, bar.remaining
        there.append((0, low, x, 0.66))
        leave.append((x, low, bar.left, 0.66))
        away.append((x + bar.left, low, bar.turned_away, 0.66))
        label = shorten(bar.label, left - 12, SIZE)
        write(axes, -9 * pixel, place, label, across="right")
    for place, bar in enumerate(data.bars, start=1):
        end = bar.remaining + bar.left + bar.turned_away
        write(axes, end + 6 * pixel, place, bar.text, bold=True)
    x = 0.0
    for said, rectangles in (
        ("still there", there),
        ("leave", leave),
        ("turned away", away),
    ):
        rectangles.append((x, -1.05, 14 * pixel, 0.4))
        write(axes, x + 20 * pixel, -0.85, said, size=12, colour=QUIET)
        x += (34 + 7.5 * len(said)) * pixel
    boxes(axes, there, REST)
    boxes(axes, leave, RETURN)
    boxes(axes, away, QUIET, hatch=HATCH)
    return inline_svg(figure, "c-survival", data.title, data.text)
