"""Formal language: letters and forms written for lawyers.

What it is
Texts for candidates that need more than ten years of school to read.

Why it hurts
They are read twice, or not at all, and filled in wrongly. A stiff tone also says how it
will be to work there. Those who read another language at home pay most.

How it is measured
The highest `reading_grade` of the texts for candidates. It fires above grade 10, from
10.5 on; the levels are our judgement.

What usually helps
Write short sentences, address the reader, and begin with the purpose. Keep the words of
the law for the page that the law asks for.

What the law asks
Some disclosures have words of their own; leave those as they are and explain them
beside.

Source
PAP-17 (reading speed of ordinary prose; formal prose is slower).
"""

from __future__ import annotations

from audit.checks.base import (
    Answer,
    Bearer,
    Check,
    Family,
    Fired,
    NotApplicable,
    Passed,
    Shown,
    Unknown,
)
from audit.checks.facts import Facts
from audit.checks.tally import EVER, unstated
from audit.checks.wording import rounded
from audit.model import StepKind

HARD = 10.5


def look(facts: Facts) -> Answer:
    """Find the texts that are hard to read."""
    letters = [s for s in facts.employer_steps if s.kind is StepKind.NOTIFY]
    listed = [
        Shown(
            step=step,
            amount=step.reading_grade.mean,
            note=f"grade {rounded(step.reading_grade.mean)}",
            numbers=(step.reading_grade,),
        )
        for step in facts.steps
        if step.reading_grade is not None and facts.visits[step.id] > EVER
    ]
    shown = tuple(one for one in listed if one.amount >= HARD)
    missing = unstated(
        facts,
        lambda step: step.reading_grade,
        key="reading_grade",
        concerned=(*facts.forms, *letters),
    )
    if shown:
        most = max(shown, key=lambda one: one.amount)
        return Fired(
            title=f"Texts for candidates need up to {rounded(most.amount)} years "
            f"of school, at “{most.step.name}”",
            value=most.amount,
            steps=shown,
            decide="Rewrite these texts in plain words for eight years of school.",
            keeping="Explain these texts in plain words beside them, and keep the "
            "words that a law prescribes.",
            missing=missing,
        )
    if missing:
        return Unknown(missing=missing)
    if not listed:
        return NotApplicable(note="No step gives the candidate a text.")
    return Passed(note="Texts for candidates are plain.")


CHECK = Check(
    id="formal-language",
    code="F05",
    family=Family.INFORMATION,
    side=Bearer.CANDIDATE,
    unit="years of school",
    levels=((HARD, 2), (14, 3)),
    guards=("FCRA",),
    look=look,
    doc=__doc__,
)
