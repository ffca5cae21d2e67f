"""One contact: one person carries the case.

What it is
Small steps between two steps of the same role go to that role, so that a case changes
hands less often and the candidate has one name to ask.

When it fits
A case passes between people of the employer three times or more, and there are small
steps of another role between two of the recruiting one.

What it changes
Such steps change their role. Their work and their days stay; two handoffs go with
each.

What it takes
Rights in the systems, and an hour of showing how. Two to six weeks.

What to watch
Work moves to the recruiting role: where that is full, it needs relief first. Steps
that decide, check or examine stay where they are.

Source
HAN-01 and HAN-02 (what is lost in a handoff), HAN-15 (minutes of one).
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
    spread,
)
from audit.changes.roles import recruiting_role
from audit.changes.situation import Situation, amount, part, setting
from audit.model import Step, StepKind
from audit.units import plural

LEAST_HANDOFFS = 3
MOST_MINUTES = 45
_SMALL = frozenset({StepKind.WORK, StepKind.NOTIFY})


def look(situation: Situation) -> Answer:
    """Find small steps between two of the recruiting role."""
    facts = situation.facts
    own = {step.id for step in facts.employer_steps}
    passes = sum(
        times
        for (giver, taker), times in facts.analysis.handoffs.items()
        if giver in own and taker in own
    )
    if passes < LEAST_HANDOFFS:
        return Already(
            note=f"A case changes hands {_times(passes)} between people "
            "of the employer."
        )
    role = recruiting_role(facts)
    between = [
        step for step in situation.staff_steps
        if role is not None and _is_between(situation, step, role.id)
    ]  # fmt: skip
    if role is None or not between:
        return NotHere(note="No small step of another role stands between two of one.")
    return Fits(
        parts=tuple(
            part(setting(step, role=role.id), steps=[step]) for step in between
        ),
        why=f"A case changes hands {_times(passes)} between people of "
        f"the employer; {situation.named(between)} could stay with “{role.name}”.",
    )


def _times(passes: float) -> str:
    return plural(round(passes, 1), "time")


def _is_between(situation: Situation, step: Step, role: str) -> bool:
    if (
        step.role == role
        or step.kind not in _SMALL
        or step.mandate is not None
        or step.justified is not None
        or step.commits
        or amount(step.quantities.work) > MOST_MINUTES
    ):
        return False
    by_id = situation.facts.by_id
    before = [
        other
        for other in situation.facts.steps
        if any(flow.to == step.id for flow in other.flows)
    ]
    after = [by_id[to] for to in situation.onward(step) if to in by_id]
    beside = [*before, *after]
    return bool(before and after) and all(other.role == role for other in beside)


INTERVENTION = Intervention(
    id="one-contact",
    name="Let one person carry the case",
    family=Family.CAPACITY,
    look=look,
    effects=(),
    costs=Costs(one_off=spread(0, 500, 2000), note="Rights, and showing how."),
    lead_weeks=spread(2, 4, 6),
    owner="Head of human resources",
    checks=("handoffs", "many-contacts"),
    doc=__doc__,
)
