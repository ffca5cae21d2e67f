"""How a step looks whose process has changed."""

from __future__ import annotations

from audit.report.palette import GONE, LINK, QUIET, WHITE
from audit.report.process_map.box import BoxStyle, corner_room, heat_style
from audit.report.process_map.change_map.steps import StepChange
from audit.report.process_map.corner import (
    Became,
    Corner,
    change_corner,
    lone_corner,
    points_corner,
)
from audit.report.process_map.layout.elements import Change, Element
from audit.result import StepOutline

GONE_BOX = BoxStyle(
    fill=WHITE, ink=QUIET, outline=GONE, outline_width=1.2, dash="4 3", strike=GONE
)
"""A step that is gone."""

NEW_OUTLINE = 3.0
"""Width of the frame of a new step."""


def box_style(item: Element, step: StepOutline, points: float) -> BoxStyle:
    """Return the style of a step.

    Args:
        item: the step.
        step: what it says.
        points: all points of the process before, so that what got better is lighter.
    """
    if item.change is Change.GONE:
        return GONE_BOX
    style = heat_style(step, points)
    if item.change is Change.NEW:
        return BoxStyle(
            fill=style.fill, ink=style.ink, outline=LINK, outline_width=NEW_OUTLINE
        )
    return style


def corner(item: Element, change: StepChange, width: float) -> Corner:
    """Return what stands in the corner of a box of a width."""
    room = corner_room(item.tag, width)
    pair = change.pair
    match change.became:
        case None:
            return points_corner(pair.points_after)
        case Became.GONE:
            return lone_corner(Became.GONE, pair.points_before, room)
        case Became.NEW | Became.CHANGED as became:
            return lone_corner(became, pair.points_after, room)
        case _:
            return change_corner(pair.points_before, pair.points_after, room)
