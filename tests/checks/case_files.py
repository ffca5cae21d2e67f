"""Reading the cases of the checks: small processes, with what to expect of them.

A file of `tests/cases` is named as its check and holds a list. Each case has a `name`,
the `file` (without `process:` it gets the header below), the `outcome` (fired, passed,
not applicable, not assessed) and any of: value, severity, confidence, justified, title,
decide, points, steps (id: amount), missing ("key at step", or "key"), note.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from audit.analysis import Analysis
from audit.checks import CHECKS, Check, Facts, Verdicts
from audit.checks.verdicts import judge
from audit.ledger import Profile, load_profile, price
from audit.loaders import load_process_text
from audit.model import Process

CASES = Path(__file__).parent.parent / "cases"

HEADER = """\
process: A case
roles:
  candidate: {side: candidate}
  hr: {side: employer}
  manager: {side: employer, name: Hiring manager}
  lab: {side: vendor}
  ats: {side: system}
"""


@dataclass(frozen=True, kw_only=True)
class Case:
    """One small process and what a check has to say about it."""

    check: str
    name: str
    file: str
    outcome: str
    expected: dict[str, object] = field(default_factory=dict)


@cache
def all_cases() -> tuple[Case, ...]:
    """Return every case, by file and then in its order."""
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        for written in yaml.safe_load(path.read_text(encoding="utf-8")):
            found.append(
                Case(
                    check=path.stem,
                    name=written.pop("name"),
                    file=written.pop("file"),
                    outcome=written.pop("outcome"),
                    expected=written,
                )
            )
    return tuple(found)


def process_of(text: str) -> Process:
    """Read a process file; one without a title gets the header."""
    whole = text if text.startswith("process:") else HEADER + text
    return load_process_text(whole, "case.yaml")


def facts_of(process: Process) -> Facts:
    """Return the facts of a process at the default rates."""
    analysis = Analysis(process)
    return Facts(analysis, price(analysis, _profile()))


def verdicts_of(process: Process, checks: tuple[Check, ...] = CHECKS) -> Verdicts:
    """Run checks on a process."""
    return judge(facts_of(process), checks)


@cache
def _profile() -> Profile:
    return load_profile()
