"""Colours of the report's drawings, and the arithmetic that proves them legible.

The heat ramp falls in lightness from class to class, so it keeps its order in grey and
for colour-blind readers; a class is never told by colour alone.
"""

from __future__ import annotations

HEAT = ("#fff8e1", "#fee3a2", "#fdbe6f", "#f58b4c", "#c2411f", "#8e0f26")
"""Fill of a step by its share of all friction points, from low to high."""

HEAT_BOUNDS = (0.01, 0.02, 0.05, 0.10, 0.20)
"""Lowest share of the points that belongs to each class after the first."""

WHITE = "#ffffff"
INK = "#1b2027"
"""Names and figures on light ground."""
QUIET = "#4a525c"
"""Words beside the point: captions, shares on lines."""
BORDER = "#39424e"
"""Outlines of steps, gateways and events."""
LINE = "#4b5663"
"""Sequence flows."""
RETURN = "#a1122a"
"""Rework: lines and their words; always dashed or marked with a turning arrow."""
LINK = "#1f4e8c"
"""Places where a flow goes on in another band."""
GONE = "#747d88"
"""Lines and outlines of what the process before had and the one after has not."""
REMARK = "#e1ebf7"
"""Ground of the words that say what became of a step."""
LANES = ("#ffffff", "#f4f6f8")
"""Ground of the lanes, in turn."""
LANE_HEAD = "#e6eaef"
LANE_EDGE = "#c3c9d1"
GROUNDS = (*LANES, LANE_HEAD)


def heat_class(share: float) -> int:
    """Return the heat class, 0 to 5, of a share of all friction points.

    >>> [heat_class(share) for share in (0.0, 0.01, 0.099, 0.2, 1.0)]
    [0, 1, 3, 5, 5]
    """
    return sum(share >= bound for bound in HEAT_BOUNDS)


def ink_on(fill: str) -> str:
    """Return the text colour that is easier to read on a fill: dark or white."""
    return max((INK, WHITE), key=lambda ink: contrast(ink, fill))


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (
        _linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
