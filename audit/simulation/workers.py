"""Many runs at once: on all cores of this machine, or on a cluster.

Results come back by seed, so that they do not depend on who was quick. Compiled runs
let go of the interpreter and share one process; plain ones need processes of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any, Protocol, TypeVar

from audit.errors import SimulationError
from audit.simulation.compiling import COMPILED, digest_of_sources
from audit.simulation.figures import Figure, figures_of
from audit.simulation.run import run_once
from audit.simulation.tables import Tables
from audit.version import __version__

Row = dict[Figure, float]
Found = TypeVar("Found")


class Workers(Protocol):
    """Whoever can do runs."""

    def each(
        self,
        work: Callable[[Tables, int], Found],
        tables: Tables,
        seeds: Sequence[int],
    ) -> Iterator[Found]:
        """Yield what the work finds with each seed, by seed.

        Args:
            work: makes a run; a function of a module, which other processes can load.
            tables: what is run.
            seeds: of the runs.
        """
        ...

    def rows(self, tables: Tables, seeds: Sequence[int]) -> Iterator[Row]:
        """Yield the numbers of each run, by seed."""
        return self.each(run_row, tables, seeds)


def run_row(tables: Tables, seed: int) -> Row:
    """Return the numbers of one run."""
    return figures_of(run_once(tables, seed))


class LocalWorkers(Workers):
    """All cores of this machine, or as many as asked for."""

    def __init__(self, jobs: int = -1) -> None:
        self._jobs = jobs

    def each(
        self,
        work: Callable[[Tables, int], Found],
        tables: Tables,
        seeds: Sequence[int],
    ) -> Iterator[Found]:
        """Yield what the work finds with each seed, by seed."""
        from joblib import Parallel, delayed

        parallel = Parallel(
            n_jobs=self._jobs,
            prefer="threads" if COMPILED else "processes",
            return_as="generator",
        )
        yield from parallel(delayed(work)(tables, seed) for seed in seeds)


class ClusterWorkers(Workers):
    """The workers of a dask cluster; they need this package, too."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def each(
        self,
        work: Callable[[Tables, int], Found],
        tables: Tables,
        seeds: Sequence[int],
    ) -> Iterator[Found]:
        """Yield what the work finds with each seed, by seed."""
        shared = self._client.scatter(tables, broadcast=True)
        futures = [
            self._client.submit(work, shared, seed, pure=False) for seed in seeds
        ]
        try:
            for future in futures:
                yield future.result()
        finally:
            self._client.cancel(futures)


@contextmanager
def workers_at(
    address: str | None = None, jobs: int = -1, patience_seconds: float = 10.0
) -> Iterator[Workers]:
    """Give workers: those of the cluster at the address, or this machine's cores.

    Raises:
        SimulationError: the extra `cluster` is missing, nobody answers there, or a
            worker cannot do these runs.
    """
    if address is None:
        yield LocalWorkers(jobs)
        return
    try:
        import distributed
    except ImportError as missing:
        raise SimulationError(
            "a cluster needs the extra: pip install 'hiring-audit[cluster]'"
        ) from missing
    # A client that is half made complains when it is thrown away.
    quiet: Any = type("Client", (distributed.Client,), {"__del__": lambda _: None})
    try:
        client = quiet(address, timeout=patience_seconds, set_as_default=False)
    except Exception as error:
        # An address may fail in as many ways as there are networks.
        raise SimulationError(f"no cluster answers at `{address}`") from error
    with closing(client):
        _check_program(client, address)
        yield ClusterWorkers(client)


def _check_program(client: Any, address: str) -> None:
    """Refuse workers of another program: they would wait for ever to read a run.

    Raises:
        SimulationError: there are none, or one lacks these very sources.
    """
    answers = client.run(_sources_here, on_error="return")
    if not answers:
        raise SimulationError(f"the cluster at `{address}` has no workers")
    ours = digest_of_sources()
    for worker, answer in sorted(answers.items()):
        if isinstance(answer, Exception):
            raise SimulationError(
                f"worker `{worker}` cannot do runs ({answer}): install hiring-audit "
                "there, too"
            )
        if answer != ours:
            raise SimulationError(
                f"worker `{worker}` has another version of hiring-audit: install "
                f"{__version__} there, and start it again"
            )


def _sources_here() -> str:
    return digest_of_sources()


Progress = Callable[[int, int], None]
"""Called with the runs done and the runs planned so far."""
