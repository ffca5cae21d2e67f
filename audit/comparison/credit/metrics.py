"""The numbers that changes are credited with, each a sum over the ledger's entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from audit.ledger.factors import CANDIDATE, EMPLOYER
from audit.result import LedgerEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """One number of a process, per hire."""

    id: str
    label: str
    unit: str
    """points, minutes, days or money."""
    of: Callable[[LedgerEntry], float]
    """What an entry adds to it; in proportion to the visits of the entry."""


METRICS: tuple[Metric, ...] = (
    Metric(
        id="score",
        label="Friction score",
        unit="points",
        of=lambda entry: entry.points,
    ),
    Metric(
        id="candidate_minutes",
        label="Candidate's time",
        unit="minutes",
        of=lambda entry: entry.amount if entry.side == CANDIDATE else 0.0,
    ),
    Metric(
        id="employer_minutes",
        label="Staff time",
        unit="minutes",
        of=lambda entry: entry.amount if entry.side == EMPLOYER else 0.0,
    ),
    Metric(
        id="days",
        label="Calendar days",
        unit="days",
        # Not the amount: a profile may price a day at more or less than one.
        of=lambda entry: (
            entry.visits * entry.quantity if entry.factor == "wait_day" else 0.0
        ),
    ),
    Metric(
        id="candidate_cash",
        label="Candidate's cash",
        unit="money",
        of=lambda entry: entry.cash if entry.side == CANDIDATE else 0.0,
    ),
    Metric(
        id="money",
        label="Money, all sides",
        unit="money",
        of=lambda entry: entry.cost if entry.side in {CANDIDATE, EMPLOYER} else 0.0,
    ),
)
"""Score first."""
