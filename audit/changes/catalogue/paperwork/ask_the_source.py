"""Ask the source: the employer fetches what others have to issue.

What it is
Transcripts, records and licences are asked for by the employer at their source, with
the candidate's permission. A copy is accepted now and the original later.

When it fits
The candidate has to supply documents that somebody outside issues.

What it changes
Documents to find are multiplied by 0.3 to 0.8, the days of the step by 0.5 to 1, and
calls by 0 to 0.5. Staff take on ten minutes for each such step.

What it takes
A form for the permission, and knowing whom to ask. Three to eight weeks.

What to watch
Work moves from the candidate to staff: it is a shift, not a saving on both sides.

Source
PAP-02 (time to obtain documents), PAP-09 (staff time to chase them). The ranges are
our judgement.
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
    Part,
    spread,
)
from audit.changes.roles import recruiting_role
from audit.changes.situation import Situation, amount, part, setting
from audit.model import Step
from audit.units import plural

DOCUMENTS = Effect(
    what="documents to find",
    low=0.3,
    likely=0.5,
    high=0.8,
    evidence=("PAP-02",),
    why="Some only the candidate can get.",
)
DAYS = Effect(what="days of fetching them", low=0.5, likely=0.75, high=1.0)
CALLS = Effect(what="calls of the candidate", low=0.0, likely=0.2, high=0.5)
MINUTES = {"low": 5, "likely": 10, "high": 20}


def look(situation: Situation) -> Answer:
    """Find documents that others have to issue."""
    stated = [
        step
        for step in situation.candidate_steps
        if step.quantities.third_party_documents is not None
    ]
    fetching = [s for s in stated if amount(s.quantities.third_party_documents) > 0]
    role = recruiting_role(situation.facts)
    if not fetching or role is None:
        if stated and not fetching:
            return Already(note="Nobody outside has to issue a document first.")
        return NotHere(note="The file does not say who issues the documents.")
    parts = [
        _part(situation, step, role.id)
        for step in fetching
        if not step.participants and situation.can_scale(step, "documents")
    ]
    if not parts:
        return NotHere(note="Staff take part in fetching the documents already.")
    total = sum(amount(s.quantities.third_party_documents) for s in fetching)
    return Fits(
        parts=tuple(parts),
        why=f"{plural(total, 'document')} that others issue, at "
        f"{situation.named(fetching)}.",
    )


def _part(situation: Situation, step: Step, role: str) -> Part:
    work = {key: f"{value} min" for key, value in MINUTES.items()}
    return part(
        situation.scaled(step, documents=DOCUMENTS, wait=DAYS, calls=CALLS),
        setting(step, **{"with": {role: {"work": {**work, "basis": "assumed"}}}}),
        steps=[step],
    )


INTERVENTION = Intervention(
    id="ask-the-source",
    name="Fetch documents from those who issue them",
    family=Family.PAPERWORK,
    look=look,
    effects=(DOCUMENTS, DAYS, CALLS),
    costs=Costs(one_off=spread(200, 800, 2000), note="A form for the permission."),
    lead_weeks=spread(3, 5, 8),
    owner="Human resources",
    guards=("licence",),
    checks=("third-party-documents",),
    doc=__doc__,
)
