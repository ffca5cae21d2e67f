"""Batch wait: cases that wait for a date on the calendar.

What it is
Waits for the next meeting, the closing of an advert, the next orientation: the work
could be done, and the calendar says not yet.

Why it hurts
Whoever just misses the date waits for the whole period, half of it on average. The wait
is nobody's fault, so nobody shortens it.

How it is measured
Calendar days per hire at steps whose wait is for a meeting or a closing, or that are
done in batches (`every`). The levels are our judgement. The days that could be freed
leave out steps that may never change, and closing dates that a rule sets.

What usually helps
Decide by circulation between meetings. Hold small orientations every week. Read
applications as they come in.

Source
TIM-23 (earlier offers are accepted more often, at one firm). Half a period on average
is arithmetic.
"""

from __future__ import annotations

import math

from audit.checks.base import (
    Answer,
    Bearer,
    Check,
    Family,
    Fired,
    NotApplicable,
    Passed,
    Shown,
    Unknown,
)
from audit.checks.bound import keeps_its_days, may_never_change
from audit.checks.facts import Facts
from audit.checks.tally import EVER, unstated
from audit.checks.wording import listed, on_steps
from audit.model import Step, WaitCause
from audit.units import format_days

LEAST = 1
DATED = frozenset({WaitCause.MEETING, WaitCause.CLOSING})
LONG_WAIT = 3


def look(facts: Facts) -> Answer:
    """Add up the days that wait for a date."""
    shown = tuple(
        one for step in facts.steps if (one := _waiting(facts, step)) is not None
    )
    days = math.fsum(one.amount for one in shown)
    long = [
        s
        for s in facts.employer_steps
        if facts.visits[s.id] > EVER
        and s.wait is not None
        and s.wait.takes.mean >= LONG_WAIT
    ]
    missing = unstated(facts, _cause, key="wait.for", concerned=long)
    if days >= LEAST:
        return Fired(
            title=f"{format_days(days)} per hire waiting for a date, {on_steps(shown)}",
            value=days,
            steps=shown,
            decide=_decision(shown),
            missing=missing,
        )
    if missing:
        return Unknown(missing=missing)
    if not long and not shown:
        return NotApplicable(
            note=f"No step of the employer waits {LONG_WAIT} days or more."
        )
    return Passed(note="Hardly any day is spent waiting for a date.")


def _decision(shown: tuple[Shown, ...]) -> str:
    """Return what to ask for, with the days of the dates that are not kept."""
    free = [one for one in shown if not keeps_its_days(one.step)]
    ruled = [
        f"“{one.step.name}”"
        for one in shown
        if one not in free and not may_never_change(one.step)
    ]
    decision = (
        "Stop waiting for dates: decide between meetings and hold these steps as cases "
        f"come in, which frees up to {format_days(math.fsum(f.amount for f in free))}."
        if free
        else "Tell candidates these dates beforehand, because a rule sets them."
    )
    if free and ruled:
        verb = "keep the dates" if ruled[1:] else "keeps the date"
        decision += f" {listed(ruled)} {verb} that a rule sets."
    return decision


def _waiting(facts: Facts, step: Step) -> Shown | None:
    dated = step.wait is not None and step.wait.cause in DATED
    if not dated and step.every is None:
        return None
    days = facts.wait_days(step)
    if days <= 0:
        return None
    numbers = [step.every] if step.every is not None else []
    if step.wait is not None:
        numbers.append(step.wait.takes)
    note = f"every {format_days(step.every.mean)}" if step.every is not None else ""
    return Shown(step=step, amount=days, note=note, numbers=tuple(numbers))


def _cause(step: Step) -> object | None:
    if step.every is not None:
        return step.every
    return step.wait.cause if step.wait is not None else None


CHECK = Check(
    id="batch-wait",
    code="F36",
    family=Family.WAITING,
    side=Bearer.BOTH,
    unit="days per hire",
    levels=((LEAST, 2), (14, 3), (28, 4)),
    factors=("wait_day",),
    look=look,
    doc=__doc__,
)
