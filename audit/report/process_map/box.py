"""A step as a box: number, points, name, and badges for what it asks.

The fill tells the share of all friction points; the points stand in the box as well, so
nothing is told by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.palette import BORDER, HEAT, INK, WHITE, heat_class, ink_on
from audit.report.process_map.corner import SIZE as SMALL
from audit.report.process_map.corner import Corner, draw_corner, points_corner
from audit.report.process_map.layout.text import shorten, width_of, wrap
from audit.report.svg import Fragment, element, number, text, together, words
from audit.result import StepOutline
from audit.units import format_days, format_number, format_share

NAME_SIZE = 11.0
_PADDING = 7.0
_HEADER = 15.0
_LINE = 13.0
_ICON = 10.0

# Outlines of the badges in a square of ten, relative to its upper left corner.
ICONS = {
    "wait": "m1.5 .5h7M1.5 9.5h7M2.5 .5v2l2.5 2.5 2.5-2.5v-2M2.5 9.5v-2L5 5l2.5 2.5v2",
    "pages": "M2 .5h4L8.3 2.8v6.7H2zM3.7 4.6h2.9M3.7 6.8h2.9",
    "signatures": "M.5 9.5h9M2 7.4 7 1.6l1.7 1.5-5 5.8-2.1.5z",
    "fax": "M.7 4.5h8.6v4.8H.7zM2.7 4.5V.7h4.6v3.8M2.8 7h4.4",
    "lost": "M.5 1h9L6.2 5.3v3L3.8 9.4V5.3z",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxStyle:
    """How a step is drawn, apart from what it says."""

    fill: str
    ink: str
    outline: str = BORDER
    outline_width: float = 1.0
    dash: str | None = None
    strike: str | None = None
    """Colour of a line across it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a box stands."""

    x: float
    """Left side."""
    y: float
    """Top."""
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A small picture with a figure."""

    icon: str
    figure: str

    @property
    def width(self) -> float:
        """Width of picture and figure."""
        gap = 1.5 if self.figure else 0.0
        return _ICON + gap + width_of(self.figure, SMALL)


def says_nothing(step: StepOutline) -> bool:
    """Say whether a step has no points because the file states nothing of it.

    A step of nought points that states its wait has been looked at.
    """
    return step.points == 0 and step.touch_minutes == 0 and step.wait_days is None


def step_corner(step: StepOutline) -> Corner:
    """Return the corner of a step: its points, or a dash where none are assessed."""
    return Corner(words="– pts") if says_nothing(step) else points_corner(step.points)


def heat_style(step: StepOutline, total_points: float) -> BoxStyle:
    """Return the style of a step by its share of all points; unsaid is no colour."""
    if says_nothing(step):
        return BoxStyle(fill=WHITE, ink=ink_on(WHITE))
    share = step.points / total_points if total_points > 0 else 0.0
    fill = HEAT[heat_class(share)]
    return BoxStyle(fill=fill, ink=ink_on(fill))


def draw_step(
    step: StepOutline,
    style: BoxStyle,
    corner: Corner,
    place: Place,
    *,
    tag: str,
    title: str,
    id_: str,
    href: str,
) -> Fragment:
    """Draw a step as a link to its row in the table of steps.

    Args:
        step: what it says.
        style: how it looks.
        corner: what stands in its upper right corner.
        place: where it stands.
        tag: its number as shown.
        title: all it says, in words.
        id_: its id in the page.
        href: where its row is.
    """
    x, y, width, height = place.x, place.y, place.width, place.height
    badges = step_badges(step)
    header, row = _share_out(badges, step, tag, corner, width)
    return element(
        "a",
        element("title", words(title)),
        element(
            "rect",
            x=x,
            y=y,
            width=width,
            height=height,
            rx=5,
            fill=style.fill,
            stroke=style.outline,
            stroke_width=style.outline_width,
            stroke_dasharray=style.dash,
        ),
        _strike(style, place),
        _number_tab(tag, x, y),
        draw_corner(corner, x + width, y, style.ink),
        _draw_badges(header, x + _tab_width(tag) + 5, y + 12, style.ink),
        _name(step.name, x, y, width, style.ink, lines=2 if row else 3),
        _draw_badges(row, x + _PADDING - 1, y + height - 6.5, style.ink),
        id=id_,
        href=href,
    )


def corner_room(tag: str, width: float) -> float:
    """Return the width that the corner of a box may have beside its number."""
    return width - _tab_width(tag) - 5


