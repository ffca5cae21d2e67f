"""Bars in parts from top to bottom, with a key, intervals, and a line if asked.

Bars of several groups become small multiples: a panel for each group, all on one scale,
beside each other where there is room and below each other on a phone.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from audit.report.charts.before_after import AFTER, BEFORE, MORE
from audit.report.charts.canvas import HIRES
from audit.report.charts.fluid import (
    LINE,
    fluid,
    folded,
    hatch,
    heading,
    level,
    named_number,
    span,
    upright,
)
from audit.report.palette import INK
from audit.report.simulation.part_bars import Look, PartBar, PartBars
from audit.report.svg import Fragment, element, together, words

ROW = 36
"""Pixels from one bar to the next, where a number stands behind its name."""
BAR = 11
"""Pixels of a bar from top to bottom."""
_WORDS, _TOP = 12, 18
"""Pixels from the top of a row to the foot of its words, and to its bar."""
_HEADING = 22
"""Pixels of the name of a group."""
COLOURS = {
    Look.MAIN: AFTER,
    Look.OTHER: BEFORE,
    Look.LOST: MORE,
    Look.PLAIN: HIRES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """What all panels of a chart have in common."""

    most: float
    """End of the scale."""
    below: bool
    """Numbers stand below their names."""
    hatched: str
    """Id of the hatch."""

    @property
    def row(self) -> int:
        """Pixels from one bar to the next."""
        return ROW + LINE if self.below else ROW

    @property
    def bar(self) -> int:
        """Pixels from the top of a row to its bar."""
        return _TOP + LINE if self.below else _TOP


def part_bars(data: PartBars, uid: str) -> Fragment:
    """Draw the bars in their order.

    Args:
        data: bars and words.
        uid: prefix of ids, unique in the page.
    """
    most = max(
        *(max(sum(bar.values), bar.high or 0.0) for bar in data.bars),
        data.line or 0.0,
    )
    layout = _Layout(
        most=most or 1.0,
        below=folded((bar.label, bar.text) for bar in data.bars),
        hatched=f"{uid}-hatch",
    )
    panels = groupby(data.bars, lambda bar: bar.group)
    drawn = [
        _panel(data, tuple(bars), layout, name, f"{uid}-{place}" if name else uid)
        for place, (name, bars) in enumerate(panels, start=1)
    ]
    if len(drawn) > 1:
        drawn = [element("div", *drawn, class_="panels")]
    keyed = len(data.parts) > 1 or data.line is not None or _loses(data)
    return together([*([_key(data, layout.hatched)] if keyed else []), *drawn])


def _loses(data: PartBars) -> bool:
    return any(part.look is Look.LOST for part in data.parts)


def _panel(
    data: PartBars, bars: tuple[PartBar, ...], layout: _Layout, name: str, uid: str
) -> Fragment:
    """Draw the bars of one group, or all where they have none."""
    top = _HEADING if name else 0
    parts: list[list[Fragment]] = [[] for _ in data.parts]
    names, lines = [], []
    for place, bar in enumerate(bars):
        row = top + layout.row * place
        y = row + layout.bar
        names.append(
            named_number(bar.label, bar.text, row + _WORDS, below=layout.below)
        )
        x = 0.0
        for rectangles, value in zip(parts, bar.values, strict=True):
            if value > 0:
                ends = span(x / layout.most, (x + value) / layout.most)
                rectangles.append(element("rect", **ends, y=y, height=BAR))
            x += value
        if bar.low is not None and bar.high is not None and bar.low < bar.high:
            low, high = bar.low / layout.most, bar.high / layout.most
            lines += _interval(low, high, y + BAR / 2)
        if data.line is not None:
            # Beside the bar alone, so that it never crosses the words.
            lines.append(upright(data.line / layout.most, y - 3, y + BAR + 3))
    filled = [
        _looking(part.look, layout.hatched, *rectangles)
        for part, rectangles in zip(data.parts, parts, strict=True)
        if rectangles
    ]
    return fluid(
        *([heading(name, 13)] if name else []),
        *names,
        *filled,
        *([element("g", *lines, stroke=INK, stroke_width="1.4")] if lines else []),
        height=top + layout.row * len(bars),
        uid=uid,
        title=name or data.title,
        text="; ".join(f"{bar.label}: {bar.text}" for bar in bars) + "."
        if name
        else data.text,
    )


def _looking(look: Look, hatched: str, *shapes: Fragment) -> Fragment:
    """Give shapes the look of a part."""
    colour = COLOURS[look]
    if look is Look.LOST:
        return element(
            "g", *shapes, fill=f"url(#{hatched})", stroke=colour, stroke_width="0.8"
        )
    return element("g", *shapes, fill=colour)


def _interval(low: float, high: float, y: float) -> list[Fragment]:
    return [level(low, high, y), *(upright(x, y - 3, y + 3) for x in (low, high))]


def _key(data: PartBars, hatched: str) -> Fragment:
    """Say what each part looks like, and the line, in a list that wraps as words do."""
    entries = [
        _entry(
            part.word,
            *([element("defs", hatch(hatched))] if part.look is Look.LOST else []),
            _looking(
                part.look,
                hatched,
                element("rect", x=0.5, y=0.5, width=13, height=10),
            ),
        )
        for part in data.parts
    ]
    if data.line is not None:
        line = element("path", d="M7 0V11", stroke=INK, stroke_width="1.4")
        entries.append(_entry(data.line_text, line))
    return element("ul", *entries, class_="keys")


def _entry(said: str, *mark: Fragment) -> Fragment:
    swatch = element("svg", *mark, width=14, height=11, aria_hidden="true")
    return element("li", swatch, words(f" {said}"))
