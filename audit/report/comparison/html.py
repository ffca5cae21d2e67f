"""The comparison of a before with an after as a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.report.charts.canvas import plain_settings
from audit.report.charts.gain_ranges import gain_ranges
from audit.report.charts.gauge_pair import gauge_pair_svg
from audit.report.charts.time_laws import time_laws
from audit.report.charts.waterfall import waterfall
from audit.report.comparison.map import change_map_section
from audit.report.comparison.page import ComparisonPage, build_comparison_page
from audit.report.document import write_document
from audit.report.simulation.chapter import STYLE, chapter_beside, in_navigation

if TYPE_CHECKING:
    from markupsafe import Markup

    from audit.result import ComparisonResult, SimulationScenarios

STYLES = ("report.css", "comparison.css")
SECTIONS = (
    ("summary", "Summary"),
    ("bought", "What bought it"),
    ("map", "Change map"),
    ("time", "Time"),
    ("worse", "What got worse"),
    ("numbers", "Numbers"),
    ("findings", "Findings"),
    ("sure", "Are we sure"),
    ("benefits", "Benefits"),
    ("steps", "Steps"),
    ("method", "Method"),
)
"""Ids of the sections and their words in the navigation."""
_BEFORE_IT = "sure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawings:
    """The charts as markup; empty where the section has none."""

    waterfall: Markup
    time_laws: Markup
    gain_ranges: Markup


def render_comparison_html(
    result: ComparisonResult,
    simulation: SimulationScenarios | None = None,
    *,
    unsimulated: bool = False,
) -> str:
    """Return the comparison as a whole HTML page; same result, same bytes.

    Args:
        result: a process before and after.
        simulation: what runs of both with busy people found; adds its chapter.
        unsimulated: whether a simulation was asked for and stopped before it could say
            anything; the page says so.
    """
    from markupsafe import Markup

    page = build_comparison_page(result)
    return write_document(
        "comparison/comparison.html.j2",
        styles=(*STYLES, *((STYLE,) if simulation else ())),
        margin=page.cover.margin,
        tool=result.after.tool,
        page=page,
        simulated=chapter_beside(simulation) if simulation else None,
        unsimulated=unsimulated,
        sections=_sections(
            in_navigation(simulated=simulation is not None, unsimulated=unsimulated)
        ),
        gauges=Markup(gauge_pair_svg(page.summary.gauges)),
        charts=_draw(page),
        process_map=change_map_section(result),
    )


def _sections(more: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    place = [name for name, _ in SECTIONS].index(_BEFORE_IT)
    return (*SECTIONS[:place], *more, *SECTIONS[place:])


def _draw(page: ComparisonPage) -> Drawings:
    from markupsafe import Markup

    bars, laws, ranges = page.bought.waterfall, page.times.laws, page.sure.ranges
    with plain_settings():
        return Drawings(
            waterfall=Markup(waterfall(bars, "c-waterfall") if bars else ""),
            time_laws=Markup(time_laws(laws) if laws else ""),
            gain_ranges=Markup(gain_ranges(ranges) if ranges else ""),
        )
