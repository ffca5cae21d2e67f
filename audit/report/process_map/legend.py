"""How to read the map: once in words, once as a strip of examples."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from audit.report.palette import (
    BORDER,
    HEAT,
    HEAT_BOUNDS,
    INK,
    LINK,
    WHITE,
    ink_on,
)
from audit.report.process_map.box import draw_icon
from audit.report.process_map.layout.notes import NOTE_SIZE
from audit.report.process_map.layout.text import width_of
from audit.report.process_map.marks import (
    FLOW_LINE,
    RETURN_LINE,
    LineStyle,
    arrowhead,
    draw_gates,
    plus_gateway,
)
from audit.report.svg import Fragment, element, number, picture, text, together
from audit.units import format_share

_ROW = 24.0
_GAP = 16.0
_HEAT_WIDTH = 58.0

Key = tuple[float, Fragment]
"""Width and drawing of one mark with its meaning."""


def legend_text() -> str:
    """Return how to read the map, in words."""
    return (
        "Each box is a step: its number, its friction points, its name. The darker the "
        "box, the larger its share of all points. Hourglass: time from ready to done; "
        "sheet: pages; pen: wet signatures; fax: pages to fax; funnel: share of all "
        "applicants whose case ends there. A diamond with a plus begins or ends work "
        "side by side; a small diamond parts the cases by share. Dashed red lines are "
        "returns for rework. Filled pills lead to another band, outlined pills come "
        "from one, by step number."
    )


def draw_legend(width: float, id_: str) -> Fragment:
    """Draw the legend as a strip as wide as the map."""
    keys = [heat_key("Share of all friction points:"), *badge_keys(), *mark_keys()]
    return draw_strip(keys, width, id_, f"Legend. {legend_text()}")


def draw_strip(keys: Sequence[Key], width: float, id_: str, title: str) -> Fragment:
    """Draw the keys of a legend in as many rows as they need."""
    x, y = 1.0, 0.0
    placed: list[Fragment] = []
    for item_width, drawn in keys:
        if x > 1 and x + item_width > width:
            x, y = 1.0, y + _ROW
        placed.append(
            element("g", drawn, transform=f"translate({number(x)} {number(y)})")
        )
        x += item_width + _GAP
    return picture(
        *placed,
        width=width,
        height=y + _ROW,
        id_=id_,
        title=title,
        class_="map-legend",
    )


def _words(content: str, x: float) -> Fragment:
    return text(content, x, 15.5, size=NOTE_SIZE, fill=INK)


def key(mark: Fragment, mark_width: float, content: str) -> Key:
    """Return a mark with what it means."""
    width = mark_width + 5 + width_of(content, NOTE_SIZE)
    return width, together([mark, _words(content, mark_width + 5)])


def heat_key(label: str) -> Key:
    """Return the classes of heat behind a label."""
    x = width_of(label, NOTE_SIZE) + 8
    drawn = [_words(label, 0)]
    bounds = [format_share(bound).replace(" %", "") for bound in HEAT_BOUNDS]
    ranges = [
        f"under {bounds[0]} %",
        *(f"{low}–{high} %" for low, high in pairwise(bounds)),
        f"{bounds[-1]} % or more",
    ]
    for fill, said in zip(HEAT, ranges, strict=True):
        wide = max(_HEAT_WIDTH, width_of(said, NOTE_SIZE) + 12)
        drawn.append(
            element("rect", x=x, y=3.5, width=wide, height=17, fill=fill, stroke=BORDER)
        )
        drawn.append(
            text(
                said,
                x + wide / 2,
                15.5,
                size=NOTE_SIZE,
                fill=ink_on(fill),
                anchor="middle",
            )
        )
        x += wide
    return x, together(drawn)


def badge_keys() -> list[Key]:
    """Return the badges of a step with their meaning."""
    said = {
        "wait": "time from ready to done",
        "pages": "pages",
        "signatures": "wet signatures",
        "fax": "pages to fax",
        "lost": "applicants whose case ends here",
    }
    return [
        key(
            element(
                "g", draw_icon(icon, 0, 7), fill="none", stroke=INK, stroke_width=1.1
            ),
            10,
            words,
        )
        for icon, words in said.items()
    ]


def draw_sample(style: LineStyle) -> Fragment:
    """Draw a short flow."""
    return together(
        [
            element(
                "path",
                d="M0 12H23",
                fill="none",
                stroke=style.colour,
                stroke_width=style.width,
                stroke_dasharray=style.dash,
            ),
            element("path", d=arrowhead((0, 12), (28, 12)), fill=style.colour),
        ]
    )


def mark_keys() -> list[Key]:
    """Return what stands between the steps, with its meaning."""
    ring = element(
        "circle", cx=5, cy=12, r=3.5, fill=WHITE, stroke=BORDER, stroke_width=2.2
    )
    return [
        key(draw_sample(FLOW_LINE), 28, "flow"),
        key(draw_sample(RETURN_LINE), 28, "return for rework"),
        key(draw_gates([(8, 12)]), 16, "cases part by share"),
        key(plus_gateway(12, 12, 11), 24, "steps run side by side"),
        key(ring, 10, "case ends"),
        key(_pill("→ 12", LINK, WHITE), 38, "goes on in another band"),
        key(_pill("from 7", WHITE, LINK), 46, "comes from another band"),
    ]


def _pill(content: str, fill: str, ink: str) -> Fragment:
    width = width_of(content, NOTE_SIZE) + 12
    return together(
        [
            element(
                "rect",
                x=0.5,
                y=4.5,
                width=width,
                height=15,
                rx=7.5,
                fill=fill,
                stroke=LINK,
            ),
            text(content, 6.5, 15.5, size=NOTE_SIZE, fill=ink),
        ]
    )
