"""Several simulated scenarios as a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.report.charts.differences import differences
from audit.report.document import write_document
from audit.report.simulation.beside.page import RUN_SECTIONS, SCREENS
from audit.report.simulation.html import STYLES
from audit.report.simulation.scenarios.page import (
    SimulatedScenariosPage,
    build_simulated_scenarios_page,
)

if TYPE_CHECKING:
    from markupsafe import Markup

    from audit.result.simulation import SimulationScenarios


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawings:
    """The charts as markup; empty where the section has none."""

    differences: tuple[Markup, ...]


def render_simulation_scenarios_html(result: SimulationScenarios) -> str:
    """Return a simulated before and its afters as a whole HTML page.

    Same result, same bytes.
    """
    page = build_simulated_scenarios_page(result)
    return write_document(
        "simulation/scenarios.html.j2",
        styles=(*STYLES, "comparison.css"),
        margin=page.cover.margin,
        tool=result.tool,
        page=page,
        sections=_sections(page),
        charts=_draw(page),
    )


def _sections(page: SimulatedScenariosPage) -> tuple[tuple[str, str], ...]:
    ran: tuple[tuple[str, str], ...] = ()
    if page.ran:
        ran = (
            ("differences", "Differences"),
            *((one.id, one.name) for one in page.ran.scenarios),
        )
    return (
        ("summary", "Summary"),
        *ran,
        ("workload", "Workload"),
        *(RUN_SECTIONS if page.ran else ()),
        *((SCREENS,) if any(one.id == SCREENS[0] for one in page.beside) else ()),
        ("quick", "Quick look"),
        ("method", "Method"),
    )


def _draw(page: SimulatedScenariosPage) -> Drawings:
    from markupsafe import Markup

    return Drawings(
        differences=tuple(
            Markup(differences(data))
            for data in (page.ran.differences if page.ran else ())
        ),
    )
