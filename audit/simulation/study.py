"""A simulation study: as many runs as its numbers need, and what they say.

Runs go on, from at least 30, until the interval of every headline number is narrow
enough, or the cap is met; the level is shared among them (Bonferroni). Both variants of
a comparison run with the same seeds, so they share their luck, and the change is a
difference within pairs. What is significant here is so for the model, not the world.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from audit.errors import SimulationStopped
from audit.simulation.compile_tables import compile_tables
from audit.simulation.figures import Figure, FigureKind
from audit.simulation.intervals import (
    Estimate,
    PairedDifference,
    estimate,
    holm,
    paired_p_value,
    runs_to_tell,
)
from audit.simulation.randomness import run_seed
from audit.simulation.scenario import Scenario
from audit.simulation.tables import Tables
from audit.simulation.traffic import RoleLoad, check_steady_state, role_loads
from audit.simulation.workers import LocalWorkers, Progress, Row, Workers

HEADLINES = (
    Figure(FigureKind.DAYS_TO_HIRE),
    Figure(FigureKind.DAYS_TO_FILL),
    Figure(FigureKind.HIRED_SHARE),
    Figure(FigureKind.OPENINGS_FILLED),
    Figure(FigureKind.RESCINDED_PER_100_HIRES),
    Figure(FigureKind.LEFT_PER_100_HIRES),
)
"""The numbers that decide how many runs are enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """When a study has run enough."""

    relative: float = 0.05
    """Half width of each headline interval, as a share of its mean."""
    absolute: float = 0.05
    """Half width that is narrow enough whatever the mean, in the number's own unit."""
    confidence: float = 0.95
    least_runs: int = 30
    most_runs: int = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """What a scenario does, by the runs made."""

    figures: dict[Figure, Estimate]
    loads: tuple[RoleLoad, ...]
    """What is asked of each role, from the traffic equations."""
    runs: int
    planned: int
    """Runs that were to be made by then; more than were, where it was interrupted."""
    precise: bool
    """Whether the headline numbers are as precise as asked."""
    interrupted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyComparison:
    """What a change does, by pairs of runs with the same luck."""

    before: Study
    after: Study
    changes: dict[Figure, PairedDifference]
    """Numbers that both variants have; headlines are judged together."""


def simulate(
    scenario: Scenario,
    *,
    precision: Precision | None = None,
    seed: int = 0,
    workers: Workers | None = None,
    progress: Progress | None = None,
) -> Study:
    """Run a scenario until its headline numbers are precise enough.

    An interrupt from the keyboard ends the study with the runs done so far.

    Raises:
        SimulationError: the scenario has no answer.
        SimulationStopped: an interrupt before two runs.
    """
    (study,), _ = _runs([scenario], precision, seed, workers, progress)
    return study


def compare_scenarios(
    before: Scenario,
    after: Scenario,
    *,
    precision: Precision | None = None,
    seed: int = 0,
    workers: Workers | None = None,
    progress: Progress | None = None,
) -> StudyComparison:
    """Run two variants side by side, with the same luck for the same candidate.

    Raises:
        SimulationError: a variant has no answer.
        SimulationStopped: an interrupt before two runs.
    """
    wanted = precision or Precision()
    studies, (first, second) = _runs([before, after], wanted, seed, workers, progress)
    both = [figure for figure in first if figure in second]
    p_values = {f: paired_p_value(second[f] - first[f]) for f in both}
    # A number that no run gives (days to fill, without openings) is no hypothesis.
    given = [f for f in both if not np.isnan(second[f] - first[f]).all()]
    heads = [f for f in given if f in HEADLINES]
    level = 1 - wanted.confidence
    fallen = dict(zip(heads, holm([p_values[f] for f in heads], level), strict=True))
    return StudyComparison(
        before=studies[0],
        after=studies[1],
        changes={
            f: PairedDifference(
                before=estimate(first[f], wanted.confidence),
                after=estimate(second[f], wanted.confidence),
                change=estimate(second[f] - first[f], wanted.confidence),
                p_value=p_values[f],
                distinguishable=fallen.get(f, p_values[f] <= level),
                runs_to_tell=runs_to_tell(second[f] - first[f]),
            )
            for f in both
        },
    )


def _runs(
    scenarios: list[Scenario],
    precision: Precision | None,
    seed: int,
    workers: Workers | None,
    progress: Progress | None,
) -> tuple[list[Study], list[dict[Figure, np.ndarray]]]:
    wanted = precision or Precision()
    crew = workers or LocalWorkers()
    tables = [compile_tables(scenario) for scenario in scenarios]
    for one in tables:
        check_steady_state(one)
    rows: list[list[Row]] = [[] for _ in scenarios]
    planned, interrupted = wanted.least_runs, False
    while True:
        try:
            _advance(crew, tables, rows, planned, seed, progress)
        except KeyboardInterrupt:
            interrupted = True
        runs = min(len(done) for done in rows)
        if runs < 2:
            raise SimulationStopped
        columns = [_columns(done[:runs]) for done in rows]
        needed = max(_runs_needed(column, wanted) for column in columns)
        if interrupted or needed <= runs or runs >= wanted.most_runs:
            break
        planned = min(wanted.most_runs, max(runs + 10, min(needed, 3 * runs // 2)))
    studies = [
        Study(
            figures={f: estimate(x, wanted.confidence) for f, x in column.items()},
            loads=role_loads(one),
            runs=runs,
            planned=planned,
            precise=needed <= runs,
            interrupted=interrupted,
        )
        for one, column in zip(tables, columns, strict=True)
    ]
    return studies, columns


def _advance(
    crew: Workers,
    tables: Sequence[Tables],
    rows: list[list[Row]],
    planned: int,
    seed: int,
    progress: Progress | None,
) -> None:
    """Add runs until there are as many as planned, all variants of a seed in turn."""
    begun = min(len(done) for done in rows)
    seeds = [run_seed(seed, number) for number in range(begun, planned)]
    batches = [crew.rows(one, seeds) for one in tables]
    for number, together in enumerate(zip(*batches, strict=True), start=begun + 1):
        for done, row in zip(rows, together, strict=True):
            done.append(row)
        if progress is not None:
            progress(number, planned)


def _columns(rows: list[Row]) -> dict[Figure, np.ndarray]:
    return {f: np.array([row[f] for row in rows]) for f in rows[0]}


def _runs_needed(columns: dict[Figure, np.ndarray], wanted: Precision) -> int:
    """Return how many runs the widest headline interval asks for, by its spread so far.

    A headline that no run gave (days to fill, without openings) asks for nothing.
    """
    heads = [columns[f] for f in HEADLINES if not np.isnan(columns[f]).all()]
    confidence = 1 - (1 - wanted.confidence) / max(1, len(heads))
    needed = wanted.least_runs
    for values in heads:
        found = estimate(values, confidence)
        enough = max(wanted.absolute, wanted.relative * abs(found.mean))
        if found.half_width > enough and found.runs > 1:
            times = (found.half_width / enough) ** 2
            needed = max(needed, math.ceil(len(values) * times), len(values) + 1)
    return needed
