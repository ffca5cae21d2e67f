"""Repeated questions: data asked for again that the candidate has already given.

What it is
Answers that a person who is hired gives a second or third time: a résumé typed into a
form, an address asked for at every stage.

Why it hurts
Nothing says "nobody reads this" more plainly. Each further entry also makes errors that
come back later: about 0.65 % of fields keyed once more.

How it is measured
Items of `asks` that an earlier step asked for too, by the probability that it really
came earlier, plus `repeated_fields`. From 1 repeated answer per hire on; the levels are
our judgement.

What usually helps
Carry the answer forward and let the candidate confirm it. Read the résumé instead of
having it typed in.

Source
PAP-32 (errors of keying again) and PAP-19 (time of an answer).
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
from audit.model import Quantity, Step

LEAST = 1


def look(facts: Facts) -> Answer:
    """Add up the answers that were given before."""
    shown = [one for step in facts.steps if (one := _repeats(facts, step)) is not None]
    total = math.fsum(one.amount for one in shown)
    asking = [step for step in facts.forms if facts.visits[step.id] > EVER]
    missing = unstated(facts, _known, key="asks", concerned=asking)
    if total >= LEAST:
        return Fired(
            title=f"{counted(total, 'answer')} asked for again per hire, "
            f"{on_steps(shown)}",
            value=total,
            steps=tuple(shown),
            decide=f"Carry the {counted(total, 'repeated answer')} forward from where "
            "they were first given, and let the candidate confirm them.",
            missing=missing,
        )
    if len(asking) < 2 and not shown:
        return NotApplicable(note="Fewer than two steps ask the candidate for data.")
    if missing:
        return Unknown(missing=missing)
    return Passed(note=f"Fewer than {LEAST} answer per hire is asked for again.")


def _known(step: Step) -> object | None:
    return step.asks if step.asks is not None else step.quantities.repeated_fields


def _repeats(facts: Facts, step: Step) -> Shown | None:
    amount = facts.analysis.repeated_answers.get(step.id, 0.0)
    if amount <= EVER:
        return None
    again = [item for where, item in facts.analysis.repeated_asks if where == step.id]
    stated = step.quantities.repeated_fields
    numbers: tuple[Quantity, ...] = () if stated is None else (stated,)
    note = ", ".join(item.replace("_", " ") for item in sorted(again))
    return Shown(
        step=step,
        amount=amount,
        note=note or counted(amount, "answer"),
        numbers=numbers,
    )


CHECK = Check(
    id="repeated-questions",
    code="F09",
    family=Family.PAPERWORK,
    side=Bearer.CANDIDATE,
    unit="repeated answers per hire",
    levels=((LEAST, 2), (5, 3), (30, 4)),
    factors=("repeated_field",),
    excuse=Excuse.MEDIUM,
    look=look,
    doc=__doc__,
)
