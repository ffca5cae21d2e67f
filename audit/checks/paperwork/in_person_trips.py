"""In-person trips: journeys to a desk, a laboratory or a meeting.

What it is
Steps for which the candidate has to travel: to sign, to show a document, to be tested,
to be interviewed.

Why it hurts
A visit to an office takes over two hours on average, the way included, and it takes
them out of a working day. Those with a job, a child or no car pay most.

How it is measured
Steps of the candidate with a trip, or in person, times the visits of a person who is
hired. At most 1 trip, to an interview, passes; a trip for anything else does not. The
levels are our judgement.

What usually helps
Put what must be done in person into one visit. Do by video or upload what need not be.

What the law asks
The documents of Form I-9 may be examined remotely under the alternative procedure.

Source
VAL-11 (time of a visit, Germany) and VAL-10 (way to work), LEG-05 (remote examination).
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
from audit.model import Channel, Quantity, Side, Step, StepKind
from audit.units import format_minutes

ONE_TRIP = 1
MEETINGS = frozenset({StepKind.INTERVIEW, StepKind.APPOINTMENT, StepKind.TEST})


def look(facts: Facts) -> Answer:
    """Count the trips of the candidate."""
    shown = [one for s in facts.meetings if (one := _trip(facts, s)) is not None]
    missing = unstated(
        facts,
        lambda step: step.channel or trip_of(facts, step),
        key="channel",
        concerned=(s for s in facts.meetings if s.kind in MEETINGS),
    )
    trips = math.fsum(one.amount for one in shown)
    errands = [one for one in shown if one.step.kind is not StepKind.INTERVIEW]
    if not errands and trips <= ONE_TRIP:
        if missing:
            return Unknown(missing=missing)
        if not facts.meetings:
            return NotApplicable(note="The candidate takes part in no step.")
        return Passed(
            note="The only trip is to the interview." if shown else "Nobody travels."
        )
    minutes = math.fsum(
        facts.visits[one.step.id] * q.mean for one in shown for q in one.numbers
    )
    on_the_way = f", {format_minutes(minutes)} on the way" if minutes else ""
    return Fired(
        title=f"{counted(trips, 'trip')} per hire{on_the_way}, {on_steps(shown)}",
        value=trips,
        steps=tuple(shown),
        decide=f"Put what must be done in person into one visit instead of "
        f"{counted(trips, 'trip')}, and do the rest by video or upload.",
        missing=missing,
    )


def trip_of(facts: Facts, step: Step) -> Quantity | None:
    """Return the minutes the candidate travels for a step, None when unstated."""
    if facts.side(step) is Side.CANDIDATE:
        return step.quantities.trip
    for person in step.participants:
        if facts.roles[person.role].side is Side.CANDIDATE:
            return person.trip
    return None


def _trip(facts: Facts, step: Step) -> Shown | None:
    minutes = trip_of(facts, step)
    travels = step.channel is Channel.IN_PERSON if minutes is None else minutes.mean > 0
    if not travels or facts.visits[step.id] <= EVER:
        return None
    return Shown(
        step=step,
        amount=facts.visits[step.id],
        note=format_minutes(minutes.mean) if minutes else "in person",
        numbers=(minutes,) if minutes else (),
    )


CHECK = Check(
    id="in-person-trips",
    code="F14",
    family=Family.PAPERWORK,
    side=Bearer.CANDIDATE,
    unit="trips per hire",
    levels=((0, 2), (2, 3), (4, 4)),
    factors=("trip_minute",),
    excuse=Excuse.MEDIUM,
    guards=("I-9", "accommodation"),
    look=look,
    doc=__doc__,
)
