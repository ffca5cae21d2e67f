"""A simulation as a chapter of another report: of one process, or before and after."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.names import cleaned
from audit.report.page.table import Table
from audit.report.simulation.beside.page import Drawn, beside
from audit.report.simulation.beside.sides import AFTER, is_pair, sides_of
from audit.report.simulation.certainty import how_sure_of_all
from audit.report.simulation.html import Drawings, draw
from audit.report.simulation.method import Method, method
from audit.report.simulation.page import SimulationPage, build_simulation_page
from audit.report.simulation.scenarios.headline import answer
from audit.report.simulation.scenarios.payers import payers
from audit.report.simulation.scenarios.remedies import remedies
from audit.report.simulation.scenarios.scenario import ScenarioInShort, scenario
from audit.report.simulation.summary import UNSURE
from audit.result.simulation import (
    SimulationResult,
    SimulationScenarios,
)

STYLE = "simulation.css"
SECTION = ("queues", "People and queues")
"""Id of the first section of the chapter, and its words in the navigation."""
NOT_SIMULATED = ("not-simulated", "Not simulated")
"""The same of what stands in its place when an interrupt came too early."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One simulated process, for its report."""

    page: SimulationPage
    charts: Drawings


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterBeside:
    """A simulated before and its afters, for the report that compares them."""

    heading: str
    sure: str
    pair: ScenarioInShort | None
    """Of one after alone."""
    remedies: Table | None
    """Of several afters."""
    payers: Table | None
    beside: tuple[Drawn, ...]
    method: Method


def in_navigation(*, simulated: bool, unsimulated: bool) -> tuple[tuple[str, str], ...]:
    """Return what the chapter, or what stands in its place, adds to the navigation."""
    if simulated:
        return (SECTION,)
    return (NOT_SIMULATED,) if unsimulated else ()


def chapter(result: SimulationResult) -> Chapter:
    """Return the chapter of one process."""
    page = build_simulation_page(result)
    return Chapter(page=page, charts=draw(page))


def chapter_beside(result: SimulationScenarios) -> ChapterBeside:
    """Return the chapter of a before and its afters."""
    result = cleaned(result)
    sides = sides_of(result)
    names = tuple(sides)[1:]
    alone = scenario(1, names[0], result.pairs[0]) if is_pair(sides) else None
    return ChapterBeside(
        heading=_heading(alone) if alone else answer(result, names),
        sure=how_sure_of_all(result) or UNSURE,
        pair=alone,
        remedies=None if alone else remedies(result, names),
        payers=None if alone else payers(result, names),
        beside=beside(sides),
        method=method(sides, result.settings, result.tool, result.schema_version),
    )


def _heading(alone: ScenarioInShort) -> str:
    """Return the heading of a pair; named where an interrupt left out the others."""
    return f"Simulated: {alone.counted if alone.name == AFTER else alone.heading}"
