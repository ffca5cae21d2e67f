"""Department recruits: those whose vacancy it is do the recruiting.

What it is
Choosing and arranging interviews goes from human resources to the department that
hires. It is one of three usual remedies.

When it fits
A recruiting role and a department that hires both do steps of the process.

What it changes
Decisions, interviews and desk work of the recruiting role go to the department. Their
work is multiplied by 1.2 to 1.7, as people do it beside another job. Handoffs between
the two go.

What it takes
Time of the department, which its regular work then waits for. Four to eight weeks.

What to watch
The department's own work waits, which no number of this audit counts. Offers, checks
and papers stay with human resources.

Source
HAN-05 (more at once takes longer). The range is our judgement.
"""

from __future__ import annotations

from audit.changes.base import (
    Answer,
    Costs,
    Effect,
    Family,
    Fits,
    Intervention,
    NotHere,
    spread,
)
from audit.changes.roles import hiring_role, recruiting_role
from audit.changes.situation import Situation, part, setting
from audit.model import Step, StepKind
from audit.units import plural

WORK = Effect(
    what="work that the department takes over",
    low=1.2,
    likely=1.4,
    high=1.7,
    evidence=("HAN-05",),
    why="It is done beside another job, and seldom.",
)
CHOOSING = frozenset({StepKind.DECISION, StepKind.INTERVIEW, StepKind.WORK})


def look(situation: Situation) -> Answer:
    """Find steps that the department could take over."""
    recruiting = recruiting_role(situation.facts)
    department = hiring_role(situation.facts)
    if recruiting is None or department is None:
        return NotHere(note="The file does not tell human resources from a department.")
    moved = [s for s in situation.staff_steps if _moves(s, recruiting.id)]
    if not moved:
        return NotHere(note="No step of choosing is done by the recruiting role.")
    return Fits(
        parts=(
            part(
                *(setting(step, role=department.id) for step in moved),
                *(situation.scaled(step, work=WORK) for step in moved),
                steps=moved,
            ),
        ),
        why=f"“{department.name}” would take over {plural(len(moved), 'step')} of "
        f"“{recruiting.name}”.",
    )


def _moves(step: Step, role: str) -> bool:
    return (
        step.role == role
        and step.kind in CHOOSING
        and step.mandate is None
        and step.justified is None
    )


INTERVENTION = Intervention(
    id="department-recruits",
    name="Let the department do its own recruiting",
    family=Family.CAPACITY,
    look=look,
    effects=(WORK,),
    costs=Costs(one_off=spread(500, 2000, 5000), note="Showing how it is done."),
    lead_weeks=spread(4, 6, 8),
    owner="Head of the department",
    excludes=("train-recruiters", "recruiting-firm", "one-contact"),
    guards=("adverse impact",),
    doc=__doc__,
)
