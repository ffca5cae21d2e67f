"""The ledger: one entry per step and factor, and the totals that are pivots of it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from audit.analysis import Analysis, FlowTime
from audit.ledger.assessed import grade_gaps
from audit.ledger.effort import EffortLine
from audit.ledger.factors import CANDIDATE, EMPLOYER, TIME
from audit.ledger.grade import grade_bounds, grade_of, is_graded
from audit.ledger.lenses import lens_totals
from audit.ledger.profile import Profile, Reference
from audit.model import Quantity, Scope
from audit.result import GradeGap, LedgerEntry, LensTotal, MoneyTotal, SideTotal

if TYPE_CHECKING:
    import pandas as pd

SIDES = (CANDIDATE, EMPLOYER, TIME)
"""The sides that points are given to."""

QuantityKey = tuple[str, str]
"""Factor and side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLines:
    """The effort of one visit to a step, whoever makes it."""

    effort: tuple[EffortLine, ...]
    """Work, paperwork, travel and money of everybody in the step."""
    successions: tuple[EffortLine, ...]
    """Handoffs given and changes of channel met, on average."""


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """What one process costs at the rates of one profile, design lens, per hire."""

    entries: tuple[LedgerEntry, ...]
    """By step in the order of the file, then by factor."""
    profile: Profile
    scope: Scope | None
    """As the process states it."""
    flow_time: FlowTime
    analysis: Analysis
    durations: dict[str, Quantity]
    """Step -> days of one visit on the clock, for the steps that the clock times."""
    visit_lines: dict[str, VisitLines]
    """Step -> the effort of one visit."""
    assumptions: tuple[str, ...]
    """What the pricing took for granted, as sentences."""

    @property
    def reference(self) -> Reference:
        """What 100 points are."""
        return self.profile.reference(self.scope)

    @cached_property
    def score(self) -> float:
        """Friction points: the sum of the entries, correctly rounded, nothing else."""
        return math.fsum(entry.points for entry in self.entries)

    @property
    def grade(self) -> str | None:
        """A to E; None where nothing typical compares, or the file says too little."""
        return self.grade_at(self.score)

    def grade_at(self, score: float) -> str | None:
        """Return the grade that this process would have with a score, in points."""
        if not is_graded(self.scope) or self.gaps:
            return None
        return grade_of(score, self.reference.good)

    @cached_property
    def gaps(self) -> tuple[GradeGap, ...]:
        """The sides of which the file says too little for a grade."""
        visits = self.analysis.visits
        return grade_gaps(
            self.analysis.process,
            self.visit_lines,
            visited={step for step, times in visits.items() if times > 0},
            timed=self.analysis.in_clock,
        )

    @property
    def grade_bounds(self) -> dict[str, float]:
        """Highest score of the grades A to D."""
        return grade_bounds(self.reference.good)

    @cached_property
    def table(self) -> pd.DataFrame:
        """The entries as a table, one row an entry, columns as the fields."""
        import pandas as pd

        fields = list(LedgerEntry.__dataclass_fields__)
        return pd.DataFrame(
            [[getattr(entry, name) for name in fields] for entry in self.entries],
            columns=fields,
        )

    @cached_property
    def sides(self) -> dict[str, SideTotal]:
        """Totals of candidate, employer and time; vendors count with the employer."""
        return {
            CANDIDATE: SideTotal(
                points=self._sum(CANDIDATE, lambda entry: entry.points),
                minutes=self._sum(CANDIDATE, lambda entry: entry.amount),
                perceived_extra_minutes=self._sum(
                    CANDIDATE, lambda entry: entry.perceived
                ),
                cash=self._sum(CANDIDATE, lambda entry: entry.cash),
            ),
            EMPLOYER: SideTotal(
                points=self._sum(EMPLOYER, lambda entry: entry.points),
                minutes=self._sum(EMPLOYER, lambda entry: entry.amount),
                cash=self._sum(EMPLOYER, lambda entry: entry.cash),
                vendor_minutes=self._sum(
                    EMPLOYER, lambda entry: entry.amount if entry.vendor else 0.0
                ),
            ),
            TIME: SideTotal(
                points=self._sum(TIME, lambda entry: entry.points),
                days=self._sum(TIME, lambda entry: entry.amount),
            ),
        }

    @cached_property
    def money(self) -> MoneyTotal:
        """Money of one hire; minutes that only feel longer cost nothing."""

        def time_of(entry: LedgerEntry) -> float:
            return entry.cost - entry.cash

        return MoneyTotal(
            candidate_time=self._sum(CANDIDATE, time_of),
            candidate_cash=self._sum(CANDIDATE, lambda entry: entry.cash),
            employer_time=self._sum(
                EMPLOYER, lambda entry: 0.0 if entry.vendor else time_of(entry)
            ),
            employer_cash=self._sum(EMPLOYER, lambda entry: entry.cash),
            vendor_time=self._sum(
                EMPLOYER, lambda entry: time_of(entry) if entry.vendor else 0.0
            ),
        )

    @cached_property
    def money_sum(self) -> float:
        """Money of one hire on all sides: time at its wage, plus cash."""
        money = self.money
        return math.fsum(
            (
                money.candidate_time,
                money.candidate_cash,
                money.employer_time,
                money.employer_cash,
                money.vendor_time,
            )
        )

    @cached_property
    def lenses(self) -> dict[str, LensTotal]:
        """Effort by design, as applicants live it, and loaded onto each hire."""
        return lens_totals(self)

    @cached_property
    def outcome_days(self) -> dict[str, float]:
        """Mean days from the first step to each outcome that can happen."""
        return self.analysis.outcome_times(self.durations)

    @cached_property
    def touch_minutes(self) -> dict[str, float]:
        """Step -> touch time of one visit, all people together."""
        return {
            step: math.fsum(line.minutes for line in lines.effort)
            for step, lines in self.visit_lines.items()
        }

    @cached_property
    def quantities(self) -> dict[QuantityKey, float]:
        """(factor, side) -> expected quantity per hire; the score is linear in it.

        Where timed minutes cover the paperwork, the quantity is scaled with them, so
        that quantity times the rate of the profile is the amount.
        """
        totals: dict[QuantityKey, float] = {}
        rates = {rate.factor: rate.amount for rate in self.profile.rates}
        for entry in self.entries:
            if entry.side not in SIDES or entry.factor not in rates:
                continue
            rate = rates[entry.factor]
            count = entry.amount / rate if rate else entry.visits * entry.quantity
            key = (entry.factor, entry.side)
            totals[key] = totals.get(key, 0.0) + count
        return totals

    @cached_property
    def step_points(self) -> dict[str, float]:
        """Step -> its points, for steps that have any entry."""
        return self._by_step(lambda entry: entry.points)

    @cached_property
    def step_candidate_minutes(self) -> dict[str, float]:
        """Step -> minutes of the candidate per hire."""
        return self._by_step(
            lambda entry: entry.amount if entry.side == CANDIDATE else 0.0
        )

    @cached_property
    def step_employer_minutes(self) -> dict[str, float]:
        """Step -> minutes of staff and vendors per hire, its handoffs included."""
        return self._by_step(
            lambda entry: entry.amount if entry.side == EMPLOYER else 0.0
        )

    def points_of(self, step: str, *factors: str) -> float:
        """Return the points of a step, of all its factors or of those named."""
        return math.fsum(
            entry.points
            for entry in self.entries
            if entry.step == step and (not factors or entry.factor in factors)
        )

    def _sum(self, side: str, value: Callable[[LedgerEntry], float]) -> float:
        return math.fsum(value(entry) for entry in self.entries if entry.side == side)

    def _by_step(self, value: Callable[[LedgerEntry], float]) -> dict[str, float]:
        parts: dict[str, list[float]] = {}
        for entry in self.entries:
            parts.setdefault(entry.step, []).append(value(entry))
        return {step: math.fsum(values) for step, values in parts.items()}
