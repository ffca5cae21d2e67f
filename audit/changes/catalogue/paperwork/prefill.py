"""Prefill: fill in what the employer knows already.

What it is
The form comes with the answers that stand in the application, and the candidate
confirms them.

When it fits
A form after the application, or of somebody who has accepted an offer, has 20 answers
or more.

What it changes
Answers to give are multiplied by 0.4 to 0.9.

What it takes
One connection between two systems. Four to sixteen weeks, by whoever runs them.

What to watch
Nothing is filled in for a question that is voluntary, and nothing that the person has
to attest. A wrong answer filled in is confirmed more easily than one typed.

Source
PAP-19 and PAP-21 (time of an answer), PAP-32 (errors in keying again). The range is
our judgement: half of the answers of a packet stand in the application.
"""

from __future__ import annotations

from audit.changes.base import (
    Already,
    Answer,
    Costs,
    Effect,
    Family,
    Fits,
    Intervention,
    NotHere,
    spread,
)
from audit.changes.situation import Situation, amount, part
from audit.model import Step
from audit.units import plural

LONG_FORM = 20
"""Answers from which on a form is worth connecting."""
ANSWERS = Effect(
    what="answers to give",
    low=0.4,
    likely=0.6,
    high=0.9,
    evidence=("PAP-19",),
    why="Half of the answers of a packet stand in the application.",
)


def look(situation: Situation) -> Answer:
    """Find long forms of people whom the employer knows already."""
    forms = [
        step
        for step in situation.candidate_steps
        if amount(step.quantities.fields) > 0 and _known(situation, step)
    ]
    long = [
        step
        for step in forms
        if amount(step.quantities.fields) >= LONG_FORM
        and situation.can_scale(step, "fields")
    ]
    total = sum(amount(step.quantities.fields) for step in forms)
    if not forms:
        return NotHere(note="No form after the application says how much it asks.")
    if not long:
        return Already(
            note=f"No form after the application asks {LONG_FORM} answers or more."
        )
    return Fits(
        parts=tuple(
            part(situation.scaled(step, fields=ANSWERS), steps=[step]) for step in long
        ),
        why=f"{plural(total, 'answer')} are asked of people whom the employer knows "
        f"already, at {situation.named(long)}.",
    )


def _known(situation: Situation, step: Step) -> bool:
    """Say whether the candidate has given data before this step."""
    facts = situation.facts
    if facts.onboarding:
        return True
    return any(
        facts.is_before(other.id, step.id)
        for other in facts.candidate_steps
        if other.asks or amount(other.quantities.fields) > 0 or other.quantities.uploads
    )


INTERVENTION = Intervention(
    id="prefill",
    name="Fill in what the application already told",
    family=Family.PAPERWORK,
    look=look,
    effects=(ANSWERS,),
    costs=Costs(
        one_off=spread(1500, 3000, 9000), note="One connection between two systems."
    ),
    lead_weeks=spread(4, 8, 16),
    owner="IT, with human resources",
    guards=("EEO", "I-9"),
    checks=("question-load",),
    doc=__doc__,
)
