"""When each change of a set is made: weeks, by who carries it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.changes.proposal import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The weeks of one change, counted from the decision."""

    change: str
    start: float
    end: float


def roadmap(
    proposals: Sequence[Proposal], worth: Mapping[str, float]
) -> tuple[Slot, ...]:
    """Return when to make each change, the first to be begun first.

    Each owner does one change at a time, and a change begins when those that it needs
    are made. Of the changes that could begin, the one that buys most for each of its
    weeks comes first: the rule that makes the sum of what is waited for least on one
    machine (Smith 1956), taken for each owner.

    Args:
        proposals: of the set, with all that they need.
        worth: id -> what a change buys.
    """
    left = {proposal.id: proposal for proposal in proposals}
    free: dict[str, float] = {}
    ends: dict[str, float] = {}
    slots: list[Slot] = []
    while left:
        ready = [
            proposal for proposal in left.values() if not (proposal.needs & left.keys())
        ]

        def begins(proposal: Proposal) -> float:
            owner = free.get(proposal.intervention.owner, 0.0)
            return max([owner, *(ends[n] for n in proposal.needs if n in ends)])

        def order(proposal: Proposal) -> tuple[float, float, str]:
            weeks = max(proposal.intervention.lead_weeks.likely, 1e-9)
            return begins(proposal), -worth.get(proposal.id, 0.0) / weeks, proposal.id

        chosen = min(ready, key=order)
        start = begins(chosen)
        end = start + chosen.intervention.lead_weeks.likely
        free[chosen.intervention.owner] = ends[chosen.id] = end
        slots.append(Slot(change=chosen.id, start=start, end=end))
        del left[chosen.id]
    return tuple(slots)
