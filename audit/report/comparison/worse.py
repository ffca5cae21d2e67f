"""What got worse, as plainly as what got better; and what cannot be said."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.pointers import Pointer
from audit.report.comparison.seen import is_seen, line_got_worse
from audit.report.comparison.setbacks import (
    NOTHING,
    setbacks,
    shifts,
    twins,
    worse_findings,
    worse_lines,
    worse_steps,
)
from audit.report.comparison.unknown import unknown
from audit.report.comparison.wording import (
    ARROW,
    in_per_cent,
    signed,
    signed_number,
)
from audit.report.page.amounts import amount
from audit.report.page.names import listing, opening_number, readable, shorten
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Worse:
    """The section."""

    heading: str
    lede: str
    shifts: tuple[Pointer, ...]
    lines: Table | None
    findings: Table | None
    steps: Table | None
    unknown: str
    """What one file does not say, so that nobody can know; may be empty."""


def worse(result: ComparisonResult, addresses: Addresses) -> Worse:
    """Return the section for a result."""
    return Worse(
        heading=_heading(result),
        lede=_lede(result, addresses),
        shifts=shifts(result, addresses),
        lines=_lines(result),
        findings=_findings(result),
        steps=_steps(result, addresses),
        unknown=unknown(result),
    )


def _lede(result: ComparisonResult, addresses: Addresses) -> str:
    """Return how complete the section is; what is too small to be seen is counted."""
    unseen = _unseen(result)
    but = f", but for {unseen} whose difference rounds to nothing" if unseen else ""
    if setbacks(result, addresses) or worse_steps(result):
        return (
            "Every number, finding and step that takes more after than before stands "
            f"here{but or ', however small'}.{_twice(result)}"
        )
    return f"No number, finding or step takes more after than before{but}."


def _twice(result: ComparisonResult) -> str:
    """Return why the table of all numbers counts more of them; may be empty."""
    count = twins(result)
    if not count:
        return ""
    which = "One number counts" if count == 1 else f"{opening_number(count)} count"
    return (
        f" {which} twice in the table of all numbers, for each hire and with each step "
        "once, and once here."
    )


def _unseen(result: ComparisonResult) -> str:
    """Return how many are worse by nothing that could be written; may be empty."""
    lines, findings, steps = (
        sum(one.verdict is Verdict.WORSE for one in kind)
        for kind in (result.lines, result.findings, result.steps)
    )
    shown = sum(f.verdict is Verdict.WORSE for f in worse_findings(result))
    counts = (
        (lines - sum(line_got_worse(line) for line in result.lines), "number"),
        (findings - shown, "finding"),
        (steps - len(worse_steps(result)), "step"),
    )
    return listing([plural(count, noun) for count, noun in counts if count])


def _heading(result: ComparisonResult) -> str:
    counts = (
        (len(worse_lines(result)), "number"),
        (len(worse_findings(result)), "finding"),
        (len(worse_steps(result)), "step"),
    )
    parts = [plural(count, noun) for count, noun in counts if count]
    if parts:
        return f"{listing(parts)} got worse"
    if any(is_seen(shift.minutes, "minutes") for shift in result.shifts):
        return "One side works more while the other works less"
    return NOTHING


def _lines(result: ComparisonResult) -> Table | None:
    currency = result.after.process.currency
    rows = tuple(
        Row(
            cells=(
                Cell(text=line.label),
                Cell(text=amount(line.before, line.unit, currency)),
                Cell(text=amount(line.after, line.unit, currency)),
                Cell(text=signed(line.change, line.unit, currency), strong=True),
                Cell(text=in_per_cent(line.before, line.after)),
            )
        )
        for line in worse_lines(result)
    )
    if not rows:
        return None
    return Table(
        id="t-worse-numbers",
        caption="Numbers that got worse, per hire",
        columns=(
            Column(label="Number"),
            *number_columns("Before", "After", "Change", "In per cent"),
        ),
        rows=rows,
    )


def _findings(result: ComparisonResult) -> Table | None:
    rows = tuple(
        Row(
            cells=(
                Cell(
                    text=shorten(change.title_after or change.name, 160),
                    href=f"#f-{change.check}",
                ),
                Cell(text="new" if change.verdict is Verdict.ADDED else "worse"),
                Cell(text=_severity(change)),
            )
        )
        for change in worse_findings(result)
    )
    if not rows:
        return None
    return Table(
        id="t-worse-findings",
        caption="Findings that are new or weigh more",
        columns=(
            Column(label="Finding", wide=True),
            *text_columns("What became of it", "Severity"),
        ),
        rows=rows,
    )


def _severity(change: FindingChange) -> str:
    if change.severity_before is None or change.severity_after is None:
        return str(change.severity_after or change.severity_before or "")
    if change.severity_before == change.severity_after:
        return str(change.severity_after)
    return f"{change.severity_before} {ARROW} {change.severity_after}"


def _steps(result: ComparisonResult, addresses: Addresses) -> Table | None:
    rows = tuple(
        Row(
            cells=(
                addresses.step_cell(pair.before, pair.after),
                Cell(text=format_number(pair.points_before, 1)),
                Cell(text=format_number(pair.points_after, 1)),
                Cell(
                    text=signed_number(pair.points_after - pair.points_before, 1),
                    strong=True,
                ),
                Cell(text=listing([readable(key) for key in pair.changed]) or "–"),
            )
        )
        for pair in worse_steps(result)
    )
    if not rows:
        return None
    return Table(
        id="t-worse-steps",
        caption="Steps that hold more friction, in points",
        columns=(
            Column(label="Step"),
            *number_columns("Before", "After", "Change"),
            Column(label="What differs"),
        ),
        rows=rows,
    )
