"""The change map: before and after in one drawing, by the layout of the process map.

What is gone stands in the place it had, dashed and struck through; what is new has a
thick frame; what changed says its points before and after. Nothing is told by colour
alone, so the map keeps its meaning in grey and on paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.process_map.band import draw_band
from audit.report.process_map.box import Place, draw_step
from audit.report.process_map.change_map.boxes import box_style, corner
from audit.report.process_map.change_map.legend import draw_change_legend, legend_text
from audit.report.process_map.change_map.union import unite
from audit.report.process_map.change_map.words import (
    change_caption,
    change_summary,
    change_title,
)
from audit.report.process_map.drawing import WIDTH, plain
from audit.report.process_map.layout.bands import cut
from audit.report.process_map.layout.elements import GONE_SIGN, Element
from audit.report.process_map.words import band_headings
from audit.report.svg import Fragment
from audit.result import Outline, StepOutline, StepPair


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeBand:
    """One drawing of the map and what is said about it."""

    svg: str
    heading: str
    """Its phases, or "Steps 1–8" where the file names none."""
    caption: str
    """How many of its steps became what, and the points saved or added."""
    width: float
    """Pixels."""
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMap:
    """The whole map of two processes."""

    bands: tuple[ChangeBand, ...]
    summary: str
    """What the map shows, in words; to stand beside it."""
    legend: str
    """How to read it, in words."""
    legend_svg: str
    """The same as a drawing."""


def draw_change_map(
    before: Outline,
    after: Outline,
    pairs: tuple[StepPair, ...],
    points_before: float,
    points_after: float,
    width: int = WIDTH,
    id_prefix: str = "change",
) -> ChangeMap:
    """Draw what became of a process.

    A step is a link to its row, `#s-12` by its number in the after; one that is gone
    leads to `#s-x7`, by its number in the before.

    Args:
        before: the process before, with what its audit computed by step.
        after: the process after.
        pairs: which step before is which step after; holds every step of both.
        points_before: friction points of the whole process before.
        points_after: friction points of the whole process after.
        width: width of every band in pixels.
        id_prefix: begins every id; another map on the page needs another one.
    """
    union = unite(plain(before), plain(after), pairs)
    chart = union.chart
    bands = cut(chart, width).bands
    spans = [(band.grid.start, band.grid.stop) for band in bands]
    headings = band_headings(chart, spans)
    # A process without friction before has no heat to compare with.
    heat_points = points_before if points_before > 0 else points_after

    def draw_box(item: Element, step: StepOutline, at: Place) -> Fragment:
        change = union.steps[item.place]
        name = item.tag.replace(GONE_SIGN, "x")
        return draw_step(
            step,
            box_style(item, step, heat_points),
            corner(item, change, at.width),
            at,
            tag=item.tag,
            title=change_title(chart, item, step, change),
            id_=f"{id_prefix}-{name}",
            href=f"#s-{name}",
        )

    drawn: list[ChangeBand] = []
    for place, (band, span) in enumerate(zip(bands, spans, strict=True), start=1):
        inside = [union.steps[k] for k in range(*span) if k in union.steps]
        heading = headings[place - 1]
        drawn.append(
            ChangeBand(
                svg=draw_band(
                    chart,
                    band,
                    draw_box,
                    id_=f"{id_prefix}-band-{place}",
                    title=f"Change map: {heading}",
                ),
                heading=heading,
                caption=change_caption(chart, inside, span),
                width=band.frame.width,
                height=band.frame.height,
            )
        )
    return ChangeMap(
        bands=tuple(drawn),
        summary=change_summary(chart, union.steps, points_before, points_after),
        legend=legend_text(),
        legend_svg=draw_change_legend(width, f"{id_prefix}-legend"),
    )
