"""Calendar time of a hire: mean, what each step contributes, and its whole law.

Means outside parallel blocks are exact (visits times mean duration). Means of blocks
and the law come from a lattice, so they are exact up to its step. Whoever needs no
quantiles asks for `mean_days` alone: the same means, at a fraction of the price.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from audit.analysis.block_time import (
    Durations,
    block_passage,
    solve_passage,
)
from audit.analysis.lattice import Lattice, lattice_for
from audit.analysis.levels import Level
from audit.analysis.markov import Array, total_variance
from audit.model import Step

_WHOLE, _BLOCK = 8, 14
"""Standard deviations that a lattice reaches beyond 1.3 times the mean."""
_NOISE_DAYS = 1e-6
"""A tenth of a second: less than that is rounding of the lattice, not time."""
DEFAULT_ACCURACY = 0.004
"""Width of a lattice cell as a share of the mean time."""


@dataclass(frozen=True, slots=True)
class FlowTime:
    """Calendar time from the first to the last step of a hire, in days."""

    mean: float
    deviation: float
    """Standard deviation."""
    contributions: dict[str, float]
    """Days by step; sums to the mean."""
    p50: float
    p90: float
    mass: tuple[float, ...]
    """Share of the hires at 0, `step`, 2 `step`, ... days; trailing zeros cut."""
    step: float


BlockDays = Callable[[Level, int, Durations, Lattice], Mapping[str, float]]
"""Days of one visit to a block (level, its state, durations, lattice) by step."""


def flow_time(
    level: Level, durations: Durations, accuracy: float = DEFAULT_ACCURACY
) -> FlowTime:
    """Return the calendar time through a level, given that it succeeds.

    Args:
        level: the whole process in the design lens.
        durations: days of one visit by step id; steps left out take no time.
        accuracy: width of a lattice cell as a share of the mean.
    """
    lattice = _lattice(level, durations, accuracy)
    if lattice is None:
        nothing = dict.fromkeys(durations, 0.0)
        return FlowTime(0.0, 0.0, nothing, 0.0, 0.0, (1.0,), 1.0)
    chain = level.solved
    of_blocks: dict[int, dict[str, float]] = {}
    means, variances = np.zeros(level.size), np.zeros(level.size)
    transforms = np.ones((lattice.size // 2 + 1, level.size), dtype=complex)
    for i, node in enumerate(level.nodes):
        if chain.visits[i] <= 0:
            continue
        if isinstance(node, Step):
            law = durations.get(node.id)
            if law is None or law.mean == 0:
                continue
            mass = lattice.mass(law)
            means[i], variances[i] = law.mean, law.variance
        else:
            block = block_passage(level, i, durations, lattice)
            mass = block.mass
            means[i], variances[i] = _moments(mass, lattice)
            of_blocks[i] = block.days
        transforms[:, i] = lattice.transform(mass)
    onwards = solve_passage(transforms, chain.routing, chain.exits[:, None])
    law_mass = np.clip(lattice.invert(onwards[:, level.start, 0]), 0, None)
    variance = total_variance(chain.routing, means, variances, level.start)
    contributions = _contributions(level, durations, of_blocks)
    return FlowTime(
        mean=math.fsum(contributions.values()),
        deviation=math.sqrt(variance),
        contributions=contributions,
        p50=_quantile(law_mass, 0.5, lattice),
        p90=_quantile(law_mass, 0.9, lattice),
        mass=_trimmed(law_mass / law_mass.sum()),
        step=lattice.step,
    )


def block_days(
    level: Level, block: int, durations: Durations, lattice: Lattice
) -> dict[str, float]:
    """Return step -> days that one visit to a block hangs on it."""
    return block_passage(level, block, durations, lattice).days


def mean_days(
    level: Level,
    durations: Durations,
    accuracy: float = DEFAULT_ACCURACY,
    days_of_block: BlockDays = block_days,
) -> dict[str, float]:
    """Return the contributions that `flow_time` returns, without the law.

    Args:
        level: the whole process in the design lens.
        durations: days of one visit by step id; steps left out take no time.
        accuracy: width of a lattice cell as a share of the mean.
        days_of_block: `block_days`, or what remembers its answers.
    """
    if not level.branches:
        return _contributions(level, durations, {})
    lattice = _lattice(level, durations, accuracy)
    if lattice is None:
        return dict.fromkeys(durations, 0.0)
    visits = level.solved.visits
    return _contributions(
        level,
        durations,
        {
            block: days_of_block(level, block, durations, lattice)
            for block in level.branches
            if visits[block] > 0
        },
    )


def _contributions(
    level: Level, durations: Durations, blocks: Mapping[int, Mapping[str, float]]
) -> dict[str, float]:
    """Return days by step; `blocks` holds those of one visit to each block."""
    contributions = dict.fromkeys(durations, 0.0)
    for i, node in enumerate(level.nodes):
        visits = float(level.solved.visits[i])
        if visits <= 0:
            continue
        if isinstance(node, Step):
            law = durations.get(node.id)
            if law is not None and law.mean != 0:
                contributions[node.id] = visits * law.mean
        else:
            for step, own in blocks[i].items():
                days = visits * own
                contributions[step] = days if days > _NOISE_DAYS else 0.0
    return contributions


def outcome_times(
    level: Level, durations: Durations, accuracy: float = DEFAULT_ACCURACY
) -> dict[str, float]:
    """Return the mean days to each outcome that can happen, all cases counted.

    Blocks wait for all branches, so a failed block takes as long as its last branch.
    """
    lattice = _lattice(level, durations, accuracy)
    if lattice is None:
        return {name: 0.0 for name, p in level.outcomes.items() if p > 0}
    means, means_failing = _node_means(level, durations, lattice)
    visits = level.fundamental[level.start]
    times: dict[str, float] = {}
    for outcome, probability in level.outcomes.items():
        if probability <= 0:
            continue
        hits = level.hits(outcome)
        spent = 0.0
        for i in range(level.size):
            failing = level.failures.get(i, {}).get(outcome, 0.0)
            spent += visits[i] * (
                means[i] * (hits[i] - failing) + means_failing[i] * failing
            )
        times[outcome] = float(spent) / probability
    return times


def _node_means(
    level: Level, durations: Durations, lattice: Lattice
) -> tuple[Array, Array]:
    """Return (n,) mean days of a visit that succeeds, and of one that fails."""
    means, failing = np.zeros(level.size), np.zeros(level.size)
    for i, node in enumerate(level.nodes):
        if isinstance(node, Step):
            means[i] = durations[node.id].mean if node.id in durations else 0.0
            continue
        done, ended = _block_laws(level, i, durations, lattice)
        success = float(done.sum())
        total = float((ended * lattice.times).sum())
        done_days = float((done * lattice.times).sum())
        if success > 0:
            means[i] = done_days / success
        if success < 1 - 1e-12:
            failing[i] = (total - done_days) / (1 - success)
    return means, failing


def _block_laws(
    level: Level, block: int, durations: Durations, lattice: Lattice
) -> tuple[Array, Array]:
    """Return (M,) masses of a block that succeeds (defective) and of any end of it."""
    done, ended = np.ones(lattice.size), np.ones(lattice.size)
    for branch in level.branches[block]:
        branch_done, branch_ended = _branch_laws(branch, durations, lattice)
        done *= np.cumsum(branch_done)
        ended *= np.cumsum(branch_ended)
    return np.diff(done, prepend=0.0), np.diff(ended, prepend=0.0)


def _branch_laws(
    level: Level, durations: Durations, lattice: Lattice
) -> tuple[Array, Array]:
    frequencies = lattice.size // 2 + 1
    passing = np.ones((frequencies, level.size), dtype=complex)
    failing = np.zeros((frequencies, level.size), dtype=complex)
    for i, node in enumerate(level.nodes):
        if isinstance(node, Step):
            if node.id in durations:
                passing[:, i] = lattice.transform(lattice.mass(durations[node.id]))
        else:
            done, ended = _block_laws(level, i, durations, lattice)
            passing[:, i] = lattice.transform(done)
            failing[:, i] = lattice.transform(ended - done)
    success = level.exits[level.success]
    any_exit = np.sum(list(level.exits.values()), axis=0)
    system = np.eye(level.size) - passing[:, :, None] * level.routing
    right = np.stack([passing * success, passing * any_exit + failing], axis=2)
    solved = np.linalg.solve(system, right)[:, level.start]
    return lattice.invert(solved[:, 0]), lattice.invert(solved[:, 1])


def _lattice(level: Level, durations: Durations, accuracy: float) -> Lattice | None:
    """Return a lattice for a level; None when nothing takes time."""
    outer = _extent(level, durations)
    if outer.mean <= 0:
        return None
    # Of the whole only quantiles are read off the lattice, its mean is exact; of a
    # block the mean too, so its lattice has to hold more of the tail.
    horizon = max(outer.reach(_WHOLE), *(b.reach(_BLOCK) for b in outer.blocks), 0.0)
    return lattice_for(outer.mean, horizon, accuracy)


@dataclass(frozen=True, slots=True)
class _Extent:
    """Mean and spread of a level, its branches counted as if they ran in series."""

    mean: float
    variance: float
    blocks: tuple[_Extent, ...]

    def reach(self, deviations: float) -> float:
        """Days up to which the law is looked at."""
        return 1.3 * self.mean + deviations * math.sqrt(self.variance)


def _extent(level: Level, durations: Durations) -> _Extent:
    chain = level.solved
    means, variances = np.zeros(level.size), np.zeros(level.size)
    blocks: list[_Extent] = []
    for i, node in enumerate(level.nodes):
        if isinstance(node, Step):
            law = durations.get(node.id)
            if law is not None:
                means[i], variances[i] = law.mean, law.variance
        else:
            for branch in level.branches[i]:
                if branch.chain is None:
                    continue
                extent = _extent(branch, durations)
                blocks += [extent, *extent.blocks]
                means[i] += extent.mean
                variances[i] += extent.variance
    return _Extent(
        mean=float(chain.visits @ means),
        variance=total_variance(chain.routing, means, variances, level.start),
        blocks=tuple(blocks),
    )


def _moments(mass: Array, lattice: Lattice) -> tuple[float, float]:
    mean = float((mass * lattice.times).sum())
    return mean, max(float((mass * lattice.times**2).sum()) - mean**2, 0.0)


def _quantile(mass: Array, share: float, lattice: Lattice) -> float:
    upto = np.cumsum(mass)
    return float(lattice.times[np.searchsorted(upto, share * upto[-1] - 1e-9)])


def _trimmed(mass: Array) -> tuple[float, ...]:
    last = int(np.flatnonzero(mass > 1e-9)[-1])
    return tuple(mass[: last + 1].tolist())
