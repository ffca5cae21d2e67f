"""The table of the changes: points, days, minutes, their range, and the cost."""

from __future__ import annotations

from audit.pipeline.who_pays import money_of
from audit.report.comparison.addresses import Addresses
from audit.report.comparison.credit import attribution
from audit.report.comparison.wording import signed, signed_number
from audit.report.page.amounts import amount
from audit.report.page.names import shorten
from audit.report.page.table import Cell, Column, Row, Table, number_columns
from audit.result import (
    Attribution,
    ChangeLine,
    ChangeShare,
    ComparisonResult,
    Credit,
)
from audit.units import format_number

_METRICS = {
    "score": "Points",
    "days": "Days",
    "candidate_minutes": "Candidate, min",
    "employer_minutes": "Staff, min",
    "candidate_cash": "Candidate's cash",
}
"""Metrics that the table shows, in the order of their columns."""


def change_table(result: ComparisonResult, addresses: Addresses) -> Table:
    """Return the table of the changes, largest share of the gain first."""
    parts = {
        metric: part
        for metric in _METRICS
        if (part := attribution(result.credit, metric)) is not None
        and any(abs(share.gain) > 1e-9 for share in part.shares)
    }
    score = parts.get("score")
    order = [share.change for share in score.shares] if score else []
    order += [change.id for change in result.changes if change.id not in order]
    columns = [Column(label="Change"), *number_columns(*(_METRICS[m] for m in parts))]
    if score:
        columns += number_columns("Points in any order")
    if score and score.interactions:
        columns.append(Column(label="With others"))
    columns.append(Column(label="Cost"))
    return Table(
        id="t-changes",
        caption="What each change takes off or adds, per hire",
        columns=tuple(columns),
        rows=tuple(
            _row(change, parts, result, addresses)
            for name in order
            if (change := addresses.change(name)) is not None
        ),
        total=_totals(parts, len(columns), result) if parts else None,
    )


def _row(
    change: ChangeLine,
    parts: dict[str, Attribution],
    result: ComparisonResult,
    addresses: Addresses,
) -> Row:
    currency = result.after.process.currency
    cells = [Cell(text=shorten(change.name, 80))]
    for metric, part in parts.items():
        gain = next((s.gain for s in part.shares if s.change == change.id), 0.0)
        cells.append(_gain(gain, part, currency, strong=metric == "score"))
    if "score" in parts:
        share = next((s for s in parts["score"].shares if s.change == change.id), None)
        cells.append(Cell(text=_orders(share, result.credit)))
        if parts["score"].interactions:
            cells.append(Cell(text=_overlap(change.id, parts["score"], addresses)))
    cells.append(Cell(text=cost_in_words(change, currency)))
    return Row(id=addresses.change_id(change.id), cells=tuple(cells))


def _gain(gain: float, part: Attribution, currency: str, *, strong: bool) -> Cell:
    if abs(gain) < 1e-9:
        return Cell(text="·")
    if part.unit == "money":
        return Cell(text=signed(-gain, part.unit, currency))
    return Cell(text=signed_number(-gain, 1), strong=strong)


def _totals(parts: dict[str, Attribution], width: int, result: ComparisonResult) -> Row:
    currency = result.after.process.currency
    cells = [Cell(text="Together")]
    cells += [
        _gain(part.before - part.after, part, currency, strong=metric == "score")
        for metric, part in parts.items()
    ]
    cells += [Cell(text="")] * (width - len(cells))
    return Row(cells=tuple(cells))


def _orders(share: ChangeShare | None, credit: Credit) -> str:
    if share is None:
        return "·"
    if credit.method == "sampled":
        return f"{signed_number(-share.gain, 1)} ± {format_number(share.error, 1)}"
    low, high = signed_number(-share.most, 1), signed_number(-share.least, 1)
    return "the same" if low == high else f"{low} to {high}"


def _overlap(change: str, score: Attribution, addresses: Addresses) -> str:
    """Return the strongest overlap with another change, and the strongest help."""
    words = []
    for sign, verb in ((-1, "overlaps with"), (1, "is helped by")):
        pairs = [
            pair
            for pair in score.interactions
            if change in {pair.first, pair.second} and sign * pair.gain >= 0.05
        ]
        if not pairs:
            continue
        pair = max(pairs, key=lambda pair: abs(pair.gain))
        other = pair.second if pair.first == change else pair.first
        words.append(
            f"{verb} “{addresses.change_name(other, 40)}” by "
            f"{amount(abs(pair.gain), 'points')}"
        )
    return "; ".join(words) if words else "·"


def cost_in_words(change: ChangeLine, currency: str) -> str:
    """Return what a change costs, once and each year."""
    if change.cost is None:
        return "not stated"
    return money_of(change.cost, currency) or "not stated"
