"""What each proposal does alone: gains, and findings that it ends or brings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from audit.analysis import Analysis
from audit.changes.proposal import Proposal
from audit.checks import Facts, run_checks
from audit.checks.elsewhere import Turned, turned
from audit.errors import AnalysisError
from audit.ledger import Profile, price
from audit.model import ChangePlan
from audit.result import FindingNote


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One proposal made alone, with what it needs."""

    turned: Turned
    staff_minutes_of_all: float
    """Minutes of staff spared for all applicants of one hire."""

    @property
    def mends(self) -> tuple[FindingNote, ...]:
        """Findings that it ends, or eases wherever they are found."""
        return (*self.turned.ends, *self.turned.eases)

    @property
    def severest(self) -> int:
        """Severity of the worst finding that it mends; 0 for none."""
        return max((note.severity for note in self.mends), default=0)


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
    before = run_checks(facts)
    minutes = facts.ledger.lenses["loaded"].employer_minutes
    found: dict[str, Tried] = {}
    for proposal in proposals:
        made = frozenset((proposal.id, *proposal.needs))
        try:
            ledger = price(Analysis(plan.process(made)), profile)
        except AnalysisError:
            found[proposal.id] = Tried(turned=Turned(), staff_minutes_of_all=0.0)
            continue
        after = run_checks(Facts(ledger.analysis, ledger))
        found[proposal.id] = Tried(
            turned=turned(before, after),
            staff_minutes_of_all=minutes - ledger.lenses["loaded"].employer_minutes,
        )
    return found
