"""The report of one process as a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.report.charts import charts
from audit.report.charts.canvas import plain_settings
from audit.report.charts.gauge import gauge_svg
from audit.report.document import write_document
from audit.report.page.map import map_section
from audit.report.page.page import Page, build_page

if TYPE_CHECKING:
    from markupsafe import Markup

    from audit.result import AuditResult

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawings:
    """The charts as markup; empty where the section has none."""

    pareto: Markup
    ladder: Markup
    distribution: Markup
    survival: Markup


def render_html(result: AuditResult) -> str:
    """Return the report as a whole HTML page; same result, same bytes."""
    from markupsafe import Markup

    page = build_page(result)
    return write_document(
        "report.html.j2",
        styles=("report.css",),
        margin=page.cover.margin,
        tool=result.tool,
        page=page,
        sections=SECTIONS,
        gauge=Markup(gauge_svg(page.summary.gauge)),
        charts=_draw(page),
        process_map=map_section(result),
    )


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
