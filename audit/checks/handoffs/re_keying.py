"""Re-keying: fields typed in again from one place into another.

What it is
Data that staff read off a paper, a mail or a screen and type into a system.

Why it hurts
It is work that adds nothing but errors: about 0.65 % of fields keyed once more are
wrong, and each wrong one is found on pay day.

How it is measured
`rekey` of every step, times the visits of a person who is hired. The levels are our
judgement.

What usually helps
Let the form fill the record. Where two systems cannot talk, move a file once a day
instead of fields all day.

Source
PAP-32 (errors of keying again) and PAP-10 (official time to key in a file).
"""

from __future__ import annotations

from audit.checks.base import Answer, Bearer, Check, Excuse, Family, Fired
from audit.checks.facts import WRITTEN_BY_HAND, Facts
from audit.checks.tally import EVER, tally
from audit.checks.wording import counted, on_steps
from audit.model import Channel, StepKind

TYPED_OFF = WRITTEN_BY_HAND | {Channel.EMAIL}
DESK_WORK = frozenset({StepKind.WORK, StepKind.CHECK, None})


def look(facts: Facts) -> Answer:
    """Add up the fields keyed again."""
    on_paper = [
        s for s in facts.forms if s.channel in TYPED_OFF and facts.visits[s.id] > EVER
    ]
    states = any(s.quantities.rekey is not None for s in facts.staff_steps)
    concerned = [
        s
        for s in facts.employer_steps
        if not states
        and s.kind in DESK_WORK
        and any(facts.is_before(form.id, s.id) for form in on_paper)
    ]
    found = tally(
        facts,
        lambda step: step.quantities.rekey,
        key="rekey",
        noun="field",
        steps=facts.staff_steps,
        concerned=concerned,
    )
    if not found.total:
        return found.absent(
            passed="No field is keyed in again.",
            not_applicable="No form reaches staff on paper or by mail.",
        )
    fields = counted(found.total, "field")
    return Fired(
        title=f"{fields} keyed in again per hire, {on_steps(found.shown)}",
        value=found.total,
        steps=found.shown,
        decide=f"Let the candidate's form fill the record, so that the {fields} need "
        "not be keyed in again.",
        missing=found.missing,
    )


CHECK = Check(
    id="re-keying",
    code="F40",
    family=Family.HANDOFFS,
    side=Bearer.EMPLOYER,
    unit="fields per hire",
    levels=((0, 2), (20, 3), (100, 4)),
    factors=("rekey_field",),
    excuse=Excuse.MEDIUM,
    look=look,
    doc=__doc__,
)
