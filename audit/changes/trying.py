"""What each proposal does alone: gains, and findings that it ends or brings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from audit.analysis import Analysis
from audit.changes.proposal import Proposal
from audit.checks import Facts, run_checks
from audit.errors import AnalysisError
from audit.ledger import Profile, price
from audit.model import ChangePlan
from audit.result import Finding, FindingNote


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One proposal made alone, with what it needs."""

    ends: tuple[FindingNote, ...]
    brings: tuple[FindingNote, ...]
    staff_minutes_of_all: float
    """Minutes of staff spared for all applicants of one hire."""

    @property
    def severest(self) -> int:
        """Severity of the worst finding that it ends; 0 for none."""
        return max((note.severity for note in self.ends), default=0)


def try_each(
    proposals: Iterable[Proposal], plan: ChangePlan, facts: Facts, profile: Profile
) -> dict[str, Tried]:
    """Return id -> what a proposal does alone, by running the checks once more.

    Args:
        proposals: whose ids are changes of the plan.
        plan: makes the process of a set.
        facts: of the process before.
        profile: rates, weights and references.
    """
    before = run_checks(facts).findings
    minutes = facts.ledger.lenses["loaded"].employer_minutes
    found: dict[str, Tried] = {}
    for proposal in proposals:
        made = frozenset((proposal.id, *proposal.needs))
        try:
            ledger = price(Analysis(plan.process(made)), profile)
        except AnalysisError:
            found[proposal.id] = Tried(ends=(), brings=(), staff_minutes_of_all=0.0)
            continue
        after = run_checks(Facts(ledger.analysis, ledger)).findings
        found[proposal.id] = Tried(
            ends=gone(before, after),
            brings=gone(after, before),
            staff_minutes_of_all=minutes - ledger.lenses["loaded"].employer_minutes,
        )
    return found


def gone(
    first: Iterable[Finding], second: Iterable[Finding]
) -> tuple[FindingNote, ...]:
    """Return the findings of one audit that another does not have, severest first."""
    there = {finding.id for finding in second}
    return tuple(
        FindingNote(
            check=finding.id,
            code=finding.code,
            name=finding.name,
            severity=finding.severity,
        )
        for finding in sorted(first, key=lambda f: -f.severity)
        if finding.id not in there
    )
