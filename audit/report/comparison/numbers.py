"""Every number before and after, what it changed by, and whether that is better."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from audit.report.comparison.wording import VERDICTS, in_per_cent, signed
from audit.report.page.amounts import NOT_ASSESSED, amount
from audit.report.page.names import capital, listing, readable
from audit.report.page.table import (
    Cell,
    Column,
    Row,
    Table,
    number_columns,
    text_columns,
)
from audit.result import ComparisonResult, DifferenceLine, Verdict
from audit.units import plural

GROUPS = {
    "score": "Friction score",
    "vector": "What leaders count",
    "time": "Time",
    "people": "People",
    "lenses": "Effort, seen three ways",
    "money": "Money",
}
"""Parts of the table by the group of a line."""

_SAME = Verdict.UNCHANGED
_SAID = (
    Verdict.BETTER,
    Verdict.WORSE,
    Verdict.UNCHANGED,
    Verdict.CHANGED,
    Verdict.ADDED,
    Verdict.REMOVED,
    Verdict.UNKNOWN,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The section."""

    heading: str
    lede: str
    groups: tuple[Table, ...]
    """What differs or cannot be compared, part by part."""
    same_heading: str
    same: Table | None
    """What is the same before and after."""


def numbers(result: ComparisonResult) -> Numbers:
    """Return the section for a result."""
    differing = [line for line in result.lines if line.verdict is not _SAME]
    alike = [line for line in result.lines if line.verdict is _SAME]
    names = dict.fromkeys(line.group for line in differing)
    return Numbers(
        heading=_heading(result),
        lede=(
            "Per hire, with the shares of the files, returns included. “Changed” is "
            "neither better nor worse as such; “not known” means that one of the two "
            "files does not say."
        ),
        groups=tuple(
            _group(
                name, place, [line for line in differing if line.group == name], result
            )
            for place, name in enumerate(names, start=1)
        ),
        same_heading=(
            f"{plural(len(alike), 'number')} the same before and after"
            if alike
            else "No number is the same before and after"
        ),
        same=_alike(alike, result) if alike else None,
    )


def counted(result: ComparisonResult) -> str:
    """Return how many numbers got better, worse and so on: "12 better, 3 worse"."""
    counts = Counter(line.verdict for line in result.lines)
    parts = [
        f"{counts[verdict]} {VERDICTS[verdict]}" for verdict in _SAID if counts[verdict]
    ]
    return listing(parts)


def _heading(result: ComparisonResult) -> str:
    if not result.lines:
        return "No number is stated by both files"
    return f"All {len(result.lines)} numbers: {counted(result)}"


def _group(
    name: str, place: int, lines: list[DifferenceLine], result: ComparisonResult
) -> Table:
    return Table(
        id=f"t-numbers-{place}",
        caption=GROUPS.get(name, capital(readable(name))),
        columns=(
            Column(label="Number"),
            *number_columns("Before", "After", "Change", "In per cent"),
            *text_columns("Verdict"),
        ),
        rows=tuple(_row(line, result.after.process.currency) for line in lines),
    )


def _alike(lines: list[DifferenceLine], result: ComparisonResult) -> Table:
    currency = result.after.process.currency
    return Table(
        id="t-numbers-same",
        caption="Per hire, before and after",
        columns=(
            Column(label="Number"),
            *number_columns("Value"),
            *text_columns("Part", "Verdict"),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=line.label),
                    Cell(text=_value(line.after, line, currency)),
                    Cell(text=GROUPS.get(line.group, capital(readable(line.group)))),
                    Cell(text=VERDICTS[line.verdict]),
                )
            )
            for line in lines
        ),
    )


def _row(line: DifferenceLine, currency: str) -> Row:
    return Row(
        cells=(
            Cell(text=line.label),
            Cell(text=_value(line.before, line, currency)),
            Cell(text=_value(line.after, line, currency)),
            Cell(
                text="–"
                if line.change is None
                else signed(line.change, line.unit, currency)
            ),
            Cell(text=in_per_cent(line.before, line.after)),
            Cell(text=VERDICTS[line.verdict], strong=line.verdict is Verdict.WORSE),
        )
    )


def _value(value: float | None, line: DifferenceLine, currency: str) -> str:
    return NOT_ASSESSED if value is None else amount(value, line.unit, currency)
