"""A matplotlib figure laid out in the pixels of the page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from audit.report.palette import INK, WHITE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

AXIS = "#9aa3ad"
REST = "#c9cfd6"
"""Bars that are there for comparison."""
WAITING = "#f1d3c8"
HIRES = "#b9cbe2"

Rectangle = tuple[float, float, float, float]
"""Left, low, width, height."""
Across = Literal["left", "center", "right"]
Upright = Literal["top", "center", "bottom", "baseline"]


@contextmanager
def plain_settings() -> Iterator[None]:
    """Draw with matplotlib's own settings, whatever the user's file says."""
    from matplotlib import rc_context, rcdefaults

    with rc_context():
        rcdefaults()
        yield


def canvas(
    width: int, height: int, *, left: int, right: int, top: int, bottom: int
) -> tuple[Figure, Axes]:
    """Return a figure of this many pixels and bare axes within the margins."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width / 96, height / 96), dpi=72)
    axes = figure.add_axes(
        (
            left / width,
            bottom / height,
            (width - left - right) / width,
            (height - top - bottom) / height,
        )
    )
    axes.set_axis_off()
    figure.patch.set_visible(False)
    return figure, axes


def boxes(
    axes: Axes, rectangles: list[Rectangle], colour: str, *, hatch: str | None = None
) -> None:
    """Draw rectangles of one colour, or of one hatch with that edge, as one path."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    corners = [
        Path([(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)], closed=True)
        for x, y, w, h in rectangles
        if w > 0 and h > 0
    ]
    if corners:
        axes.add_patch(
            PathPatch(
                Path.make_compound_path(*corners),
                facecolor=WHITE if hatch else colour,
                edgecolor=colour if hatch else "none",
                hatch=hatch,
                lw=0.6 if hatch else 0,
                clip_on=False,
            )
        )


def write(
    axes: Axes,
    x: float,
    y: float,
    words: str,
    *,
    size: int = 13,
    colour: str = INK,
    bold: bool = False,
    across: Across = "left",
    upright: Upright = "center",
) -> None:
    """Write words at a place in the data, `size` pixels high, never as mathematics."""
    axes.text(
        x,
        y,
        words,
        fontsize=size * 0.75,
        color=colour,
        fontweight="bold" if bold else "normal",
        fontfamily="DejaVu Sans",
        ha=across,
        va=upright,
        parse_math=False,
        clip_on=False,
    )
