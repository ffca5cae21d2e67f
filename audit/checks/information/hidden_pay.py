"""Hidden pay: effort asked before the pay is told.

What it is
A process that tells the pay only after the candidate has spent time on it, or never.

Why it hurts
People apply, come, and decline for a number that could have stood in the advert. Those
who cannot afford to guess do not apply.

How it is measured
Minutes of the candidate in a hire at steps that come before the first one marked
`pay_disclosed: true`; all of them where there is none and some step says false. The
levels are our judgement.

What usually helps
Name a range in the advert. It costs nothing and saves interviews.

What the law asks
Several states ask for the range in the advert; have counsel list yours.

Source
TIM-20 (share of offers accepted). No study that isolates hidden pay was opened: our
judgement.
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
from audit.units import format_minutes


def look(facts: Facts) -> Answer:
    """Add up the minutes that candidates spend before they know the pay."""
    if facts.onboarding:
        return NotApplicable(note="The offer lies before this process.")
    stated = [step for step in facts.steps if step.pay_disclosed is not None]
    if not stated:
        return Unknown(missing=(Missing(key="pay_disclosed"),))
    told = [step for step in stated if step.pay_disclosed]
    spent = facts.ledger.step_candidate_minutes
    before = [
        step
        for step in facts.steps
        if spent.get(step.id, 0.0) > 0
        and not any(t is step or facts.is_before(t.id, step.id) for t in told)
    ]
    if not before:
        return Passed(note="The pay is told before the candidate spends any time.")
    minutes = math.fsum(spent[step.id] for step in before)
    when = (
        f" before the pay is told at “{told[0].name}”"
        if told
        else ", and the pay is never told"
    )
    return Fired(
        title=f"{format_minutes(minutes)} of the candidate's time{when}",
        value=minutes,
        steps=tuple(
            Shown(
                step=step,
                amount=spent[step.id],
                note=format_minutes(spent[step.id]),
            )
            for step in before
        ),
        decide="Put the range of pay into the advert.",
    )


CHECK = Check(
    id="hidden-pay",
    code="F02",
    family=Family.INFORMATION,
    side=Bearer.CANDIDATE,
    unit="minutes before the pay is told",
    levels=((0, 2), (120, 3)),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
