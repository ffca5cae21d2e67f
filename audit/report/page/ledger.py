"""Every step, and every line of the ledger: what all other numbers are made of."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.names import readable, shorten
from audit.report.page.steps import Steps
from audit.report.page.table import (
    Cell,
    Row,
    Table,
    number_columns,
    text_columns,
)
from audit.report.page.where import points_cell, share_of
from audit.result import AuditResult, LedgerEntry, StepOutline
from audit.units import format_money, format_number, format_share


@dataclass(frozen=True, slots=True, kw_only=True)
class StepNote:
    """What the file says about a step beside its numbers."""

    number: int
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryStep:
    """The table of steps and the ledger."""

    steps: Table
    notes: tuple[StepNote, ...]
    ledger: Table | None
    ledger_note: str


def every_step(result: AuditResult, steps: Steps) -> EveryStep:
    """Return the tables for a result."""
    return EveryStep(
        steps=_steps(result, steps),
        notes=tuple(
            StepNote(number=step.number, name=shorten(step.name, 60), text=words)
            for step in result.process.steps
            if (words := _note(step))
        ),
        ledger=_ledger(result),
        ledger_note=(
            "One line for each step and kind of friction: visits × quantity × rate is "
            "the amount, in minutes or days; felt is what counts on top; points sum to "
            "the score."
        ),
    )


def _steps(result: AuditResult, steps: Steps) -> Table:
    return Table(
        id="t-steps",
        caption=(
            "Every step in the order of the file; counts are for one visit, "
            "points and shares for one hire"
        ),
        columns=(
            *number_columns("No."),
            *text_columns("Step", "Who", "Channel"),
            *number_columns(
                "Visits", "Wait, days", "Work, min", "Pages", "Fields", "Wet sign.",
                "Fax pages", "Lost", "Points", "Share",
            ),
            *text_columns("Basis", "Line"),
        ),
        rows=tuple(_step(step, result, steps) for step in result.process.steps),
        heading=1,
        sortable=True,
    )  # fmt: skip


def _step(step: StepOutline, result: AuditResult, steps: Steps) -> Row:
    share = share_of(step.points, result)
    kept = f" ({step.justified})" if step.justified else ""
    return Row(
        id=f"s-{step.number}",
        cells=(
            Cell(text=str(step.number)),
            Cell(text=shorten(step.name, 80) + kept),
            Cell(text=steps.role(step)),
            Cell(text=readable(step.channel or "–")),
            Cell(text=format_number(step.visits)),
            Cell(text="–" if step.wait_days is None else format_number(step.wait_days)),
            _count(step.touch_minutes),
            _count(step.pages),
            _count(step.fields),
            _count(step.wet_signatures),
            _count(step.fax_pages),
            Cell(text=format_share(step.loss_share) if step.loss_share else "·"),
            points_cell(step.points, result),
            Cell(text=format_share(share) if share else "·"),
            Cell(text=readable(step.basis)),
            Cell(text="" if step.line is None else str(step.line)),
        ),
    )


def _count(value: float) -> Cell:
    return Cell(text=format_number(value, 1) if value else "·")


def _note(step: StepOutline) -> str:
    parts = []
    if step.note:
        parts.append(shorten(step.note, 300))
    if step.source:
        parts.append(f"Source: {shorten(step.source, 200)}")
    return " ".join(parts)


def _ledger(result: AuditResult) -> Table | None:
    if not result.ledger:
        return None
    labels = {rate.factor: rate.label for rate in result.profile.rates}
    numbers = {step.id: step.number for step in result.process.steps}
    return Table(
        id="t-ledger",
        caption="The ledger",
        columns=(
            *text_columns("Step", "Kind", "Side"),
            *number_columns(
                "Visits", "Quantity", "Rate", "Amount", "Felt", "Points", "Cash"
            ),
        ),
        rows=tuple(
            _line(entry, labels, numbers, result.process.currency)
            for entry in result.ledger
        ),
        heading=-1,
    )


def _line(
    entry: LedgerEntry, labels: dict[str, str], numbers: dict[str, int], currency: str
) -> Row:
    side = readable("vendor" if entry.vendor else entry.side)
    return Row(
        cells=(
            Cell(text=str(numbers.get(entry.step, shorten(entry.step, 20)))),
            Cell(text=labels.get(entry.factor, readable(entry.factor))),
            Cell(text=side),
            Cell(text=format_number(entry.visits)),
            Cell(text=format_number(entry.quantity)),
            Cell(text=format_number(entry.rate)),
            Cell(text=format_number(entry.amount)),
            Cell(text=format_number(entry.perceived) if entry.perceived else "·"),
            Cell(text=format_number(entry.points, 2)),
            Cell(text=format_money(entry.cash, currency) if entry.cash else "·"),
        )
    )
