"""Conditions before notice: nobody resigns while the offer can still fall.

What it is
Checks that can undo the offer run between the conditional offer and the notice. The
candidate is asked to resign when all of them are back.

When it fits
A step marked `commits` stands directly before checks marked `contingency`.

What it changes
The notice moves behind the conditions, and the notice period with it.

What it takes
A new order and a new letter. Two to six weeks.

What to watch
Notice and checks no longer run side by side, so the first day comes later by about
the days of the checks. That is the price; who pays it today is the candidate whose
check fails. A later step that looks at the position needs a lock at the offer.

Source
LEG-12 (advice on rescinded offers), CHK-02 (a negative drug screen takes one or two
days), TIM-22 (accepted offers that people back out of).
"""

from __future__ import annotations

from audit.changes.base import (
    Already,
    Answer,
    Costs,
    Family,
    Fits,
    Intervention,
    NotHere,
    Part,
    spread,
)
from audit.changes.situation import Situation
from audit.checks.base import Fired, Passed
from audit.checks.trust import late_contingencies
from audit.model import Node, ParallelBlock, Step, WaitCause, walk_steps
from audit.units import plural


def look(situation: Situation) -> Answer:
    """Find conditions that are checked after the notice."""
    answer = late_contingencies.look(situation.facts)
    if isinstance(answer, Passed):
        return Already(note=answer.note)
    if not isinstance(answer, Fired):
        return NotHere(note="The file does not say when notice is given.")
    late = {shown.step.id for shown in answer.steps}
    found = _notice(situation, late)
    if found is None:
        return NotHere(note="The notice and the conditions are drawn too far apart.")
    notice, last = found
    period = _period(last)
    moves = [{"step": notice.id, "after": last.id}]
    if period is not None:
        moves.append({"step": period.id, "after": notice.id})
    steps = (notice.id, *late)
    return Fits(
        parts=(Part(deeds={"move": moves}, steps=steps),),
        why=f"{plural(len(late), 'check')} can undo the offer after notice is given.",
    )


def _notice(situation: Situation, late: set[str]) -> tuple[Step, Node] | None:
    """Return the step of the notice, and the last node with a condition after it."""
    nodes = situation.process.nodes
    for place, node in enumerate(nodes):
        if not isinstance(node, Step) or not node.commits:
            continue
        if len(situation.onward(node)) != 1:
            continue
        behind = [
            other
            for other in nodes[place + 1 :]
            if late & {step.id for step in walk_steps((other,))}
        ]
        if behind and len({flow.to for flow in behind[-1].flows}) >= 1:
            return node, behind[-1]
    return None


def _period(block: Node) -> Step | None:
    """Return the notice period that runs as a branch of its own beside the checks."""
    if not isinstance(block, ParallelBlock):
        return None
    for branch in block.branches:
        only = branch[0]
        if (
            len(branch) == 1
            and isinstance(only, Step)
            and only.wait is not None
            and only.wait.cause is WaitCause.NOTICE
        ):
            return only
    return None


INTERVENTION = Intervention(
    id="conditions-before-notice",
    name="Resolve every condition before notice is given",
    family=Family.TRUST,
    look=look,
    effects=(),
    costs=Costs(one_off=spread(0, 500, 2000), note="A new order and a new letter."),
    lead_weeks=spread(2, 3, 6),
    owner="Human resources, with counsel",
    guards=("ADA", "FCRA", "offer"),
    checks=("late-contingencies", "rescindable-offer"),
    doc=__doc__,
)
