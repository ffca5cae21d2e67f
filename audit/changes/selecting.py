"""Choosing: the set that takes most friction away, then what the score cannot see."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from audit.changes.guard.guarding import breaches
from audit.changes.guard.jurisdiction import Jurisdiction
from audit.changes.proposal import Proposal
from audit.changes.search.branch_and_bound import Found, Stop, best_set
from audit.changes.search.choices import Choices, mask_of, members
from audit.changes.search.fronts import Point, front
from audit.changes.search.set_values import DAYS, SCORE, SetValues
from audit.changes.search.takes_away import takes_away
from audit.changes.trying import Tried
from audit.errors import AnalysisError
from audit.loaders.overlay.plan import OverlayPlan
from audit.model import Process

LEAST_POINTS = 1.0
"""Points that each change has to buy to be recommended."""
SEVERE = 4
"""Severity from which on a finding is worth a change that the score cannot see."""
_INDIFFERENT = 0.05
"""Points that such a change may cost."""
TOP = 20
"""Best sets that are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The chosen set and how it was found; sets are bit masks over the proposals."""

    friction: int
    """Chosen for the score."""
    safeguards: int
    """Chosen for findings that the score cannot see."""
    to_weigh: tuple[int, ...]
    """Places of proposals that end a severe finding and cost friction."""
    found: Found
    score_front: tuple[Point, ...]
    days_front: tuple[Point, ...]
    top: tuple[int, ...]

    @property
    def chosen(self) -> int:
        """The whole set."""
        return self.friction | self.safeguards


class Selector:
    """The proposals of one process as choices, with the value of every set."""

    def __init__(
        self,
        proposals: Sequence[Proposal],
        plan: OverlayPlan,
        values: SetValues,
        law: Jurisdiction,
        *,
        budget: float,
        max_changes: int | None,
    ) -> None:
        self.proposals = tuple(proposals)
        self.values = values
        self._plan, self._law = plan, law
        self._before = plan.process(frozenset())
        self._accepted: dict[int, bool] = {}
        place = {proposal.id: i for i, proposal in enumerate(self.proposals)}
        self.choices = Choices(
            costs=tuple(p.costs.first_year.likely for p in self.proposals),
            needs=tuple(mask_of([place[n] for n in p.needs]) for p in self.proposals),
            excludes=tuple(
                mask_of([place[n] for n in p.excludes]) for p in self.proposals
            ),
            tangled=mask_of(
                [
                    i
                    for i, p in enumerate(self.proposals)
                    if not takes_away(self._before, p.deeds)
                ]
            ),
            budget=budget,
            most=max_changes,
        )

    def select(
        self,
        tried: Mapping[str, Tried],
        stops: Callable[[], Stop],
        start: Collection[str] = (),
    ) -> Selection:
        """Return the best set within the limits.

        Args:
            tried: id of a proposal -> what it does alone.
            stops: makes the limit of one search.
            start: ids of a set to begin with; what is no proposal is left out.
        """
        score = self.values.value_of(SCORE)
        found = best_set(
            self.choices,
            score,
            accept=self.accepts,
            stop=stops(),
            start=mask_of([i for i, p in enumerate(self.proposals) if p.id in start]),
            toll=LEAST_POINTS,
        )
        safeguards, to_weigh = self._beside_the_score(found.chosen, tried)
        fronts = [
            front(
                self.choices, self.values.value_of(metric), accept=self.accepts,
                stops=stops,
            )
            for metric in (SCORE, DAYS)
        ]  # fmt: skip
        return Selection(
            friction=found.chosen,
            safeguards=safeguards,
            to_weigh=to_weigh,
            found=found,
            score_front=fronts[0],
            days_front=fronts[1],
            top=self._top(found.chosen | safeguards),
        )

    def accepts(self, chosen: int) -> bool:
        """Say whether a set makes a sound file that breaks no guard."""
        if chosen not in self._accepted:
            self._accepted[chosen] = self._is_sound(chosen)
        return self._accepted[chosen]

    def ids(self, chosen: int) -> tuple[str, ...]:
        """Return the ids of a set."""
        return tuple(self.proposals[i].id for i in members(chosen))

    def _is_sound(self, chosen: int) -> bool:
        made = frozenset(self.ids(chosen))
        minded = frozenset(
            guard
            for i in members(chosen)
            for guard in self.proposals[i].intervention.guards
        )
        try:
            after: Process = self._plan.process(made)
            if self._plan.problems(made):
                return False
        except AnalysisError:
            return False
        return not breaches(self._before, after, self._law, minded)

    def _beside_the_score(
        self, chosen: int, tried: Mapping[str, Tried]
    ) -> tuple[int, tuple[int, ...]]:
        """Return what else is worth doing, and what leadership has to weigh.

        A change is worth it when it mends a severe finding that no change chosen so far
        mends, and costs next to no friction; the severest first, then the cheapest.
        """
        score = self.values.value_of(SCORE)
        choices = self.choices
        wanted = sorted(
            (i for i, p in enumerate(self.proposals) if tried[p.id].severest >= SEVERE),
            key=lambda i: (
                -tried[self.proposals[i].id].severest,
                choices.costs[i],
                i,
            ),
        )
        mended = {
            note.check
            for i in members(chosen)
            for note in tried[self.proposals[i].id].mends
        }
        found, to_weigh = 0, []
        for i in wanted:
            proposal = self.proposals[i]
            mends = {
                note.check
                for note in tried[proposal.id].mends
                if note.severity >= SEVERE
            }
            if chosen >> i & 1 or mends <= mended:
                continue
            together = chosen | found | choices.needs[i] | 1 << i
            more = score(together) - score(chosen | found)
            if not math.isfinite(more) or not choices.fits_together(together):
                continue
            if more > _INDIFFERENT:
                to_weigh.append(i)
                continue
            if choices.affordable(together) and self.accepts(together):
                found = together & ~chosen
                mended |= mends
        return found, tuple(to_weigh)

    def _top(self, chosen: int) -> tuple[int, ...]:
        """Return the best sets that were computed, the chosen one first."""
        score = self.values.value_of(SCORE)
        known = [
            one
            for one in self.values.known
            if one not in {0, chosen} and self.choices.allows(one)
        ]
        known.sort(
            key=lambda one: (
                round(score(one) + LEAST_POINTS * one.bit_count(), 9),
                self.choices.cost(one),
                one,
            )
        )
        found = [chosen] if chosen else []
        for one in known:
            if len(found) == TOP:
                break
            if math.isfinite(score(one)) and self.accepts(one):
                found.append(one)
        return tuple(found)
