"""Notarised signatures: an errand to a notary before the job can begin.

What it is
Signatures that a notary or another official witness has to confirm.

Why it hurts
Finding a notary, getting there during office hours and paying the fee costs about an
hour by our estimate, and $2 to $15 for each act where states cap it. It shuts out those
without a car, the money or a free hour in the day.

How it is measured
Notarised signatures of every step, times the visits of a person who is hired.

What usually helps
Ask the body that wants it whether a plain declaration will do. Have a notary on the
staff or use remote notarisation where the state allows it, at the employer's cost.

What the law asks
Some papers must be notarised, and remote notarisation depends on the state.

Source
CHK-01 (fees by state law) and CHK-06 (the hour, our assumption).
"""

from __future__ import annotations

from audit.checks.base import Answer, Bearer, Check, Excuse, Family, Fired
from audit.checks.facts import Facts
from audit.checks.tally import tally
from audit.checks.wording import counted, on_steps


def look(facts: Facts) -> Answer:
    """Add up the notarised signatures."""
    found = tally(
        facts,
        lambda step: step.quantities.notarised_signatures,
        key="signatures",
        noun="notarised signature",
        steps=facts.people_steps,
        concerned=facts.paper_forms,
    )
    if not found.total:
        return found.absent(
            passed="Nobody has to see a notary.",
            not_applicable="No step of the candidate could ask for a notary.",
        )
    signatures = counted(found.total, "notarised signature")
    return Fired(
        title=f"{signatures} per hire, {on_steps(found.shown)}",
        value=found.total,
        steps=found.shown,
        decide=f"Replace the {signatures} by plain declarations where no law asks for "
        "a notary, and bring the notary to the candidate where one does.",
        keeping=f"Bring the notary to the candidate for the {signatures}: on the "
        "staff, or remotely where the state allows it, at the employer's cost.",
        missing=found.missing,
    )


CHECK = Check(
    id="notarised-signatures",
    code="F11",
    family=Family.PAPERWORK,
    side=Bearer.CANDIDATE,
    unit="notarised signatures per hire",
    levels=((0, 4),),
    factors=("notarised_signature",),
    excuse=Excuse.MEDIUM,
    guards=("E-SIGN",),
    look=look,
    doc=__doc__,
)
