"""Small process files and their audits, for tests of what differs between two."""

from __future__ import annotations

from functools import cache

from audit.loaders import load_process_text
from audit.model import Process
from audit.pipeline import audit_process
from audit.result import AuditResult

HEAD = """\
process: A case
scope: onboarding
roles: {candidate: {side: candidate}, hr: {side: employer}, lab: {side: vendor}}
"""


def steps_file(*steps: str, head: str = HEAD) -> str:
    """Return a file of steps, each given as the inside of a flow mapping."""
    return head + "steps:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


@cache
def process(text: str) -> Process:
    """Read a file."""
    return load_process_text(text, "case.yaml")


@cache
def audited(text: str) -> AuditResult:
    """Audit a file at the default rates."""
    return audit_process(process(text))
