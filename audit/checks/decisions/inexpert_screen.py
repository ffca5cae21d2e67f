"""Screen without expertise: turned away before anybody who knows the work has looked.

What it is
Screens by keywords, knock-out questions or a glance that decide before an expert in the
job sees the application.

Why it hurts
Whoever does not do the work judges by words and schools. The people who know what is
needed see only what is left, and conclude that there are no good applicants.

How it is measured
Of those whom screens turn away, the share turned away by a method other than expert.
From 50 % on; the levels are our judgement.

What usually helps
Give somebody who does the job an hour a week on the pile that was put aside. Let them
write the questions, and make a short interview with them the first screen for hard
posts.

What the law asks
Every screen is a selection rule: keep the records and watch for adverse impact.

Source
FIL-01 (what employers say of their filters). Pilots in government with screens by
experts exist; no row of ours carries their figures, so the levels are our judgement.
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
from audit.model import ScreenMethod, Step
from audit.units import format_share

LEAST = 50


def look(facts: Facts) -> Answer:
    """Compare those turned away by experts with those turned away by others."""
    screening = [s for s in facts.steps if s.screen is not None]
    if not screening:
        return NotApplicable(note="No step says that it sifts (`screen`).")
    missing = tuple(
        Missing(key="screen.passes_qualified", step=s.id)
        for s in screening
        if s.id not in facts.screens
    )
    away = {s.id: _turned_away(facts, s) for s in screening if s.id in facts.screens}
    total = math.fsum(away.values())
    if total <= EVER:
        if missing:
            return Unknown(missing=missing)
        return Passed(note="Screens turn nobody away.")
    shown = tuple(
        Shown(
            step=step,
            amount=100 * away[step.id] / total,
            note=step.screen.method.value,
            numbers=tuple(
                rate
                for rate in (
                    step.screen.passes_qualified,
                    step.screen.passes_unqualified,
                )
                if rate is not None
            ),
        )
        for step in screening
        if step.id in away
        and step.screen is not None
        and step.screen.method is not ScreenMethod.EXPERT
    )
    share = math.fsum(one.amount for one in shown)
    if share < LEAST:
        if missing:
            return Unknown(missing=missing)
        return Passed(note=f"Experts turn away {format_share(1 - share / 100)}.")
    return Fired(
        title=f"{format_share(share / 100)} of those turned away by a screen were "
        "never seen by an expert in the job",
        value=share,
        steps=shown,
        decide="Let somebody who does the job read what these screens put aside, an "
        "hour a week.",
        missing=missing,
    )


def _turned_away(facts: Facts, step: Step) -> float:
    """Return the share of the applicants whom a screen turns away."""
    arriving = facts.analysis.experienced_visits[step.id]
    return arriving * (1 - facts.screens[step.id].passing)


CHECK = Check(
    id="inexpert-screen",
    code="F44",
    family=Family.DECISIONS,
    side=Bearer.BOTH,
    unit="% of those turned away by screens",
    levels=((LEAST, 2), (90, 3)),
    excuse=Excuse.NOTHING,
    guards=("adverse impact",),
    look=look,
    doc=__doc__,
)
