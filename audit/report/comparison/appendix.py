"""The last pages: how the comparison is made, its limits, both files, the draws."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.names import shorten
from audit.report.page.notes import LIMITS, Term
from audit.report.page.table import Row, Table, text_columns, texts
from audit.result import AuditResult, ComparisonResult
from audit.units import format_number

METHOD = (
    "Both files are audited in the same way and with the same rates. The score is the "
    "sum of points over all steps; points are minutes and days at fixed weights, and "
    "100 is the typical process of the scope. Lower is better.",
    "What differs is after less before. A number is better or worse only where less of "
    "it (or more of it) is better as such; the others are called changed.",
    "A change's share is its Shapley value: its mean gain over the orders in which the "
    "changes can be made. The range says what it buys at the least and at the most.",
    "How sure: rates and weights are drawn from their ranges, the same draw for both "
    "processes, so that what is uncertain in both does not blur the difference. Then "
    "the numbers of the files that are ranges or guesses are drawn as well.",
    "A year's money counts hires times what one hire saves. Hours that become free are "
    "worth their cost only if they are used for something else.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendix:
    """The section."""

    method: tuple[str, ...]
    limits: tuple[str, ...]
    files: Table
    versions: tuple[Term, ...]


def appendix(result: ComparisonResult) -> Appendix:
    """Return the section for a result."""
    return Appendix(
        method=METHOD,
        limits=LIMITS,
        files=files((("Before", result.before), ("After", result.after))),
        versions=_versions(result),
    )


def files(sides: tuple[tuple[str, AuditResult], ...]) -> Table:
    """Return the files that were audited, so that the page can be made again."""
    return Table(
        id="t-files",
        caption="The files that were compared",
        columns=text_columns("Which", "Title", "File", "SHA-256", "Rate profile"),
        rows=tuple(
            Row(
                cells=texts(
                    name,
                    shorten(result.process.title, 60),
                    shorten(result.input.file, 80),
                    result.input.sha256,
                    shorten(result.profile.name, 40),
                )
            )
            for name, result in sides
        ),
    )


def _versions(result: ComparisonResult) -> tuple[Term, ...]:
    tool, certain = result.after.tool, result.certainty
    lines = [
        ("Made by", f"{tool.name} {tool.version}"),
        ("Form of the comparison", f"version {result.schema_version}"),
        (
            "Draws of rates and weights",
            f"{format_number(certain.draws)}, seed {certain.seed}",
        ),
    ]
    if certain.inputs_share_better is not None:
        lines.append(
            (
                "Draws of the files' numbers",
                f"{format_number(certain.input_draws)}, seed {certain.seed}",
            )
        )
    if result.credit.evaluations:
        lines.append(
            (
                "Credit of the changes",
                f"{result.credit.method}, "
                f"{format_number(result.credit.evaluations)} processes priced",
            )
        )
    return tuple(Term(word=word, meaning=text) for word, text in lines)
