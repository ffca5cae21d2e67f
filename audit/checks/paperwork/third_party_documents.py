"""Third-party documents: papers that somebody else has to issue first.

What it is
Documents that the candidate has to obtain from a school, an authority, a doctor or an
earlier employer.

Why it hurts
The candidate cannot hurry them, often pays for them, and is blamed for the delay. Those
who moved, changed their name or trained abroad wait longest.

How it is measured
Documents issued by others, of every step of the candidate, times the visits of a person
who is hired. The levels are our judgement.

What usually helps
Have the employer ask the source, with the candidate's permission. Accept a copy now and
the original later. Ask only those who are about to be hired, and say early what will be
needed.

What the law asks
Where a licence must be verified at its source, asking the source is the employer's task
anyway.

Source
PAP-02 (official time to obtain a document: 2 to 120 minutes, the wait not included).
"""

from __future__ import annotations

from audit.checks.base import Answer, Bearer, Check, Family, Fired
from audit.checks.facts import Facts
from audit.checks.tally import tally
from audit.checks.wording import counted, on_steps
from audit.model import Quantity, Step

NONE = Quantity.point(0)


def look(facts: Facts) -> Answer:
    """Add up the documents that others issue."""
    found = tally(
        facts,
        _issued,
        key=_key,
        noun="document",
        steps=facts.candidate_steps,
        concerned=facts.forms,
    )
    if not found.total:
        return found.absent(
            passed="No document has to be obtained from others.",
            not_applicable="No step asks the candidate for documents.",
        )
    documents = counted(found.total, "document")
    return Fired(
        title=f"{documents} to obtain from others per hire, {on_steps(found.shown)}",
        value=found.total,
        steps=found.shown,
        decide=f"Have staff ask the issuers for the {documents}, with the candidate's "
        "permission, and drop those that no decision rests on.",
        keeping=f"Have staff ask the issuers for the {documents}, with the "
        "candidate's permission.",
        missing=found.missing,
    )


def _issued(step: Step) -> Quantity | None:
    issued, documents = step.quantities.third_party_documents, step.quantities.documents
    # A step that asks for no document at all asks for none of others either.
    if issued is None and documents is not None and documents.high <= 0:
        return NONE
    return issued


def _key(step: Step) -> str:
    stated = step.quantities.documents is not None
    return "documents.third_party" if stated else "documents"


CHECK = Check(
    id="third-party-documents",
    code="F15",
    family=Family.PAPERWORK,
    side=Bearer.CANDIDATE,
    unit="documents per hire",
    levels=((0, 2), (2, 3), (5, 4)),
    factors=("document",),
    guards=("licence",),
    look=look,
    doc=__doc__,
)
