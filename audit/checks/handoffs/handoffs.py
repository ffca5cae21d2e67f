"""Handoffs: a case that passes from desk to desk.

What it is
Times that the work on a hire passes from one role to another. Handing to or from a
system is none.

Why it hurts
Each one adds a queue and a chance to lose something: in hospitals, before there was a
fixed form, one spoken handoff in five held all it should, and one written handoff in
ten. For the candidate it is the reason why nobody knows.

How it is measured
Successive steps of different roles, as often as a hire passes from one to the other.
The levels are our judgement.

What usually helps
Let one person carry the case from application to first day. Put steps of one role
together, and use a fixed form for what must be handed over.

Source
HAN-01 and HAN-02 (handoffs in hospitals), HAN-14 (a project that took steps out).
"""

from __future__ import annotations

import math
from collections import defaultdict

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
)
from audit.checks.facts import Facts
from audit.checks.tally import EVER
from audit.checks.wording import counted

MANY = 6


def look(facts: Facts) -> Answer:
    """Add up the handoffs."""
    if len(facts.roles) < 2:
        return NotApplicable(note="One role does everything.")
    total = math.fsum(facts.analysis.handoffs.values())
    if total < MANY:
        return Passed(note=f"{counted(total, 'handoff')} per hire, fewer than {MANY}.")
    shown = _shown(facts)
    return Fired(
        title=f"{counted(total, 'handoff')} per hire among "
        f"{counted(len({one.step.role for one in shown}), 'role')}",
        value=total,
        steps=shown,
        decide=f"Let one role carry each case, and cut the {counted(total, 'handoff')} "
        "to those where somebody else must decide.",
    )


def _shown(facts: Facts) -> tuple[Shown, ...]:
    """Return the steps that hand over, with whom they hand to."""
    times: dict[str, float] = defaultdict(float)
    takers: dict[str, list[str]] = defaultdict(list)
    for (giver, taker), n in facts.analysis.handoffs.items():
        if n > EVER:
            times[giver] += n
            takers[giver].append(facts.role_name(facts.by_id[taker]))
    return tuple(
        Shown(
            step=step,
            amount=times[step.id],
            note=f"{facts.role_name(step)} to "
            f"{' and '.join(dict.fromkeys(takers[step.id]))}",
        )
        for step in facts.steps
        if step.id in times
    )


CHECK = Check(
    id="handoffs",
    code="F33",
    family=Family.HANDOFFS,
    side=Bearer.EMPLOYER,
    unit="handoffs per hire",
    levels=((MANY, 2), (15, 3), (25, 4)),
    factors=("handoff",),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
