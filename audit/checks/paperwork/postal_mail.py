"""Postal mail: letters where a message would arrive the same minute.

What it is
Steps whose channel is the post, whoever sends.

Why it hurts
A letter takes days each way, gets lost without anybody knowing, and costs staff about
twenty minutes to send, chase and file. Those who move or share an address miss it.

How it is measured
Steps whose channel is post, times the visits of a person who is hired.

What usually helps
Send the same content by mail or portal. Send a letter only to those who ask, or where a
law wants one.

What the law asks
A way that is not digital stays open for those who ask.

Source
PAP-24 (minutes of staff for a signed page by post, a vendor).
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
from audit.checks.facts import Facts
from audit.checks.tally import EVER, unstated
from audit.checks.wording import counted, on_steps
from audit.model import Channel, StepKind


def look(facts: Facts) -> Answer:
    """Count the steps that go by post."""
    shown = [
        Shown(step=step, amount=facts.visits[step.id])
        for step in facts.people_steps
        if step.channel is Channel.POST and facts.visits[step.id] > EVER
    ]
    notices = [s for s in facts.employer_steps if s.kind is StepKind.NOTIFY]
    concerned = [*facts.forms, *notices]
    missing = unstated(
        facts, lambda step: step.channel, key="channel", concerned=concerned
    )
    if not shown:
        if missing:
            return Unknown(missing=missing)
        if not concerned:
            return NotApplicable(note="No step sends anything.")
        return Passed(note="Nothing goes by post.")
    total = math.fsum(one.amount for one in shown)
    return Fired(
        title=f"{counted(total, 'letter')} by post per hire, {on_steps(shown)}",
        value=total,
        steps=tuple(shown),
        decide="Send by mail or portal what goes by post today, and keep letters for "
        "those who ask for them.",
        missing=missing,
    )


CHECK = Check(
    id="postal-mail",
    code="F14",
    family=Family.PAPERWORK,
    side=Bearer.BOTH,
    unit="letters per hire",
    levels=((0, 3),),
    factors=("wait_day",),
    excuse=Excuse.MEDIUM,
    guards=("accommodation",),
    look=look,
    doc=__doc__,
)
