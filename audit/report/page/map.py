"""The section of the process map: its heading, its words and its drawings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import fsum

from audit.report.page.amounts import whole_share
from audit.report.palette import INK
from audit.report.process_map.drawing import MapBand, draw_map
from audit.report.svg_defaults import draw_once, say_once
from audit.result import AuditResult
from audit.units import plural


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSection:
    """The section."""

    heading: str
    summary: str
    legend: str
    legend_svg: str
    bands: tuple[MapBand, ...]


def map_section(result: AuditResult) -> MapSection:
    """Return the section for a result."""
    points = fsum(step.points for step in result.process.steps)
    drawn = draw_map(result.process, points)
    return MapSection(
        heading=_heading(result),
        summary=drawn.summary,
        legend=drawn.legend,
        legend_svg=drawn.legend_svg,
        bands=tuple(
            replace(band, svg=light(band.svg, f"map-i{place}"))
            for place, band in enumerate(drawn.bands, start=1)
        ),
    )


def light(drawing: str, prefix: str) -> str:
    """Return a drawing that says once what its parts repeat."""
    drawing = say_once(say_once(drawing, "fill", INK), "font-size", "10")
    return draw_once(drawing, prefix)


def _heading(result: AuditResult) -> str:
    handoffs = result.vector["handoffs"].expected or 0.0
    clean = result.vector["rolled_complete_accurate"].expected
    returned = 1 - clean if clean is not None else 0.0
    roles = len({step.role for step in result.process.steps})
    words = f"{plural(len(result.process.steps), 'step')} among {plural(roles, 'role')}"
    if handoffs:
        words += f", {plural(round(handoffs, 1), 'handoff')} for each hire"
    if returned > 0.0005:
        words += f"; {whole_share(returned)} of the hires are sent back at least once"
    return words
