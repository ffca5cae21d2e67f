"""How to read the map: once in words, once as a strip of examples."""

from __future__ import annotations

from itertools import pairwise

from audit.report.palette import (
    BORDER,
    HEAT,
    HEAT_BOUNDS,
    INK,
    LINE,
    LINK,
    RETURN,
    WHITE,
    ink_on,
)
from audit.report.process_map.box import draw_icon
from audit.report.process_map.layout.notes import NOTE_SIZE
from audit.report.process_map.layout.text import width_of
from audit.report.process_map.marks import (
    DASH,
    arrowhead,
    draw_gates,
    plus_gateway,
)
from audit.report.svg import Fragment, element, number, picture, text, together
from audit.units import format_share

_ROW = 24.0
_GAP = 16.0
_HEAT_WIDTH = 58.0


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
    """Draw the legend as a strip as wide as the map, in as many rows as it needs."""
    items: list[tuple[float, Fragment]] = [_heat(), *_badges(), *_marks()]
    x, y = 1.0, 0.0
    placed: list[Fragment] = []
    for item_width, drawn in items:
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
        title=f"Legend. {legend_text()}",
        class_="map-legend",
    )


def _words(content: str, x: float) -> Fragment:
    return text(content, x, 15.5, size=NOTE_SIZE, fill=INK)


def _item(mark: Fragment, mark_width: float, content: str) -> tuple[float, Fragment]:
    width = mark_width + 5 + width_of(content, NOTE_SIZE)
    return width, together([mark, _words(content, mark_width + 5)])


def _heat() -> tuple[float, Fragment]:
    label = "Share of all friction points:"
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


def _badges() -> list[tuple[float, Fragment]]:
    said = {
        "wait": "time from ready to done",
        "pages": "pages",
        "signatures": "wet signatures",
        "fax": "pages to fax",
        "lost": "applicants whose case ends here",
    }
    return [
        _item(
            element(
                "g", draw_icon(icon, 0, 7), fill="none", stroke=INK, stroke_width=1.1
            ),
            10,
            words,
        )
        for icon, words in said.items()
    ]


def _marks() -> list[tuple[float, Fragment]]:
    dashed = together(
        [
            element(
                "path",
                d="M0 12H23",
                fill="none",
                stroke=RETURN,
                stroke_width=1.4,
                stroke_dasharray=DASH,
            ),
            element("path", d=arrowhead((0, 12), (28, 12)), fill=RETURN),
        ]
    )
    ring = element(
        "circle", cx=5, cy=12, r=3.5, fill=WHITE, stroke=BORDER, stroke_width=2.2
    )
    flow = together(
        [
            element("path", d="M0 12H23", fill="none", stroke=LINE, stroke_width=1.4),
            element("path", d=arrowhead((0, 12), (28, 12)), fill=LINE),
        ]
    )
    return [
        _item(flow, 28, "flow"),
        _item(dashed, 28, "return for rework"),
        _item(draw_gates([(8, 12)]), 16, "cases part by share"),
        _item(plus_gateway(12, 12, 11), 24, "steps run side by side"),
        _item(ring, 10, "case ends"),
        _item(_pill("→ 12", LINK, WHITE), 38, "goes on in another band"),
        _item(_pill("from 7", WHITE, LINK), 46, "comes from another band"),
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
