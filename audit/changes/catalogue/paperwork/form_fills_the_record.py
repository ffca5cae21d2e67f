"""Form fills the record: nobody types in what the candidate has typed.

What it is
What stands in the form goes into the record by itself. Where two systems cannot talk,
a file is moved once a day in place of fields all day.

When it fits
Staff key in fields again.

What it changes
Fields keyed again are multiplied by 0 to 0.3.

What it takes
A connection, or an export and an import. Six to twenty weeks, by whoever runs the
systems.

What to watch
On paper nothing fills itself in: where the form is signed in ink, signing
electronically comes first.

Source
PAP-10 (time of keying), PAP-32 (errors in keying again). The range is our judgement.
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
from audit.model import Channel
from audit.units import plural

KEYED = Effect(
    what="fields keyed again",
    low=0.0,
    likely=0.1,
    high=0.3,
    evidence=("PAP-10",),
    why="A few fields never fit the other system.",
)


def look(situation: Situation) -> Answer:
    """Find fields that are keyed again."""
    stated = [s for s in situation.staff_steps if s.quantities.rekey is not None]
    keying = [
        step
        for step in stated
        if amount(step.quantities.rekey) > 0 and situation.can_scale(step, "rekey")
    ]
    if not keying:
        if stated:
            return Already(note="Nothing is keyed in again.")
        return NotHere(note="The file does not say what is keyed in again.")
    on_paper = any(
        step.channel in {Channel.PAPER, Channel.FAX}
        and amount(step.quantities.wet_signatures) > 0
        for step in situation.candidate_steps
    )
    total = sum(amount(step.quantities.rekey) for step in keying)
    return Fits(
        parts=tuple(
            part(situation.scaled(step, rekey=KEYED), steps=[step]) for step in keying
        ),
        why=f"{plural(total, 'field')} are keyed in again at "
        f"{situation.named(keying)}.",
        needs=("electronic-signature",) if on_paper else (),
    )


INTERVENTION = Intervention(
    id="form-fills-the-record",
    name="Let the form fill the record",
    family=Family.PAPERWORK,
    look=look,
    effects=(KEYED,),
    costs=Costs(
        one_off=spread(1500, 4000, 12000),
        per_year=spread(0, 600, 2400),
        note="A connection between two systems, and its upkeep.",
    ),
    lead_weeks=spread(6, 10, 20),
    owner="IT, with human resources",
    checks=("re-keying",),
    doc=__doc__,
)
