"""What the scenarios are called: short, and no two alike."""

from __future__ import annotations

from pathlib import PurePath

from audit.report.page.names import capital, shorten
from audit.result import AuditResult, ScenariosResult

NAME = 50
BEFORE = "Before"


def scenario_names(result: ScenariosResult) -> tuple[str, ...]:
    """Return the names of the afters, in the order given.

    A scenario is called by its variant, else by its file; those that share a name get
    a number.
    """
    names = [_name(comparison.after) for comparison in result.comparisons]
    taken: dict[str, int] = {BEFORE: 1}
    unique = []
    for name in names:
        taken[name] = taken.get(name, 0) + 1
        unique.append(name if taken[name] == 1 else f"{name} ({taken[name]})")
    return tuple(unique)


def _name(result: AuditResult) -> str:
    process = result.process
    stem = PurePath(result.input.file).stem
    return capital(shorten(process.variant or stem or process.title, NAME))
