"""How finely two audits know their times, so that the grid is not read as a change.

Quantiles of the calendar time, and the means of parallel blocks, are read off a grid
whose cells are at most 0.4 % of the mean time wide. A change anywhere in a process may
give it another grid, and then these numbers move although nothing else about them did.
"""

from __future__ import annotations

from audit.result import AuditResult

_MEAN_ERROR = 0.25
"""Cells by which the mean of a block may be off; 0.13 is the most that was seen."""


def exact(before: AuditResult, after: AuditResult) -> float:
    """Return nought: a number that hangs on no grid."""
    return 0.0


def quantile_days(before: AuditResult, after: AuditResult) -> float:
    """Return how far two quantiles may be apart by their grids alone, in days.

    Each is off by up to about a cell of its own grid: it is rounded up to a point of
    the grid, and a wait that falls between two points is spread over both. Many such
    waits in a row can spread it further; of 2,000 random processes, 10 did.
    """
    return (before.time.lattice_step or 0.0) + (after.time.lattice_step or 0.0)


def mean_days(before: AuditResult, after: AuditResult) -> float:
    """Return how far the mean time may be off, in days; without blocks it is exact."""
    return _MEAN_ERROR * step_days(before, after)


def step_days(before: AuditResult, after: AuditResult) -> float:
    """Return how far the days of steps in a block may be off: a cell of the grid.

    Which branch ends last is read off the grid too. Where two branches end at the same
    time but for a hair, a finer grid may give the days to the other one; no tolerance
    can mend that.
    """
    if not (before.process.blocks or after.process.blocks):
        return 0.0
    return max(before.time.lattice_step or 0.0, after.time.lattice_step or 0.0)


def mean_points(before: AuditResult, after: AuditResult) -> float:
    """Return how far the points of the calendar time may be off."""
    return mean_days(before, after) * _points_per_day(before, after)


def step_points(before: AuditResult, after: AuditResult) -> float:
    """Return how far the points of a step in a block may be off."""
    return step_days(before, after) * _points_per_day(before, after)


def mean_share(before: AuditResult, after: AuditResult) -> float:
    """Return how far touch time over calendar time may be off, as a share.

    As far relative to itself as the calendar time is.
    """
    days = mean_days(before, after)
    shares = (
        (result.time.flow_efficiency or 0.0) * days / result.time.mean
        for result in (before, after)
        if result.time.mean > 0
    )
    return max(shares, default=0.0)


def steps_in_blocks(result: AuditResult) -> frozenset[str]:
    """Return the ids of what stands inside a parallel block."""
    return frozenset(
        node
        for block in result.process.blocks
        for branch in block.branches
        for node in branch
    )


def _points_per_day(before: AuditResult, after: AuditResult) -> float:
    return max(
        100 * result.profile.weights["time"] / result.profile.reference["days"]
        for result in (before, after)
    )
