"""Wish-list advert: more must-haves than the job has.

What it is
Adverts that list as required what would be nice to have.

Why it hurts
People who could do the job count themselves out and never appear in any figure. Every
filter behind the advert repeats the list.

How it is measured
Must-haves that the advert lists (`requirements`). It fires from 9 on; the levels are
our judgement.

What usually helps
Ask of each: has somebody succeeded here without it? Keep what the first half year
needs, and say what can be learnt.

What the law asks
Every must-have is a selection rule, so it has to be about the job.

Source
FIL-01 (qualified people screened out for not matching exact criteria, as employers
say).
"""

from __future__ import annotations

from audit.checks.base import (
    Answer,
    Bearer,
    Check,
    Family,
    Fired,
    Missing,
    NotApplicable,
    Passed,
    Shown,
    Unknown,
)
from audit.checks.facts import Facts
from audit.checks.wording import counted

MANY = 9


def look(facts: Facts) -> Answer:
    """Count the must-haves."""
    if facts.onboarding:
        return NotApplicable(note="The advert lies before this process.")
    listed = [
        Shown(
            step=step,
            amount=step.requirements.mean,
            note=counted(step.requirements.mean, "must-have"),
            numbers=(step.requirements,),
        )
        for step in facts.steps
        if step.requirements is not None
    ]
    if not listed:
        return Unknown(missing=(Missing(key="requirements"),))
    most = max(listed, key=lambda one: one.amount)
    if most.amount < MANY:
        return Passed(note=f"{counted(most.amount, 'must-have')}, fewer than {MANY}.")
    return Fired(
        title=f"{counted(most.amount, 'must-have')} in the advert",
        value=most.amount,
        steps=tuple(one for one in listed if one.amount >= MANY),
        decide=f"Cut the {counted(most.amount, 'must-have')} to what the first half "
        "year needs.",
        keeping=f"Of the {counted(most.amount, 'must-have')}, keep what the law or the "
        "job asks for, and call the rest welcome.",
    )


CHECK = Check(
    id="wish-list-advert",
    code="F01",
    family=Family.INFORMATION,
    side=Bearer.CANDIDATE,
    unit="must-haves",
    levels=((MANY, 2), (15, 3)),
    guards=("adverse impact",),
    look=look,
    doc=__doc__,
)
