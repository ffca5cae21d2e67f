"""Wet signatures: ink on paper where a click would do.

What it is
Signatures that are taken in ink, by the candidate or by staff.

Why it hurts
Ink needs paper, and paper has to travel: print, sign, send back. Collecting signatures
on paper adds about 3.1 days to a process in one survey. People without a printer have
to find one first.

How it is measured
Wet signatures of every step, times the visits of a person who is hired. Two people who
sign are two signatures. The levels are our judgement.

What usually helps
Take signatures electronically, all in one place and at one sitting. Ask whether a paper
needs to be signed at all: many acknowledgements only need to be read.

What the law asks
A signature may not be refused because it is electronic. Consent, keeping and a paper
route stay; notarised papers have rules of their own.

Source
LEG-01 (the law); PAP-28 (days, a survey of opinion) and PAP-27 (minutes, a vendor).
"""

from __future__ import annotations

from audit.checks.base import Answer, Bearer, Check, Excuse, Family, Fired
from audit.checks.facts import Facts
from audit.checks.tally import tally
from audit.checks.wording import counted, on_steps


def look(facts: Facts) -> Answer:
    """Add up the signatures in ink."""
    found = tally(
        facts,
        lambda step: step.quantities.wet_signatures,
        key="signatures",
        noun="wet signature",
        steps=facts.people_steps,
        concerned=facts.paper_forms,
    )
    if not found.total:
        return found.absent(
            passed="Nobody signs in ink.",
            not_applicable="No step of the candidate could ask for ink.",
        )
    signatures = counted(found.total, "wet signature")
    return Fired(
        title=f"{signatures} per hire, {on_steps(found.shown)}",
        value=found.total,
        steps=found.shown,
        decide=f"Accept electronic signatures in place of the {signatures}.",
        missing=found.missing,
    )


CHECK = Check(
    id="wet-signatures",
    code="F11",
    family=Family.PAPERWORK,
    side=Bearer.BOTH,
    unit="wet signatures per hire",
    levels=((0, 3), (4, 4)),
    factors=("wet_signature",),
    excuse=Excuse.MEDIUM,
    guards=("E-SIGN",),
    look=look,
    doc=__doc__,
)
