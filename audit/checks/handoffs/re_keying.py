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
from audit.checks.tally import EVER, on_steps, tally
from audit.model import Channel, Step, StepKind
from audit.units import plural

TYPED_OFF = WRITTEN_BY_HAND | {Channel.EMAIL}
DESK_WORK = frozenset({StepKind.WORK, StepKind.CHECK, None})


def look(facts: Facts) -> Answer:
    """Add up the fields keyed again."""
    on_paper = any(
        s.channel in TYPED_OFF and facts.visits[s.id] > EVER for s in facts.forms
    )
    states = any(s.quantities.rekey is not None for s in facts.staff_steps)
    concerned = facts.employer_steps if on_paper and not states else ()
    found = tally(
        facts,
        lambda step: step.quantities.rekey,
        key="rekey",
        noun="field",
        steps=facts.staff_steps,
        concerned=(s for s in concerned if _is_desk_work(s)),
    )
    if not found.total:
        return found.absent(
            passed="No field is keyed in again.",
            not_applicable="No form reaches staff on paper or by mail.",
        )
    fields = plural(found.total, "field")
    return Fired(
        title=f"{fields} keyed in again per hire, {on_steps(found.shown)}",
        value=found.total,
        steps=found.shown,
        decide=f"Let the candidate's form fill the record, so that the {fields} need "
        "not be keyed in again.",
        missing=found.missing,
    )


def _is_desk_work(step: Step) -> bool:
    return step.kind in DESK_WORK


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
