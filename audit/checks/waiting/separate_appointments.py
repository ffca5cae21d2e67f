"""Separate appointments: several dates where one visit would do.

What it is
Appointments other than interviews, each with a date of its own: to sign, to be
measured, to be tested, to be shown round.

Why it hurts
Every date has to be found, waited for and travelled to. What takes ten minutes takes
half a day of leave, three times over.

How it is measured
Steps of kind appointment in which the candidate takes part, times the visits of a
person who is hired. The levels are our judgement.

What usually helps
Make one visit of all stations in a row, and accept the results of tests that were done
elsewhere.

Source
VAL-11 (time of a visit to an office, Germany).
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
from audit.checks.paperwork.in_person_trips import trip_of
from audit.checks.tally import EVER, unstated
from audit.checks.wording import counted, on_steps
from audit.model import Channel, Step, StepKind

SEVERAL = 1.5


def look(facts: Facts) -> Answer:
    """Count the appointments of the candidate."""
    shown = tuple(
        Shown(step=step, amount=facts.visits[step.id])
        for step in facts.meetings
        if step.kind is StepKind.APPOINTMENT and facts.visits[step.id] > EVER
    )
    total = math.fsum(one.amount for one in shown)
    missing = unstated(
        facts,
        lambda step: step.kind,
        key="kind",
        concerned=(s for s in facts.meetings if _is_somewhere(facts, s)),
    )
    if total >= SEVERAL:
        return Fired(
            title=f"{counted(total, 'separate appointment')} per hire, "
            f"{on_steps(shown)}",
            value=total,
            steps=shown,
            decide=f"Put the {counted(total, 'appointment')} into one visit.",
            missing=missing,
        )
    if missing:
        return Unknown(missing=missing)
    if not shown:
        return NotApplicable(note="No step is an appointment of the candidate.")
    return Passed(note="One appointment at most.")


def _is_somewhere(facts: Facts, step: Step) -> bool:
    minutes = trip_of(facts, step)
    return step.channel is Channel.IN_PERSON or (
        minutes is not None and minutes.mean > 0
    )


CHECK = Check(
    id="separate-appointments",
    code="F16",
    family=Family.WAITING,
    side=Bearer.CANDIDATE,
    unit="appointments per hire",
    levels=((SEVERAL, 2), (3, 3)),
    factors=("trip_minute",),
    excuse=Excuse.MEDIUM,
    look=look,
    doc=__doc__,
)
