"""Runs that are made once, though several comparisons ask for them.

A before that is compared with four afters is the same before each time: the same
scenario at the same seeds gives the same numbers, so they are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from audit.simulation import Scenario, Tables, Workers
from audit.simulation.workers import Found, Row


class RememberedRuns(Workers):
    """Workers who keep the numbers of every run that they made."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        self._rows: dict[tuple[Scenario, int], Row] = {}

    def each(
        self,
        work: Callable[[Tables, int], Found],
        tables: Tables,
        seeds: Sequence[int],
    ) -> Iterator[Found]:
        """Yield what the work finds with each seed; only numbers are remembered."""
        return self._workers.each(work, tables, seeds)

    def rows(self, tables: Tables, seeds: Sequence[int]) -> Iterator[Row]:
        """Yield the numbers of each run, by seed."""
        scenario = tables.scenario
        new = [seed for seed in seeds if (scenario, seed) not in self._rows]
        made = self._workers.rows(tables, new) if new else iter(())
        for seed in seeds:
            if (scenario, seed) not in self._rows:
                self._rows[scenario, seed] = next(made)
            yield self._rows[scenario, seed]
