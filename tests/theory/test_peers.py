"""The process of twelve steps in three engines that have nothing in common.

Each plays it with its own random numbers; means differ by less than four standard
errors of runs that are independent.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from audit.simulation.run import Run
from tests.simulation.building import over_runs, share
from tests.simulation.twelve_steps import (
    MEAN_HOURS,
    MEAN_HOURS_ALONE,
    MEAN_HOURS_ERROR,
    Played,
    play_ciw,
    play_simpy,
    twelve_steps,
)


def mean_hours(run: Run) -> float:
    """Mean hours from application to the end, whatever the end."""
    ended = run.measured & (run.outcome >= 0)
    return 24 * float((run.ended - run.arrived)[ended].mean())


@pytest.fixture(scope="module")
def ours() -> dict[str, tuple[float, float]]:
    """Mean hours and share of hires, each with its standard error."""
    one = twelve_steps(100_000)
    return {
        "hours": over_runs(one, mean_hours, runs=10),
        "hired": over_runs(one, lambda run: share(run, 0), runs=10),
    }


def agree(first: tuple[float, float], second: tuple[float, float]) -> bool:
    """Within four standard errors of the difference."""
    return abs(first[0] - second[0]) < 4 * float(np.hypot(first[1], second[1]))


def test_without_contention_it_is_the_exact_mean() -> None:
    """With people for everybody nobody waits: 8.0377 hours."""
    crowd = dict.fromkeys(("recruiter", "manager", "hr"), 500)
    found = over_runs(twelve_steps(100_000, people=crowd), mean_hours, runs=10)
    assert agree(found, (MEAN_HOURS_ALONE, 0.0))


def test_with_contention_it_is_the_published_mean(
    ours: dict[str, tuple[float, float]],
) -> None:
    """9.5536 hours, with an error of 0.0107."""
    assert agree(ours["hours"], (MEAN_HOURS, MEAN_HOURS_ERROR))


@pytest.mark.parametrize(
    ("play", "cases"), [(play_simpy, 8000), (play_ciw, 4000)], ids=["SimPy", "Ciw"]
)
def test_a_peer_finds_the_same(
    ours: dict[str, tuple[float, float]],
    play: Callable[[int, int], Played],
    cases: int,
) -> None:
    """Hours and hires, over eight runs of the peer."""
    runs = [play(cases, seed) for seed in range(8)]
    for what, values in (
        ("hours", [run.mean_hours for run in runs]),
        ("hired", [run.hired for run in runs]),
    ):
        error = float(np.std(values, ddof=1)) / len(runs) ** 0.5
        assert agree(ours[what], (float(np.mean(values)), error)), what
