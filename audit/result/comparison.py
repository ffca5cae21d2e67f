"""Two audits side by side: what differs, what bought it, and how sure that is.

Everywhere a *gain* is before less after, so that it is positive where the after takes
less; a *change* is after less before.
"""

from __future__ import annotations

from dataclasses import dataclass

from audit.result.audit_result import AuditResult
from audit.result.benefits import Benefits
from audit.result.certainty import Certainty
from audit.result.credit import ChangeLine, Credit
from audit.result.difference import (
    DifferenceLine,
    FindingChange,
    Guess,
    Shift,
    StepPair,
)

COMPARISON_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonResult:
    """Everything that comparing one before with one after found."""

    schema_version: int
    before: AuditResult
    after: AuditResult
    warnings: tuple[str, ...]
    """Why the two may not compare: another scope, clock, currency or profile."""
    same: bool
    """Nothing differs but words."""
    lines: tuple[DifferenceLine, ...]
    steps: tuple[StepPair, ...]
    """In the order of the after, removed steps where they stood."""
    guesses: tuple[Guess, ...]
    findings: tuple[FindingChange, ...]
    """New and worse first, then by severity."""
    shifts: tuple[Shift, ...]
    changes: tuple[ChangeLine, ...]
    """In the order of the file."""
    credit: Credit
    certainty: Certainty
    benefits: Benefits


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One scenario's place among several."""

    place: int
    """From 1, lowest score first; equal scores share a place."""
    comparison: int
    """Index into `comparisons`; -1 is the before itself."""
    share_best: float
    """Share of the paired draws in which no other has fewer points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenariosResult:
    """One before with several afters."""

    schema_version: int
    before: AuditResult
    comparisons: tuple[ComparisonResult, ...]
    """In the order given."""
    ranking: tuple[Ranked, ...]
    """Best first, the before among them."""
