"""Black hole: cases that end without a word.

What it is
Endings by the employer of which the candidate is not told.

Why it hurts
Of applicants without an answer, 44 % think worse of the employer afterwards. They tell
others, and they do not apply again, the second best of today among them.

How it is measured
The share of the applicants whose case the employer ends untold: at an outcome with
`told: none`, or at a step with `contact: none` where the outcome does not say. A step
of kind notify that reaches the candidate tells. The second level is our judgement.

What usually helps
Let the system send a message to everybody on the day of the decision, and say in the
advert by when.

Source
CX-10 (opinion after no reply), CX-06 (no answer after two months; employers who chose
to take part).
"""

from __future__ import annotations

import math
from collections import defaultdict

from audit.checks.base import (
    Answer,
    Bearer,
    Check,
    Excuse,
    Family,
    Fired,
    Missing,
    NotApplicable,
    Passed,
    Shown,
    Unknown,
)
from audit.checks.facts import Ending, Facts
from audit.checks.wording import on_steps
from audit.model import Contact, StepKind
from audit.units import format_share

HEARD = frozenset({Contact.HUMAN, Contact.AUTO})


def look(facts: Facts) -> Answer:
    """Find the endings of which nobody is told."""
    if not facts.endings:
        return NotApplicable(note="The employer ends no case.")
    untold: dict[str, float] = defaultdict(float)
    missing: dict[str, Missing] = {}
    for ending in facts.endings:
        told = _is_told(ending)
        if told is None:
            key = f"outcomes.{ending.outcome.id}.told"
            missing[key] = Missing(key=key)
        elif not told:
            untold[ending.step.id] += ending.share
    if not untold:
        if missing:
            return Unknown(missing=tuple(missing.values()))
        return Passed(note="Everybody who is turned away is told.")
    shown = tuple(
        Shown(
            step=step,
            amount=100 * untold[step.id],
            note=f"{format_share(untold[step.id])} of the applicants",
        )
        for step in facts.steps
        if step.id in untold
    )
    share = math.fsum(untold.values())
    return Fired(
        title=f"{format_share(share)} of the applicants are turned away without a "
        f"word, {on_steps(shown)}",
        value=100 * share,
        steps=shown,
        decide="Tell everybody who is turned away on the day of the decision, by the "
        "system.",
        missing=tuple(missing.values()),
    )


def _is_told(ending: Ending) -> bool | None:
    """Return whether those who end here are told; None when the file does not say."""
    step, told = ending.step, ending.outcome.told
    if told is not None:
        return told in HEARD
    if step.contact is Contact.NONE:
        return False
    return True if step.kind is StepKind.NOTIFY and step.contact in HEARD else None


CHECK = Check(
    id="black-hole",
    code="F23",
    family=Family.TRUST,
    side=Bearer.CANDIDATE,
    unit="% of applicants",
    levels=((0, 3), (10, 4)),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
