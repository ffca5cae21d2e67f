"""A level of the process as an absorbing chain; blocks hold levels of their own.

The states of a level are its nodes, then one gate for each step that applies to some
cases only: a gate has no cost and sends the case to its step or past it. Leaving a
block succeeds when every branch succeeds; a failed block ends the case.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from audit.analysis.markov import Array, Conditioned, absorption, conditioned
from audit.analysis.routing import Shares, bypass
from audit.model import DONE, FlowKind, Node, ParallelBlock, Step


@dataclass(eq=False)
class Level:
    """One sequence of nodes, solved."""

    nodes: tuple[Node, ...]
    success: str
    shares: Shares
    ids: list[str] = field(init=False)
    index: dict[str, int] = field(init=False)
    """Node id -> its state."""
    entry: dict[str, int] = field(init=False)
    """Node id -> the state that flows to it enter: its gate, if it has one."""
    branches: dict[int, tuple[Level, ...]] = field(init=False)
    """State of a block -> the levels of its branches."""
    routing: Array = field(init=False)
    """(n, n): routing on success of the node, its own failure not counted."""
    rework: Array = field(init=False)
    """(n, n): the part of `routing` that is rework."""
    exits: dict[str, Array] = field(init=False)
    """Outcome or success id -> (n,) routing to it on success of the node."""

    def __post_init__(self) -> None:
        gated = [
            node
            for node in self.nodes
            if isinstance(node, Step) and _applies(node) < 1.0
        ]
        self.ids = [node.id for node in self.nodes]
        self.index = {node.id: i for i, node in enumerate(self.nodes)}
        self.entry = dict(self.index)
        self.entry.update(
            {node.id: len(self.nodes) + g for g, node in enumerate(gated)}
        )
        self.branches = {
            i: tuple(Level(branch, DONE, self.shares) for branch in node.branches)
            for i, node in enumerate(self.nodes)
            if isinstance(node, ParallelBlock)
        }
        n = len(self.nodes) + len(gated)
        self.routing = np.zeros((n, n))
        self.rework = np.zeros((n, n))
        self.exits = {self.success: np.zeros(n)}
        for i, node in enumerate(self.nodes):
            for flow, share in zip(node.flows, self.shares[node.id], strict=True):
                self._send(i, flow.to, share, flow.kind is FlowKind.REWORK)
        for node in gated:
            gate = self.entry[node.id]
            applies = _applies(node)
            self.routing[gate, self.index[node.id]] = applies
            onwards = bypass(node, self.shares[node.id], self.nodes, self.success)
            for to, share in onwards.items():
                self._send(gate, to, share * (1 - applies), False)

    def _send(self, state: int, to: str, share: float, rework: bool) -> None:
        if to in self.entry:
            self.routing[state, self.entry[to]] += share
            if rework:
                self.rework[state, self.entry[to]] += share
        else:
            if to not in self.exits:
                self.exits[to] = np.zeros(len(self.routing))
            self.exits[to][state] += share

    @property
    def size(self) -> int:
        """Number of states, gates included."""
        return len(self.routing)

    @property
    def start(self) -> int:
        """State in which the level begins."""
        return self.entry[self.nodes[0].id]

    @cached_property
    def node_success(self) -> Array:
        """(n,): probability that a visit does not end the case inside the node."""
        success = np.ones(self.size)
        for i, branches in self.branches.items():
            success[i] = np.prod([branch.probability for branch in branches])
        return success

    @cached_property
    def chain(self) -> Conditioned | None:
        """The level given that it succeeds; None when it cannot."""
        keep = self.node_success
        return conditioned(
            self.routing * keep[:, None], self.exits[self.success] * keep, self.start
        )

    @property
    def probability(self) -> float:
        """Probability that the level succeeds."""
        return self.chain.probability if self.chain is not None else 0.0

    @property
    def solved(self) -> Conditioned:
        """The level given that it succeeds.

        Raises:
            ArithmeticError: it cannot succeed; callers ask only of levels that can.
        """
        if self.chain is None:
            raise ArithmeticError(f"no way from {self.ids[0]} to {self.success}")
        return self.chain

    @cached_property
    def outcomes(self) -> dict[str, float]:
        """Probability of each way the level can end, success included."""
        names = sorted({*self.exits, *(o for f in self.failures.values() for o in f)})
        hits = absorption(self._leaving, self._exit_matrix(names))
        return {name: float(hits[self.start, k]) for k, name in enumerate(names)}

    @cached_property
    def failures(self) -> dict[int, dict[str, float]]:
        """State of a block -> probability of each outcome when a visit fails.

        All branches run to their end; when several fail, the outcome is drawn in
        proportion to the branches' own failures, so that their order does not matter.
        """
        return {i: self._block_failure(b) for i, b in self.branches.items()}

    def _block_failure(self, branches: tuple[Level, ...]) -> dict[str, float]:
        each: dict[str, float] = {}
        for branch in branches:
            for outcome, probability in branch.outcomes.items():
                if outcome != branch.success:
                    each[outcome] = each.get(outcome, 0.0) + probability
        total = sum(each.values())
        if total <= 0:
            return {}
        failing = 1 - float(np.prod([b.outcomes[b.success] for b in branches]))
        return {outcome: failing * p / total for outcome, p in each.items()}

    @cached_property
    def _leaving(self) -> Array:
        return self.routing * self.unconditional_success[:, None]

    @cached_property
    def unconditional_success(self) -> Array:
        """(n,): like `node_success`, all cases counted."""
        success = np.ones(self.size)
        for i, failures in self.failures.items():
            success[i] = 1 - sum(failures.values())
        return success

    def _exit_matrix(self, names: list[str]) -> Array:
        """(n, m): routing of each state to each named outcome, failures included."""
        matrix = np.zeros((self.size, len(names)))
        for k, name in enumerate(names):
            if name in self.exits:
                matrix[:, k] = self.exits[name] * self.unconditional_success
            for i, failures in self.failures.items():
                matrix[i, k] += failures.get(name, 0.0)
        return matrix

    @cached_property
    def fundamental(self) -> Array:
        """(n, n): N, expected visits from each state to each, all cases counted."""
        return np.asarray(np.linalg.inv(np.eye(self.size) - self._leaving))

    def hits(self, outcome: str) -> Array:
        """(n,): probability of an outcome from each state, all cases counted."""
        return np.asarray(self.fundamental @ self._exit_matrix([outcome])[:, 0])

    @property
    def leaving(self) -> Array:
        """(n, n): routing with the failures of blocks taken out."""
        return self._leaving


def _applies(step: Step) -> float:
    return 1.0 if step.applies_to is None else step.applies_to.mean
