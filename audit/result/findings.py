"""What the checks answered, and the sources behind it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingStep:
    """A step that shows the finding."""

    id: str
    line: int | None
    amount: float
    """Its part of the measure."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A number with its unit."""

    value: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A check that fired."""

    id: str
    """Of the check, and so of the finding: each check gives one at most."""
    code: str
    """Number in the friction taxonomy, F01 to F46; several checks can share one."""
    family: str
    name: str
    """The friction as a noun phrase."""
    title: str
    """One generated sentence with its number."""
    severity: int
    """1 to 5; 5 can end a hire alone."""
    confidence: str
    """high, medium or low: how sure the file lets us be."""
    steps: tuple[FindingStep, ...]
    measure: Measure
    points: float | None
    """Friction points of the ledger lines behind it; None when none are."""
    side: str
    """Who bears it: candidate, employer or both."""
    why: str
    helps: str
    decide: str
    """The decision to ask leadership for, as a sentence."""
    how: str
    """How it was measured."""
    guard: str | None
    """What the law asks to be kept; a checklist, not advice."""
    evidence: tuple[str, ...]
    grade: str
    justified: str | None
    """Set when every step that shows it is justified; then shown apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckNote:
    """A check that passed or does not apply."""

    check: str
    code: str
    family: str
    name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAssessed:
    """What could not be decided, and the key that would decide it."""

    check: str
    step: str | None
    missing: str
    """The key of the process file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """The source behind a number."""

    id: str
    claim: str
    value: str
    unit: str
    population: str
    source: str
    url: str
    grade: str
    verification: str
    note: str
