"""The effort-impact matrix: money of the first year against points taken off."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from audit.report.charts.before_after import AFTER
from audit.report.charts.canvas import AXIS, canvas, write
from audit.report.charts.charts import ticks
from audit.report.charts.label_places import label_places, line_box
from audit.report.charts.svg import inline_svg
from audit.report.page.amounts import amount
from audit.report.palette import INK, QUIET, WHITE
from audit.report.process_map.layout.text import width_of
from audit.report.recommendation.matrix import Matrix

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH, HEIGHT = 460, 400
LEFT, RIGHT, TOP, BOTTOM = 46, 22, 30, 48
SIZE = 13
"""Pixels of the letters of labels."""
SMALL = 12
RADIUS = 5.0
SCALE = 100.0
"""Money around which the scale turns from even steps into tenfold ones."""
LEAST_COST = 10_000.0
"""The scale reaches at least as far."""


def along(cost: float) -> float:
    """Return where an amount of money lies: nought at 0, about one for each tenfold.

    >>> [round(along(cost), 2) for cost in (0, 900, 9_900, 99_900)]
    [0.0, 1.0, 2.0, 3.0]
    """
    return log10(1.0 + cost / SCALE)


def effort_impact(data: Matrix) -> str:
    """Draw each change as a dot with its number; recommended ones are filled."""
    figure, axes = canvas(WIDTH, HEIGHT, left=LEFT, right=RIGHT, top=TOP, bottom=BOTTOM)
    right = along(max(LEAST_COST, *(mark.cost for mark in data.marks))) * 1.04
    low = min(0.0, *(mark.points for mark in data.marks))
    high = max(1.0, *(mark.points for mark in data.marks))
    margin = 0.08 * (high - low)
    low, high = low - margin, high + margin
    left = -0.04 * right
    axes.set_xlim(left, right)
    axes.set_ylim(low, high)
    wide, tall = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    across, up = (right - left) / wide, (high - low) / tall
    _scales(axes, data.currency, (left, right), (low, high), across, up)
    _quarters(axes, (left, right), (low, high))
    places = [
        ((along(mark.cost) - left) / across, (mark.points - low) / up)
        for mark in data.marks
    ]
    sizes = [(width_of(m.label, SIZE, bold=m.chosen) + 2, 14.0) for m in data.marks]
    nought = -low / up
    lines = (
        line_box(0, tall / 2, wide, tall / 2),
        line_box(wide / 2, 0, wide / 2, tall),
        line_box(0, nought, wide, nought),
    )
    spots = label_places(places, sizes, (wide, tall), RADIUS, lines)
    for (x, y), spot in zip(places, spots, strict=True):
        if spot.led:
            xs, ys = (left + x * across, left + spot.x * across), (y, spot.y)
            axes.plot(xs, [low + v * up for v in ys], color=AXIS, lw=0.7)
    for chosen in (False, True):
        here = [
            (left + x * across, low + y * up)
            for (x, y), mark in zip(places, data.marks, strict=True)
            if mark.chosen == chosen
        ]
        if here:
            axes.plot(
                *zip(*here, strict=True), marker="o", ls="none", ms=2 * RADIUS * 0.75,
                mfc=AFTER if chosen else WHITE, mec=AFTER if chosen else QUIET,
                mew=1.2, clip_on=False,
            )  # fmt: skip
    for mark, spot in zip(data.marks, spots, strict=True):
        write(
            axes, left + spot.x * across, low + spot.y * up, mark.label,
            bold=mark.chosen, colour=INK if mark.chosen else QUIET, across="center",
        )  # fmt: skip
    return inline_svg(figure, "c-matrix", data.title, data.text)


def _scales(
    axes: Axes,
    currency: str,
    xs: tuple[float, float],
    ys: tuple[float, float],
    across: float,
    up: float,
) -> None:
    """Draw the two scales with their numbers; the nought of the points is a line."""
    (left, right), (low, high) = xs, ys
    axes.plot([left, right], [low, low], color=AXIS, lw=0.8, clip_on=False)
    axes.plot([left, left], [low, high], color=AXIS, lw=0.8, clip_on=False)
    axes.plot([left, right], [0, 0], color=INK, lw=0.8, clip_on=False)
    free = left
    for cost in (0.0, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9):
        x, words = along(cost), amount(cost, "money", currency)
        half = width_of(words, SMALL) / 2 * across
        if x > right or (x - half < free and cost):
            continue
        free = x + half + 8 * across
        axes.plot([x, x], [low, low - 5 * up], color=AXIS, lw=0.8, clip_on=False)
        start = max(x, left - LEFT * across + half)
        end = min(start, right + RIGHT * across - half)
        write(
            axes, end, low - 15 * up, words, size=SMALL, colour=QUIET, across="center"
        )
    for tick in ticks(low, high):
        axes.plot(
            [left, left - 5 * across], [tick, tick], color=AXIS, lw=0.8, clip_on=False
        )
        words = f"{tick:,g}".replace("-", "\N{MINUS SIGN}")
        write(
            axes,
            left - 8 * across,
            tick,
            words,
            size=SMALL,
            colour=QUIET,
            across="right",
        )
    middle = (left + right) / 2
    write(
        axes, middle, low - 36 * up, "Cost in the first year", size=SMALL, colour=QUIET,
        across="center",
    )  # fmt: skip
    write(
        axes, left - (LEFT - 4) * across, high + 16 * up, "Points taken off",
        size=SMALL, colour=QUIET,
    )  # fmt: skip


def _quarters(
    axes: Axes,
    xs: tuple[float, float],
    ys: tuple[float, float],
) -> None:
    """Halve both scales."""
    (left, right), (low, high) = xs, ys
    middle, centre = (left + right) / 2, (low + high) / 2
    dashes = (0, (4, 3))
    axes.plot([middle, middle], [low, high], color=AXIS, lw=0.7, ls=dashes)
    axes.plot([left, right], [centre, centre], color=AXIS, lw=0.7, ls=dashes)
