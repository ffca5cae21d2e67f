"""Why a result has no grade, in words that say what would give it one."""

from __future__ import annotations

from audit.report.page.names import listing
from audit.result import AuditResult, GradeGap

_NEEDED = {
    "candidate": (" of the candidate", "work"),
    "employer": (" of staff", "work"),
    "time": ("", "wait"),
}
"""Side -> whose steps, and what they would have to state."""


def why_no_grade(result: AuditResult) -> str:
    """Return why there is no grade, as a clause; "" where there is one."""
    if result.grade is not None:
        return ""
    if result.process.scope == "partial":
        return "the file describes part of a process"
    if result.process.scope is None:
        return "the file does not name its scope"
    missing = listing([_said(gap) for gap in result.grade_gaps])
    return f"the file says too little: {missing}"


def _said(gap: GradeGap) -> str:
    """Return how many steps of a side state what a grade needs."""
    who, what = _NEEDED[gap.side]
    if gap.stated == 0:
        return f"no step{who} states its {what}"
    verb = "states its" if gap.stated == 1 else "state their"
    return f"{gap.stated} of {gap.steps} steps{who} {verb} {what}"
