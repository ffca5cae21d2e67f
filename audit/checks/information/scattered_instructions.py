"""Scattered instructions: several places that say what to do, and not the same.

What it is
Steps for which the candidate has to look in more than one place: a mail, a portal, a
leaflet, a call.

Why it hurts
Every place takes minutes to find and read, and where they differ the candidate chooses,
wrongly half of the time. The form comes back.

How it is measured
The most `instructions` of any step of the candidate. It fires from 2 on; the levels are
our judgement.

What usually helps
Keep one page for each step, linked from everywhere, and withdraw the old leaflets.

Source
PAP-01 (official time to become familiar with an obligation: 3 to 60 minutes).
"""

from __future__ import annotations

from audit.checks.base import (
    Answer,
    Bearer,
    Check,
    Excuse,
    Family,
    Fired,
    NotApplicable,
    Passed,
    Shown,
    Unknown,
)
from audit.checks.facts import Facts
from audit.checks.tally import EVER, unstated
from audit.checks.wording import counted

SEVERAL = 2


def look(facts: Facts) -> Answer:
    """Find the steps with several places to look."""
    listed = [
        Shown(
            step=step,
            amount=step.quantities.instructions.mean,
            note=counted(step.quantities.instructions.mean, "place"),
            numbers=(step.quantities.instructions,),
        )
        for step in facts.candidate_steps
        if step.quantities.instructions is not None and facts.visits[step.id] > EVER
    ]
    shown = tuple(one for one in listed if one.amount >= SEVERAL)
    missing = unstated(
        facts,
        lambda step: step.quantities.instructions,
        key="instructions",
        concerned=facts.forms,
    )
    if shown:
        most = max(shown, key=lambda one: one.amount)
        return Fired(
            title=f"Up to {counted(most.amount, 'place')} to look for instructions, at "
            f"“{most.step.name}”",
            value=most.amount,
            steps=shown,
            decide="Put the instructions of each step on one page, and withdraw the "
            "others.",
            missing=missing,
        )
    if missing:
        return Unknown(missing=missing)
    if not listed:
        return NotApplicable(note="No step asks the candidate to fill in anything.")
    return Passed(note="Every step has its instructions in one place.")


CHECK = Check(
    id="scattered-instructions",
    code="F04",
    family=Family.INFORMATION,
    side=Bearer.CANDIDATE,
    unit="places to look",
    levels=((SEVERAL, 2), (4, 3)),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
