"""Glance screen: a résumé put aside in seconds, where one call would have shown more.

What it is
Applications decided by a look at the paper, a few seconds each.

Why it hurts
A glance sees layout, names and gaps. Who can do the work shows in a conversation, and
the strongest may be in the pile that was put aside. At a few seconds nobody can say
why.

How it is measured
Screens of method glance: qualified people lost for each one hired, by the file's own
shares, or by a sample of those put aside that somebody read again (`audited`), which
goes before them. Beside it the arithmetic of a call of 10 minutes to everybody put
aside: minutes of calls per hire, and minutes for each qualified person kept, if every
call recognises one. A screen that loses fewer than 0.01 passes. The levels are our
judgement.

What usually helps
Call near misses for ten minutes before a no. Read fixed criteria one by one, and give
the doubtful ones two readers. Make time for reading, which is a matter of load and not
of care.

What the law asks
Criteria, notes and outcomes are kept and watched for adverse impact.

Source
FIL-05 (seconds for a résumé: 30 recruiters, disputed) and PAP-07 (official time of a
conversation: 4 minutes and more).
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
    Unknown,
)
from audit.checks.facts import Facts
from audit.checks.screened_out import by_samples, lost_at
from audit.checks.tally import EVER
from audit.checks.wording import counted, rounded
from audit.model import ScreenMethod, Step
from audit.units import format_minutes

LEAST = 0.01
CALL_MINUTES = 10


def look(facts: Facts) -> Answer:
    """Find the glances, whom they lose, and what calls would cost."""
    glances = [s for s in facts.steps if _is_glance(s) and facts.visits[s.id] > EVER]
    if not glances:
        return NotApplicable(note="No step sifts at a glance.")
    known = [s for s in glances if s.id in facts.screens]
    missing = tuple(
        Missing(key="screen.passes_qualified", step=s.id)
        for s in glances
        if s.id not in facts.screens
    )
    shown = tuple(lost_at(facts, step) for step in known)
    lost = math.fsum(one.amount for one in shown)
    if lost < LEAST:
        if missing:
            return Unknown(missing=missing)
        return Passed(
            note=f"The glance loses {rounded(lost)} qualified per hire"
            f"{by_samples(facts, known)}."
        )
    aside = math.fsum(
        facts.per_hire(s.id) * (1 - facts.screens[s.id].passing) for s in known
    )
    calls = CALL_MINUTES * aside
    people = counted(lost, "qualified person", "qualified people")
    return Fired(
        title=f"{people} per hire put aside at a glance; a call of {CALL_MINUTES} "
        f"minutes to all {rounded(aside)} put aside takes "
        f"{format_minutes(calls)}",
        value=lost,
        steps=shown,
        decide=f"Call those put aside before a no, near misses first: "
        f"{rounded(aside)} calls of {CALL_MINUTES} minutes per hire are "
        f"{format_minutes(calls)}, or {format_minutes(calls / lost)} for each "
        "qualified person kept.",
        missing=missing,
    )


def _is_glance(step: Step) -> bool:
    return step.screen is not None and step.screen.method is ScreenMethod.GLANCE


CHECK = Check(
    id="glance-screen",
    code="F27",
    family=Family.DECISIONS,
    side=Bearer.CANDIDATE,
    unit="qualified people lost per hire",
    levels=((LEAST, 2), (0.5, 3), (2, 4)),
    excuse=Excuse.NOTHING,
    guards=("adverse impact",),
    look=look,
    doc=__doc__,
)
