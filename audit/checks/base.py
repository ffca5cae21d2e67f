"""What a check is, what it can answer, and how sure an answer is.

A check asks one question of a process and answers in one of four ways: it *fired*, it
*passed*, it is *not applicable*, or it is *not assessed* because the file does not say.

Confidence follows the origin of the numbers that a finding rests on: measured or
published numbers make it high, reported ones medium, estimated, assumed and unstated
ones low. The weakest number decides; numbers of steps that carry less than a tenth of
the measure are left out. What the drawing itself says (who, in which order, over which
channel) counts as reported where a step states no origin, because somebody told it.

Severity is read off a check's levels: pairs of a value of the measure and the severity
from there on, 1 to 5. 5 can end a hire alone. Where a check decides otherwise, its page
says how.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from audit.model import Basis, Quantity, Step

if TYPE_CHECKING:
    from audit.checks.facts import Facts


class Family(StrEnum):
    """What kind of friction a check looks for; also its folder."""

    PAPERWORK = "paperwork"
    WAITING = "waiting"
    HANDOFFS = "handoffs"
    DECISIONS = "decisions"
    TRUST = "trust"
    CAPACITY = "capacity"
    INFORMATION = "information"


class Bearer(StrEnum):
    """Who bears the friction."""

    CANDIDATE = "candidate"
    EMPLOYER = "employer"
    BOTH = "both"


class Excuse(StrEnum):
    """What a step can say to have a finding set apart as justified."""

    CONTENT = "content"
    """The finding is about what is asked: a justified or mandated step excuses it."""
    MEDIUM = "medium"
    """It is about the way it is asked. A law that asks for a form seldom asks for a
    fax, so only a step whose way of working is fixed excuses it: `removable: never`,
    or one justified by safety, assessment or policy of its own."""
    NOTHING = "nothing"
    """Nothing in the file excuses it."""


class Confidence(StrEnum):
    """How sure the file lets us be."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


CONFIDENCE_OF: dict[Basis, Confidence] = {
    Basis.MEASURED: Confidence.HIGH,
    Basis.PUBLISHED: Confidence.HIGH,
    Basis.REPORTED: Confidence.MEDIUM,
    Basis.ESTIMATED: Confidence.LOW,
    Basis.ASSUMED: Confidence.LOW,
    Basis.UNSTATED: Confidence.LOW,
}

MINOR_SHARE = 0.1
"""Steps with less than this share of the measure do not lower the confidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A step that shows what a check found."""

    step: Step
    amount: float
    """Its part of the measure."""
    note: str = ""
    numbers: tuple[Quantity, ...] = ()
    """What the amount rests on; empty when the drawing itself says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A key of the process file that would have let a check decide."""

    key: str
    step: str | None = None
    """Id of the step that lacks it; None when no single step does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fired:
    """The friction is there."""

    title: str
    """One sentence with its number, without a full stop."""
    value: float
    steps: tuple[Shown, ...]
    decide: str
    """What to ask leadership for, in the imperative."""
    keeping: str = ""
    """The same where a step is mandated: the content stays. Empty: `decide` already
    takes nothing away."""
    severity: int | None = None
    """None: the check's levels decide."""
    numbers: tuple[Quantity, ...] = ()
    """Numbers behind it that belong to no step."""
    unit: str | None = None
    """None: the check's unit."""
    missing: tuple[Missing, ...] = ()
    """Steps that could have added to it, and do not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """The file says that the friction is not there."""

    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplicable:
    """Nothing in the process can have the friction."""

    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """The file does not say enough."""

    missing: tuple[Missing, ...]


Answer = Fired | Passed | NotApplicable | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One kind of friction, and how to find it."""

    id: str
    """The name of its file, with dashes; also the name of its cases."""
    code: str
    """Number in the friction taxonomy, F01 to F45; F46 is our addition."""
    family: Family
    side: Bearer
    unit: str
    """Unit of the measure."""
    levels: tuple[tuple[float, int], ...]
    """(value from which, severity), ascending."""
    look: Callable[[Facts], Answer]
    doc: str | None
    """Docstring of its module: the page that users read."""
    factors: tuple[str, ...] = ()
    """Factors whose ledger lines, on the steps shown, are the points behind it."""
    excuse: Excuse = Excuse.CONTENT
    guards: tuple[str, ...] = ()
    """Ids of what the law asks to be kept whenever this is changed."""
    own_severity: bool = False
    """Severity follows a rule that its page tells in words, not the levels alone."""

    def severity_at(self, value: float) -> int:
        """Return the severity of a measure that made the check fire."""
        severity = self.levels[0][1]
        for start, level in self.levels:
            # A hair below a level is round-off, not another severity.
            if value >= start * (1 - 1e-9):
                severity = level
        return severity


def confidence(fired: Fired) -> Confidence:
    """Return how sure a finding is: see the rule at the top of this module."""
    largest = sum(abs(shown.amount) for shown in fired.steps)
    origins = [_origin(number, Basis.UNSTATED) for number in fired.numbers]
    for shown in fired.steps:
        if largest and abs(shown.amount) < MINOR_SHARE * largest:
            continue
        own = shown.step.provenance.basis
        if shown.numbers:
            origins.extend(_origin(number, own) for number in shown.numbers)
        else:
            origins.append(Basis.REPORTED if own is Basis.UNSTATED else own)
    found = {CONFIDENCE_OF[origin] for origin in origins}
    for level in (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH):
        if level in found:
            return level
    return Confidence.MEDIUM


def _origin(number: Quantity, of_step: Basis) -> Basis:
    own = number.provenance
    return of_step if own is None or own.basis is Basis.UNSTATED else own.basis
