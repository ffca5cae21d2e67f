"""Interviews on one day: one visit in place of several.

What it is
Rounds that nearly everybody goes through are held on one day, one after the other.
The candidate comes once.

When it fits
Two interviews follow each other directly, and at least half of the candidates of the
first come to the second.

What it changes
The days of the second are multiplied by 0 to 0.4, and its way there goes.

What it takes
A half day kept free by all who interview. Two to six weeks.

What to watch
Those who would have been turned down after the first round take up the second one's
time as well.

Source
TIM-03 and TIM-04 (days that a round adds), VAL-10 (the way there). The range is our
judgement.
"""

from __future__ import annotations

from itertools import pairwise

from audit.changes.base import (
    Already,
    Answer,
    Costs,
    Effect,
    Family,
    Fits,
    Intervention,
    NotHere,
    Part,
    spread,
)
from audit.changes.situation import Situation, amount, part, plain, setting
from audit.model import Participant, Side, Step, StepKind
from audit.units import format_days

LEAST_SHARE = 0.5
DAYS = Effect(
    what="days of a second round",
    low=0.0,
    likely=0.15,
    high=0.4,
    evidence=("TIM-03", "TIM-04"),
    why="Some cannot come on that day.",
)


def look(situation: Situation) -> Answer:
    """Find rounds that could be one visit."""
    rounds = [step for step in situation.steps if step.kind is StepKind.INTERVIEW]
    followers = [
        second
        for first, second in pairwise(rounds)
        if _follows(situation, first, second)
    ]
    later = [s for s in followers if situation.can_scale(s, "wait")]
    if not later:
        if len(rounds) == 1:
            return Already(note="There is one round of interviews.")
        return NotHere(note="No two interviews follow each other directly.")
    days = sum(situation.facts.wait_days(step) for step in later)
    return Fits(
        parts=tuple(_part(situation, step) for step in later),
        why=f"{format_days(days)} pass before rounds that follow another: "
        f"{situation.named(later)}.",
    )


def _follows(situation: Situation, first: Step, second: Step) -> bool:
    """Say whether at least half of a round go straight on to the next in person."""
    shares = situation.facts.analysis.shares[first.id]
    straight = sum(
        share
        for flow, share in zip(first.flows, shares, strict=True)
        if flow.to == second.id
    )
    return straight >= LEAST_SHARE and first.channel is second.channel


def _part(situation: Situation, step: Step) -> Part:
    deeds = [situation.scaled(step, wait=DAYS)]
    candidates = {
        role.id for role in situation.process.roles if role.side is Side.CANDIDATE
    }
    if any(
        person.role in candidates and amount(person.trip) > 0
        for person in step.participants
    ):
        people = {
            person.role: _written(person, person.role in candidates)
            for person in step.participants
        }
        deeds.append(setting(step, **{"with": people}))
    return part(*deeds, steps=[step])


def _written(person: Participant, stays: bool) -> dict[str, object]:
    """Return who else gives time in a step; without the way there for who stays."""
    found: dict[str, object] = {"people": plain(person.people)}
    for key, minutes in (("work", person.work), ("trip", person.trip)):
        if minutes is None:
            continue
        if key == "trip" and stays:
            found[key] = "0 min"
        else:
            found[key] = plain(minutes, unit="min")
    return found


INTERVENTION = Intervention(
    id="interviews-on-one-day",
    name="Hold rounds of interviews on one day",
    family=Family.WAITING,
    look=look,
    effects=(DAYS,),
    costs=Costs(one_off=spread(0, 300, 1000), note="Half days kept free."),
    lead_weeks=spread(2, 4, 6),
    owner="Hiring manager, with human resources",
    checks=("interview-rounds", "separate-appointments"),
    doc=__doc__,
)
