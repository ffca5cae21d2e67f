"""A real cluster on this machine does the same runs."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

import pytest

from audit.errors import SimulationError
from audit.simulation.study import Precision, simulate
from audit.simulation.workers import workers_at
from tests.simulation.test_study import one_role


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Two worker processes and their scheduler, on the loopback."""
    from distributed import LocalCluster

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        cluster = LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            worker_dashboard_address=None,
        )
    with cluster:
        yield cluster.scheduler_address


def test_a_cluster_gives_the_numbers_of_one_machine(address: str) -> None:
    """Every run is its seed; where it ran does not matter."""
    few = Precision(least_runs=12, most_runs=12)
    with workers_at(address) as workers:
        there = simulate(one_role(), precision=few, workers=workers)
    assert there == simulate(one_role(), precision=few)


def test_no_cluster_there() -> None:
    """The address is in the message."""
    with (
        pytest.raises(SimulationError, match=r"127\.0\.0\.1:9"),
        workers_at("tcp://127.0.0.1:9", patience_seconds=0.5),
    ):
        pass
