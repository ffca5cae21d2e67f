"""Changes of a set that work on a step which another change of the set takes out.

What such a change would do there is done already. Told beside the other it would speak
of a step that is gone, and claim days that the other buys.
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.changes.proposal import Proposal
from audit.errors import AnalysisError
from audit.model import ChangePlan


def taken_out(
    proposals: Sequence[Proposal], plan: ChangePlan
) -> dict[str, frozenset[str]]:
    """Return id of a proposal -> steps that it works on and another one takes out.

    A change that takes out a step in order to build on it, or for another to build on,
    is no other one; nor is a change left out that another of the set needs.

    Args:
        proposals: of the set, with all that they need.
        plan: makes the process of a set.
    """
    gone = {one.id: _gone(one, plan) for one in proposals}
    needed = {need for one in proposals for need in one.needs}
    found: dict[str, frozenset[str]] = {}
    for one in proposals:
        if one.id in needed:
            continue
        by_others = frozenset[str]().union(
            *(
                gone[other.id]
                for other in proposals
                if other.id != one.id and other.id not in one.needs
            )
        )
        if steps := by_others & frozenset(one.steps):
            found[one.id] = steps
    return found


def _gone(proposal: Proposal, plan: ChangePlan) -> frozenset[str]:
    """Return the steps that a proposal takes out, with those that it needs."""
    try:
        after = plan.process(frozenset((proposal.id, *proposal.needs)))
    except AnalysisError:
        return frozenset()
    left = {step.id for step in after.steps}
    before = plan.process(frozenset())
    return frozenset(step.id for step in before.steps if step.id not in left)
