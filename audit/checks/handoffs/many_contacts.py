"""Many contacts: nobody in particular to ask.

What it is
Roles that the candidate has to deal with in person before the first day.

Why it hurts
The candidate has to work out who answers what. Each contact knows a part, and a
question at the border of two parts stays unanswered.

How it is measured
Different roles of employer and vendors that have human contact with the candidate:
`contact: human`, or a step that both take part in. From 4 roles on; the levels are our
judgement.

What usually helps
Put one name, one number and one address on every message, from the application to the
first day. The others work behind it.

Source
No study that isolates it was found: our judgement, after the structured reviews of
public forms.
"""

from __future__ import annotations

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
from audit.checks.facts import STAFF, Facts
from audit.checks.tally import EVER, unstated
from audit.checks.wording import counted
from audit.model import Contact, Step

MANY = 4


def look(facts: Facts) -> Answer:
    """Count the roles that the candidate deals with."""
    steps = [s for s in facts.steps if facts.visits[s.id] > EVER]
    met: dict[str, list[Step]] = {}
    for step in steps:
        for role in _met_in(facts, step):
            met.setdefault(role, []).append(step)
    if len(met) >= MANY:
        names = [facts.roles[role].name for role in met]
        return Fired(
            title=f"The candidate deals with {counted(len(met), 'role')}: "
            f"{', '.join(names)}",
            value=len(met),
            steps=tuple(
                Shown(step=found[0], amount=1, note=facts.roles[role].name)
                for role, found in met.items()
            ),
            decide="Give each candidate one contact from the application to the first "
            f"day instead of {len(met)}.",
        )
    staff = [s for s in steps if facts.side(s) in STAFF]
    if not staff:
        return NotApplicable(note="The employer does no step.")
    missing = unstated(
        facts, lambda step: step.contact, key="contact", concerned=facts.employer_steps
    )
    # Steps that keep quiet matter only while they could make the difference.
    silent = {facts.by_id[one.step].role for one in missing if one.step is not None}
    if len(met.keys() | silent) >= MANY:
        return Unknown(missing=missing)
    return Passed(note=f"The candidate deals with {counted(len(met), 'role')} at most.")


def _met_in(facts: Facts, step: Step) -> list[str]:
    """Return the roles of staff whom the candidate meets in a step."""
    present = [step.role, *(person.role for person in step.participants)]
    if not facts.takes_part(step):
        present = [step.role] if step.contact is Contact.HUMAN else []
    return [role for role in present if facts.roles[role].side in STAFF]


CHECK = Check(
    id="many-contacts",
    code="F06",
    family=Family.HANDOFFS,
    side=Bearer.CANDIDATE,
    unit="roles",
    levels=((MANY, 2), (6, 3)),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
