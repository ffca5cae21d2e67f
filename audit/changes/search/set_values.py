"""What every set of proposals leaves of score, days, minutes and money."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from audit.changes.search.choices import members
from audit.comparison.credit.metrics import METRICS
from audit.comparison.credit.quick_totals import QuickTotals
from audit.comparison.credit.shapley import Array
from audit.errors import AnalysisError
from audit.model import ChangePlan, Process

SCORE, DAYS = "score", "days"
_PLACE = {metric.id: place for place, metric in enumerate(METRICS)}


class SetValues:
    """The totals of the sets of a plan's changes, each computed once."""

    def __init__(
        self, plan: ChangePlan, changes: Sequence[str], price: QuickTotals
    ) -> None:
        """Return the values of a plan.

        Args:
            plan: makes the process of a set.
            changes: ids of the changes; the place of each is its bit.
            price: totals of a process.
        """
        self._plan, self._changes, self._price = plan, tuple(changes), price
        self._known: dict[int, Array | None] = {}

    @property
    def evaluations(self) -> int:
        """Sets computed so far."""
        return len(self._known)

    @property
    def known(self) -> tuple[int, ...]:
        """Those sets, in the order in which they were asked for."""
        return tuple(self._known)

    def process(self, chosen: int) -> Process:
        """Return the process that a set makes.

        Raises:
            AnalysisError: it makes none.
        """
        return self._plan.process(frozenset(self._changes[i] for i in members(chosen)))

    def totals(self, chosen: int) -> Array | None:
        """Return (m,), the totals of a set in the order of `METRICS`; None for none."""
        if chosen not in self._known:
            try:
                self._known[chosen] = self._price(self.process(chosen))
            except AnalysisError:
                self._known[chosen] = None
        return self._known[chosen]

    def value_of(self, metric: str) -> Callable[[int], float]:
        """Return what sets leave of one metric; infinite for sets that make nothing."""
        place = _PLACE[metric]

        def value(chosen: int) -> float:
            totals = self.totals(chosen)
            return math.inf if totals is None else float(totals[place])

        return value