def step_badges(step: StepOutline) -> list[Badge]:
    """Return the badges of a step, the most telling first."""
    badges: list[Badge] = []
    if step.wait_days:
        badges.append(Badge(icon="wait", figure=short_days(step.wait_days)))
    for icon, amount in (
        ("pages", step.pages),
        ("signatures", step.wet_signatures),
    ):
        if amount > 0:
            badges.append(Badge(icon=icon, figure=format_number(amount, 1)))
    if step.fax_pages > 0 or step.channel == "fax":
        shown = format_number(step.fax_pages, 1) if step.fax_pages > 0 else ""
        badges.append(Badge(icon="fax", figure=shown))
    if step.loss_share > 0:
        badges.append(Badge(icon="lost", figure=format_share(step.loss_share)))
    return badges


def short_days(days: float) -> str:
    """Return a duration with its unit as a letter.

    >>> short_days(8.8333), short_days(0.125), short_days(20 / 1440)
    ('8.8 d', '3 h', '20 min')
    """
    figure, unit = format_days(days).split()
    letter = "min" if unit.startswith("minute") else unit[0]
    return f"{figure} {letter}"


def draw_icon(icon: str, x: float, y: float) -> Fragment:
    """Draw the outline of a badge with its upper left corner at a point."""
    data = ICONS[icon].replace("m", "M", 1)
    return element(
        "path",
        d=data,
        transform=f"translate({number(x)} {number(y)})",
    )


def _strike(style: BoxStyle, place: Place) -> Fragment:
    """Draw a line from corner to corner, below all words."""
    if style.strike is None:
        return Fragment("")
    start = f"M{number(place.x + 2)} {number(place.y + place.height - 2)}"
    end = f"L{number(place.x + place.width - 2)} {number(place.y + 2)}"
    return element("path", d=start + end, stroke=style.strike, stroke_width=1.2)


def _share_out(
    badges: list[Badge], step: StepOutline, tag: str, corner: Corner, width: float
) -> tuple[list[Badge], list[Badge]]:
    """Return the badges for the header and for the foot of a box.

    A long name takes the foot when the header has room for all badges. What the foot
    has no room for goes to the header; what fits in neither is left to the title.
    """
    foot_room = width - 2 * (_PADDING - 1)
    header_room = width - _tab_width(tag) - corner.width - _PADDING - 10
    lines = wrap(step.name, width - 2 * _PADDING, NAME_SIZE, bold=True, lines=3)
    if len(lines) == 3 and _row_width(badges) <= header_room:
        return badges, []
    foot = list(badges)
    header: list[Badge] = []
    while foot and _row_width(foot) > foot_room:
        last = foot.pop()
        if last.width <= header_room and not header:
            header.append(last)
    return header, foot


def _row_width(badges: list[Badge]) -> float:
    return sum(badge.width for badge in badges) + 4.0 * (len(badges) - 1)


def _draw_badges(badges: list[Badge], x: float, y: float, ink: str) -> Fragment:
    """Draw badges in a row from `x`, their figures on the baseline `y`."""
    if not badges:
        return Fragment("")
    icons: list[Fragment] = []
    figures: list[Fragment] = []
    for badge in badges:
        icons.append(draw_icon(badge.icon, x, y - 9))
        if badge.figure:
            figures.append(text(badge.figure, x + _ICON + 1.5, y, size=SMALL, fill=ink))
        x += badge.width + 4.0
    return together(
        [
            element("g", *icons, fill="none", stroke=ink, stroke_width=1.1),
            *figures,
        ]
    )


def _tab_width(tag: str) -> float:
    return width_of(tag, SMALL, bold=True) + 10


def _number_tab(tag: str, x: float, y: float) -> Fragment:
    width = _tab_width(tag)
    edge = (
        f"M{number(x)} {number(y + 5)}a5 5 0 0 1 5-5H{number(x + width)}"
        f"v{number(_HEADER - 4)}a4 4 0 0 1-4 4H{number(x)}z"
    )
    return together(
        [
            element("path", d=edge, fill=WHITE, stroke=BORDER),
            text(
                tag,
                x + width / 2,
                y + 11.3,
                size=SMALL,
                fill=INK,
                bold=True,
                anchor="middle",
            ),
        ]
    )


def _name(
    name: str, x: float, y: float, width: float, ink: str, *, lines: int
) -> Fragment:
    room = width - 2 * _PADDING
    broken = wrap(name, room, NAME_SIZE, bold=True, lines=lines)
    top = y + _HEADER + 12.5
    if len(broken) < lines:
        top += _LINE / 2 * (lines - len(broken)) - (1 if lines == 2 else 0)
    return together(
        [
            text(
                shorten(line, room, NAME_SIZE, bold=True),
                x + _PADDING,
                top + _LINE * place,
                size=NAME_SIZE,
                fill=ink,
                bold=True,
            )
            for place, line in enumerate(broken)
        ]
    )
