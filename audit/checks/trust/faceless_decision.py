"""Faceless decision: turned away without ever having spoken to anybody.

What it is
People whose case the employer ends before any human contact was possible.

Why it hurts
They gave an evening and got a form letter. They cannot put right what was misread, and
the employer never meets what the paper did not show.

How it is measured
Of those whom the employer turns away, the share at steps that no human contact can come
before: no interview, no step with staff and candidate together, no `contact: human`.
From 50 % on; the levels are our judgement.

What usually helps
Call before a no, at least the near misses. Put a name and a number under the letter.

Source
No study that isolates it was found: our judgement.
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
    NotApplicable,
    Passed,
    Shown,
    Unknown,
)
from audit.checks.facts import STAFF, Facts
from audit.checks.tally import EVER, unstated
from audit.model import Contact, Step, StepKind
from audit.units import format_share

MOST = 50


def look(facts: Facts) -> Answer:
    """Find those turned away before any human contact."""
    if not facts.endings or facts.turned_away <= EVER:
        return NotApplicable(note="The employer turns nobody away.")
    human = [step for step in facts.steps if _meets(facts, step)]
    met = {step.id for step in human}
    for step in human:
        met |= facts.after(step.id)
    away: dict[str, float] = {}
    for ending in facts.endings:
        if ending.step.id not in met:
            away[ending.step.id] = away.get(ending.step.id, 0.0) + ending.share
    share = 100 * math.fsum(away.values()) / facts.turned_away
    if share < MOST:
        return Passed(
            note=f"{format_share(share / 100)} of those turned away could have met "
            "nobody."
        )
    early = [
        step
        for step in facts.staff_steps
        if step.id in away or any(end in facts.after(step.id) for end in away)
    ]
    missing = unstated(
        facts, lambda step: step.contact or step.kind, key="contact", concerned=early
    )
    if missing and not human:
        return Unknown(missing=missing)
    return Fired(
        title=f"{format_share(share / 100)} of those turned away never spoke to "
        "anybody",
        value=share,
        steps=tuple(
            Shown(
                step=step,
                amount=100 * away[step.id] / facts.turned_away,
                note=f"{format_share(away[step.id])} of the applicants",
            )
            for step in facts.steps
            if step.id in away
        ),
        decide="Speak to the near misses before they are turned away, and put a name "
        "and a number under every answer.",
        missing=missing,
    )


def _meets(facts: Facts, step: Step) -> bool:
    """Return whether the candidate meets or speaks to somebody in a step."""
    if step.contact is not None:
        return step.contact is Contact.HUMAN
    if step.kind is StepKind.INTERVIEW:
        return True
    sides = {facts.side(step)}
    sides.update(facts.roles[person.role].side for person in step.participants)
    return facts.takes_part(step) and bool(sides & STAFF)


CHECK = Check(
    id="faceless-decision",
    code="F25",
    family=Family.TRUST,
    side=Bearer.CANDIDATE,
    unit="% of those turned away",
    levels=((MOST, 1), (80, 2)),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
