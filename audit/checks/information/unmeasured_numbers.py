"""Unmeasured numbers: a process known by hearsay.

What it is
Numbers of the file that were estimated or assumed, or whose origin nobody stated.

Why it hurts
Nobody can say whether it gets better. Decisions rest on the loudest memory, and a
report like this one can be waved away.

How it is measured
The share of the stated numbers of all steps (effort, people, waits, shares) with basis
estimated, assumed or not stated. It fires from 50 % on; the levels are our judgement.

What usually helps
Time ten cases of the three steps with the most points. Take the waits from the dates of
mails. Ask two roles for the same number and note where they differ.

Source
No study is needed for what is not known: our judgement. Public auditors report missing
files and dates again and again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from audit.checks.base import (
    Answer,
    Bearer,
    Check,
    Excuse,
    Family,
    Fired,
    NotApplicable,
    Passed,
    Shown,
)
from audit.checks.facts import Facts
from audit.checks.wording import counted
from audit.model import Basis, Quantities, Quantity, Step
from audit.units import format_share

HALF = 50
WEAK = frozenset({Basis.ESTIMATED, Basis.ASSUMED, Basis.UNSTATED})
COUNTED = tuple(Quantities.__dataclass_fields__)


def look(facts: Facts) -> Answer:
    """Count the numbers by how they came to be known."""
    weak: Counter[str] = Counter()
    total = 0
    for step in facts.steps:
        for number in stated_numbers(step):
            total += 1
            weak[step.id] += basis_of(number, step) in WEAK
    if not total:
        return NotApplicable(note="The file states no numbers.")
    found = weak.total()
    share = 100 * found / total
    if share < HALF:
        return Passed(
            note=f"{format_share(1 - share / 100)} of {counted(total, 'number')} are "
            "measured, published or reported."
        )
    return Fired(
        title=(
            "The one number that is stated is"
            if total == 1
            else f"{format_share(share / 100)} of the {counted(total, 'number')} are"
        )
        + " estimated, assumed or of unstated origin",
        value=share,
        steps=tuple(
            Shown(
                step=step,
                amount=100 * weak[step.id] / total,
                note=counted(weak[step.id], "number"),
            )
            for step in facts.steps
            if weak[step.id]
        ),
        decide="Have ten cases timed at the steps that carry the most points, and take "
        "the waits from dates on file.",
    )


def stated_numbers(step: Step) -> Iterator[Quantity]:
    """Yield the numbers that a file gives for a step: effort, people, wait, shares.

    A nought is left out: most follow from a list that names other things.
    """
    for name in COUNTED:
        quantity = getattr(step.quantities, name)
        if quantity is not None and quantity.mean > 0:
            yield quantity
    for person in step.participants:
        yield from (q for q in (person.work, person.trip) if q is not None)
    if step.wait is not None:
        yield step.wait.takes
    if len(step.flows) > 1:
        yield from (flow.share for flow in step.flows if flow.share is not None)


def basis_of(number: Quantity, step: Step) -> Basis:
    """Return how a number came to be known: its own origin, else that of its step."""
    return (number.provenance or step.provenance).basis


CHECK = Check(
    id="unmeasured-numbers",
    code="F45",
    family=Family.INFORMATION,
    side=Bearer.EMPLOYER,
    unit="% of the numbers",
    levels=((HALF, 2), (90, 3)),
    excuse=Excuse.NOTHING,
    look=look,
    doc=__doc__,
)
