"""Side by side: checks that begin on the same day.

What it is
Checks and desk work of different people that need nothing of each other begin
together. The process goes on when the last is done.

When it fits
Such steps stand in a row, each with a wait of a day or more.

What it changes
The steps become branches of a parallel block: of their days only the longest count.
Nobody works more.

What it takes
One message that starts all of them. One to four weeks.

What to watch
If one fails, the others were begun for nothing. The disclosure of a background check
stays before the check, medical examinations after the offer.

Source
TIM-10 and TIM-09 (days that checks add). The gain is arithmetic: the sum of the days
becomes the mean of the longest.
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
from audit.checks.waiting import serial_steps
from audit.model import FlowKind, Step
from audit.units import format_days


def look(situation: Situation) -> Answer:
    """Find steps in a row that could begin together."""
    answer = serial_steps.look(situation.facts)
    if isinstance(answer, Passed):
        return Already(note=answer.note)
    if not isinstance(answer, Fired):
        return NotHere(note="No steps in a row say that they could begin together.")
    runs = [
        run
        for run in serial_steps.serial_runs(situation.facts)
        if len(situation.onward(run[-1])) == 1
        and all(_keeps_to_itself(situation, step) for step in run)
    ]
    if not runs:
        return NotHere(note="The steps in a row lead back, or on to several steps.")
    return Fits(
        parts=tuple(
            Part(
                deeds={
                    "parallel": [
                        {
                            "id": _block_id(situation, run, place),
                            "name": "Side by side",
                            "branches": [[step.id] for step in run],
                        }
                    ]
                },
                steps=tuple(step.id for step in run),
            )
            for place, run in enumerate(runs, start=1)
        ),
        why=f"{situation.named(step for run in runs for step in run)} stand in a row; "
        f"side by side they would save {format_days(answer.value)}.",
    )


def _keeps_to_itself(situation: Situation, step: Step) -> bool:
    """Say whether a step sends nothing back: a branch cannot lead out of its block."""
    nodes = situation.facts.analysis.nodes
    return not any(
        flow.to in nodes and flow.kind is FlowKind.REWORK for flow in step.flows
    )


def _block_id(situation: Situation, run: list[Step], place: int) -> str:
    """Return an id that nothing else has."""
    taken = {*situation.facts.analysis.nodes, *situation.facts.roles}
    name = f"side_by_side_{place}"
    while name in taken:
        name += "_"
    return name


INTERVENTION = Intervention(
    id="side-by-side",
    name="Begin checks on the same day",
    family=Family.WAITING,
    look=look,
    effects=(),
    costs=Costs(one_off=spread(0, 300, 1000), note="One message that starts them all."),
    lead_weeks=spread(1, 2, 4),
    owner="Human resources",
    guards=("ADA", "FCRA"),
    checks=("serial-steps",),
    doc=__doc__,
)
