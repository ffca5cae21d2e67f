"""Ctrl-C while runs are made: the first one ends the runs and keeps what is done.

Python raises `KeyboardInterrupt` wherever it happens to be: between two runs, or while
the page is written, and the work of minutes would be lost. Here it is raised at one
place alone, where a run is waited for. Anywhere else the request is remembered until
the next run is asked for; if none is, all is done. A second Ctrl-C ends the command.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

from audit.simulation import Tables, Workers
from audit.simulation.workers import Found, Row


class Stop:
    """Who listens for a request to end the runs."""

    def __init__(self) -> None:
        self.asked = False
        """Whether somebody did."""
        self._waiting = False

    def heard(self, signal_number: int, frame: FrameType | None) -> None:
        """Take an interrupt: raise it where it does no harm, else remember it.

        Raises:
            KeyboardInterrupt: a run is waited for, or it is the second.
        """
        again, self.asked = self.asked, True
        if again or self._waiting:
            raise KeyboardInterrupt

    def each_of(self, made: Iterator[Found]) -> Iterator[Found]:
        """Yield what is made, one by one, until somebody asks for an end.

        Raises:
            KeyboardInterrupt: somebody did.
        """
        while True:
            self._waiting = True
            try:
                if self.asked:
                    raise KeyboardInterrupt
                found = next(made)
            except StopIteration:
                return
            except Exception as broken:
                # A terminal interrupts the processes of the workers, too.
                if self.asked:
                    raise KeyboardInterrupt from broken
                raise
            finally:
                self._waiting = False
            yield found


class StoppableWorkers(Workers):
    """Workers whom an interrupt ends between two runs, or while one is waited for."""

    def __init__(self, workers: Workers, stop: Stop) -> None:
        self._workers = workers
        self._stop = stop

    def each(
        self,
        work: Callable[[Tables, int], Found],
        tables: Tables,
        seeds: Sequence[int],
    ) -> Iterator[Found]:
        """Yield what the work finds with each seed, by seed."""
        return self._stop.each_of(self._workers.each(work, tables, seeds))

    def rows(self, tables: Tables, seeds: Sequence[int]) -> Iterator[Row]:
        """Yield the numbers of each run, by seed."""
        return self._stop.each_of(self._workers.rows(tables, seeds))


@contextmanager
def kept_when_stopped() -> Iterator[Stop]:
    """Keep what is done at the first interrupt until the block has made use of it."""
    stop = Stop()
    usual = signal.getsignal(signal.SIGINT)
    if (
        # A caller who ignores interrupts, or takes them, goes on to do so.
        usual is not signal.default_int_handler
        or threading.current_thread() is not threading.main_thread()
    ):
        yield stop
        return
    signal.signal(signal.SIGINT, stop.heard)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, usual)
