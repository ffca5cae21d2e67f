"""Validation: a form that says at once what is missing.

What it is
A form that cannot be sent incomplete: it marks the missing answer while the candidate
still has it in mind. Staff no longer find it days later.

When it fits
At least one case in twenty goes back to the candidate from a check or a decision.

What it changes
The share that goes back is multiplied by 0.2 to 0.6.

What it takes
The rules of the form, written down once. Two to eight weeks.

What to watch
Paper cannot check itself: where the form is signed in ink, signing electronically
comes first. A rule that is too strict turns people away who are right.

Source
PAP-33 (forms not in good order: 60 % on paper, 4 to 10 % when digital, a vendor's
figure of another trade). The range is our judgement.
"""

from __future__ import annotations

from audit.changes.base import (
    Already,
    Answer,
    Costs,
    Effect,
    Family,
    Fits,
    Intervention,
    NotHere,
    Part,
    spread,
)
from audit.changes.returns import returns_of
from audit.changes.situation import Situation, amount
from audit.model import Channel, StepKind
from audit.units import format_share

LEAST_RETURN = 0.05
RETURNS = Effect(
    what="share of cases that go back",
    low=0.2,
    likely=0.4,
    high=0.6,
    evidence=("PAP-33",),
    why="60 % of paper forms and 4 to 10 % of digital ones are not in order elsewhere.",
)


def look(situation: Situation) -> Answer:
    """Find cases that go back to the candidate."""
    returns = {
        step.id: found
        for step in situation.staff_steps
        if (found := _to_forms(situation, returns_of(situation, step)))
    }
    frequent = {
        step: shares for step, shares in returns.items()
        if sum(shares.values()) >= LEAST_RETURN
    }  # fmt: skip
    if not frequent:
        if returns:
            return Already(note="Fewer than one case in twenty goes back.")
        return NotHere(note="The file draws no case that goes back to the candidate.")
    by_id = situation.facts.by_id
    most = max(sum(shares.values()) for shares in frequent.values())
    on_paper = any(
        by_id[to].channel in {None, Channel.PAPER, Channel.FAX}
        and amount(by_id[to].quantities.wet_signatures) > 0
        for shares in frequent.values()
        for to in shares
    )
    return Fits(
        parts=tuple(
            Part(
                deeds={"scale_shares": {step: dict.fromkeys(shares, RETURNS.factor)}},
                steps=(step, *shares),
            )
            for step, shares in frequent.items()
        ),
        why=f"Up to {format_share(most)} of the cases go back, from "
        f"{situation.named(by_id[step] for step in frequent)}.",
        needs=("electronic-signature",) if on_paper else (),
    )


def _to_forms(situation: Situation, returns: dict[str, float]) -> dict[str, float]:
    """Return the returns that end at a form: only a form can say what is missing."""
    kinds = {to: situation.facts.by_id[to].kind for to in returns}
    return {
        to: share for to, share in returns.items() if kinds[to] in {None, StepKind.FORM}
    }


INTERVENTION = Intervention(
    id="validation",
    name="Let the form say at once what is missing",
    family=Family.PAPERWORK,
    look=look,
    effects=(RETURNS,),
    costs=Costs(
        one_off=spread(500, 1500, 4000), note="The rules of the form, and testing them."
    ),
    lead_weeks=spread(2, 4, 8),
    owner="Human resources, with IT",
    checks=("rework",),
    doc=__doc__,
)
