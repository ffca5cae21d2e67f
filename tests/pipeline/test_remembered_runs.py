"""Runs that several comparisons ask for are made once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from audit.ledger import load_profile
from audit.model import Process
from audit.pipeline.remembered_runs import RememberedRuns
from audit.pipeline.run_plan import RunPlan
from audit.simulation import Figure, FigureKind, Tables, compile_tables
from audit.simulation.assembly import scenario_of
from audit.simulation.workers import LocalWorkers, Row
from tests.pipeline.simulated_files import LOCKED, small_house


class Counting(LocalWorkers):
    """Workers who say which runs they were asked for."""

    def __init__(self) -> None:
        super().__init__(1)
        self.asked: list[int] = []

    def rows(self, tables: Tables, seeds: Sequence[int]) -> Iterator[Row]:
        for seed in seeds:
            self.asked.append(seed)
            yield {Figure(FigureKind.HIRES): float(seed)}


def tables(process: Process) -> Tables:
    window = RunPlan(years=0.1).window
    return compile_tables(scenario_of(process, load_profile(None), window).scenario)


def test_the_same_scenario_at_the_same_seed_is_run_once() -> None:
    """However often its tables are made anew; only what is missing is asked for."""
    crew = Counting()
    remembered = RememberedRuns(crew)
    first = list(remembered.rows(tables(small_house()), range(3)))
    second = list(remembered.rows(tables(small_house()), range(1, 5)))
    assert crew.asked == [0, 1, 2, 3, 4]
    assert first[1:] == second[:2]


def test_another_scenario_is_run_by_itself() -> None:
    """Numbers of one variant never stand for another."""
    crew = Counting()
    remembered = RememberedRuns(crew)
    list(remembered.rows(tables(small_house()), [0]))
    list(remembered.rows(tables(small_house(LOCKED)), [0]))
    assert crew.asked == [0, 0]


class Stopped(LocalWorkers):
    """Workers whom somebody stops after some runs."""

    def __init__(self, after: int) -> None:
        super().__init__(1)
        self.left = after

    def rows(self, tables: Tables, seeds: Sequence[int]) -> Iterator[Row]:
        for _ in seeds:
            if self.left == 0:
                raise KeyboardInterrupt
            self.left -= 1
            yield {}


def test_an_interrupt_is_passed_on() -> None:
    """Whoever asked knows why there are no more; what was done is still known."""
    remembered = RememberedRuns(Stopped(2))
    house = tables(small_house())
    for _ in range(2):
        rows = remembered.rows(house, range(4))
        assert [next(rows) for _ in range(2)] == [{}, {}]
        with pytest.raises(KeyboardInterrupt):
            next(rows)
