"""What became of the findings: new, worse, better, gone, unknown, unchanged."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.comparison.wording import ARROW
from audit.report.page.amounts import amount
from audit.report.page.findings import Card, card
from audit.report.page.names import NOTE, listing, shorten
from audit.report.page.sources import Sources
from audit.report.page.steps import Steps
from audit.report.page.table import (
    Cell,
    Column,
    Row,
    Table,
    number_columns,
    text_columns,
)
from audit.result import ComparisonResult, FindingChange, Verdict
from audit.units import format_number, plural

NAMED = 2
"""Findings that are gone named on the first screen."""

_GROUPS = (
    (Verdict.ADDED, "new", "not found before"),
    (Verdict.WORSE, "worse", "found before, and weighs more"),
    (Verdict.BETTER, "better", "still found, and weighs less"),
    (Verdict.REMOVED, "gone", "found before and not any more"),
    (Verdict.UNKNOWN, "unknown", "found in one file; the other does not say enough"),
    (Verdict.UNCHANGED, "unchanged", "found as before"),
    (Verdict.CHANGED, "changed", "found before, in another shape"),
)
_WORDS = {verdict: word for verdict, word, _ in _GROUPS}
_EXPLAINED = frozenset({Verdict.ADDED, Verdict.WORSE})
"""Verdicts whose findings have their whole card: why it hurts, what usually helps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The findings of one verdict."""

    heading: str
    open: bool
    table: Table
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingChanges:
    """The section."""

    heading: str
    lede: str
    groups: tuple[Group, ...]
    none: tuple[str, ...]
    """Headings of the groups that are empty."""


def finding_changes(result: ComparisonResult, sources: Sources) -> FindingChanges:
    """Return the section for a result."""
    groups, none = [], []
    for verdict, word, meaning in _GROUPS:
        found = [f for f in result.findings if f.verdict is verdict]
        heading = f"{plural(len(found), 'finding')} {word}: {meaning}"
        if found:
            groups.append(_group(verdict, heading, found, result, sources))
        elif verdict is not Verdict.CHANGED:
            none.append(heading)
    return FindingChanges(
        heading=_heading(result),
        lede=(
            "A finding is a check that fires. Gone means that the check passes or no "
            "longer applies; where a file does not say enough to decide, the "
            "finding counts as unknown, not as gone or new."
        ),
        groups=tuple(groups),
        none=tuple(none),
    )


def gone_in_short(result: ComparisonResult) -> str:
    """Return the gravest findings that are gone, as a sentence; "" when none is."""
    gone = sorted(
        (f for f in result.findings if f.verdict is Verdict.REMOVED),
        key=lambda f: (-(f.severity_before or 0), f.code),
    )
    if not gone:
        return ""
    names = [
        f"“{shorten(f.name, 60)}” (severity {f.severity_before})" for f in gone[:NAMED]
    ]
    rest = len(gone) - len(names)
    return f"No longer found: {listing([*names, *([f'{rest} more'] if rest else [])])}."


def _heading(result: ComparisonResult) -> str:
    if not result.findings:
        return "No check found friction, before or after"
    before = sum(f.severity_before is not None for f in result.findings)
    after = sum(f.severity_after is not None for f in result.findings)
    parts = [
        f"{count} {word}"
        for verdict, word, _ in _GROUPS
        if (count := sum(f.verdict is verdict for f in result.findings))
    ]
    return f"{plural(before, 'finding')} before, {after} after: {listing(parts)}"


def _group(
    verdict: Verdict,
    heading: str,
    found: list[FindingChange],
    result: ComparisonResult,
    sources: Sources,
) -> Group:
    cards: dict[str, Card] = {}
    if verdict in _EXPLAINED:
        steps = Steps(result.after.process)
        by_id = {finding.id: finding for finding in result.after.findings}
        cards = {
            change.check: card(
                by_id[change.check], steps, sources, result.after, start_open=False
            )
            for change in found
            if change.check in by_id
        }
    return Group(
        heading=heading,
        open=verdict in _EXPLAINED,
        table=_table(verdict, found, cards, result),
        cards=tuple(cards.values()),
    )


def _table(
    verdict: Verdict,
    found: list[FindingChange],
    cards: dict[str, Card],
    result: ComparisonResult,
) -> Table:
    currency = result.after.process.currency
    noted = any(change.note for change in found)
    columns = [
        Column(label="Finding", wide=True),
        *text_columns("No.", "Severity", "Measure"),
        *number_columns("Points"),
    ]
    if noted:
        columns.append(Column(label="Note", wide=True))
    return Table(
        id=f"t-findings-{verdict.value}",
        caption=f"Findings that are {_WORDS[verdict]}, before and after, per hire",
        columns=tuple(columns),
        rows=tuple(
            _row(change, change.check in cards, currency, noted=noted)
            for change in found
        ),
    )


def _row(change: FindingChange, has_card: bool, currency: str, *, noted: bool) -> Row:
    title = change.title_after or change.title_before or change.name
    anchor = f"f-{change.check}"
    cells = [
        Cell(text=shorten(title, 200), href=f"#{anchor}" if has_card else None),
        Cell(text=change.code),
        Cell(text=_both(change.severity_before, change.severity_after)),
        Cell(text=_measures(change, currency)),
        Cell(text=_points(change)),
    ]
    if noted:
        cells.append(Cell(text=shorten(change.note, NOTE)))
    # A finding with a card is linked to there.
    return Row(id=None if has_card else anchor, cells=tuple(cells))


def _both(before: int | None, after: int | None) -> str:
    if before is None or after is None or before == after:
        return str(before if after is None else after)
    return f"{before} {ARROW} {after}"


def _measures(change: FindingChange, currency: str) -> str:
    before, after = change.measure_before, change.measure_after
    if before is None or after is None:
        return amount(before if after is None else after, change.unit, currency)
    old, new = (amount(x, change.unit, currency) for x in (before, after))
    return new if old == new else f"{old} {ARROW} {new}"


def _points(change: FindingChange) -> str:
    values = [
        "–" if points is None else format_number(points, 1)
        for points in (change.points_before, change.points_after)
    ]
    if change.severity_before is None:
        return values[1]
    if change.severity_after is None:
        return values[0]
    return values[0] if values[0] == values[1] else f"{values[0]} {ARROW} {values[1]}"
