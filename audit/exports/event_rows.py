"""The rows of an event log as plain values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pandas as pd


class EventRow(NamedTuple):
    """One visit of a step; the moments are days of the run's clock."""

    case: int
    step: str
    role: str
    visit: int
    ready: float
    begun: float
    done: float
    outcome: str
    """How the case ended."""


def event_rows(log: pd.DataFrame) -> Iterator[EventRow]:
    """Yield the rows of a log in their order."""
    columns = (log[name].tolist() for name in EventRow._fields)
    yield from (EventRow(*values) for values in zip(*columns, strict=True))
