"""Question load: more answers to give than an application can bear.

What it is
The answers that the candidate has to give in forms on the way to being hired, those
given before included.

Why it hurts
Each further screen of questions loses people, and the best placed leave first. Of those
who click on an advert, 10.6 % apply where there are fewer than 25 questions and 5.7 %
where there are 50 or more. How much of that is the questions themselves is contested.

How it is measured
The fields of every step of the candidate, times the visits of a person who is hired.
The first level is where the published comparison has its longest class; the next is our
judgement.

What usually helps
Ask at each stage only what the next decision needs. Fill in what the résumé or the
application already says and let the candidate confirm it.

What the law asks
Equal-opportunity questions stay voluntary and apart from the rest.

Source
APL-02 and APL-01 (clickstream of an advertiser, so a comparison and no cause); APL-04
finds a far smaller effect in surveys.
"""

from __future__ import annotations

from audit.checks.base import Answer, Bearer, Check, Family, Fired
from audit.checks.facts import Facts
from audit.checks.tally import tally
from audit.checks.wording import counted, on_steps

MANY = 50


def look(facts: Facts) -> Answer:
    """Add up the fields of the candidate's steps."""
    found = tally(
        facts,
        lambda step: step.quantities.fields,
        key="fields",
        noun="field",
        steps=facts.candidate_steps,
        concerned=facts.forms,
    )
    fields = counted(found.total, "answer")
    if found.total < MANY:
        return found.absent(
            passed=f"{fields} to give per hire, fewer than {MANY}.",
            not_applicable="No step asks the candidate to answer anything.",
        )
    return Fired(
        title=f"{fields} to give per hire, {on_steps(found.shown)}",
        value=found.total,
        steps=found.shown,
        decide=f"Cut the {fields} to what the next decision needs, and fill in what "
        "is already known.",
        keeping=f"Fill in what is already known of the {fields}, keep the mandated "
        "ones, and ask each at the stage that needs it.",
        missing=found.missing,
    )


CHECK = Check(
    id="question-load",
    code="F08",
    family=Family.PAPERWORK,
    side=Bearer.CANDIDATE,
    unit="answers per hire",
    levels=((MANY, 3), (150, 4)),
    factors=("field",),
    guards=("EEO",),
    look=look,
    doc=__doc__,
)
