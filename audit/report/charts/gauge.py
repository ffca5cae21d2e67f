"""The grade with its number, on the scale of the grades."""

from __future__ import annotations

from math import ceil, floor, log10

from audit.report.page.summary import Gauge
from audit.report.palette import BORDER, HEAT, INK, QUIET, WHITE, ink_on
from audit.report.svg import FONT, Fragment, element, text, together, words
from audit.units import format_number

WIDTH, HEIGHT = 250, 158
SEGMENT = 36
"""Pixels of one grade on the scale; E, which has no end, takes what is left."""


def scale_end(bounds: tuple[tuple[str, float], ...], *highs: float) -> float:
    """Return a round number at which the scale can end, for E has no end of its own.

    Args:
        bounds: of the grades, at least D's.
        highs: ends of the intervals that the scale has to hold.
    """
    reach = max(2 * bounds[-1][1], *(1.05 * high for high in highs))
    step = 10.0 ** floor(log10(reach)) / 2
    return ceil(reach / step) * step


def place_on_scale(
    score: float,
    bounds: tuple[tuple[str, float], ...],
    end: float,
    width: float,
    segment: float,
) -> float:
    """Return where a score lies on the scale, in pixels.

    Args:
        score: points.
        bounds: of the grades from A to D; within each the scale is even.
        end: points at the end of E.
        width: pixels of the scale.
        segment: pixels of each grade but E.
    """
    lower = left = 0.0
    for _, bound in bounds:
        if score <= bound:
            return left + segment * (score - lower) / (bound - lower)
        lower, left = bound, left + segment
    return left + (width - left) * (score - lower) / (end - lower)


def segments(
    gauge_bounds: tuple[tuple[str, float], ...],
    end: float,
    here: set[str | None],
    width: float,
    segment: float,
    top: float,
) -> list[Fragment]:
    """Draw the grades beside each other; E says at how many points its drawing ends.

    Args:
        gauge_bounds: of the grades from A to D.
        end: points at the end of E.
        here: grades to mark.
        width: pixels of the scale.
        segment: pixels of each grade but E.
        top: pixels from the top of the drawing.
    """
    parts: list[Fragment] = []
    for place, letter in enumerate([*(letter for letter, _ in gauge_bounds), "E"]):
        left, last = place * segment, letter == "E"
        fill, marked = HEAT[place % len(HEAT)], letter in here
        ink = ink_on(fill)
        parts += [
            element(
                "rect",
                x=left + 1,
                y=top,
                width=(width - left if last else segment) - 2,
                height=22,
                fill=fill,
                stroke=INK if marked else BORDER,
                stroke_width=2 if marked else 0.6,
            ),
            text(
                letter, left + segment / 2, top + 16, size=14, fill=ink, bold=marked,
                anchor="middle",
            ),
        ]  # fmt: skip
    until = f"to {format_number(end, 0)}"
    parts.append(
        text(until, width - 7, top + 16, size=12, fill=ink_on(HEAT[4]), anchor="end")
    )
    return parts


def gauge_svg(gauge: Gauge) -> str:
    """Draw the gauge; without a grade it shows the number alone."""
    scale = _scale(gauge) if gauge.bounds else together(())
    low, high = format_number(gauge.low, 0), format_number(gauge.high, 0)
    below = HEIGHT - 6 if gauge.bounds else 102
    return element(
        "svg",
        element("title", words(gauge.text), id="g-t"),
        _badge(gauge),
        scale,
        text(f"90 % interval {low} to {high}", 1, below, size=13, fill=QUIET),
        class_="gauge",
        width=WIDTH,
        height=HEIGHT,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_labelledby="g-t",
        font_family=FONT,
    )


def _badge(gauge: Gauge) -> Fragment:
    size = 46 if len(gauge.score_text) < 5 else 34
    return together(
        (
            element("rect", width=76, height=76, rx=10, fill=INK),
            text(
                gauge.grade or "–", 38, 57, size=54, fill=WHITE, bold=True,
                anchor="middle",
            ),
            text(gauge.score_text, 90, 46, size=size, fill=INK, bold=True),
            text("friction points", 91, 68, size=14, fill=QUIET),
        )
    )  # fmt: skip


def _scale(gauge: Gauge) -> Fragment:
    end = scale_end(gauge.bounds, gauge.high)

    def x(score: float) -> float:
        return round(place_on_scale(score, gauge.bounds, end, WIDTH, SEGMENT), 1)

    low, at, high = x(gauge.low), x(gauge.score), x(gauge.high)
    whisker = f"M{low:g} 131H{high:g}M{low:g} 127V135M{high:g} 127V135"
    pointer = f"M{at:g} 101L{at - 7:g} 89H{at + 7:g}Z"
    return together(
        [
            *segments(gauge.bounds, end, {gauge.grade}, WIDTH, SEGMENT, 102),
            element("path", d=whisker, fill="none", stroke=INK, stroke_width=1.5),
            element("path", d=pointer, fill=INK),
        ]
    )
