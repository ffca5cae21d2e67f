"""The report of one process as a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audit.report.charts import charts
from audit.report.charts.canvas import plain_settings
from audit.report.charts.gauge import gauge_svg
from audit.report.document import SCRIPTS, write_document
from audit.report.page.map import map_section
from audit.report.page.page import Page, build_page
from audit.report.recommendation.drawings import drawn
from audit.report.recommendation.guards import pointing
from audit.report.recommendation.page import (
    WhatToDo,
    build_what_to_do,
    with_decisions,
)
from audit.report.simulation.chapter import STYLE, chapter, in_navigation

if TYPE_CHECKING:
    from markupsafe import Markup

    from audit.result import AuditResult, Recommendation, SimulationResult

SECTIONS = (
    ("summary", "Summary"),
    ("numbers", "What a hire takes"),
    ("where", "Where friction sits"),
    ("map", "Process map"),
    ("time", "Time"),
    ("people", "Candidates"),
    ("findings", "Findings"),
    ("kept", "Kept for a reason"),
    ("checks", "Checks"),
    ("method", "Method"),
    ("appendix", "Every step"),
)
"""Ids of the sections and their words in the navigation."""
WHAT_TO_DO = ("todo", "What to do")
WHAT_IF = ("whatif", "What if")
_BEFORE_IT = "checks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawings:
    """The charts as markup; empty where the section has none."""

    pareto: Markup
    ladder: Markup
    distribution: Markup
    survival: Markup


def render_html(
    result: AuditResult,
    recommendation: Recommendation | None = None,
    simulation: SimulationResult | None = None,
    *,
    unsimulated: bool = False,
) -> str:
    """Return the report as a whole HTML page; same result, same bytes.

    Args:
        result: the audit of a process.
        recommendation: what to change first in it; adds the section "What to do", the
            what-if box, and the decisions of the first screen.
        simulation: what runs of the process with busy people found; adds its chapter.
        unsimulated: whether a simulation was asked for and stopped before it could say
            anything; the page says so.

    Raises:
        RequestError: the recommendation is of another process or profile.
    """
    from markupsafe import Markup

    page, what = build_page(result), None
    if recommendation is not None:
        what = build_what_to_do(result, recommendation)
        page = replace(page, summary=with_decisions(page.summary, what))
        page = pointing(page, what.law.guards)
    return write_document(
        "report.html.j2",
        styles=(
            "report.css",
            *(("recommendation.css",) if what else ()),
            *((STYLE,) if simulation else ()),
        ),
        scripts=(*SCRIPTS, *(("what_if.js",) if what and what.what_if else ())),
        margin=page.cover.margin,
        tool=result.tool,
        page=page,
        what=what,
        simulated=chapter(simulation) if simulation else None,
        unsimulated=unsimulated,
        sections=_sections(
            what,
            in_navigation(simulated=simulation is not None, unsimulated=unsimulated),
        ),
        gauge=Markup(gauge_svg(page.summary.gauge)),
        charts=_draw(page),
        plans=drawn(what) if what else None,
        process_map=map_section(result),
    )


def _sections(
    what: WhatToDo | None, more: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    place = [name for name, _ in SECTIONS].index(_BEFORE_IT)
    if what is not None:
        more += (WHAT_TO_DO, WHAT_IF) if what.what_if else (WHAT_TO_DO,)
    return (*SECTIONS[:place], *more, *SECTIONS[place:])


def _draw(page: Page) -> Drawings:
    from markupsafe import Markup

    with plain_settings():
        return Drawings(
            pareto=Markup(
                charts.pareto(
                    page.where.bars, page.where.bars_title, page.where.bars_text
                )
                if page.where.bars
                else ""
            ),
            ladder=Markup(charts.ladder(page.time.ladder) if page.time.ladder else ""),
            distribution=Markup(
                charts.distribution(page.time.distribution)
                if page.time.distribution
                else ""
            ),
            survival=Markup(
                charts.survival(page.people.survival) if page.people.survival else ""
            ),
        )
