"""Audits of the shipped stories, and of processes that say next to nothing."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from audit.loaders import load_process, load_process_text
from audit.pipeline import audit_process
from audit.result import AuditResult

STORIES = ("federal-80-day", "hospital", "keyword-screen", "packet", "portal")
ROLES = "roles: {candidate: {side: candidate}, hr: {side: employer}}\n"
SPARSE = {
    "one silent step": "process: A\nroles: {hr: {side: employer}}\n"
    "steps: [{id: a, role: hr}]\n",
    "no wait": f"process: A\nscope: onboarding\n{ROLES}"
    "steps: [{id: a, role: hr, work: 5 min}, {id: b, role: candidate, pages: 2}]\n",
    "partial": f"process: A\nscope: partial\n{ROLES}"
    "steps: [{id: a, role: hr, wait: 2 days}]\n",
    "nobody lost": f"process: A\nscope: onboarding\n{ROLES}steps:\n"
    "  - {id: a, role: candidate, pages: 4, wait: 1-5 days}\n"
    "  - {id: b, role: hr, work: 10 min, wait: 2 days, justified: law, mandate: I-9}\n",
}
EVERY = (*STORIES, *SPARSE)


@cache
def audited(name: str) -> AuditResult:
    """Return the audit of a story, or of a sparse process."""
    if name in SPARSE:
        return audit_process(load_process_text(SPARSE[name]))
    return audit_process(load_process(Path(f"processes/{name}/before.yaml")))


def fewest_steps_with_half(result: AuditResult) -> int:
    """Count by brute force: how many of the largest are needed."""
    points = sorted((step.points for step in result.process.steps), reverse=True)
    return next(
        n for n in range(1, len(points) + 1) if sum(points[:n]) >= result.score / 2
    )


def numbers_in(text: str) -> list[float]:
    """Return the numbers that a sentence says, in its order."""
    return [float(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]
