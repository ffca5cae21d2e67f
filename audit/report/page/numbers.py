"""What one hire takes: every number that leaders count, in three ways of counting."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.amounts import amount
from audit.report.page.costs import bears_effort, money_note, money_table, sides_table
from audit.report.page.names import listing
from audit.report.page.table import (
    Cell,
    Column,
    Row,
    Table,
    number_columns,
    text_columns,
)
from audit.report.page.tiles import states_who_leaves
from audit.result import AuditResult, VectorLine
from audit.units import format_days, format_minutes, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The section."""

    heading: str
    vector: Table
    vector_note: str
    unsaid: str
    """The numbers that the file says nothing of, as a sentence; may be empty."""
    sides: Table
    money: Table
    money_note: str


def numbers(result: AuditResult) -> Numbers:
    """Return the section for a result."""
    return Numbers(
        heading=_heading(result),
        vector=_vector(result),
        vector_note=(
            "For each hire: with the shares of the file, returns included. On the way "
            "to a hire: each step once that leads to a hire without a return. On "
            "paper: every step of the file once. A dash: not assessed, or not counted "
            "this way."
        ),
        unsaid=_unsaid(result),
        sides=sides_table(result),
        money=money_table(result),
        money_note=money_note(result),
    )


def _heading(result: AuditResult) -> str:
    parts = []
    if result.time.waits_stated:
        parts.append(format_days(result.time.mean))
    for key, who in (("candidate", "of the candidate"), ("employer", "of staff")):
        minutes = result.sides[key].minutes
        if minutes:
            parts.append(f"{format_minutes(minutes)} {who}")
    if not parts:
        return "What one hire takes is not assessed"
    return f"One hire takes {listing(parts)}"


def _vector(result: AuditResult) -> Table:
    currency = result.process.currency
    return Table(
        id="t-vector",
        caption="The numbers that leaders count",
        columns=(
            Column(label="What"),
            *number_columns("For each hire", "On the way to a hire", "On paper"),
            *text_columns("Not stated"),
        ),
        rows=tuple(
            _row(line, currency)
            for key, line in result.vector.items()
            if _is_said(key, line, result)
        ),
    )


def _is_said(key: str, line: VectorLine, result: AuditResult) -> bool:
    # A file that lets nobody leave has not said that nobody does.
    if key == "people_lost":
        return states_who_leaves(result)
    if key == "applicants_per_hire":
        return bool(result.candidates.losses)
    if key == "candidate_minutes":
        return bears_effort(result, "candidate")
    if key == "employer_minutes":
        return bears_effort(result, "employer")
    return line.expected is not None or line.drawn is not None


def _unsaid(result: AuditResult) -> str:
    names = [
        line.label[:1].lower() + line.label[1:]
        for key, line in result.vector.items()
        # The calendar days stand for their percentiles.
        if not key.startswith("days_") and not _is_said(key, line, result)
    ]
    if not names:
        return ""
    return f"Not assessed, because the file says nothing of it: {listing(names)}."


def _row(line: VectorLine, currency: str) -> Row:
    # A phone shows the first of them: the one that is known for most numbers.
    values = (line.expected, line.designed, line.drawn)
    missing = plural(line.not_stated, "step") if line.not_stated else ""
    return Row(
        cells=(
            Cell(text=line.label),
            *(_value(value, line, currency) for value in values),
            Cell(text=missing),
        )
    )


def _value(value: float | None, line: VectorLine, currency: str) -> Cell:
    if value is None:
        return Cell(text="–")
    return Cell(text=amount(value, line.unit, currency))
