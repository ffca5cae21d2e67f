"""The points of several processes, each bar in three parts: who bears them."""

from __future__ import annotations

from audit.report.charts.before_after import AFTER, BEFORE, HATCH
from audit.report.charts.canvas import REST, Rectangle, boxes, canvas, write
from audit.report.charts.svg import inline_svg
from audit.report.palette import QUIET
from audit.report.process_map.layout.text import shorten, width_of
from audit.report.scenarios.ranking import WhoPays

ROW = 30
"""Pixels from one bar to the next."""
SIZE = 13
PARTS = (("candidate", AFTER), ("staff", BEFORE), ("calendar", REST))
"""Words and colours of the parts; that of staff is hatched."""


def who_pays(data: WhoPays) -> str:
    """Draw a bar for each process, in the order of the ranking, with a key above."""
    width, right, top = 620, 64, 30
    widest = max(width_of(payer.label, SIZE) for payer in data.payers)
    left = min(round(width * 0.4), round(widest) + 20)
    height = top + ROW * len(data.payers) + 6
    figure, axes = canvas(width, height, left=left, right=right, top=top, bottom=6)
    most = max(p.candidate + p.employer + p.time for p in data.payers) or 1.0
    axes.set_xlim(0, most)
    axes.set_ylim(len(data.payers) - 0.5, -0.5)
    pixel = most / (width - left - right)
    parts: dict[str, list[Rectangle]] = {word: [] for word, _ in PARTS}
    for place, payer in enumerate(data.payers):
        x = 0.0
        for (word, _), points in zip(
            PARTS, (payer.candidate, payer.employer, payer.time), strict=True
        ):
            parts[word].append((x, place - 0.34, points, 0.68))
            x += points
        label = shorten(payer.label, left - 12, SIZE)
        write(axes, -9 * pixel, place, label, across="right")
    for place, payer in enumerate(data.payers):
        end = payer.candidate + payer.employer + payer.time
        write(axes, end + 6 * pixel, place, payer.text, bold=True)
    x = 0.0
    for word, _ in PARTS:
        parts[word].append((x, -1.06, 14 * pixel, 0.4))
        write(axes, x + 20 * pixel, -0.86, word, size=12, colour=QUIET)
        x += (38 + width_of(word, 12)) * pixel
    for word, colour in PARTS:
        boxes(axes, parts[word], colour, hatch=HATCH if word == "staff" else None)
    return inline_svg(figure, "c-payers", data.title, data.text)
