"""Where the labels of points go, so that none lies on another or on a point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

RINGS = 24
"""Circles around a point on which its label is tried, from near to far."""
STEP = 11.0
"""Pixels from one circle to the next."""
TURNS = 12
"""Places on a circle."""
NEAR = 1.5 * STEP
"""Pixels up to which a label needs no line to its point."""
APART = 1.0
"""Pixels between two labels."""


Box = tuple[float, float, float, float]
"""The middle, across and upwards, the width and the height, in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """The middle of a label, in pixels."""

    x: float
    y: float
    led: bool
    """So far from its point that a line has to lead there."""


def label_places(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    room: tuple[float, float],
    radius: float,
    lines: Sequence[Box] = (),
) -> tuple[Spot, ...]:
    """Return a place for the label of each point, the first points nearest to theirs.

    Each label takes the first free place on circles around its point. Where there is no
    place clear of the lines too, it may lie on a line; where everything within reach is
    taken it stays beside its point, on whatever lies there.

    Args:
        points: across and upwards, in pixels.
        sizes: width and height of the labels.
        room: width and height of the drawing, which no label leaves.
        radius: of the points.
        lines: that no label should lie on.
    """
    taken: list[Box] = [(x, y, 2 * radius, 2 * radius) for x, y in points]
    spots = []
    for (x, y), (width, height) in zip(points, sizes, strict=True):
        places = [
            (x + reach * cos(turn) + cos(turn) * width / 2, y + reach * sin(turn))
            for ring in range(1, RINGS + 1)
            for reach in (radius + ring * STEP,)
            for turn in (pi / 4 + 2 * pi * place / TURNS for place in range(TURNS))
        ]
        inside = [
            (a, b)
            for a, b in places
            if width / 2 <= a <= room[0] - width / 2
            and height / 2 <= b <= room[1] - height / 2
        ] or [(x, y)]
        boxes = [(*spot, width, height) for spot in inside]
        apart = [box for box in boxes if free(box, taken)]
        a, b, *_ = next((box for box in apart if free(box, lines)), (apart or boxes)[0])
        taken.append((a, b, width, height))
        away = (
            max(abs(a - x) - width / 2, 0.0) ** 2
            + max(abs(b - y) - height / 2, 0.0) ** 2
        )
        spots.append(Spot(x=a, y=b, led=away > (radius + NEAR) ** 2))
    return tuple(spots)


def free(box: Box, others: Sequence[Box]) -> bool:
    """Say whether a box overlaps none of the others."""
    return not any(
        abs(box[0] - other[0]) < (box[2] + other[2]) / 2 + APART
        and abs(box[1] - other[1]) < (box[3] + other[3]) / 2 + APART
        for other in others
    )


def line_box(x1: float, y1: float, x2: float, y2: float) -> Box:
    """Return the box of a level or an upright line, two pixels thick.

    >>> line_box(10, 40, 30, 40)
    (20.0, 40.0, 22, 2)
    """
    return (x1 + x2) / 2, (y1 + y2) / 2, abs(x2 - x1) + 2, abs(y2 - y1) + 2
