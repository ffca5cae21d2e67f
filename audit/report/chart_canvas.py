"""A matplotlib figure laid out in the pixels of the page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from audit.report.palette import INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

AXIS = "#9aa3ad"
REST = "#c9cfd6"
"""Bars that are there for comparison."""
WAITING = "#f1d3c8"
HIRES = "#b9cbe2"

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
    return figure, axes


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
    )
