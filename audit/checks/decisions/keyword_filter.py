"""Keyword filter without review: qualified people turned away by a search.

What it is
A system that turns applications away by words or by a yes-or-no answer, with nobody
looking at them afterwards.

Why it hurts
People who can do the job describe it in other words, have a gap, or trained elsewhere.
Nearly nine in ten employers asked say that it happens to them. Nobody sees it happen:
there is no complaint and no figure.

How it is measured
Screens of method keyword or knockout that turn people away with no person of the
employer or a vendor on the way out: qualified people lost for each one hired, by the
file's own shares, or by a sample of those turned away that somebody read again
(`audited`), which goes before them. A screen that loses fewer than 0.01 passes. The
levels are our judgement.

What usually helps
Let a person read what the filter puts aside, all of it where it is little, a sample of
50 where it is much. Replace words by questions about the work. Keep as knock-outs only
what the law or the job makes so.

What the law asks
A filter is a selection rule: check what it does to protected groups, before the change
and after.

Source
FIL-01 and FIL-03 (what employers say, no shares of people), FIL-06 (our assumption; the
client's own sample replaces it). That a system rejects three quarters of applications
is repeated everywhere and traced to nothing.
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
from audit.checks.facts import STAFF, Facts
from audit.checks.screened_out import by_samples, lost_at
from audit.checks.tally import EVER
from audit.checks.wording import counted, rounded
from audit.model import Leaver, ScreenMethod, Side, Step

LEAST = 0.01
BY_MACHINE = frozenset({ScreenMethod.KEYWORD, ScreenMethod.KNOCKOUT})


def look(facts: Facts) -> Answer:
    """Find the filters that nobody reviews, and whom they lose."""
    filters = [s for s in facts.steps if s.screen and s.screen.method in BY_MACHINE]
    silent = [s for s in facts.steps if _rejects_unexplained(facts, s)]
    unseen = [s for s in filters if _turns_away_unseen(facts, s)]
    missing = tuple(
        [Missing(key="screen", step=s.id) for s in silent]
        + [
            Missing(key="screen.passes_qualified", step=s.id)
            for s in unseen
            if s.id not in facts.screens
        ]
    )
    known = [s for s in unseen if s.id in facts.screens]
    shown = tuple(one for s in known if (one := lost_at(facts, s)).amount > EVER)
    lost = math.fsum(one.amount for one in shown)
    if lost >= LEAST:
        return Fired(
            title=f"{counted(lost, 'qualified person', 'qualified people')} per hire "
            "turned away by a filter that nobody reviews",
            value=lost,
            steps=shown,
            decide="Have a person read what the filter puts aside: all of it where it "
            "is little, a sample of 50 where it is much.",
            missing=missing,
        )
    if missing:
        return Unknown(missing=missing)
    if not filters:
        return NotApplicable(note="No step sifts by keywords or knock-outs.")
    if not unseen:
        return Passed(note="A person looks at what the filter puts aside.")
    return Passed(
        note=f"The filter loses {rounded(lost)} qualified per hire"
        f"{by_samples(facts, known)}."
    )


def _rejects_unexplained(facts: Facts, step: Step) -> bool:
    """Return whether a system turns people away and does not say how it sifts."""
    return (
        facts.side(step) is Side.SYSTEM
        and step.screen is None
        and _turns_away_unseen(facts, step)
    )


def _turns_away_unseen(facts: Facts, step: Step) -> bool:
    """Return whether somebody can be turned away at a step with nobody on the way."""
    rejecting = {
        outcome.id
        for outcome in facts.process.outcomes
        if outcome.by is Leaver.EMPLOYER
    }
    to_see = [flow.to for flow in step.flows]
    seen: set[str] = set()
    while to_see:
        node = to_see.pop()
        if node in rejecting:
            return True
        following = facts.by_id.get(node)
        if node in seen or following is None or facts.side(following) in STAFF:
            continue
        if facts.side(following) is Side.SYSTEM and following.screen is None:
            seen.add(node)
            to_see.extend(flow.to for flow in following.flows)
    return False


CHECK = Check(
    id="keyword-filter",
    code="F26",
    family=Family.DECISIONS,
    side=Bearer.CANDIDATE,
    unit="qualified people lost per hire",
    levels=((LEAST, 2), (0.5, 3), (2, 4)),
    excuse=Excuse.NOTHING,
    guards=("adverse impact",),
    look=look,
    doc=__doc__,
)
