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
) -> tuple[Spot, ...]:
    """Return a place for the label of each point, the first points nearest to theirs.

    Each label takes the first free place on circles around its point. Where everything
    within reach is taken it stays beside its point, on whatever lies there.

    Args:
        points: across and upwards, in pixels.
        sizes: width and height of the labels.
        room: width and height of the drawing, which no label leaves.
        radius: of the points.
    """
    taken: list[tuple[float, float, float, float]] = [
        (x, y, 2 * radius, 2 * radius) for x, y in points
    ]
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
        a, b = next(
            (
                spot
                for spot in inside
                if not any(_meet((*spot, width, height), other) for other in taken)
            ),
            inside[0],
        )
        taken.append((a, b, width, height))
        away = (
            max(abs(a - x) - width / 2, 0.0) ** 2
            + max(abs(b - y) - height / 2, 0.0) ** 2
        )
        spots.append(Spot(x=a, y=b, led=away > (radius + NEAR) ** 2))
    return tuple(spots)


def _meet(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    """Say whether two boxes, each a middle with a width and a height, overlap."""
    return (
        abs(one[0] - other[0]) < (one[2] + other[2]) / 2 + APART
        and abs(one[1] - other[1]) < (one[3] + other[3]) / 2 + APART
    )
