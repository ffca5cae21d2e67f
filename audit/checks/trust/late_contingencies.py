"""Late contingencies: conditions that are checked when there is no way back.

What it is
Checks that can still undo the offer, run after the candidate has given notice
elsewhere.

Why it hurts
If one fails, the candidate has no job at all. Even if none does, weeks are lived in
doubt, and the employer that finds something must choose between a bad hire and a ruin.

How it is measured
Steps marked `contingency` that can come after a step marked `commits`. Severity 4, and
5 where the file draws a way from one of them to an ending by the employer.

What usually helps
Run them between the conditional offer and the notice, side by side, and ask for the
notice only when all are back. They take days, and notice takes weeks.

What the law asks
Medical examinations come after the conditional offer, and the steps after a background
check keep their order. Both fit before the notice.

Source
LEG-12 (advice on rescinded offers) and LEG-10 (order of medical examinations), CHK-02
(a negative drug screen takes one or two days).
"""

from __future__ import annotations

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
from audit.checks.facts import Facts
from audit.checks.tally import EVER, unstated
from audit.checks.trust.rescindable_offer import after_commitment
from audit.checks.wording import counted
from audit.model import StepKind

CHECKING = frozenset({StepKind.CHECK, StepKind.TEST})


def look(facts: Facts) -> Answer:
    """Find the conditions that are checked after notice is given."""
    conditions = [s for s in facts.steps if s.contingency and facts.visits[s.id] > EVER]
    commits = [s for s in facts.steps if s.commits]
    checks = [s for s in facts.steps if s.kind in CHECKING]
    if not conditions and not checks:
        return NotApplicable(note="No step checks the candidate.")
    if conditions and not commits:
        return Unknown(missing=(Missing(key="commits"),))
    late = after_commitment(facts)
    missing = unstated(
        facts,
        lambda step: step.contingency,
        key="contingency",
        concerned=[s for s in checks if s.id in late or not commits],
    )
    shown = [s for s in conditions if s.id in late]
    if not shown:
        if missing:
            return Unknown(missing=missing)
        return Passed(note="Every condition is resolved before notice is given.")
    failing = {ending.step.id: ending.share for ending in facts.endings}
    hires = facts.analysis.hired_share
    return Fired(
        title=f"{counted(len(shown), 'check')} that can undo the offer after notice is "
        "given",
        value=len(shown),
        steps=tuple(
            Shown(
                step=step,
                amount=1,
                note=f"fails {counted(100 * failing[step.id] / hires, 'time')} "
                "per 100 hires"
                if step.id in failing
                else "",
            )
            for step in shown
        ),
        severity=5 if any(step.id in failing for step in shown) else 4,
        decide=f"Resolve {counted(len(shown), 'condition')} between the conditional "
        "offer and the notice, and ask for notice only when all are back.",
        missing=missing,
    )


CHECK = Check(
    id="late-contingencies",
    code="F29",
    family=Family.TRUST,
    side=Bearer.CANDIDATE,
    unit="checks after notice",
    levels=((0, 4),),
    excuse=Excuse.NOTHING,
    guards=("ADA", "FCRA"),
    own_severity=True,
    look=look,
    doc=__doc__,
)
