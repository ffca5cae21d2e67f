"""Differences from before, each a mark with its interval, and nought between them."""

from __future__ import annotations

from audit.report.charts.before_after import AFTER
from audit.report.charts.charts import ticks
from audit.report.charts.fluid import (
    LINE,
    across,
    fluid,
    folded,
    level,
    named_number,
    scale,
    upright,
)
from audit.report.comparison.wording import MINUS
from audit.report.palette import INK, WHITE
from audit.report.simulation.scenarios.differences import Differences
from audit.report.svg import Fragment, element

ROW = 42
"""Pixels from one difference to the next."""
_MARK, _WORDS = 27, 15
"""Pixels of a mark from the top of its row, and of the foot of its words above it."""


def differences(data: Differences) -> Fragment:
    """Draw the differences from top to bottom, on a scale that holds nought."""
    low = min(0.0, *(row.low for row in data.rows))
    high = max(0.0, *(row.high for row in data.rows))
    if low == high:
        low, high = -1.0, 1.0

    def place(value: float) -> float:
        return (value - low) / (high - low)

    below = folded((row.label, row.text) for row in data.rows)
    more = LINE if below else 0
    rows = [((ROW + more) * n + more + _MARK, row) for n, row in enumerate(data.rows)]
    floor = (ROW + more) * len(rows)
    noughts = [upright(place(0.0), y - 9, y + 9) for y, _ in rows]
    lines = [level(place(row.low), place(row.high), y) for y, row in rows]
    marks = [
        element(
            "circle", cx=across(place(row.mean)), cy=y, r=4.5,
            fill=AFTER if row.sure else WHITE,
        )
        for y, row in rows
    ]  # fmt: skip
    numbers = [(place(t), f"{t:,g}".replace("-", MINUS)) for t in ticks(low, high)]
    return fluid(
        *(
            named_number(row.label, row.text, y - more - _WORDS, below=below)
            for y, row in rows
        ),
        # Nought is marked beside the lines only, so that it never crosses the words.
        element("g", *noughts, stroke=INK, stroke_width="1.2"),
        element("g", *lines, *marks, stroke=AFTER, stroke_width="2"),
        scale(numbers, floor),
        height=floor + 20,
        uid=f"c-{data.id}",
        title=data.title,
        text=data.text,
    )
