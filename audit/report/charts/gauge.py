"""The grade with its number, on the scale of the grades."""

from __future__ import annotations

from audit.report.page.summary import Gauge
from audit.report.palette import BORDER, HEAT, INK, QUIET, WHITE, ink_on
from audit.report.svg import FONT, Fragment, element, text, together, words
from audit.units import format_number

WIDTH, HEIGHT = 250, 158
SEGMENT = 50
"""Pixels of one grade on the scale."""


def place_on_scale(score: float, bounds: tuple[tuple[str, float], ...]) -> float:
    """Return where a score lies on the scale: 0 to 1 in A, up to 5 in E.

    E has no end: the score's inverse takes it from 4 towards 5.
    """
    lower = 0.0
    for place, (_, bound) in enumerate(bounds):
        if score <= bound:
            return place + (score - lower) / (bound - lower)
        lower = bound
    return len(bounds) + 1 - lower / score


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
    parts: list[Fragment] = []
    letters = [*(letter for letter, _ in gauge.bounds), "E"]
    for place, letter in enumerate(letters):
        here = letter == gauge.grade
        fill = HEAT[place % len(HEAT)]
        parts.append(
            element(
                "rect",
                x=place * SEGMENT + 1,
                y=102,
                width=SEGMENT - 2,
                height=22,
                fill=fill,
                stroke=INK if here else BORDER,
                stroke_width=2 if here else 0.6,
            )
        )
        middle = (place + 0.5) * SEGMENT
        ink = ink_on(fill)
        parts.append(
            text(letter, middle, 118, size=14, fill=ink, bold=here, anchor="middle")
        )

    def x(score: float) -> float:
        return round(place_on_scale(score, gauge.bounds) * SEGMENT, 1)

    low, at, high = x(gauge.low), x(gauge.score), x(gauge.high)
    whisker = f"M{low:g} 131H{high:g}M{low:g} 127V135M{high:g} 127V135"
    pointer = f"M{at:g} 101L{at - 7:g} 89H{at + 7:g}Z"
    parts.append(element("path", d=whisker, fill="none", stroke=INK, stroke_width=1.5))
    parts.append(element("path", d=pointer, fill=INK))
    return together(parts)
