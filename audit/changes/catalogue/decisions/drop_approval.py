"""Drop an approval: one signature less that says what the last one said.

What it is
An approval that is nearly always given is no decision. It goes, or those who gave it
see a list once a month.

When it fits
There are two approvals or more, and at least 97 % of the cases pass one of them.

What it changes
The step goes with its days and its work. The first approval stays.

What it takes
A decision by whoever asked for the approval. Two to eight weeks.

What to watch
Keep the approval that turns cases down; keep the one that a law or an auditor wants.

Source
TIM-17 (the public target, which asks whether approvals of approved posts are needed).
That a decision taken in 97 % of the cases is none is our judgement.
"""

from __future__ import annotations

from audit.changes.approvals import approvals, passing
from audit.changes.base import (
    FREE,
    Already,
    Answer,
    Family,
    Fits,
    Intervention,
    NotHere,
    Part,
    spread,
)
from audit.changes.situation import Situation
from audit.units import format_share, plural

LEAST_PASSING = 0.97


def look(situation: Situation) -> Answer:
    """Find approvals that are always given."""
    layers = approvals(situation)
    if not layers:
        return NotHere(note="No step is marked as an approval.")
    if len(layers) == 1:
        only = f"“{layers[0].name}”"
        return Already(note=f"There is one approval that no rule asks for: {only}.")
    idle = [
        step
        for step in layers[1:]
        if passing(situation, step) >= LEAST_PASSING
        and len(situation.onward(step)) == 1
    ]
    if not idle:
        return Already(note="Every approval beyond the first turns cases down.")
    least = min(passing(situation, step) for step in idle)
    passed = "all" if least >= 1 else f"{format_share(least)} or more"
    return Fits(
        parts=tuple(
            Part(deeds={"remove": [step.id]}, steps=(step.id,)) for step in idle
        ),
        why=f"{plural(len(layers), 'approval')}; at {situation.named(idle)} "
        f"{passed} of the cases pass.",
    )


INTERVENTION = Intervention(
    id="drop-approval",
    name="Drop approvals that are always given",
    family=Family.DECISIONS,
    look=look,
    effects=(),
    costs=FREE,
    lead_weeks=spread(2, 4, 8),
    owner="Whoever asked for the approval",
    excludes=("approve-by-plan",),
    checks=("approval-layers",),
    doc=__doc__,
)
