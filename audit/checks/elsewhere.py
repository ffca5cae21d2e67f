"""What became of a finding in another audit of the process: gone, or left open.

A finding is gone where the check passes or no longer applies. Where the other file does
not say enough to decide, it is neither gone nor there: a file that keeps quiet denies
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from audit.checks.verdicts import Verdicts
from audit.result import CheckNote, Finding, FindingNote


class Answers(Protocol):
    """What all checks answered about one process."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Of the checks that fired."""

    @property
    def passed(self) -> tuple[CheckNote, ...]:
        """Of those that found nothing."""

    @property
    def not_applicable(self) -> tuple[CheckNote, ...]:
        """Of those that have nothing to look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """What became of the findings of a process in another, severest first."""

    ends: tuple[FindingNote, ...] = ()
    """Gone: the check passes or no longer applies."""
    eases: tuple[FindingNote, ...] = ()
    """Found no more where it was found, and open by what was open before: not gone."""
    undecided: tuple[FindingNote, ...] = ()
    """Open by what only the second file does not say: not gone either."""
    brings: tuple[FindingNote, ...] = ()
    """Found in the second, and denied by the first."""


def denial_of(check: str, other: Answers) -> CheckNote | None:
    """Return the note that says that a friction is not there.

    Args:
        check: id of the check that finds it.
        other: an audit.

    Returns:
        None where the check fired, or could not be decided.
    """
    notes = (*other.passed, *other.not_applicable)
    return next((note for note in notes if note.check == check), None)


def turned(first: Verdicts, second: Verdicts) -> Turned:
    """Return what became of the findings of one process in another."""
    there = {finding.id for finding in second.findings}
    left_open = [
        finding
        for finding in first.findings
        if finding.id not in there and denial_of(finding.id, second) is None
    ]
    return Turned(
        ends=_gone(first, second),
        eases=_notes(one for one in left_open if _as_before(one.id, first, second)),
        undecided=_notes(
            one for one in left_open if not _as_before(one.id, first, second)
        ),
        brings=_gone(second, first),
    )


def _gone(first: Verdicts, second: Verdicts) -> tuple[FindingNote, ...]:
    return _notes(
        finding
        for finding in first.findings
        if denial_of(finding.id, second) is not None
    )


def _as_before(check: str, first: Verdicts, second: Verdicts) -> bool:
    """Return whether a check lacks nothing that it did not lack in the first file."""
    lacked = first.lacking.get(check, frozenset())
    return second.lacking.get(check, frozenset()) <= lacked


def _notes(findings: Iterable[Finding]) -> tuple[FindingNote, ...]:
    return tuple(
        FindingNote(
            check=finding.id,
            code=finding.code,
            name=finding.name,
            severity=finding.severity,
        )
        for finding in sorted(findings, key=lambda finding: -finding.severity)
    )
