"""Adding up one quantity over the steps of a hire, and who did not state it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.checks.base import Missing, NotApplicable, Passed, Shown, Unknown
from audit.checks.wording import counted, rounded
from audit.model import Quantity, Step

if TYPE_CHECKING:
    from audit.checks.facts import Facts

Read = Callable[[Step], Quantity | None]
Key = str | Callable[[Step], str]

EVER = 1e-9
"""Fewer visits than this are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A quantity per hire, step by step."""

    total: float
    shown: tuple[Shown, ...]
    """Steps that add to it."""
    stated: int
    """Steps on the way to a hire that say how much, nothing included."""
    missing: tuple[Missing, ...]
    """Steps that are concerned and do not say."""

    def absent(
        self, *, passed: str, not_applicable: str
    ) -> Passed | NotApplicable | Unknown:
        """Return the answer of a check whose quantity did not make it fire."""
        if self.missing:
            return Unknown(missing=self.missing)
        if not self.stated:
            return NotApplicable(note=not_applicable)
        return Passed(note=passed)


def tally(
    facts: Facts,
    read: Read,
    *,
    key: Key,
    noun: str,
    steps: Iterable[Step],
    concerned: Iterable[Step],
) -> Tally:
    """Add up a quantity over the visits of one hire.

    Args:
        facts: the process.
        read: the quantity of a step, None when the step does not state it.
        key: its key in the file, or a function that says which key a step lacks.
        noun: what is counted, in the singular, for the notes beside the steps.
        steps: steps that count.
        concerned: steps that could have some, so that their silence is noted.
    """
    shown, stated = [], 0
    for step in steps:
        quantity = read(step)
        visits = facts.visits[step.id]
        if quantity is None or visits <= EVER:
            continue
        stated += 1
        amount = visits * quantity.mean
        if amount > 0:
            note = counted(quantity.mean, noun)
            if abs(visits - 1) > EVER:
                note += f", {rounded(visits)} times per hire"
            shown.append(
                Shown(step=step, amount=amount, note=note, numbers=(quantity,))
            )
    return Tally(
        total=math.fsum(one.amount for one in shown),
        shown=tuple(shown),
        stated=stated,
        missing=unstated(facts, read, key=key, concerned=concerned),
    )


def unstated(
    facts: Facts,
    read: Callable[[Step], object | None],
    *,
    key: Key,
    concerned: Iterable[Step],
) -> tuple[Missing, ...]:
    """Return the concerned steps on the way to a hire that do not state a key."""
    return tuple(
        Missing(key=key if isinstance(key, str) else key(step), step=step.id)
        for step in concerned
        if facts.visits[step.id] > EVER and read(step) is None
    )
