"""Calendar time through a parallel block, and which steps it hangs on.

The block ends with its last branch: the distribution functions multiply. Its mean is
split by criticality (Euler): c_i = E[D_i 1{i is on the branch that ends last}], which
sums to E[max] exactly. On the lattice c_i comes from the transform of the duration of
i weighted by itself, put in the place of its plain transform: one adjoint solve a
frequency.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from audit.analysis.lattice import Complex, Lattice
from audit.analysis.levels import Level
from audit.analysis.markov import Array
from audit.model import Quantity, Step

Durations = Mapping[str, Quantity]


@dataclass(frozen=True, slots=True)
class Passage:
    """Law of the time through a level or block, given that it succeeds."""

    mass: Array
    """(M,) on the lattice."""
    weighted: dict[str, Array]
    """Step -> (M,): its own days times the mass, critical branches only.

    Summed over the steps this is the time itself times the mass.
    """

    @property
    def days(self) -> dict[str, float]:
        """Step -> its own days of one passage; they sum to the mean."""
        return {step: float(own.sum()) for step, own in self.weighted.items()}


def block_passage(
    level: Level, block: int, durations: Durations, lattice: Lattice
) -> Passage:
    """Return the law of a block and what its steps contribute."""
    return last_of(
        [level_passage(branch, durations, lattice) for branch in level.branches[block]]
    )


def last_of(branches: list[Passage]) -> Passage:
    """Return the law of the maximum of independent branches.

    Ties on the lattice are shared evenly: the product of the distribution functions
    moves from t- to t along a straight line, integrated exactly by Gauss-Legendre.
    """
    upto = [np.cumsum(branch.mass) for branch in branches]
    before = [total - b.mass for total, b in zip(upto, branches, strict=True)]
    nodes, weights = np.polynomial.legendre.leggauss((len(branches) + 1) // 2)
    mass = np.zeros_like(branches[0].mass)
    weighted: dict[str, Array] = {}
    for b, branch in enumerate(branches):
        last = np.zeros_like(mass)
        for node, weight in zip((nodes + 1) / 2, weights / 2, strict=True):
            others = np.ones_like(mass)
            for a, other in enumerate(branches):
                if a != b:
                    others *= before[a] + node * other.mass
            last += weight * others
        mass += branch.mass * last
        for step, own in branch.weighted.items():
            weighted[step] = own * last
    return Passage(mass, weighted)


def level_passage(level: Level, durations: Durations, lattice: Lattice) -> Passage:
    """Return the law of a branch and what its steps contribute."""
    chain = level.solved
    transforms = np.ones((lattice.size // 2 + 1, level.size), dtype=complex)
    own: dict[str, tuple[int, Complex]] = {}
    for i, node in enumerate(level.nodes):
        if chain.visits[i] <= 0:
            continue
        if isinstance(node, Step):
            law = durations.get(node.id)
            if law is None or law.mean == 0:
                continue
            mass = lattice.mass(law)
            own[node.id] = (i, lattice.transform(mass * lattice.times))
        else:
            inner = block_passage(level, i, durations, lattice)
            mass = inner.mass
            for step, weighted in inner.weighted.items():
                own[step] = (i, lattice.transform(weighted))
        transforms[:, i] = lattice.transform(mass)
    onwards = solve_passage(transforms, chain.routing, chain.exits[:, None])[:, :, 0]
    after = onwards @ chain.routing.T + chain.exits
    adjoint = _solve_adjoint(transforms, chain.routing, level.start)
    return Passage(
        mass=lattice.invert(onwards[:, level.start]),
        weighted={
            step: lattice.invert(adjoint[:, i] * weighted * after[:, i])
            for step, (i, weighted) in own.items()
        },
    )


def solve_passage(transforms: Complex, routing: Array, exits: Array) -> Complex:
    """Solve (I - Phi Q) X = Phi R at every frequency.

    Args:
        transforms: Phi (f, n), transform of each state's duration.
        routing: Q (n, n).
        exits: R (n, m).

    Returns:
        X (f, n, m), transform of the time to each exit from each state.
    """
    system = np.eye(len(routing)) - transforms[:, :, None] * routing
    return np.asarray(np.linalg.solve(system, transforms[:, :, None] * exits))


def _solve_adjoint(transforms: Complex, routing: Array, start: int) -> Complex:
    """Return y (f, n) with y^T (I - Phi Q) = e_start^T."""
    n = len(routing)
    system = np.eye(n) - transforms[:, :, None] * routing
    unit = np.zeros((n, 1))
    unit[start] = 1.0
    adjoint = np.linalg.solve(np.swapaxes(system, 1, 2), unit[None])
    return np.asarray(adjoint[:, :, 0])
