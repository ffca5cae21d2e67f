"""The totals of many processes that differ in little.

Crediting twelve changes prices 4,096 processes. What their ledgers have in common is
computed once and kept by what it depends on:

- visits, returns and what the clock times by the flows of the nodes;
- handoffs by the roles of the steps as well, changes of channel by their channels,
  repeated questions by what is asked;
- the effort of a step by the step itself and how much it asks again;
- the days of a parallel block by the lattice and what is in the block.

The formulas are those of the ledger. An entry is in proportion to its visits, so each
line is priced for one visit, by the ledger's own pricer, and multiplied. The law of the
calendar time, most of the price of a ledger, is left out: means do without it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from audit.analysis import DEFAULT_ACCURACY, Analysis
from audit.analysis.block_time import Durations
from audit.analysis.flow_time import block_days, mean_days
from audit.analysis.handoffs import channel_switches, handoffs
from audit.analysis.lattice import Lattice
from audit.analysis.levels import Level
from audit.analysis.repeated_data import asked_items, repeated_asks
from audit.comparison.credit.metrics import METRICS
from audit.comparison.credit.shapley import Array
from audit.ledger.effort import EffortCounter, EffortLine
from audit.ledger.pricing import Pricer, clock_time
from audit.ledger.profile import Profile
from audit.ledger.successions import repeats_per_visit, succession_lines
from audit.model import Node, Process, Quantity, Step, walk_steps

_MOST_WAYS = 1024
"""Solved flows to keep; each holds matrices of all its nodes."""

V = TypeVar("V")
BlockDaysKept = dict[Hashable, Mapping[str, float]]


class QuickTotals:
    """Prices processes at one profile, as `price` does, and keeps what they share."""

    def __init__(self, profile: Profile, *, accuracy: float = DEFAULT_ACCURACY) -> None:
        self._profile = profile
        self._accuracy = accuracy
        self._prices: dict[Hashable, _Prices] = {}
        self._ways: dict[Hashable, _Ways] = {}
        self._block_days: BlockDaysKept = {}

    def __call__(self, process: Process) -> Array:
        """Return (m,), the totals of a process per hire, in the order of `METRICS`.

        Raises:
            AnalysisError: the process has no answer, because nobody can be hired, say.
        """
        prices = _kept(
            self._prices,
            (process.roles, process.scope),
            lambda: _Prices(process, self._profile),
        )
        ways = _kept(
            self._ways,
            (_routing(process.nodes), process.outcomes, process.clock),
            lambda: _Ways(Analysis(process), self._block_days),
            most=_MOST_WAYS,
        )
        steps = process.steps
        repeats = ways.repeats(process)
        visits = [prices.visit(step, repeats.get(step.id, 0.0)) for step in steps]
        durations = {
            step.id: visit.clock
            for step, visit in zip(steps, visits, strict=True)
            if step.id in ways.facts.in_clock
        }
        effort = ways.work @ np.array([visit.worth for visit in visits])
        days = math.fsum(ways.days(durations, self._accuracy).values())
        return np.asarray(
            effort + ways.successions(process, prices) + days * prices.day
        )


@dataclass(frozen=True, slots=True)
class _Visit:
    worth: Array
    """(m,): what the effort of one visit adds to each metric."""
    clock: Quantity
    """Days of one visit on the clock."""


class _Prices:
    """The roles of a process, in a scope, at the rates of a profile."""

    def __init__(self, process: Process, profile: Profile) -> None:
        self.profile = profile
        self._counter = EffortCounter(process, profile)
        self._pricer = Pricer(process, profile)
        self._visits: dict[Hashable, _Visit] = {}
        any_step = process.steps[0]
        self.day = self.worth([(any_step, self._pricer.wait(any_step, 1.0), 1.0)])
        """(m,): what one day of the mean calendar time adds to each metric."""

    def visit(self, step: Step, repeats: float) -> _Visit:
        """Return one visit to a step that asks so many answers again."""

        def counted() -> _Visit:
            effort = self._counter.count(step, repeats)
            return _Visit(
                self.worth((step, line, 1.0) for line in effort.lines),
                clock_time(step, effort.own_minutes),
            )

        return _kept(self._visits, (step, repeats), counted)

    def worth(self, lines: Iterable[tuple[Step, EffortLine, float]]) -> Array:
        """Return (m,), what lines of steps add to each metric, visited so often."""
        entries = [self._pricer.entry(*line) for line in lines]
        return np.array([math.fsum(map(metric.of, entries)) for metric in METRICS])


class _Ways:
    """What the flows of a process decide, whatever its steps hold."""

    def __init__(self, facts: Analysis, block_days_kept: BlockDaysKept) -> None:
        self.facts = facts
        self.work = np.array(
            [facts.work_visits[step.id] for step in facts.process.steps]
        )
        """(steps,): visits, weighted by the work they repeat."""
        self._repeats: dict[Hashable, dict[str, float]] = {}
        self._successions: dict[Hashable, Array] = {}
        self._block_days = block_days_kept
        self._blocks = {
            block: (
                _routing((facts.design.nodes[block],)),
                _inner_shares(levels),
                tuple(s.id for s in walk_steps((facts.design.nodes[block],))),
            )
            for block, levels in facts.design.branches.items()
        }

    def repeats(self, process: Process) -> dict[str, float]:
        """Return step -> answers of one visit that were asked for before."""
        asked, facts = asked_items(process), self.facts
        return _kept(
            self._repeats,
            tuple(asked.items()),
            lambda: repeats_per_visit(
                repeated_asks(facts.design, asked, facts.visits),
                facts.visits,
                facts.work_visits,
            ),
        )

    def successions(self, process: Process, prices: _Prices) -> Array:
        """Return (m,), what handoffs and changes of channel add to each metric."""
        design = self.facts.design
        roles = tuple(step.role for step in process.steps)
        channels = tuple(step.channel for step in process.steps)
        given = _kept(
            self._successions,
            (prices, roles),
            lambda: self._worth(process, prices, handoffs(design, process), {}),
        )
        met = _kept(
            self._successions,
            (prices, roles, channels),
            lambda: self._worth(process, prices, {}, channel_switches(design, process)),
        )
        return np.asarray(given + met)

    def _worth(
        self,
        process: Process,
        prices: _Prices,
        given: Mapping[tuple[str, str], float],
        met: Mapping[tuple[str, str], float],
    ) -> Array:
        visits = self.facts.visits
        lines = succession_lines(process, prices.profile, given, met, visits)
        return prices.worth(
            (step, line, visits[step.id])
            for step in process.steps
            for line in lines[step.id]
        )

    def days(self, durations: Durations, accuracy: float) -> dict[str, float]:
        """Return the mean calendar days of a hire by step."""
        return mean_days(self.facts.design, durations, accuracy, self._days_of_block)

    def _days_of_block(
        self, level: Level, block: int, durations: Durations, lattice: Lattice
    ) -> Mapping[str, float]:
        routing, shares, steps = self._blocks[block]
        inside = tuple(durations.get(step) for step in steps)
        return _kept(
            self._block_days,
            (routing, shares, inside, lattice.step, lattice.size),
            lambda: block_days(level, block, durations, lattice),
        )


def _routing(nodes: tuple[Node, ...]) -> Hashable:
    """Return all that decides where cases go from these nodes, and how often."""
    return tuple(
        (node.id, node.flows, node.applies_to, node.screen)
        if isinstance(node, Step)
        else (node.id, node.flows, tuple(_routing(branch) for branch in node.branches))
        for node in nodes
    )


def _inner_shares(levels: tuple[Level, ...]) -> Hashable:
    """Return the shares inside branches: screens outside decide them too."""
    return tuple(
        (
            tuple(level.shares[node.id] for node in level.nodes),
            tuple(_inner_shares(inner) for inner in level.branches.values()),
        )
        for level in levels
    )


def _kept(
    cache: dict[Hashable, V],
    key: Hashable,
    make: Callable[[], V],
    most: float = math.inf,
) -> V:
    """Return what is kept under a key, made now if need be; drop the oldest if full."""
    found = cache.get(key)
    if found is None:
        if len(cache) >= most:
            cache.pop(next(iter(cache)))
        found = cache[key] = make()
    return found
