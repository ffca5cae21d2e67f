"""Knock-outs first: the cheapest test that turns most away comes first.

What it is
Where several tests follow each other, the order decides how much is spent on people
who are turned away in the end. Cheap tests that turn many away come before dear ones
that turn few away.

When it fits
Two decisions or tests follow each other directly, both can end a case, and the other
order spends less.

What it changes
Two steps change places. A person who is hired goes through both either way, so the
score and the days stay; what falls is the work for all who apply.

What it takes
A new order in the system. Two to four weeks.

What to watch
A test may need what the one before it finds out. A new order of selection is checked
for adverse impact.

Source
FIL-05 (time of a screen). The best order of independent tests is ascending cost over
the share turned away, which is a theorem.
"""

from __future__ import annotations

import math

from audit.changes.base import (
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
from audit.model import Step, StepKind

_TESTS = frozenset({StepKind.DECISION, StepKind.TEST, StepKind.CHECK})
LEAST_TURNED = 0.01
"""Share turned away below which a step is no test."""
LEAST_RATIO = 1.5
"""How much cheaper, for each person turned away, the second has to be."""


def look(situation: Situation) -> Answer:
    """Find tests in a row whose other order spends less."""
    pairs: list[tuple[Step, Step]] = []
    taken: set[str] = set()
    for first in situation.steps:
        second = _next_test(situation, first)
        if second is None or {first.id, second.id} & taken:
            continue
        one, other = _index(situation, first), _index(situation, second)
        if math.isfinite(one) and one > LEAST_RATIO * other:
            pairs.append((first, second))
            taken |= {first.id, second.id}
    if not pairs:
        return NotHere(note="No two tests follow each other in the dearer order.")
    return Fits(
        parts=tuple(
            Part(
                deeds={"move": [{"step": second.id, "before": first.id}]},
                steps=(first.id, second.id),
            )
            for first, second in pairs
        ),
        why="; ".join(
            f"“{second.name}” turns people away for less work than “{first.name}”, "
            "which comes before it"
            for first, second in pairs
        )
        + ".",
    )


def _next_test(situation: Situation, first: Step) -> Step | None:
    """Return the test that all who pass one go to next, if both can be told apart."""
    onward = situation.onward(first)
    if first.kind not in _TESTS or len(onward) != 1:
        return None
    second = situation.facts.by_id.get(next(iter(onward)))
    if second is None or second.kind not in _TESTS or second.screen or first.screen:
        return None
    if first.contingency or second.contingency:
        return None
    needs = first.mandate, second.mandate, first.justified, second.justified
    if any(needs) or len(situation.onward(second)) != 1:
        return None
    leading = [
        step.id
        for step in situation.facts.steps
        if any(flow.to == second.id for flow in step.flows)
    ]
    return second if leading == [first.id] else None


def _index(situation: Situation, step: Step) -> float:
    """Return the minutes of staff for each person that a test turns away."""
    shares = situation.facts.analysis.shares[step.id]
    onward = situation.onward(step)
    turned = 1 - sum(
        share
        for flow, share in zip(step.flows, shares, strict=True)
        if flow.to in onward
    )
    minutes = situation.facts.ledger.touch_minutes[step.id]
    return minutes / turned if turned >= LEAST_TURNED else math.inf


INTERVENTION = Intervention(
    id="knock-outs-first",
    name="Put the cheapest test that turns most away first",
    family=Family.DECISIONS,
    look=look,
    effects=(),
    costs=Costs(one_off=spread(0, 300, 1500), note="A new order in the system."),
    lead_weeks=spread(2, 3, 4),
    owner="Human resources, with the hiring manager",
    guards=("adverse impact",),
    doc=__doc__,
)
