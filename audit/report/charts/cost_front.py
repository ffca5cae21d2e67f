"""Money of the first year against what is left: the best set for each amount."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from audit.report.charts.before_after import AFTER
from audit.report.charts.canvas import AXIS, canvas, write
from audit.report.charts.charts import ticks
from audit.report.charts.label_places import Box, free, label_places, line_box
from audit.report.charts.svg import inline_svg
from audit.report.page.amounts import amount
from audit.report.palette import INK, QUIET, RETURN, WHITE
from audit.report.process_map.layout.text import width_of
from audit.report.recommendation.fronts import CostFront, Place

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
RADIUS = 4.0
"""Pixels that are kept free around a point."""
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
    ends = [*data.places[1:], data.places[-1]]
    xs = [x for a, b in zip(data.places, ends, strict=True) for x in (a.cost, b.cost)]
    ys = [place.value for place in data.places for _ in range(2)]
    axes.plot(xs, ys, color=AFTER, lw=1.6)
    axes.plot(
        [place.cost for place in data.places], [place.value for place in data.places],
        marker="o", ls="none", ms=4.5, color=AFTER, clip_on=False,
    )  # fmt: skip

    def pixels(cost: float, value: float) -> tuple[float, float]:
        return (cost - left) / across, (value - low) / up

    steps = [pixels(*corner) for corner in zip(xs, ys, strict=True)]
    named = [(data.now, data.now_text), *_chosen(data)]
    points = [pixels(place.cost, place.value) for place, _ in named]
    lines = [line_box(*one, *other) for one, other in pairwise(steps)]
    lines += [(*at, 2 * RADIUS, 2 * RADIUS) for at in (*steps, *points)]
    wide, tall = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    bounds = [
        (f"grade {letter}", (bound - low) / up)
        for letter, bound in data.bounds
        if low + 18 * up < bound < high - 4 * up
    ]
    for words, y in bounds:
        bound = low + y * up
        axes.plot([left, right], [bound, bound], color=RETURN, lw=0.9, ls=(0, (4, 3)))
        letter = _under(words, y, wide, lines)
        write(
            axes, left + letter[0] * across, low + letter[1] * up, words, size=SIZE,
            colour=QUIET, across="center",
        )  # fmt: skip
        lines.append(letter)
    lines += [line_box(0, y, wide, y) for _, y in bounds]
    sizes = [(width_of(words, SIZE, bold=True), 13.0) for _, words in named]
    spots = label_places(points, sizes, (wide, tall), RADIUS, lines)
    for (x, y), spot, (place, words) in zip(points, spots, named, strict=True):
        now = place is data.now
        if spot.led:
            axes.plot(
                [left + x * across, left + spot.x * across],
                [low + y * up, low + spot.y * up], color=AXIS, lw=0.7,
            )  # fmt: skip
        axes.plot(
            [place.cost], [place.value], marker="o" if now else "D",
            ms=5.5 if now else 7, mfc=WHITE if now else INK, mec=INK, clip_on=False,
        )  # fmt: skip
        write(
            axes, left + spot.x * across, low + spot.y * up, words, size=SIZE,
            colour=QUIET if now else INK, bold=not now, across="center",
        )  # fmt: skip
    return inline_svg(figure, uid, data.title, data.text)


def _chosen(data: CostFront) -> list[tuple[Place, str]]:
    """Return the recommended set and its words, where there is one."""
    return [(data.chosen, data.chosen_text)] if data.chosen is not None else []


def _under(words: str, y: float, wide: float, lines: list[Box]) -> Box:
    """Return where the letter of a grade stands, in pixels: beneath its line.

    It is as far to the right as nothing else is there.

    Args:
        words: the grade.
        y: of its line.
        wide: pixels of the drawing.
        lines: what is there already.
    """
    width = width_of(words, SIZE)
    boxes = [
        (wide - width / 2 - back, y - LETTER, width, 13.0)
        for back in range(0, int(wide - width), 4)
    ]
    return next((box for box in boxes if free(box, lines)), boxes[0])


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
