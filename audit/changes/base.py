"""What an intervention is: what it looks for, what it changes, what that takes.

An intervention looks at one process and answers in one of three ways: it *fits*, the
process is *already* as it would make it, or there is *nothing here* to change, which
includes that the file does not say. Where it fits it proposes deeds in the words of
an overlay file, part by part: a part is what it does to one step or to steps that
hang together, so that a part which a law forbids can be left out and the others stay.

Effects are ranges on numbers of the process (days, pages, shares), never on the
score.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from audit.result import Spread

if TYPE_CHECKING:
    from audit.changes.situation import Situation

Deeds = Mapping[str, Any]
"""What a change does, as plain data: the keys of a change in an overlay file."""


class Family(StrEnum):
    """What kind of friction an intervention takes away; also its folder."""

    PAPERWORK = "paperwork"
    WAITING = "waiting"
    DECISIONS = "decisions"
    TRUST = "trust"
    CAPACITY = "capacity"
    OWN = "own"
    """From a file of the user's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What one number of a step is multiplied by."""

    what: str
    """The number in words: "days of a signing step"."""
    low: float
    likely: float
    high: float
    evidence: tuple[str, ...] = ()
    """Ids of evidence rows that it leans on."""
    grade: str = "D"
    """A to D; D is our own judgement, whatever it leans on."""
    why: str = ""
    """How the range follows from what it leans on, as a sentence."""

    @property
    def source(self) -> str:
        """What stands as the source beside the factor in a file."""
        return "; ".join(filter(None, ("judgement", ", ".join(self.evidence))))

    @property
    def factor(self) -> dict[str, Any]:
        """The factor as plain data of an overlay."""
        if self.low == self.high:
            value: dict[str, Any] = {"value": self.likely}
        else:
            value = {"low": self.low, "likely": self.likely, "high": self.high}
        return {**value, "basis": "assumed", "source": self.source}


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What a change costs; all of it our estimate unless the user states their own."""

    one_off: Spread | None = None
    per_year: Spread | None = None
    note: str = ""
    """What the money is for, as a sentence."""

    @property
    def first_year(self) -> Spread:
        """What is paid once, and in the first year."""
        parts = [part for part in (self.one_off, self.per_year) if part is not None]
        return Spread(
            low=sum(part.low for part in parts),
            likely=sum(part.likely for part in parts),
            high=sum(part.high for part in parts),
        )


def spread(low: float, likely: float, high: float) -> Spread:
    """Return a range of money or weeks."""
    return Spread(low=low, likely=likely, high=high)


FREE = Costs(
    one_off=spread(0, 0, 0), note="A decision, and the time to tell everybody."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What an intervention does to one step, or to steps that hang together."""

    deeds: Deeds
    steps: tuple[str, ...]
    """Ids of the steps of the process that it touches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fits:
    """The intervention has something to change here."""

    parts: tuple[Part, ...]
    why: str
    """What it found, with its number, as a sentence."""
    costs: Costs | None = None
    """None: those of the intervention."""
    needs: tuple[str, ...] = ()
    """Interventions without which it makes no sense here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Already:
    """The process is already as the intervention would make it."""

    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotHere:
    """Nothing to change, as far as the file says."""

    note: str


Answer = Fits | Already | NotHere


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """One change that could be made to a hiring process."""

    id: str
    """The name of its file, with dashes; also the id of the change it proposes."""
    name: str
    """What to do, in the imperative."""
    family: Family
    look: Callable[[Situation], Answer]
    effects: tuple[Effect, ...]
    costs: Costs
    """Where no process says otherwise."""
    lead_weeks: Spread
    """From the decision to the first case that goes the new way."""
    owner: str
    """Who carries it: a role."""
    doc: str | None
    """Docstring of its module: the page that users read."""
    needs: tuple[str, ...] = ()
    """Interventions that have to come first wherever it is made."""
    excludes: tuple[str, ...] = ()
    """Interventions that are another answer to the same question."""
    guards: tuple[str, ...] = ()
    """Ids of what the law asks to be kept in mind when it is made."""
    checks: tuple[str, ...] = ()
    """Ids of the checks whose findings it answers; the first is for just what it
    mends, so that a process with that finding is not as it would make it."""
    costs_fixed: bool = False
    """The costs are the user's own, so that no process says otherwise."""
