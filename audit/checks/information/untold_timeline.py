"""Untold timeline: nobody says what comes when.

What it is
A process in which the candidate is not told at the start which steps follow and how
long they take.

Why it hurts
Every wait is then without end. People ask, which costs staff a reply each, or they stop
waiting.

How it is measured
It fires when some step says `timeline_told: false` and none says true before half of
the calendar time is over. Value: the calendar days of a hire. The levels are our
judgement.

What usually helps
Write four lines into the confirmation of the application: what comes, who decides, by
when, and whom to ask.

Source
CX-01 and CX-02 (interest lost without news, stated intentions).
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
    Passed,
    Shown,
    Unknown,
)
from audit.checks.facts import Facts
from audit.model import Step
from audit.units import format_days

HALF = 0.5


def look(facts: Facts) -> Answer:
    """Find out whether, and when, the candidate is told what comes."""
    stated = [step for step in facts.steps if step.timeline_told is not None]
    if not stated:
        return Unknown(missing=(Missing(key="timeline_told"),))
    days = facts.ledger.flow_time.mean
    told = [step for step in stated if step.timeline_told]
    in_time = [s for s in told if _days_after(facts, s) >= HALF * days]
    if in_time:
        return Passed(note=f"“{in_time[0].name}” tells what comes when.")
    told_what = f"told only at “{told[0].name}”" if told else "never told"
    return Fired(
        title=f"Candidates are {told_what} what the {format_days(days)} hold",
        value=days,
        steps=tuple(_shown(facts, step) for step in stated),
        decide="Tell candidates in the first message what comes, who decides, by when, "
        "and whom to ask.",
    )


def _shown(facts: Facts, step: Step) -> Shown:
    days = _days_after(facts, step)
    said = "told" if step.timeline_told else "not told"
    return Shown(step=step, amount=days, note=f"{said}, {format_days(days)} follow")


def _days_after(facts: Facts, step: Step) -> float:
    return math.fsum(facts.wait_days(facts.by_id[s]) for s in facts.after(step.id))


CHECK = Check(
    id="untold-timeline",
    code="F03",
    family=Family.INFORMATION,
    side=Bearer.CANDIDATE,
    unit="days per hire",
    levels=((0, 2), (60, 3)),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
