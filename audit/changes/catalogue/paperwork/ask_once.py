"""Ask once: no question that has been answered already.

What it is
An answer given once is carried forward. Later forms show it, and the candidate
confirms it with one look.

When it fits
The file counts answers that the candidate has given before, or two steps ask for the
same item.

What it changes
Answers asked again are multiplied by 0 to 0.2, and the answers of the form fall with
them. Items asked again leave the list of what a later form asks for, unless a law or
the file wants them there.

What it takes
A look at all forms side by side. Two to six weeks, by human resources.

What to watch
Where two systems do not talk, somebody has to carry the answers over.

Source
PAP-19 (time of an answer), PAP-32 (errors in keying again), VAL-12 (how much longer a
repeated question feels). The range is our judgement.
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
from audit.changes.situation import Situation, amount, part, setting
from audit.model import Step
from audit.units import plural

AGAIN = Effect(
    what="answers asked again",
    low=0.0,
    likely=0.05,
    high=0.2,
    evidence=("PAP-32",),
    why="A confirmation takes a twentieth to a fifth of an answer.",
)


def look(situation: Situation) -> Answer:
    """Find answers asked again."""
    again = situation.facts.analysis.repeated_answers
    asking = [s for s in situation.candidate_steps if again.get(s.id, 0.0) > 0]
    if not asking:
        told = any(
            step.asks is not None or step.quantities.repeated_fields is not None
            for step in situation.candidate_steps
        )
        if told:
            return Already(note="No question is asked twice.")
        return NotHere(note="The file does not say what is asked.")
    parts = [found for step in asking if (found := _part(situation, step)) is not None]
    if not parts:
        return NotHere(note="What is asked again belongs to forms that stay.")
    total = sum(again[step.id] for step in asking)
    return Fits(
        parts=tuple(parts),
        why=f"{plural(round(total, 1), 'answer')} per hire were given before, at "
        f"{situation.named(asking)}.",
    )


def _part(situation: Situation, step: Step) -> Part | None:
    fields = amount(step.quantities.fields)
    repeated = min(amount(step.quantities.repeated_fields), fields)
    deeds = [_asked(situation, step)]
    if repeated > 0 and situation.can_scale(step, "repeated_fields"):
        left = Effect(
            what="answers of the form",
            low=1 - repeated / fields * (1 - AGAIN.low),
            likely=1 - repeated / fields * (1 - AGAIN.likely),
            high=1 - repeated / fields * (1 - AGAIN.high),
            evidence=AGAIN.evidence,
        )
        deeds.append(situation.scaled(step, repeated_fields=AGAIN, fields=left))
    deeds = [deed for deed in deeds if deed]
    return part(*deeds, steps=[step]) if deeds else None


def _asked(situation: Situation, step: Step) -> dict[str, object]:
    """Return the deed that leaves out items that every hire was asked for before."""
    facts = situation.facts
    if step.mandate is not None or step.justified is not None:
        return {}
    before = {
        item
        for other in situation.candidate_steps
        if other.id != step.id and facts.is_before(other.id, step.id)
        for item in other.asks or ()
    }
    asked = step.asks or ()
    kept = [item for item in asked if item not in before]
    if len(kept) == len(asked) or (not kept and step.quantities.fields is None):
        return {}
    return setting(step, asks=kept)


INTERVENTION = Intervention(
    id="ask-once",
    name="Ask every question once",
    family=Family.PAPERWORK,
    look=look,
    effects=(AGAIN,),
    costs=Costs(
        one_off=spread(500, 1500, 4000), note="A few days of staff on all forms."
    ),
    lead_weeks=spread(2, 4, 6),
    owner="Human resources",
    guards=("EEO",),
    checks=("repeated-questions",),
    doc=__doc__,
)
