"""Deadlines shorter than the work: less time given than the step takes.

What it is
A date by which the candidate has to be done that most candidates cannot keep: the
paperwork takes longer, or a document has to come from somebody else first.

Why it hurts
The candidate learns that the rules are not meant to be kept, or gives up. Staff then
chase, extend and explain.

How it is measured
Days that the step usually takes less the days given. It takes its `wait`, or, where the
file states none, its minutes at 120 a day, and 5 days more for documents that others
issue; both are our judgement. Only steps of the candidate with a `deadline` count.

What usually helps
Let the deadline begin when the candidate has everything, and let one message extend it.
Send the requests for documents earlier.

What the law asks
Some deadlines are the law's own. Then start earlier, or ask for less in the step.

Source
PAP-02 (time to obtain a document) and LEG-03 (the deadline of Form I-9).
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
from audit.checks.wording import counted
from audit.model import Quantity, Step
from audit.units import format_days

MINUTES_A_DAY = 120
DAYS_FOR_OTHERS = 5


def look(facts: Facts) -> Answer:
    """Compare the deadlines of the candidate with what the steps take."""
    dated = [
        (step, step.deadline)
        for step in facts.candidate_steps
        if step.deadline is not None and facts.visits[step.id] > EVER
    ]
    if not dated:
        return NotApplicable(note="The file names no deadline for the candidate.")
    shown = []
    for step, given in dated:
        needed, numbers = _needed(facts, step)
        if needed > given.mean:
            shown.append(
                Shown(
                    step=step,
                    amount=needed - given.mean,
                    note=f"takes {format_days(needed)}, given "
                    f"{format_days(given.mean)}",
                    numbers=(given, *numbers),
                )
            )
    untimed = unstated(
        facts,
        lambda step: step.wait or facts.ledger.touch_minutes[step.id] or None,
        key="wait",
        concerned=(step for step, _ in dated),
    )
    if not shown:
        if untimed:
            return Unknown(missing=untimed)
        return Passed(note="Every deadline leaves the time that the step takes.")
    days = max(one.amount for one in shown)
    return Fired(
        title=f"{counted(len(shown), 'deadline')} shorter than the work, by up to "
        f"{format_days(days)}",
        value=days,
        steps=tuple(shown),
        decide="Count these deadlines from the day on which the candidate has "
        "everything, and make them as long as the step takes.",
        keeping="Start these steps earlier, so that the deadlines of the law can be "
        "kept.",
        missing=untimed,
    )


def _needed(facts: Facts, step: Step) -> tuple[float, tuple[Quantity, ...]]:
    """Return the days that a step takes, and the numbers that say so."""
    if step.wait is not None:
        return step.wait.takes.mean, (step.wait.takes,)
    q = step.quantities
    own = facts.ledger.touch_minutes[step.id] / MINUTES_A_DAY
    numbers = tuple(x for x in (q.work, q.pages_fill, q.fields) if x is not None)
    issued = q.third_party_documents
    if issued is not None and issued.mean > 0:
        return math.ceil(own) + DAYS_FOR_OTHERS, (*numbers, issued)
    return own, numbers


CHECK = Check(
    id="short-deadlines",
    code="F20",
    family=Family.WAITING,
    side=Bearer.CANDIDATE,
    unit="days short",
    levels=((0, 3), (3, 4)),
    excuse=Excuse.CONTENT,
    guards=("I-9",),
    look=look,
    doc=__doc__,
)
