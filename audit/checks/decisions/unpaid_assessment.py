"""Unpaid assessment: work samples and tests that take more than an hour for nothing.

What it is
Tests, case studies and take-home work that candidates do in their own time, unpaid.

Why it hurts
The good ones have other offers and the least time. Those with children or two jobs
cannot spend a weekend, so the test measures free time.

How it is measured
Minutes of the candidate at steps of kind test that are not paid, times the visits of a
person who is hired. It fires from 60 minutes on. The levels are our judgement.

What usually helps
Ask for a sample of the real work of under an hour, at the interview, and pay beyond
that. Keep tests for those who are nearly hired.

What the law asks
A test is a selection rule: it has to be about the job, and its effects are watched.

Source
TIM-07 (days that a skills test adds). No study of unpaid work was found.
"""

from __future__ import annotations

import math

from audit.checks.base import (
    Answer,
    Bearer,
    Check,
    Family,
    Fired,
    Missing,
    NotApplicable,
    Passed,
    Shown,
    Unknown,
)
from audit.checks.facts import Facts
from audit.checks.tally import EVER, unstated
from audit.checks.wording import on_steps
from audit.model import Quantity, Side, Step, StepKind
from audit.units import format_minutes

LONG = 60


def look(facts: Facts) -> Answer:
    """Add up the unpaid minutes of tests."""
    tests = [
        s
        for s in facts.meetings
        if s.kind is StepKind.TEST and s.paid is not True and facts.visits[s.id] > EVER
    ]
    if not tests:
        return NotApplicable(note="No step tests the candidate unpaid.")
    shown = tuple(one for step in tests if (one := _minutes(facts, step)) is not None)
    total = math.fsum(one.amount for one in shown)
    untimed = unstated(facts, lambda s: _work(facts, s), key="work", concerned=tests)
    if total < LONG:
        if untimed:
            return Unknown(missing=untimed)
        return Passed(note=f"Tests take {format_minutes(total)} per hire.")
    unpaid = tuple(one for one in shown if one.step.paid is False)
    sure = math.fsum(one.amount for one in unpaid)
    missing = tuple(
        Missing(key="paid", step=one.step.id) for one in shown if one.step.paid is None
    )
    if sure < LONG:
        return Unknown(missing=missing)
    return Fired(
        title=f"{format_minutes(sure)} of unpaid tests per hire, {on_steps(unpaid)}",
        value=sure,
        steps=unpaid,
        decide=f"Cut the {format_minutes(sure)} of tests to an hour, or pay for them.",
        keeping=f"Pay for the {format_minutes(sure)} of tests, and ask them only of "
        "those who are nearly hired.",
        missing=(*missing, *untimed),
    )


def _work(facts: Facts, step: Step) -> Quantity | None:
    if facts.side(step) is Side.CANDIDATE:
        return step.quantities.work
    for person in step.participants:
        if facts.roles[person.role].side is Side.CANDIDATE:
            return person.work
    return None


def _minutes(facts: Facts, step: Step) -> Shown | None:
    work = _work(facts, step)
    if work is None or work.mean <= 0:
        return None
    return Shown(
        step=step,
        amount=facts.visits[step.id] * work.mean,
        note=format_minutes(work.mean),
        numbers=(work,),
    )


CHECK = Check(
    id="unpaid-assessment",
    code="F17",
    family=Family.DECISIONS,
    side=Bearer.CANDIDATE,
    unit="minutes per hire",
    levels=((LONG, 3), (180, 4)),
    factors=("candidate_minute",),
    guards=("adverse impact",),
    look=look,
    doc=__doc__,
)
