"""The page of several simulated scenarios as data."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.cover import Cover, cover
from audit.report.page.names import cleaned, shorten
from audit.report.page.table import Table
from audit.report.scenarios.names import BEFORE
from audit.report.simulation.beside.page import Drawn, beside
from audit.report.simulation.beside.sides import sides_of
from audit.report.simulation.certainty import how_sure_of_all
from audit.report.simulation.method import Method, method
from audit.report.simulation.quick import Quick, quick
from audit.report.simulation.scenarios.differences import Differences, differences
from audit.report.simulation.scenarios.headline import answer, lede
from audit.report.simulation.scenarios.names import simulated_names
from audit.report.simulation.scenarios.payers import payers
from audit.report.simulation.scenarios.remedies import remedies
from audit.report.simulation.scenarios.scenario import ScenarioInShort, scenario
from audit.report.simulation.summary import UNSURE
from audit.report.simulation.words import title_of
from audit.result.simulation import SimulationScenarios

KIND = "Hiring simulation, scenarios compared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What only runs can say."""

    remedies: Table
    payers: Table
    differences: tuple[Differences, ...]
    scenarios: tuple[ScenarioInShort, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedScenariosPage:
    """The report of a before and its afters."""

    cover: Cover
    answer: str
    lede: str
    sure: str
    ran: Ran | None
    """None after a quick look alone."""
    beside: tuple[Drawn, ...]
    quick: Quick
    method: Method


def build_simulated_scenarios_page(
    result: SimulationScenarios,
) -> SimulatedScenariosPage:
    """Return the page of a result; text from the files is cleaned here, once."""
    result = cleaned(result)
    names = simulated_names(result)
    variants = {BEFORE: result.before} | {
        name: pair.after for name, pair in zip(names, result.pairs, strict=True)
    }
    return SimulatedScenariosPage(
        cover=cover(shorten(title_of(result.before)), result.before.about, KIND),
        answer=answer(result, names),
        lede=lede(result),
        sure=how_sure_of_all(result) or UNSURE,
        ran=_ran(result, names) if result.before.lines else None,
        beside=beside(sides_of(result)),
        quick=quick({name: one.quick_look for name, one in variants.items()}),
        method=method(variants, result.settings, result.tool, result.schema_version),
    )


def _ran(
    result: SimulationScenarios,
    names: tuple[str, ...],
) -> Ran:
    return Ran(
        remedies=remedies(result, names),
        payers=payers(result, names),
        differences=differences(result, names),
        scenarios=tuple(
            scenario(place, name, pair)
            for place, (name, pair) in enumerate(
                zip(names, result.pairs, strict=True), start=1
            )
        ),
    )
