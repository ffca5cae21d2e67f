"""Lost applicants: people who leave the process of their own accord.

What it is
Steps at which candidates give up, decline, or take another offer.

Why it hurts
Those with a choice leave first, so the best are lost before anybody has seen them. Of
people who click on an advert, 10.6 % complete an application of fewer than 25 questions
and 5.7 % one of 50 and more. Long silence costs interest too.

How it is measured
The share of the applicants whose case ends by their own decision, with the steps where
it ends. It is a loss, so it never enters the score, which looks at a person who stays.
Fires from one in ten; the levels are our judgement.

What usually helps
Shorten the step where most leave, and ask there only for what the next decision needs.
Then answer within days, and tell people when they will hear.

Source
APL-01 and APL-02 (length of the application, clicks on adverts), CX-01 (interest lost
in the first week, stated by those asked). The number is our addition to the taxonomy.
"""

from __future__ import annotations

import math

from audit.checks.base import (
    Answer,
    Bearer,
    Check,
    Excuse,
    Family,
    Fired,
    Missing,
    NotApplicable,
    Passed,
    Shown,
    Unknown,
)
from audit.checks.facts import Facts
from audit.checks.tally import EVER
from audit.checks.wording import on_steps
from audit.units import format_share

LEAST = 0.1
_MINOR = 0.05
"""Steps with less than this part are not named, unless all have less."""


def look(facts: Facts) -> Answer:
    """Add up those who leave by their own decision."""
    lost: dict[str, float] = {}
    for leaving in facts.departures:
        lost[leaving.step.id] = lost.get(leaving.step.id, 0.0) + leaving.share
    total = math.fsum(lost.values())
    if not facts.candidate_steps:
        return NotApplicable(note="The file has no step of the candidate.")
    if not lost:
        return Unknown(missing=(Missing(key="next"),))
    if total < LEAST:
        return Passed(note=f"{format_share(total)} of the applicants leave.")
    named = max(lost.values()) >= _MINOR * total
    shown = tuple(
        Shown(
            step=step,
            amount=100 * lost[step.id],
            note=f"{format_share(lost[step.id])} of the applicants",
        )
        for step in facts.steps
        if lost.get(step.id, 0.0) >= (_MINOR * total if named else EVER)
    )
    worst = max(shown, key=lambda one: one.amount).step
    return Fired(
        title=f"{format_share(total)} of the applicants leave of their own accord, "
        f"{on_steps(shown)}",
        value=100 * total,
        steps=shown,
        decide=f"Shorten “{worst.name}”, where {format_share(lost[worst.id])} leave, "
        "to what the next decision needs.",
    )


CHECK = Check(
    id="lost-applicants",
    code="F46",
    family=Family.TRUST,
    side=Bearer.BOTH,
    unit="% of applicants",
    levels=((10, 2), (25, 3), (40, 4), (60, 5)),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
