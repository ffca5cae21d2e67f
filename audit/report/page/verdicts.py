"""Checks that did not fire, in three kinds: passed, not applicable, not assessed."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.amounts import whole_share
from audit.report.page.names import capital, listing, readable, shorten
from audit.report.page.steps import Steps
from audit.report.page.table import Cell, Column, Row, Table, text_columns
from audit.result import AuditResult, CheckNote
from audit.units import plural

STEPS = 15
"""Step numbers named in a row; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """The section."""

    heading: str
    lede: str
    passed_heading: str
    passed: Table | None
    not_applicable_heading: str
    not_applicable: Table | None
    not_assessed_heading: str
    not_assessed: Table | None


def verdicts(result: AuditResult, steps: Steps) -> Verdicts:
    """Return the section for a result."""
    open_checks = len({item.check for item in result.not_assessed})
    return Verdicts(
        heading=(
            f"The file lets us decide {whole_share(result.coverage)} of the checks "
            "that apply"
        ),
        lede=(
            "A check that found nothing is good news only when the file says enough. "
            "What is not assessed costs no points and is no praise. A number such as "
            "F11 names a kind of friction: several checks may look for one kind, and "
            "one of them can find it where another does not."
        ),
        passed_heading=_heading(
            len(result.passed), "passed", "already good, worth keeping"
        ),
        passed=_notes("t-passed", "Checks passed", result.passed, result),
        not_applicable_heading=_heading(
            len(result.not_applicable),
            "not applicable",
            "the process has nothing of the kind",
        ),
        not_applicable=_notes(
            "t-not-applicable", "Checks not applicable", result.not_applicable, result
        ),
        not_assessed_heading=_heading(
            open_checks, "not assessed", "the file does not say; the key would decide"
        ),
        not_assessed=_not_assessed(result, steps),
    )


def _heading(count: int, state: str, meaning: str) -> str:
    return f"{plural(count, 'check')} {state}: {meaning}"


def _notes(
    table_id: str, caption: str, notes: tuple[CheckNote, ...], result: AuditResult
) -> Table | None:
    if not notes:
        return None
    found: dict[str, list[str]] = {}
    for finding in result.findings:
        found.setdefault(finding.code, []).append(f"“{finding.name}”")
    return Table(
        id=table_id,
        caption=caption,
        columns=(
            *text_columns("Check", "Kind"),
            Column(label="What we saw", wide=True),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=note.name),
                    Cell(text=note.code),
                    Cell(text=shorten(note.note, 300) + _beside(note, found)),
                )
            )
            for note in notes
        ),
    )


def _beside(note: CheckNote, found: dict[str, list[str]]) -> str:
    """Return which findings of the same kind stand on the page; may be empty."""
    names = found.get(note.code)
    return f" Of the same kind and found: {listing(names)}." if names else ""


def _not_assessed(result: AuditResult, steps: Steps) -> Table | None:
    where: dict[tuple[str, str], list[str]] = {}
    for item in result.not_assessed:
        places = where.setdefault((item.check, item.missing), [])
        if item.step is not None and item.step not in places:
            places.append(item.step)
    if not where:
        return None
    return Table(
        id="t-not-assessed",
        caption="Not assessed, and the key of the file that would decide it",
        columns=(
            *text_columns("Check", "Missing key"),
            Column(label="Where", wide=True),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=capital(readable(check))),
                    Cell(text=shorten(missing, 80)),
                    Cell(text=_places(places, steps)),
                )
            )
            for (check, missing), places in where.items()
        ),
    )


def _places(places: list[str], steps: Steps) -> str:
    if not places:
        return "in the whole file"
    numbers = sorted(
        step.number for name in places if (step := steps.get(name)) is not None
    )
    words = ", ".join(str(number) for number in numbers[:STEPS])
    rest = len(numbers) - STEPS
    if rest > 0:
        words += f" and {rest} more"
    return ("step " if len(numbers) == 1 else "steps ") + words
