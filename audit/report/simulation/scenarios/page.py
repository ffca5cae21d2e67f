"""The page of several simulated scenarios as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from audit.report.page.cover import Cover, cover
from audit.report.page.names import cleaned, shorten
from audit.report.page.table import Cell, Row, Table, number_columns, text_columns
from audit.report.scenarios.names import BEFORE
from audit.report.simulation.certainty import how_sure
from audit.report.simulation.method import Method, method
from audit.report.simulation.part_bars import PartBars
from audit.report.simulation.quick import Quick, quick
from audit.report.simulation.regular_jobs import LEDE as OTHER_WORK
from audit.report.simulation.scenarios.differences import Differences, differences
from audit.report.simulation.scenarios.headline import answer, lede
from audit.report.simulation.scenarios.names import simulated_names
from audit.report.simulation.scenarios.payers import payers
from audit.report.simulation.scenarios.remedies import remedies
from audit.report.simulation.scenarios.scenario import ScenarioInShort, scenario
from audit.report.simulation.spans import told
from audit.report.simulation.summary import UNSURE
from audit.report.simulation.words import line_of, lines_in, title_of
from audit.report.simulation.workload import Load, load_bars, loads
from audit.result.simulation import SimulatedVariant, SimulationScenarios

KIND = "Hiring simulation, scenarios compared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What only runs can say."""

    remedies: Table
    payers: Table
    differences: tuple[Differences, ...]
    scenarios: tuple[ScenarioInShort, ...]
    duties: Table | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedScenariosPage:
    """The report of a before and its afters."""

    cover: Cover
    answer: str
    lede: str
    sure: str
    ran: Ran | None
    """None after a quick look alone."""
    workload: PartBars | None
    other_work: str
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
    by_role = _by_role(variants)
    return SimulatedScenariosPage(
        cover=cover(shorten(title_of(result.before)), {}, KIND),
        answer=answer(result, names),
        lede=lede(result),
        sure=how_sure(result.before, result.settings) or UNSURE,
        ran=_ran(result, names, variants) if result.before.lines else None,
        workload=load_bars(by_role) if by_role else None,
        other_work=OTHER_WORK,
        quick=quick({name: one.quick_look for name, one in variants.items()}),
        method=method(variants, result.settings, result.tool, result.schema_version),
    )


def _ran(
    result: SimulationScenarios,
    names: tuple[str, ...],
    variants: Mapping[str, SimulatedVariant],
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
        duties=_duties(variants),
    )


def _by_role(
    variants: Mapping[str, SimulatedVariant],
) -> dict[str, tuple[Load, ...]]:
    """Return name of a role -> its load in each process, called by the process."""
    found: dict[str, dict[str, Load]] = {}
    names: dict[str, str] = {}
    for process, variant in variants.items():
        for load in loads(variant):
            found.setdefault(load.id, {})[process] = load
            names.setdefault(load.id, load.name)
    taken = Counter(names.values())
    return {
        # Two roles may share a name; their bars stay apart.
        names[role] if taken[names[role]] == 1 else f"{names[role]} ({role})": tuple(
            replace(load, name=process) for process, load in members.items()
        )
        for role, members in found.items()
    }


def _duties(variants: Mapping[str, SimulatedVariant]) -> Table | None:
    """Return how long each other work waits in each process."""
    names: dict[str, str] = {}
    for variant in variants.values():
        for line in lines_in(variant, "duties"):
            names.setdefault(line.of, line.name)
    if not names:
        return None
    return Table(
        id="t-duties",
        caption="Hours by the clock that a job of other work waits",
        columns=(*text_columns("Process"), *number_columns(*_short(names.values()))),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=process),
                    *(_waits(variant, duty) for duty in names),
                )
            )
            for process, variant in variants.items()
        ),
    )


def _short(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(shorten(name, 60) for name in names)


def _waits(variant: SimulatedVariant, duty: str) -> Cell:
    line = line_of(variant, "duty_wait_hours", duty)
    return Cell(text="–" if line is None else told(line.number, line.unit))
