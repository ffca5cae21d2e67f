"""What a file says at all: a nought that nobody wrote is no number to compare."""

from __future__ import annotations

from audit.result import AuditResult


def says_candidate(result: AuditResult) -> bool:
    """Return whether a file says what the candidate has to do or pay.

    A file in which the candidate does no step says it too: nothing.
    """
    return _says(result, "candidate", frozenset({"candidate"}))


def says_employer(result: AuditResult) -> bool:
    """Return whether a file says what staff and vendors do, or cost."""
    return _says(result, "employer", frozenset({"employer", "vendor"}))


def _says(result: AuditResult, side: str, doers: frozenset[str]) -> bool:
    return any(entry.side == side for entry in result.ledger) or all(
        step.side not in doers for step in result.process.steps
    )


def says_effort(result: AuditResult) -> bool:
    """Return whether a file says what either side has to do or pay."""
    return says_candidate(result) or says_employer(result)


def says_time(result: AuditResult) -> bool:
    """Return whether any step inside the clock states its wait."""
    return result.time.waits_stated > 0


def says_losses(result: AuditResult) -> bool:
    """Return whether a file lets anybody leave; else it has not said that none does."""
    return bool(result.candidates.losses)


def says_enough(result: AuditResult) -> bool:
    """Return true: this number is there whatever the file says."""
    return True
