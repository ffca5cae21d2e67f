"""From the score of the before to that of the after, change by change."""

from __future__ import annotations

from audit.report.charts.before_after import AFTER, BEFORE, LESS, MORE
from audit.report.charts.canvas import AXIS
from audit.report.charts.charts import ticks
from audit.report.charts.fluid import (
    BELOW_AXIS,
    GAP,
    LINE,
    NARROWEST,
    SIZE,
    axis_name,
    fluid,
    hatch,
    named_number,
    scale,
    span,
    upright,
)
from audit.report.comparison.waterfall import Bar, Waterfall
from audit.report.palette import WHITE
from audit.report.process_map.layout.text import width_of, wrap
from audit.report.svg import Fragment, element, together, words

ROW = 38
"""Pixels from one bar to the next, where names have one line."""
_LINES = 2
"""Lines of a name at most."""
BAR = 13
"""Pixels of a bar from top to bottom."""
SLIVER = 0.006
"""Of the scale: the smallest bar that is drawn; two pixels on a phone."""
_WORDS, _TOP = 12, 18
"""Pixels from the top of a row to the foot of its words, and to its bar."""
_COLOURS = {"before": BEFORE, "less": LESS, "after": AFTER}


def waterfall(data: Waterfall, uid: str) -> Fragment:
    """Draw the bars from top to bottom, each beginning where the last one ended.

    Args:
        data: the bars and their words.
        uid: prefix of ids, unique in the page.
    """
    named = [_lines(bar) for bar in data.bars]
    more = LINE * (max(map(len, named)) - 1)
    row, top = ROW + more, _TOP + more
    most = data.most or 1.0
    floor = row * len(data.bars) + 6
    rectangles: dict[str, list[Fragment]] = {kind: [] for kind in (*_COLOURS, "more")}
    names, grounds, joints = [], [], []
    for place, bar in enumerate(data.bars):
        y = row * place + top
        names.append(_name(named[place], bar.text, y - _TOP + _WORDS))
        grounds.append(_ground(named[place], bar.text, y - _TOP + _WORDS))
        if bar.text != "0":
            ends = _ends(bar.start / most, bar.end / most)
            rectangles[bar.kind].append(element("rect", **span(*ends), y=y, height=BAR))
        if place:
            # Where nothing changes, the line goes on in place of a bar.
            foot = y + BAR if bar.text == "0" else y
            at = data.bars[place - 1].end / most
            joints.append(upright(at, y - row + BAR, foot))
    hatched = f"{uid}-hatch"
    return fluid(
        *([element("defs", hatch(hatched))] if rectangles["more"] else []),
        element("g", *joints, stroke=AXIS, stroke_width="0.8"),
        element("g", *grounds, fill=WHITE),
        *(
            element("g", *drawn, fill=_COLOURS[kind])
            for kind, drawn in rectangles.items()
            if drawn and kind in _COLOURS
        ),
        *_more(rectangles["more"], hatched),
        *names,
        scale([(tick / most, f"{tick:,g}") for tick in ticks(0.0, most)], floor),
        axis_name("Friction points", floor),
        height=floor + BELOW_AXIS,
        uid=uid,
        title=data.title,
        text=data.text,
    )


def _lines(bar: Bar) -> list[str]:
    """Return the lines of a name, with room for the number behind the last one."""
    room = NARROWEST - 2 * GAP - width_of(bar.text, SIZE, bold=True)
    return wrap(bar.label, room, SIZE, lines=_LINES) or [""]


def _name(lines: list[str], number: str, y: float) -> Fragment:
    """Write a name, and its number behind it, down to the foot of its last line."""
    *first, last = lines
    above = [
        element("text", words(line), x=0.0, y=y - LINE * up)
        for up, line in zip(range(len(first), 0, -1), first, strict=True)
    ]
    return together([*above, named_number(last, number, y, below=False)])


def _ground(lines: list[str], number: str, y: float) -> Fragment:
    """Draw the ground of a name and its number: no line strikes through words."""
    *first, last = lines
    behind = GAP + width_of(number, SIZE, bold=True)
    widths = [*(width_of(line, SIZE) for line in first), width_of(last, SIZE) + behind]
    return together(
        [
            element(
                "path",
                d=f"M0 {y - LINE * up - SIZE + 1:g}h{1.05 * width + 3:.0f}v{LINE}H0z",
            )
            for up, width in zip(range(len(first), -1, -1), widths, strict=True)
        ]
    )


def _ends(start: float, end: float) -> tuple[float, float]:
    """Return where a bar begins and ends; what is said to change can be seen."""
    low, high = sorted((start, end))
    if high - low >= SLIVER:
        return low, high
    low = min(low, 1.0 - SLIVER)
    return low, low + SLIVER


def _more(rectangles: list[Fragment], hatched: str) -> list[Fragment]:
    if not rectangles:
        return []
    look = {"fill": f"url(#{hatched})", "stroke": MORE, "stroke_width": "0.8"}
    return [element("g", *rectangles, **look)]
