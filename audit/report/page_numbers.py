"""What one hire takes: every number that leaders count, in three ways of counting."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page_amounts import amount
from audit.report.page_costs import money_note, money_table, sides_table
from audit.report.page_names import listing
from audit.report.page_table import (
    Cell,
    Column,
    Row,
    Table,
    number_columns,
    text_columns,
)
from audit.result import AuditResult, VectorLine
from audit.units import format_days, format_minutes, plural

UNSAID = "not assessed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The section."""

    heading: str
    vector: Table
    vector_note: str
    sides: Table
    money: Table
    money_note: str


def numbers(result: AuditResult) -> Numbers:
    """Return the section for a result."""
    return Numbers(
        heading=_heading(result),
        vector=_vector(result),
        vector_note=(
            "On paper: every step of the file once. On the way to a hire: each step "
            "once that leads to a hire without a return. For each hire: with the "
            "shares of the file, returns included."
        ),
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
            *number_columns("On paper", "On the way to a hire", "For each hire"),
            *text_columns("Not stated"),
        ),
        rows=tuple(_row(line, currency) for line in result.vector.values()),
    )


def _row(line: VectorLine, currency: str) -> Row:
    values = (line.drawn, line.designed, line.expected)
    stated = any(value is not None for value in values)
    missing = plural(line.not_stated, "step") if line.not_stated else ""
    if not stated and not missing:
        missing = UNSAID
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
