"""The evidence rows behind the numbers and words of one result."""

from __future__ import annotations

from collections.abc import Iterable

from audit.ledger import Profile, evidence_row
from audit.ledger.evidence import has_evidence
from audit.result import EvidenceRow, Finding


def evidence_used(
    profile: Profile, findings: Iterable[Finding]
) -> tuple[EvidenceRow, ...]:
    """Return the rows that rates and findings name, each once, by id.

    A user's own profile may name rows that we do not hold; those are left out.
    """
    named = {row for rate in profile.rates for row in rate.evidence}
    named.update(row for finding in findings for row in finding.evidence)
    return tuple(evidence_row(row) for row in sorted(named) if has_evidence(row))
