"""Silent wait: days in which the candidate hears nothing.

What it is
The longest stretch without a word to the candidate, over as many steps as it lasts.

Why it hurts
People fill silence with the worst explanation, and with other offers. Asked when they
lose interest without news after an interview, 23 % said within a week, 46 % after one
or two, 23 % after two to four.

How it is measured
Steps marked `silent`, one after another until the candidate acts, meets or hears
somebody; the longest way counts. From 5 days on. The levels at 7, 14 and 28 days are
where the survey asked; the first is our judgement.

What usually helps
Say by when in a message at the start, and send one each week, even if only that it
takes longer. It needs no decision and no minute of a manager.

Source
CX-01, CX-02 and CX-03 (stated intentions of office workers, so an upper bound).
"""

from __future__ import annotations

from audit.analysis import silent_days
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
from audit.checks.wording import on_steps
from audit.model import Quantity, Step
from audit.units import format_days

LONG = 5
WORTH_ASKING = 1


def look(facts: Facts) -> Answer:
    """Find the longest silence."""
    waiting = [
        s
        for s in facts.steps
        if s.id in facts.under_way
        and not facts.takes_part(s)
        and facts.visits[s.id] > EVER
        and (s.wait is None or s.wait.takes.mean >= WORTH_ASKING)
    ]
    missing = unstated(facts, silent_days, key="silent", concerned=waiting)
    days, steps = facts.analysis.longest_silence or (0.0, ())
    if days >= LONG:
        shown = tuple(_shown(facts.by_id[step]) for step in steps)
        return Fired(
            title=f"{format_days(days)} without a word to the candidate, "
            f"{on_steps(shown)}",
            value=days,
            steps=shown,
            decide=f"Send candidates a word every week, from the first of the "
            f"{format_days(days)} on.",
            missing=missing,
        )
    if missing:
        return Unknown(missing=missing)
    if not waiting:
        return NotApplicable(note="No step keeps the candidate waiting for a day.")
    return Passed(note=f"The longest silence is {format_days(days)}.")


def _shown(step: Step) -> Shown:
    amount = silent_days(step) or 0.0
    numbers: list[Quantity] = []
    if isinstance(step.silent, Quantity):
        numbers.append(step.silent)
    elif step.wait is not None:
        numbers.append(step.wait.takes)
    return Shown(
        step=step,
        amount=amount,
        note=format_days(amount),
        numbers=tuple(numbers),
    )


CHECK = Check(
    id="silent-wait",
    code="F24",
    family=Family.TRUST,
    side=Bearer.CANDIDATE,
    unit="days",
    levels=((LONG, 2), (7, 3), (14, 4), (28, 5)),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
