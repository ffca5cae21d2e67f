"""Several scenarios as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.report.charts.part_bars import part_bars
from audit.report.charts.waterfall import waterfall
from audit.report.comparison.html import STYLES
from audit.report.document import write_document
from audit.report.scenarios.page import ScenariosPage, build_scenarios_page
from audit.report.simulation.chapter import STYLE, chapter_beside, in_navigation

if TYPE_CHECKING:
    from markupsafe import Markup

    from audit.result import ScenariosResult, SimulationScenarios


def render_scenarios_html(
    result: ScenariosResult,
    simulation: SimulationScenarios | None = None,
    *,
    unsimulated: bool = False,
) -> str:
    """Return all scenarios as a whole HTML page; same result, same bytes.

    Args:
        result: a process before, and its afters.
        simulation: what runs of all with busy people found; adds its chapter.
        unsimulated: whether a simulation was asked for and stopped before it could say
            anything; the page says so.
    """
    from markupsafe import Markup

    page = build_scenarios_page(result)
    return write_document(
        "scenarios/scenarios.html.j2",
        styles=(*STYLES, *((STYLE,) if simulation else ())),
        margin=page.cover.margin,
        tool=result.before.tool,
        page=page,
        sections=(
            ("summary", "Ranking"),
            ("payers", "Who pays"),
            *((scenario.id, scenario.name) for scenario in page.scenarios),
            *in_navigation(simulated=simulation is not None, unsimulated=unsimulated),
            ("method", "Method"),
        ),
        simulated=chapter_beside(simulation) if simulation else None,
        unsimulated=unsimulated,
        who_pays=Markup(part_bars(page.ranking.who_pays, "c-payers")),
        waterfalls=_waterfalls(page),
    )


def _waterfalls(page: ScenariosPage) -> dict[str, Markup]:
    """Return id of a scenario -> its chart; empty where the gain is not divided."""
    from markupsafe import Markup

    return {
        scenario.id: Markup(
            waterfall(scenario.waterfall, f"c-{scenario.id}")
            if scenario.waterfall
            else ""
        )
        for scenario in page.scenarios
    }
