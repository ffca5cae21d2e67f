"""The upper right corner of a box: its points, or what became of them.

What became of a step is said by words and signs: an arrow down and a dark ground for
less, an arrow up and a light ground for more. Colour only repeats it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from audit.report.palette import GONE, INK, LINK, QUIET, REMARK, RETURN, WHITE
from audit.report.process_map.layout.text import width_of
from audit.report.svg import Fragment, element, number, text, together
from audit.units import format_number

SIZE = 10.0
"""Font size of what stands in the corner."""

_HEIGHT = 14.0
_PADDING = 5.0
_ARROW_WIDTH = 6.0
_ARROW_GAP = 3.0
_ARROW_HEIGHT = 5.5


class Became(StrEnum):
    """What became of a step and its points."""

    LESS = "less"
    MORE = "more"
    CHANGED = "changed"
    """As many points as before, though something differs."""
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    fill: str
    outline: str
    ink: str
    dash: str | None = None


_LOOKS = {
    Became.LESS: _Look(fill=LINK, outline=WHITE, ink=WHITE),
    Became.MORE: _Look(fill=WHITE, outline=RETURN, ink=RETURN),
    Became.CHANGED: _Look(fill=REMARK, outline=LINK, ink=INK),
    Became.NEW: _Look(fill=INK, outline=WHITE, ink=WHITE),
    Became.GONE: _Look(fill=WHITE, outline=GONE, ink=QUIET, dash="3 2"),
}
_ARROWS = {
    # From the left end of the side that does not point.
    Became.LESS: (-_ARROW_HEIGHT / 2, _ARROW_HEIGHT),
    Became.MORE: (_ARROW_HEIGHT / 2, -_ARROW_HEIGHT),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Corner:
    """Words in the corner of a box, on a pill where something became of its points."""

    words: str
    became: Became | None = None

    @property
    def width(self) -> float:
        """Width of the words, with the pill around them."""
        width = width_of(self.words, SIZE, bold=True)
        if self.became is None:
            return width
        arrow = _ARROW_WIDTH + _ARROW_GAP if self.became in _ARROWS else 0.0
        return width + arrow + 2 * _PADDING


def points_label(points: float) -> str:
    """Return points as a box shows them.

    >>> points_label(12.345), points_label(0.04), points_label(0)
    ('12.3 pts', '0.04 pts', '0 pts')
    """
    return f"{_exact(points)} pts"


def _exact(points: float) -> str:
    return format_number(points, 1 if points >= 0.1 else None)


def _whole(points: float) -> str:
    return format_number(points, 0)


def points_corner(points: float) -> Corner:
    """Return the corner of a step that nothing became of."""
    return Corner(words=points_label(points))


def lone_corner(became: Became, points: float, room: float) -> Corner:
    """Return the corner of a step with one number to say, within a width.

    Points that do not fit are left out; the title of the step says them.
    """
    word = str(became)
    said = (f"{word} · {_exact(points)} pts", f"{word} · {_whole(points)} pts", word)
    return _fitting(said, became, room)


def change_corner(before: float, after: float, room: float) -> Corner:
    """Return the corner of a step with less or more points, within a width.

    Tenths that do not fit are left out, then the points before.
    """
    said = [f"{_exact(before)} → {_exact(after)}"]
    if _whole(before) != _whole(after):
        said.append(f"{_whole(before)} → {_whole(after)}")
    said += [_exact(after), _whole(after)]
    became = Became.LESS if after < before else Became.MORE
    return _fitting(said, became, room)


def _fitting(said: Sequence[str], became: Became, room: float) -> Corner:
    """Return the first of several sayings that fits, or the last."""
    corners = [Corner(words=words, became=became) for words in said]
    return next((one for one in corners if one.width <= room), corners[-1])


def draw_corner(corner: Corner, right: float, top: float, ink: str) -> Fragment:
    """Draw a corner.

    Args:
        corner: what it says.
        right: right side of the box.
        top: top of the box.
        ink: colour of words that stand on the box itself.
    """
    if corner.became is None:
        return text(
            corner.words,
            right - 6,
            top + 12,
            size=SIZE,
            fill=ink,
            bold=True,
            anchor="end",
        )
    look = _LOOKS[corner.became]
    left, upper = right - 3 - corner.width, top + 2.5
    return together(
        [
            element(
                "rect",
                x=left,
                y=upper,
                width=corner.width,
                height=_HEIGHT,
                rx=_HEIGHT / 2,
                fill=look.fill,
                stroke=look.outline,
                stroke_dasharray=look.dash,
            ),
            _draw_arrow(corner.became, left + _PADDING, upper + _HEIGHT / 2),
            text(
                corner.words,
                left + corner.width - _PADDING,
                upper + 10.6,
                size=SIZE,
                fill=look.ink,
                bold=True,
                anchor="end",
            ),
        ]
    )


def _draw_arrow(became: Became, x: float, middle: float) -> Fragment:
    """Draw a triangle that points down for less and up for more."""
    if became not in _ARROWS:
        return Fragment("")
    start, way = _ARROWS[became]
    half = number(_ARROW_WIDTH / 2)
    data = f"M{number(x)} {number(middle + start)}h{number(_ARROW_WIDTH)}"
    data += f"l-{half} {number(way)}z"
    return element("path", d=data, fill=_LOOKS[became].ink)
