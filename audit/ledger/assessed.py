"""What a grade needs: a file that says enough of each side to be compared.

The typical process states what the candidate does, what staff do, and its waits. A file
that leaves one of them out has a lower score for its silence alone, and beside the
typical one it would be praised for what nobody has looked at. So each of the three has
to be stated by at least half of the steps that could state it; a side without any step
has nothing to state. The half is our judgement: below it, most of that side is unseen.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from audit.ledger.factors import CANDIDATE, EMPLOYER, TIME
from audit.model import Process, Step
from audit.result import GradeGap

if TYPE_CHECKING:
    from audit.ledger.entries import VisitLines


def grade_gaps(
    process: Process,
    visit_lines: Mapping[str, VisitLines],
    *,
    visited: Collection[str],
    timed: Collection[str],
) -> tuple[GradeGap, ...]:
    """Return the sides of which a file says too little for a grade.

    Args:
        process: what the file says.
        visit_lines: step -> the effort of one visit.
        visited: steps that a hire passes.
        timed: steps inside the clock.
    """
    found = []
    for side in (CANDIDATE, EMPLOYER):
        # Vendors sell a result and keep their hours; they are no staff.
        own = [
            step
            for step in process.steps
            if step.id in visited and process.role(step.role).side.value == side
        ]
        stated = sum(_states_work(step, visit_lines[step.id]) for step in own)
        found.append(GradeGap(side=side, stated=stated, steps=len(own)))
    waiting = [step for step in process.steps if step.id in timed]
    stated = sum(step.wait is not None or step.every is not None for step in waiting)
    found.append(GradeGap(side=TIME, stated=stated, steps=len(waiting)))
    return tuple(gap for gap in found if 2 * gap.stated < gap.steps)


def _states_work(step: Step, lines: VisitLines) -> bool:
    """Say whether a step states work or paperwork; `work: 0` states that it is none."""
    return step.quantities.work is not None or bool(lines.effort)
