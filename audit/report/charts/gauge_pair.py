"""Two grades with their numbers, on one scale where they share it."""

from __future__ import annotations

from audit.report.charts.before_after import AFTER, BEFORE
from audit.report.charts.gauge import place_on_scale, scale_end, segments
from audit.report.comparison.summary import GaugePair
from audit.report.page.summary import Gauge
from audit.report.palette import INK, QUIET, WHITE
from audit.report.svg import FONT, Fragment, element, text, together, words
from audit.units import format_number

WIDTH, HEIGHT = 340, 186
SEGMENT = 52
"""Pixels of one grade on the scale; E takes what is left."""
_BADGE = 60
_SCALE_TOP = 116
_SCALE_HEIGHT = 22
_BEFORE_BADGE = "#6b7580"
"""Darker than the grey of bars, so that a white letter can be read on it."""


def gauge_pair_svg(pair: GaugePair) -> str:
    """Draw both badges side by side, and below them the scale with both scores.

    Where the two are graded by different bounds there is no common scale, and each
    shows its letter and number alone.
    """
    before, after = pair.before, pair.after
    shared = bool(before.bounds) and before.bounds == after.bounds
    height = HEIGHT if shared else 96
    title = f"Before: {before.text} After: {after.text}"
    return element(
        "svg",
        element("title", words(title), id="g-t"),
        _badge(before, "Before", 0, _BEFORE_BADGE),
        element("path", d="M150 50H172M165 43L173 50L165 57", fill="none",
                stroke=QUIET, stroke_width=2.5),
        _badge(after, "After", 188, AFTER),
        _scale(pair) if shared else together(()),
        class_="gauge",
        width=WIDTH,
        height=height,
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        aria_labelledby="g-t",
        font_family=FONT,
    )  # fmt: skip


def _badge(gauge: Gauge, label: str, x: float, fill: str) -> Fragment:
    size = 34 if len(gauge.score_text) < 4 else 25
    low, high = format_number(gauge.low, 0), format_number(gauge.high, 0)
    beside = x + _BADGE + 10
    return together(
        (
            text(label, x, 11, size=13, fill=QUIET),
            element("rect", x=x, y=18, width=_BADGE, height=_BADGE, rx=9, fill=fill),
            text(
                gauge.grade or "–", x + _BADGE / 2, 63, size=42, fill=WHITE, bold=True,
                anchor="middle",
            ),
            text(gauge.score_text, beside, 50, size=size, fill=INK, bold=True),
            text("points", beside, 70, size=13, fill=QUIET),
            text(f"90 %: {low} to {high}", x, 94, size=12, fill=QUIET),
        )
    )  # fmt: skip


def _scale(pair: GaugePair) -> Fragment:
    bounds = pair.after.bounds
    end = scale_end(bounds, pair.before.high, pair.after.high)
    here = {pair.before.grade, pair.after.grade}
    parts = segments(bounds, end, here, WIDTH, SEGMENT, _SCALE_TOP)
    low = _SCALE_TOP + _SCALE_HEIGHT
    parts.append(_pointer(pair.before, end, _SCALE_TOP - 1, -11, BEFORE))
    parts.append(_pointer(pair.after, end, low + 1, 11, AFTER))
    parts.append(_whisker(pair.before, end, low + 24, BEFORE, "before"))
    parts.append(_whisker(pair.after, end, low + 40, AFTER, "after"))
    return together(parts)


def _x(score: float, gauge: Gauge, end: float) -> float:
    return round(place_on_scale(score, gauge.bounds, end, WIDTH, SEGMENT), 1)


def _pointer(gauge: Gauge, end: float, y: float, rise: float, fill: str) -> Fragment:
    at = _x(gauge.score, gauge, end)
    return element(
        "path", d=f"M{at:g} {y:g}L{at - 7:g} {y + rise:g}H{at + 7:g}Z", fill=fill
    )


def _whisker(gauge: Gauge, end: float, y: float, colour: str, label: str) -> Fragment:
    """Draw the 90 % interval of a score, with its name where there is room."""
    low, high = _x(gauge.low, gauge, end), _x(gauge.high, gauge, end)
    data = (
        f"M{low:g} {y:g}H{high:g}M{low:g} {y - 4:g}V{y + 4:g}"
        f"M{high:g} {y - 4:g}V{y + 4:g}"
    )
    line = element("path", d=data, fill="none", stroke=colour, stroke_width=1.8)
    left = low > WIDTH / 2
    words_at = low - 6 if left else high + 6
    name = text(
        label, words_at, y + 4, size=12, fill=QUIET, anchor="end" if left else None
    )
    return together((line, name))
