"""The process map: swimlanes in bands, each a drawing of its own.

A band is its own `<svg>`, so that a page break never cuts through one. Every step is a
link to its row in the table of steps; links stand in the order of their numbers, so Tab
goes by number. The drawing needs no style sheet, no script and no font of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from audit.report.page.names import clean
from audit.report.process_map.band import draw_band
from audit.report.process_map.box import Place, draw_step, heat_style, step_corner
from audit.report.process_map.layout.bands import cut
from audit.report.process_map.layout.elements import Chart, Element
from audit.report.process_map.layout.row import read_chart
from audit.report.process_map.legend import draw_legend, legend_text
from audit.report.process_map.words import (
    band_headings,
    capital_numbers,
    caption,
    step_title,
    steps_of,
    summary,
)
from audit.report.svg import Fragment
from audit.result import Outline, StepOutline

WIDTH = 1080
"""Pixels: fits a screen of 1280; on a landscape page the least text has 7 points."""

_NAME_LIMIT = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class MapBand:
    """One drawing of the map and what is said about it."""

    svg: str
    heading: str
    """Its phases, or "Steps 1–8" where the file names none."""
    first: int
    """Number of its first step."""
    last: int
    wait_days: float
    """Part of the mean calendar time that its steps account for, in days."""
    share: float
    """Part of all friction points that its steps hold, 0 to 1."""
    caption: str
    width: float
    """Pixels."""
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessMap:
    """The whole map."""

    bands: tuple[MapBand, ...]
    summary: str
    """What the map shows, in words; to stand beside it."""
    legend: str
    """How to read it, in words."""
    legend_svg: str
    """The same as a drawing."""


def draw_map(
    outline: Outline,
    total_points: float,
    width: int = WIDTH,
    id_prefix: str = "map",
) -> ProcessMap:
    """Draw the map of a process.

    Args:
        outline: the process with what the audit computed by step.
        total_points: friction points of the whole process, for the heat of the steps.
        width: width of every band in pixels.
        id_prefix: begins every id; another map on the page needs another one.
    """
    chart = read_chart(plain(outline))
    bands = cut(chart, width).bands
    spans = [(band.grid.start, band.grid.stop) for band in bands]
    headings = band_headings(chart, spans)
    total_days = sum(step.contribution_days for step in outline.steps)

    def draw_box(item: Element, step: StepOutline, at: Place) -> Fragment:
        return draw_step(
            step,
            heat_style(step, total_points),
            step_corner(step),
            at,
            tag=item.tag,
            title=step_title(chart, item, total_points),
            id_=f"{id_prefix}-{item.tag}",
            href=f"#s-{item.tag}",
        )

    drawn: list[MapBand] = []
    for place, (band, span) in enumerate(zip(bands, spans, strict=True), start=1):
        steps = steps_of(chart, span)
        points = sum(step.points for step in steps)
        svg = draw_band(
            chart,
            band,
            draw_box,
            id_=f"{id_prefix}-band-{place}",
            title=f"Process map: {headings[place - 1]}, {_lower(chart, span)}",
        )
        drawn.append(
            MapBand(
                svg=svg,
                heading=headings[place - 1],
                first=min(step.number for step in steps),
                last=max(step.number for step in steps),
                wait_days=sum(step.contribution_days for step in steps),
                share=points / total_points if total_points > 0 else 0.0,
                caption=caption(chart, span, total_days, total_points),
                width=band.frame.width,
                height=band.frame.height,
            )
        )
    return ProcessMap(
        bands=tuple(drawn),
        summary=summary(chart, len(drawn), total_points),
        legend=legend_text(),
        legend_svg=draw_legend(width, f"{id_prefix}-legend"),
    )


def plain(outline: Outline) -> Outline:
    """Return the outline with names that are safe to show and of sane length."""
    return replace(
        outline,
        roles=tuple(
            replace(role, name=clean(role.name)[:_NAME_LIMIT]) for role in outline.roles
        ),
        outcomes=tuple(
            replace(outcome, name=clean(outcome.name)[:_NAME_LIMIT])
            for outcome in outline.outcomes
        ),
        steps=tuple(
            replace(step, name=clean(step.name)[:_NAME_LIMIT]) for step in outline.steps
        ),
        flows=tuple(
            replace(flow, reason=clean(flow.reason)[:_NAME_LIMIT])
            if flow.reason
            else flow
            for flow in outline.flows
        ),
    )


def _lower(chart: Chart, span: tuple[int, int]) -> str:
    return capital_numbers(chart, span).lower()
