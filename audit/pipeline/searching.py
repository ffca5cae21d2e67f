"""The search for the best set, told without what one of its changes takes from another.

The best set may hold a change that works on a step which another change of it takes
out. Then that part buys nothing, and the search is made once more without it, from the
set that it found: the same gains are left, so no set of the first search is better.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic

from audit.changes.base import Intervention
from audit.changes.guard.jurisdiction import Jurisdiction
from audit.changes.overlapping import taken_out
from audit.changes.proposing import FILE, Offer, propose
from audit.changes.search.branch_and_bound import Stop
from audit.changes.search.choices import members
from audit.changes.search.set_values import SetValues
from audit.changes.selecting import Selection, Selector
from audit.changes.situation import Situation
from audit.changes.trying import Tried, try_each
from audit.changes.writing import overlay_text
from audit.checks import Facts
from audit.comparison.credit.quick_totals import QuickTotals
from audit.ledger import Profile
from audit.loaders.overlay.unwritten import plan_of
from audit.loaders.reading import Loaded

MOST_EVALUATIONS = 20_000
"""Sets of changes that one search may compute when no time is stated."""

Progress = Callable[[str], None]
"""Is told, in words, what is being worked on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """The proposals for a process, and the best set of them."""

    offer: Offer
    selector: Selector
    tried: Mapping[str, Tried]
    selection: Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is searched, and within which limits."""

    loaded: Loaded
    facts: Facts
    profile: Profile
    catalogue: Sequence[Intervention]
    law: Jurisdiction
    budget: float
    """Money of the first year."""
    max_changes: int | None
    """None for any number."""
    time_limit: float | None
    """Seconds for each search; None ends it after so many sets."""
    progress: Progress

    def run(self) -> Searched | Offer:
        """Return the best set; the offer alone where it holds no proposal."""
        self.progress("Looking for what could change")
        offer = self._offer({})
        if not offer.proposals:
            return offer
        apart: dict[str, frozenset[str]] = {}
        chosen: tuple[str, ...] = ()
        while True:
            searched, overlaps = self._best_of(offer, chosen)
            wider = {
                change: apart.get(change, frozenset()) | steps
                for change, steps in overlaps.items()
            }
            # A change whose parts hang together may keep a step that is gone.
            if {**apart, **wider} == apart:
                return searched
            apart |= wider
            chosen = searched.selector.ids(searched.selection.chosen)
            offer = self._offer(apart)

    def _offer(self, apart: Mapping[str, frozenset[str]]) -> Offer:
        situation = Situation(self.loaded, self.facts)
        return propose(situation, self.catalogue, self.law, apart)

    def _best_of(
        self, offer: Offer, start: Sequence[str]
    ) -> tuple[Searched, dict[str, frozenset[str]]]:
        """Return the best set of an offer, and what its changes take from each other.

        Args:
            offer: with proposals.
            start: ids of a set to begin with.
        """
        process = self.loaded.process
        text = overlay_text(process.file, offer.proposals, currency=process.currency)
        plan = plan_of(self.loaded, text, FILE)
        ids = [proposal.id for proposal in offer.proposals]
        values = SetValues(plan, ids, QuickTotals(self.profile))
        selector = Selector(
            offer.proposals,
            plan,
            values,
            self.law,
            budget=self.budget,
            max_changes=self.max_changes,
        )
        self.progress("Trying each change")
        tried = try_each(offer.proposals, plan, self.facts, self.profile)
        self.progress("Looking for the best set")
        selection = selector.select(tried, self._stops(values), start)
        chosen = [offer.proposals[i] for i in members(selection.chosen)]
        searched = Searched(
            offer=offer, selector=selector, tried=tried, selection=selection
        )
        return searched, taken_out(chosen, plan)

    def _stops(self, values: SetValues) -> Callable[[], Stop]:
        """Return what makes the limit of one search."""

        def stop_after() -> Stop:
            if self.time_limit is not None:
                end = monotonic() + self.time_limit
                return lambda: monotonic() >= end
            most = values.evaluations + MOST_EVALUATIONS
            return lambda: values.evaluations >= most

        return stop_after
