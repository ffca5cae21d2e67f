"""What the scenarios are called: short, and no two alike."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from audit.report.page.names import capital, shorten
from audit.result import ScenariosResult

NAME = 50
BEFORE = "Before"


def scenario_names(result: ScenariosResult) -> tuple[str, ...]:
    """Return the names of the afters, in the order given.

    A scenario is called by its variant, else by its file; those that share a name get
    a number.
    """
    return distinct(
        called(after.process.variant, after.input.file, after.process.title)
        for after in (comparison.after for comparison in result.comparisons)
    )


def called(variant: str | None, file: str, title: str) -> str:
    """Return what a process is called: its variant, else its file, else its title."""
    return capital(shorten(variant or PurePath(file).stem or title, NAME))


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names with a number where another one, or the before, has it."""
    taken: dict[str, int] = {BEFORE: 1}
    unique = []
    for name in names:
        taken[name] = taken.get(name, 0) + 1
        unique.append(name if taken[name] == 1 else f"{name} ({taken[name]})")
    return tuple(unique)
