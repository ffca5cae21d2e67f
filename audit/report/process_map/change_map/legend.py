"""How to read the change map: once in words, once as a strip of examples."""

from __future__ import annotations

from audit.report.palette import HEAT, INK, LINK, REMARK
from audit.report.process_map.change_map.boxes import GONE_BOX, NEW_OUTLINE
from audit.report.process_map.corner import Became, Corner, draw_corner
from audit.report.process_map.layout.notes import NOTE_SIZE
from audit.report.process_map.legend import (
    Key,
    badge_keys,
    draw_sample,
    draw_strip,
    heat_key,
    key,
    mark_keys,
)
from audit.report.process_map.marks import GONE_LINE, NEW_LINE
from audit.report.svg import Fragment, element, text, together


def legend_text() -> str:
    """Return how to read the map, in words."""
    return (
        "Both processes in one drawing. Numbers are those of the process after; × "
        "before a number means a step that is gone, with the number it had. A dashed "
        "box that is struck through is gone; a box with a thick frame is new. 60 → 36 "
        "with an arrow down on a dark ground: fewer friction points than before; 36 → "
        "60 with an arrow up on a light ground: more; changed: as many points, yet "
        "something differs. A label above a box says more, as who did it before. The "
        "darker a box, the larger its share of the friction points before. Dotted grey "
        "lines are flows that are gone, thick lines are new; 25 % → 5 % is a share "
        "before and after. All else is drawn as in the map of one process."
    )


def draw_change_legend(width: float, id_: str) -> Fragment:
    """Draw the legend as a strip as wide as the map."""
    keys = [
        heat_key("Share of the friction points before:"),
        *_change_keys(),
        *badge_keys(),
        *mark_keys(),
    ]
    return draw_strip(keys, width, id_, f"Legend. {legend_text()}")


def _change_keys() -> list[Key]:
    return [
        _corner_key("60 → 36", Became.LESS, "fewer points than before"),
        _corner_key("36 → 60", Became.MORE, "more points than before"),
        _corner_key("changed", Became.CHANGED, "as many points, yet something differs"),
        key(_box(fill=HEAT[0], stroke=LINK, width=NEW_OUTLINE), 28, "new step"),
        key(
            together(
                [
                    _box(
                        fill=GONE_BOX.fill,
                        stroke=GONE_BOX.outline,
                        width=GONE_BOX.outline_width,
                        dash=GONE_BOX.dash,
                    ),
                    element("path", d="M3 19L25 5", stroke=GONE_BOX.strike),
                ]
            ),
            28,
            "step that is gone (× before its old number)",
        ),
        key(_remark("was HR"), 46, "what else became of it"),
        key(draw_sample(NEW_LINE), 28, "new flow"),
        key(draw_sample(GONE_LINE), 28, "flow that is gone"),
        key(
            text("25 % → 5 %", 0, 15.5, size=NOTE_SIZE, fill=INK),
            58,
            "share before and after",
        ),
    ]


def _corner_key(said: str, became: Became, meaning: str) -> Key:
    corner = Corner(words=said, became=became)
    return key(draw_corner(corner, corner.width + 3, 2.5, INK), corner.width, meaning)


def _box(*, fill: str, stroke: str, width: float, dash: str | None = None) -> Fragment:
    return element(
        "rect",
        x=1.5,
        y=4,
        width=25,
        height=16,
        rx=3,
        fill=fill,
        stroke=stroke,
        stroke_width=width,
        stroke_dasharray=dash,
    )


def _remark(said: str) -> Fragment:
    return together(
        [
            element(
                "rect",
                x=0.5,
                y=4.5,
                width=45,
                height=15,
                rx=2,
                fill=REMARK,
                stroke=LINK,
            ),
            text(said, 6.5, 15.5, size=NOTE_SIZE, fill=INK),
        ]
    )
