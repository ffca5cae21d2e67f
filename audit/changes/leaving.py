"""The ways of a step on which people leave, where their shares are numbers."""

from __future__ import annotations

from audit.changes.situation import Situation
from audit.model import Leaver, Step

RESCINDED = "rescinded"


def leaving_ways(situation: Situation, step: Step) -> list[str]:
    """Return the outcomes that candidates choose themselves at a step."""
    by = {outcome.id: outcome.by for outcome in situation.process.outcomes}
    return _stated(
        situation, step, [to for to, leaver in by.items() if leaver is Leaver.CANDIDATE]
    )


def rescinding_ways(situation: Situation, step: Step) -> list[str]:
    """Return the way of a step on which an offer is taken back, if it has one."""
    return _stated(situation, step, [RESCINDED])


def _stated(situation: Situation, step: Step, outcomes: list[str]) -> list[str]:
    """Return those of the outcomes to which a step states a share as a number.

    A share that is what the others leave, or that a screen decides, follows them.
    """
    written = situation.written[step.id].get("next")
    shares: dict[str, object] = {}
    if isinstance(written, dict):
        shares = dict(written)
    elif isinstance(written, list):
        shares = {
            str(item["to"]): item.get("share")
            for item in written
            if isinstance(item, dict) and "to" in item
        }
    return [
        to for to in outcomes if shares.get(to) not in (None, "rest", "pass", "fail")
    ]
