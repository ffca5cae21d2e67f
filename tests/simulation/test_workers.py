"""A real cluster on this machine does the same runs."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from audit.errors import SimulationError
from audit.simulation import workers as workers_module
from audit.simulation.study import Precision, simulate
from audit.simulation.workers import workers_at
from tests.simulation.test_study import one_role


def cluster_of(workers: int) -> Any:
    """Return a scheduler on the loopback, with so many worker processes."""
    from distributed import LocalCluster

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            worker_dashboard_address=None,
        )


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where two workers can be asked."""
    with cluster_of(2) as cluster:
        yield cluster.scheduler_address


def test_a_cluster_gives_the_numbers_of_one_machine(address: str) -> None:
    """Every run is its seed; where it ran does not matter."""
    few = Precision(least_runs=12, most_runs=12)
    with workers_at(address) as workers:
        there = simulate(one_role(), precision=few, workers=workers)
    assert there == simulate(one_role(), precision=few)


def test_workers_of_another_program(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They would wait for ever for a scenario that they cannot read."""
    monkeypatch.setattr(workers_module, "digest_of_sources", lambda: "another")
    with (
        pytest.raises(SimulationError, match=r"another version .* install 0\.1"),
        workers_at(address),
    ):
        pass


def test_workers_without_the_program(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is missing there is said, with the worker that lacks it."""
    monkeypatch.setattr(
        workers_module, "_sources_here", lambda: __import__("no_such_program")
    )
    with (
        pytest.raises(SimulationError, match="No module named 'no_such_program'"),
        workers_at(address),
    ):
        pass


def test_a_cluster_without_workers() -> None:
    """Nobody is there to wait for."""
    with (
        cluster_of(0) as cluster,
        pytest.raises(SimulationError, match="has no workers"),
        workers_at(cluster.scheduler_address),
    ):
        pass


def test_no_cluster_there() -> None:
    """The address is in the message."""
    with (
        pytest.raises(SimulationError, match=r"127\.0\.0\.1:9"),
        workers_at("tcp://127.0.0.1:9", patience_seconds=0.5),
    ):
        pass
