"""Spans of time from P50 to P90, with the intervals of both ends."""

from __future__ import annotations

from audit.report.charts.before_after import AFTER
from audit.report.charts.charts import ticks
from audit.report.charts.fluid import (
    BELOW_AXIS,
    LINE,
    across,
    axis_name,
    fluid,
    folded,
    level,
    named_number,
    scale,
    upright,
)
from audit.report.palette import INK, WHITE
from audit.report.simulation.times import TimeRange, TimeRanges
from audit.report.svg import Fragment, element
from audit.result.simulation import SimulatedNumber

ROW = 44
"""Pixels of one span with its words."""
_WORDS, _SPAN = 12, 28
"""Pixels from the top of a span to the foot of its words, and to its line."""


def time_ranges(data: TimeRanges) -> Fragment:
    """Draw each span as a thick line between two marks, on a scale from nought."""
    most = max(_end(one.p90) for one in data.ranges) or 1.0
    below = folded((one.label, _ends(one)) for one in data.ranges)
    row = ROW + LINE if below else ROW
    floor = row * len(data.ranges)
    return fluid(
        *(
            named_number(one.label, _ends(one), row * place + _WORDS, below=below)
            for place, one in enumerate(data.ranges)
        ),
        *(
            part
            for place, one in enumerate(data.ranges, start=1)
            for part in _span(one, row * place - ROW + _SPAN, most)
        ),
        scale([(tick / most, f"{tick:,g}") for tick in ticks(0.0, most)], floor),
        axis_name("Calendar days", floor),
        height=floor + BELOW_AXIS,
        uid="c-times",
        title=data.title,
        text=data.text,
    )


def _ends(one: TimeRange) -> str:
    return f"{one.p50_text}, {one.p90_text}"


def _span(one: TimeRange, y: float, most: float) -> tuple[Fragment, ...]:
    """Draw one span: a full mark at its P50, a hollow one at its P90."""
    marks = [
        element("circle", cx=across(number.mean / most), cy=y, r=4.5, fill=fill)
        for number, fill in ((one.p50, AFTER), (one.p90, WHITE))
    ]
    whiskers = [
        part
        for number in (one.p50, one.p90)
        if number.low is not None and number.high is not None
        for part in (
            level(number.low / most, number.high / most, y),
            *(upright(x / most, y - 6, y + 6) for x in (number.low, number.high)),
        )
    ]
    return (
        element(
            "g",
            level(one.p50.mean / most, one.p90.mean / most, y),
            stroke=AFTER,
            stroke_width="5",
        ),
        element("g", *whiskers, stroke=INK, stroke_width="1.2"),
        element("g", *marks, stroke=AFTER, stroke_width="2"),
    )


def _end(number: SimulatedNumber) -> float:
    return number.mean if number.high is None else number.high
