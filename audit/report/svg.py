"""A small SVG writer: every text escaped, attributes in the order given, no styles.

Looks are presentation attributes only (`fill="..."`), never `style=` and never a class
that is needed to look right: the drawing is then the same under a strict content
security policy, on paper and in an office program.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NewType

Fragment = NewType("Fragment", str)
"""Finished markup; plain strings become it through `words` alone."""

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"

Point = tuple[float, float]


def number(value: float) -> str:
    """Write a coordinate with at most one decimal.

    >>> number(12.0), number(3.26), number(-0.04)
    ('12', '3.3', '0')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def words(text: str) -> Fragment:
    """Return text as markup that shows exactly these characters."""
    return Fragment(escape(text, quote=True))


def element(
    tag: str, *children: Fragment, **attributes: str | float | None
) -> Fragment:
    """Write an element; attributes that are None are left out.

    Names are written with hyphens for underscores; a trailing underscore is dropped
    (`class_`). Capitals stay, as in `viewBox`.
    """
    parts = [f"<{tag}"]
    for name, value in attributes.items():
        if value is not None:
            shown = value if isinstance(value, str) else number(value)
            key = name.removesuffix("_").replace("_", "-")
            parts.append(f' {key}="{escape(shown, quote=True)}"')
    if not children:
        return Fragment("".join([*parts, "/>"]))
    return Fragment("".join([*parts, ">", *children, f"</{tag}>"]))


def together(fragments: Sequence[Fragment]) -> Fragment:
    """Join fragments into one."""
    return Fragment("".join(fragments))


def picture(
    *children: Fragment,
    width: float,
    height: float,
    id_: str,
    title: str,
    class_: str | None = None,
) -> Fragment:
    """Write a whole drawing with its title; it keeps its size where there is no CSS."""
    return element(
        "svg",
        element("title", words(title), id=f"{id_}-title"),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        id=id_,
        class_=class_,
        width=width,
        height=height,
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="group",
        aria_labelledby=f"{id_}-title",
        font_family=FONT,
    )


def text(
    content: str,
    x: float,
    y: float,
    *,
    size: float,
    fill: str,
    bold: bool = False,
    anchor: str | None = None,
    **attributes: str | float | None,
) -> Fragment:
    """Write one line of text with its baseline at `y`."""
    return element(
        "text",
        words(content),
        x=x,
        y=y,
        font_size=size,
        font_weight="700" if bold else None,
        text_anchor=anchor,
        fill=fill,
        **attributes,
    )


def rounded_line(points: Sequence[Point], radius: float) -> str:
    """Return path data of a line through points whose corners are rounded.

    Each corner is written `L before Q corner after`, so that the corner itself can be
    read back from the path.
    """
    start, *inner = points[:-1]
    data = [f"M{number(start[0])} {number(start[1])}"]
    before = start
    for place, corner in enumerate(inner, start=1):
        after = points[place + 1]
        bend = min(radius, _length(before, corner) / 2, _length(corner, after) / 2)
        first = _towards(corner, before, bend)
        last = _towards(corner, after, bend)
        data.append(
            f"L{number(first[0])} {number(first[1])}"
            f"Q{number(corner[0])} {number(corner[1])}"
            f" {number(last[0])} {number(last[1])}"
        )
        before = corner
    data.append(f"L{number(points[-1][0])} {number(points[-1][1])}")
    return "".join(data)


def _length(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(start: Point, end: Point, by: float) -> Point:
    whole = _length(start, end)
    if whole == 0:
        return start
    part = by / whole
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
