"""The section of the change map: its heading, its words and its drawings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from audit.report.comparison.steps import counted
from audit.report.page.map import light
from audit.report.process_map.change_map.drawing import ChangeBand, draw_change_map
from audit.result import ComparisonResult


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMapSection:
    """The section."""

    heading: str
    summary: str
    legend_svg: str
    bands: tuple[ChangeBand, ...]


def change_map_section(result: ComparisonResult) -> ChangeMapSection:
    """Return the section for a result."""
    before, after = result.before, result.after
    drawn = draw_change_map(
        before.process, after.process, result.steps, before.score, after.score
    )
    return ChangeMapSection(
        heading=f"What became of the steps: {counted(result)}",
        summary=drawn.summary,
        legend_svg=drawn.legend_svg,
        bands=tuple(
            replace(band, svg=light(band.svg, f"change-i{place}"))
            for place, band in enumerate(drawn.bands, start=1)
        ),
    )
