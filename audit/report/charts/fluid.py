"""Drawings as wide as their column: places across in per cent, letters in pixels.

A phone gives a chart 300 pixels and a desk a thousand. A drawing that is scaled to fit
has letters that nobody can read on the one and shouts on the other; one that keeps its
size has to be scrolled. These drawings have no `viewBox`: bars and marks stretch with
the column, and words, all of them written to fit a phone, keep their size.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from audit.report.charts.before_after import MORE
from audit.report.palette import INK, QUIET, WHITE
from audit.report.process_map.layout.text import shorten, width_of
from audit.report.svg import FONT, Fragment, element, together, words

NARROWEST = 290
"""Pixels that a drawing has at least: a phone's screen less the margins of a card."""
SIZE, SMALL = 13, 12
"""Pixels of the letters of names and numbers, and of keys and scales."""
GAP = 8
"""Pixels from a name to its number."""
BELOW_AXIS = 38
"""Pixels that the numbers of an axis and its name take."""
LINE = 16
"""Pixels from a line of words to the next."""
_WHOLE = 99.0
"""Per cent that the longest bar takes, so that a line at its end is not cut."""

Anchor = Literal["start", "middle", "end"]


def across(share: float) -> str:
    """Return the place of a share of the scale, in per cent of the column.

    >>> across(0.0), across(0.5), across(1.0)
    ('0%', '49.5%', '99%')
    """
    return f"{round(_WHOLE * share, 1):g}%"


def span(start: float, end: float) -> dict[str, str]:
    """Return `x` and `width` of a bar; neighbours meet, however they are rounded."""
    left, right = round(_WHOLE * start, 1), round(_WHOLE * end, 1)
    return {"x": f"{left:g}%", "width": f"{round(right - left, 1):g}%"}


def fluid(
    *children: Fragment, height: float, uid: str, title: str, text: str
) -> Fragment:
    """Return a drawing with its title and its numbers in words.

    Args:
        children: what is drawn.
        height: pixels.
        uid: prefix of ids, unique in the page.
        title: what it shows.
        text: its numbers, for those who cannot see it.
    """
    return element(
        "svg",
        element("title", words(title), id=f"{uid}-t"),
        element("desc", words(text), id=f"{uid}-d"),
        *children,
        class_="fluid",
        width=NARROWEST,
        height=height,
        role="img",
        aria_labelledby=f"{uid}-t {uid}-d",
        font_family=FONT,
        font_size=SIZE,
        fill=INK,
    )


def folded(rows: Iterable[tuple[str, str]]) -> bool:
    """Return whether some name leaves no room on its line for the number behind it.

    All numbers of a chart then stand on a line of their own: a phone shows whole names.
    """
    return any(
        width_of(name, SIZE) + GAP + width_of(number, SIZE, bold=True) > NARROWEST
        for name, number in rows
    )


def named_number(name: str, number: str, y: float, *, below: bool) -> Fragment:
    """Write a name, and its number in bold behind it or on the next line.

    Args:
        name: cut where a phone ends.
        number: likewise.
        y: pixels of the foot of the name from the top.
        below: whether the number has the next line, LINE further down.
    """
    number = shorten(number, NARROWEST, SIZE, bold=True)
    shown = shorten(name, NARROWEST, SIZE)
    # Letters of a browser's own font may be a little wider than ours.
    behind = min(
        1.03 * width_of(shown, SIZE) + GAP,
        NARROWEST - width_of(number, SIZE, bold=True),
    )
    return together(
        (
            element("text", words(shown), x=0.0, y=y),
            element(
                "text",
                words(number),
                x=0.0 if below else behind,
                y=y + LINE if below else y,
                font_weight="700",
            ),
        )
    )


def heading(name: str, y: float) -> Fragment:
    """Write the name of a group in bold."""
    shown = shorten(name, NARROWEST, SIZE, bold=True)
    return element("text", words(shown), x=0.0, y=y, font_weight="700")


def upright(share: float, top: float, bottom: float) -> Fragment:
    """Draw a line from top to bottom at a share of the scale."""
    return element("line", x1=across(share), x2=across(share), y1=top, y2=bottom)


def level(start: float, end: float, y: float) -> Fragment:
    """Draw a line across from a share of the scale to another."""
    return element("line", x1=across(start), x2=across(end), y1=y, y2=y)


def hatch(uid: str) -> Fragment:
    """Return a hatch of slanted lines, to be used as `fill="url(#uid)"`."""
    return element(
        "pattern",
        element("path", d="M0 0h5v5H0z", fill=WHITE),
        element("path", d="M-1 1L1-1M0 5L5 0M4 6L6 4", stroke=MORE, stroke_width="1.1"),
        id=uid,
        width=5,
        height=5,
        patternUnits="userSpaceOnUse",
    )


def axis_name(name: str, y: float) -> Fragment:
    """Write what an axis counts under its numbers; `BELOW_AXIS` holds both.

    Args:
        name: in words.
        y: pixels of the axis from the top.
    """
    return element(
        "text",
        words(name),
        x="50%",
        y=y + 34,
        fill=QUIET,
        font_size=SMALL,
        text_anchor="middle",
    )


def scale(places: list[tuple[float, str]], y: float) -> Fragment:
    """Write round numbers under their ticks, as many as a phone has room for.

    Args:
        places: share of the scale -> the number in words, from left to right.
        y: pixels of the axis from the top; the words need 18 below it.
    """
    widest = max((width_of(label, SMALL) for _, label in places), default=0.0)
    fit = max(2, int(NARROWEST / (1.6 * widest + 4))) if places else 1
    every = -(-len(places) // fit)
    # Counted from nought, so that nought keeps its number.
    nought = next((n for n, (_, label) in enumerate(places) if label == "0"), 0)
    shown = [one for n, one in enumerate(places) if (n - nought) % every == 0]
    ticks = together([upright(share, y, y + 4) for share, _ in shown])
    labels = together(
        [
            element(
                "text",
                words(label),
                x=across(share),
                y=y + 16,
                text_anchor=_anchor(share),
            )
            for share, label in shown
        ]
    )
    return together(
        (
            element("g", level(0.0, 1.0, y), ticks, stroke=QUIET, stroke_width="0.8"),
            element("g", labels, fill=QUIET, font_size=SMALL),
        )
    )


def _anchor(share: float) -> Anchor:
    """Return where words start so that none reaches over an edge of the column."""
    if share < 0.07:
        return "start"
    return "end" if share > 0.93 else "middle"
