"""Money of the first year against what is left: the best set for each amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.report.charts.before_after import AFTER
from audit.report.charts.canvas import AXIS, canvas, write
from audit.report.charts.charts import ticks
from audit.report.charts.svg import inline_svg
from audit.report.page.amounts import amount
from audit.report.palette import INK, QUIET, RETURN, WHITE
from audit.report.process_map.layout.text import width_of
from audit.report.recommendation.fronts import CostFront

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH, HEIGHT = 520, 300
LEFT, RIGHT, TOP, BOTTOM = 50, 22, 30, 48
SIZE = 12
"""Pixels of the letters."""
ROOM = 0.14
"""Of the height, above and below the curve."""
LETTER = 10
"""Pixels from the line of a grade to its letter beneath."""
GAP = 6
"""Pixels from a point to its words."""


def cost_front(data: CostFront, uid: str) -> str:
    """Draw the curve as steps: what is left stays until the next set can be paid.

    Args:
        data: the curve and its words.
        uid: prefix of ids, unique in the page.
    """
    figure, axes = canvas(WIDTH, HEIGHT, left=LEFT, right=RIGHT, top=TOP, bottom=BOTTOM)
    every = [data.now, *data.places, *([data.chosen] if data.chosen else [])]
    right = max(place.cost for place in every) * 1.06 or 1.0
    if data.chosen is not None:
        right = max(right, _with_words(data.chosen.cost, data.chosen_text))
    low, high = (end(place.value for place in every) for end in (min, max))
    margin = ROOM * max(high - low, 1e-6)
    low, high = low - margin, high + margin
    left = -0.02 * right
    axes.set_xlim(left, right)
    axes.set_ylim(low, high)
    across = (right - left) / (WIDTH - LEFT - RIGHT)
    up = (high - low) / (HEIGHT - TOP - BOTTOM)
    _scales(axes, data, (left, right), (low, high), across, up)
    for letter, bound in data.bounds:
        if low + 18 * up < bound < high - 4 * up:
            axes.plot(
                [left, right], [bound, bound], color=RETURN, lw=0.9, ls=(0, (4, 3))
            )
            write(
                axes,
                right,
                bound - LETTER * up,
                f"grade {letter}",
                size=SIZE,
                colour=QUIET,
                across="right",
            )
    ends = [*data.places[1:], data.places[-1]]
    xs = [x for a, b in zip(data.places, ends, strict=True) for x in (a.cost, b.cost)]
    ys = [place.value for place in data.places for _ in range(2)]
    axes.plot(xs, ys, color=AFTER, lw=1.6)
    axes.plot(
        [place.cost for place in data.places], [place.value for place in data.places],
        marker="o", ls="none", ms=4.5, color=AFTER, clip_on=False,
    )  # fmt: skip
    x, y = data.now.cost, data.now.value
    axes.plot([x], [y], marker="o", ms=5.5, mfc=WHITE, mec=INK, clip_on=False)
    write(axes, x + GAP * across, y + 11 * up, data.now_text, size=SIZE, colour=QUIET)
    if data.chosen is not None:
        x, y = data.chosen.cost, data.chosen.value
        axes.plot([x], [y], marker="D", ms=7, color=INK, clip_on=False)
        height = y + 14 * up
        # The words keep clear of the lines of the grades and of their letters.
        for _, bound in sorted(data.bounds, key=lambda pair: pair[1]):
            if bound - 24 * up < height < bound + 10 * up:
                height = bound + 11 * up
        write(axes, x + GAP * across, height, data.chosen_text, size=SIZE, bold=True)
    return inline_svg(figure, uid, data.title, data.text)


def _with_words(cost: float, words: str) -> float:
    """Return where the scale has to end so that words fit beside their point."""
    taken = GAP + width_of(words, SIZE, bold=True)
    return cost / (1.0 - taken / (WIDTH - LEFT - RIGHT))


def _scales(
    axes: Axes,
    data: CostFront,
    xs: tuple[float, float],
    ys: tuple[float, float],
    across: float,
    up: float,
) -> None:
    (left, right), (low, high) = xs, ys
    axes.plot([left, right], [low, low], color=AXIS, lw=0.8, clip_on=False)
    axes.plot([left, left], [low, high], color=AXIS, lw=0.8, clip_on=False)
    free = left - LEFT * across
    for cost in ticks(0.0, right):
        words = amount(cost, "money", data.currency)
        half = width_of(words, SIZE) / 2 * across
        if cost - half < free or cost + half > right + RIGHT * across:
            continue
        free = cost + half + 8 * across
        axes.plot([cost, cost], [low, low - 5 * up], color=AXIS, lw=0.8, clip_on=False)
        write(
            axes, cost, low - 15 * up, words, size=SIZE, colour=QUIET, across="center"
        )
    for tick in ticks(low, high):
        axes.plot(
            [left, left - 5 * across], [tick, tick], color=AXIS, lw=0.8, clip_on=False
        )
        words = f"{tick:,g}"
        write(
            axes,
            left - 8 * across,
            tick,
            words,
            size=SIZE,
            colour=QUIET,
            across="right",
        )
    middle = (left + right) / 2
    write(
        axes, middle, low - 36 * up, "Cost in the first year", size=SIZE, colour=QUIET,
        across="center",
    )  # fmt: skip
    write(
        axes, left - (LEFT - 4) * across, high + 16 * up, data.axis, size=SIZE,
        colour=QUIET,
    )  # fmt: skip
