"""Low flow efficiency: hours of work spread over weeks.

What it is
The share of the calendar time in which anybody, the candidate included, works on the
hire.

Why it hurts
Where it is low, working faster changes nothing: the time is in the waits between the
steps. The best people are gone before the work is late.

How it is measured
Touch time of everybody in a hire over its calendar time, inside the clock. Below 5 % it
fires; severity 2, 3 below 2 %, 4 below 0.5 %. The bounds are our judgement; a rule of
thumb for office work is 1 to 10 %. A step that states no work is given 480 minutes
before the share is called low; where more than 25 % of the steps state none, it is not
assessed. Around the clock, a person who works all day on nothing else reaches 24 %. The
longest waits stand with the part of the calendar time that they take; which of them to
shorten leaves out steps that may never change, and closing dates that a rule sets.

What usually helps
Look at the longest waits first: what are they for, and who could end them? Do side by
side what does not depend on each other. Promise a time for each step.

Source
HAN-07 (a rule of thumb, no measured sample) and TIM-23 (earlier offers are accepted
more often, at one firm).
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
from audit.checks.bound import keeps_its_days
from audit.checks.facts import Facts
from audit.checks.tally import EVER, unstated
from audit.checks.wording import left_alone, listed
from audit.model import Side, Step, WaitCause
from audit.units import days_from_minutes, format_days, format_minutes, format_share

LOW = 5
VERY_LOW = 2
HARDLY_ANY = 0.5
LONGEST = 3
MINUTES_OF_A_DAY = 480
MOST_UNTOUCHED = 0.25


def look(facts: Facts) -> Answer:
    """Compare the touch time of a hire with its calendar time."""
    timed = [
        s
        for s in facts.steps
        if s.id in facts.analysis.in_clock and facts.visits[s.id] > EVER
    ]
    missing = unstated(
        facts, lambda step: step.wait or step.every, key="wait", concerned=timed
    )
    days = facts.ledger.flow_time.mean
    if missing and (len(missing) == len(timed) or days <= 0):
        return Unknown(missing=missing)
    if days <= 0:
        return NotApplicable(note="No calendar time passes in this process.")
    minutes = math.fsum(
        facts.visits[s.id] * facts.ledger.touch_minutes[s.id] for s in timed
    )
    share = 100 * days_from_minutes(minutes) / days
    worked = _worked(facts, timed)
    untouched = unstated(
        facts, lambda s: _touch(facts, s), key="work", concerned=worked
    )
    most = minutes + MINUTES_OF_A_DAY * len(untouched)
    # A wait that is not stated can only add days, so a low share stays low; work that
    # is not stated could add minutes, so each such step is given a whole day of it.
    low = 100 * days_from_minutes(most) / days < LOW
    if not low or len(untouched) > MOST_UNTOUCHED * len(worked):
        if missing or untouched:
            return Unknown(missing=(*missing, *untouched))
        return Passed(note=f"{format_share(share / 100)} of the time is work.")
    ranked = sorted(
        (step for step in timed if _waits(facts, step)),
        key=lambda step: -facts.wait_days(step),
    )
    waits = ranked[:LONGEST]
    return Fired(
        title=f"{format_minutes(minutes)} of work in {format_days(days)}: "
        f"{format_share(share / 100)} of the time",
        value=share,
        steps=tuple(
            Shown(
                step=step,
                amount=100 * facts.wait_days(step) / days,
                note=format_days(facts.wait_days(step)),
                numbers=(step.wait.takes,) if step.wait is not None else (),
            )
            for step in waits
        ),
        severity=4 if share < HARDLY_ANY else 3 if share < VERY_LOW else 2,
        decide=_decision(facts, ranked),
        missing=(*missing, *untouched),
    )


def _decision(facts: Facts, ranked: list[Step]) -> str:
    """Return which waits to shorten: the longest that the file lets anybody shorten.

    Args:
        facts: the process.
        ranked: steps that let a hire wait, the longest wait first.
    """
    days = facts.ledger.flow_time.mean
    kept = [step for step in ranked if keeps_its_days(step)]
    free = [step for step in ranked if step not in kept][:LONGEST]
    open_waits = [step for step in free if _can_be_shortened(facts, step)]
    pass_there = math.fsum(facts.wait_days(step) for step in open_waits)
    if open_waits:
        decision = (
            f"Shorten the longest waits first: {_names(open_waits)} "
            f"{'take' if open_waits[1:] else 'takes'} {format_days(pass_there)} of the "
            f"{format_days(days)}."
        )
    elif free or not kept:
        left = days - math.fsum(facts.wait_days(step) for step in kept)
        decision = (
            f"Shorten the waits between the steps, which fill {format_days(left)}."
        )
    else:
        decision = f"Tell candidates beforehand that it takes {format_days(days)}."
    long = [step.name for step in kept if step in ranked[:LONGEST]]
    return f"{decision} {left_alone(long)}" if long else decision


def _waits(facts: Facts, step: Step) -> bool:
    """Return whether a step lets a hire wait; without a wait its days are its work."""
    stated = step.wait is not None or step.every is not None
    return stated and facts.wait_days(step) > 0


def _touch(facts: Facts, step: Step) -> object | None:
    return step.quantities.work or facts.ledger.touch_minutes[step.id] or None


def _worked(facts: Facts, timed: list[Step]) -> list[Step]:
    """Return the timed steps in which people work, not only wait to be free."""
    people = {step.id for step in facts.people_steps}
    return [s for s in timed if s.id in people and _can_be_shortened(facts, s)]


def _can_be_shortened(facts: Facts, step: Step) -> bool:
    """Return whether a wait is the employer's to shorten: a notice period is not."""
    if step.wait is not None and step.wait.cause is WaitCause.NOTICE:
        return False
    return facts.side(step) is not Side.CANDIDATE or step in facts.forms


def _names(steps: list[Step]) -> str:
    return listed(f"“{step.name}”" for step in steps)


CHECK = Check(
    id="low-flow-efficiency",
    code="F37",
    family=Family.WAITING,
    side=Bearer.BOTH,
    unit="% of the calendar time",
    levels=((0, 2),),
    factors=("wait_day",),
    excuse=Excuse.NOTHING,
    own_severity=True,
    look=look,
    doc=__doc__,
)
