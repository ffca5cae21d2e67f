"""Unexplained rejection: turned away without a reason.

What it is
Steps at which people are turned away and do not hear why.

Why it hurts
Those who were nearly good enough cannot become it. Without a reason nobody can see, or
put right, a mistake of the employer either.

How it is measured
The share of the applicants turned away at steps marked `feedback: false`.

What usually helps
Write one true sentence from the criteria that were used. To those who were interviewed,
let the one who interviewed them write it. Offer a way to say that something was
misread.

What the law asks
After a background check the notice, the copy of the report and the time to answer are
due in any case.

Source
No study that isolates feedback was found: our judgement. LEG-07 (notices after a
background check).
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


def look(facts: Facts) -> Answer:
    """Find the steps that turn people away without a reason."""
    away: dict[str, float] = {}
    for ending in facts.endings:
        away[ending.step.id] = away.get(ending.step.id, 0.0) + ending.share
    rejecting = [s for s in facts.steps if away.get(s.id, 0.0) > EVER]
    if not rejecting:
        return NotApplicable(note="The employer turns nobody away.")
    missing = tuple(
        Missing(key="feedback", step=s.id) for s in rejecting if s.feedback is None
    )
    shown = tuple(
        Shown(
            step=step,
            amount=100 * away[step.id],
            note=f"{format_share(away[step.id])} of the applicants",
        )
        for step in rejecting
        if step.feedback is False
    )
    if shown:
        share = math.fsum(one.amount for one in shown)
        return Fired(
            title=f"{format_share(share / 100)} of the applicants are turned away "
            f"without a reason, {on_steps(shown)}",
            value=share,
            steps=shown,
            decide="Give those who are turned away one true reason, after an interview "
            "in person.",
            missing=missing,
        )
    if missing:
        return Unknown(missing=missing)
    return Passed(note="Those who are turned away hear why.")


CHECK = Check(
    id="unexplained-rejection",
    code="F32",
    family=Family.TRUST,
    side=Bearer.CANDIDATE,
    unit="% of applicants",
    levels=((0, 1), (20, 2)),
    excuse=Excuse.NOTHING,
    guards=("FCRA",),
    look=look,
    doc=__doc__,
)
