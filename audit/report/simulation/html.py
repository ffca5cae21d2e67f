"""One simulated process as a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.report.charts.part_bars import part_bars
from audit.report.charts.time_ranges import time_ranges
from audit.report.document import write_document
from audit.report.simulation.page import SimulationPage, build_simulation_page

if TYPE_CHECKING:
    from markupsafe import Markup

    from audit.report.simulation.part_bars import PartBars
    from audit.result.simulation import SimulationResult

STYLES = ("report.css", "simulation.css")
_RUN_ALONE = ("time", "waits", "leaving", "race", "duties")
SECTIONS = (
    ("summary", "Summary"),
    ("workload", "Workload"),
    ("time", "Time"),
    ("waits", "Waits"),
    ("leaving", "Who leaves"),
    ("race", "The race"),
    ("duties", "The regular job"),
    ("screens", "Screens"),
    ("quick", "Quick look"),
    ("method", "Method"),
)
"""Ids of the sections and their words in the navigation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawings:
    """The charts as markup; empty where the section has none."""

    workload: Markup
    times: Markup
    waits: Markup
    leaving: Markup
    race: Markup


def render_simulation_html(result: SimulationResult) -> str:
    """Return the simulation of one process as a whole HTML page.

    Same result, same bytes.
    """
    page = build_simulation_page(result)
    return write_document(
        "simulation/simulation.html.j2",
        styles=STYLES,
        margin=page.cover.margin,
        tool=result.tool,
        page=page,
        sections=tuple(
            (name, words)
            for name, words in SECTIONS
            if page.simulated or name not in _RUN_ALONE
        ),
        charts=draw(page),
    )


def draw(page: SimulationPage) -> Drawings:
    """Return the charts of a page as markup."""
    from markupsafe import Markup

    def bars(data: PartBars | None, uid: str) -> Markup:
        return Markup(part_bars(data, uid) if data else "")

    ran = page.simulated
    return Drawings(
        workload=bars(page.workload.bars, "c-workload"),
        times=Markup(time_ranges(ran.times.ranges) if ran and ran.times.ranges else ""),
        waits=bars(ran.waits.bars if ran else None, "c-waits"),
        leaving=bars(ran.leaving.bars if ran else None, "c-leaving"),
        race=bars(ran.race.bars if ran else None, "c-race"),
    )
