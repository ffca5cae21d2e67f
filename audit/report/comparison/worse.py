"""What got worse, as plainly as what got better; and what cannot be said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, zip_longest
from math import inf

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.bought import adders
from audit.report.comparison.pointers import Pointer
from audit.report.comparison.wording import (
    ARROW,
    SIDES,
    in_per_cent,
    signed,
    signed_number,
)
from audit.report.page.amounts import amount
from audit.report.page.names import listing, readable, shorten
from audit.report.page.table import (
    Cell,
    Column,
    Row,
    Table,
    number_columns,
    text_columns,
)
from audit.result import (
    ComparisonResult,
    DifferenceLine,
    FindingChange,
    Shift,
    Verdict,
)
from audit.units import format_number, plural

NOTHING = "Nothing that we can measure got worse"

ONCE = "_designed"
"""Ends the key of a number that counts each step once."""

_COUNTED = frozenset({"score", "vector", "time", "people"})
"""Groups whose lines may stand on the first screen; the others repeat them."""
_WORSE_FINDINGS = frozenset({Verdict.ADDED, Verdict.WORSE})


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
        lede=(
            "Every number, finding and step that takes more after than before stands "
            "here, however small."
            if setbacks(result, addresses)
            else "No number, finding or step takes more after than before."
        ),
        shifts=_shifts(result, addresses),
        lines=_lines(result),
        findings=_findings(result),
        steps=_steps(result, addresses),
        unknown=unknown(result),
    )


def setbacks(result: ComparisonResult, addresses: Addresses) -> tuple[Pointer, ...]:
    """Return everything that got worse, a line each, the kinds taking turns.

    Taking turns lets the first screen show one of each kind, where there are many.
    """
    kinds: tuple[Iterable[Pointer], ...] = (
        adders(result, addresses),
        _finding_pointers(result),
        _shifts(result, addresses),
        _line_pointers(result),
    )
    turns = chain.from_iterable(zip_longest(*kinds))
    return tuple(pointer for pointer in turns if pointer is not None)


def _finding_pointers(result: ComparisonResult) -> tuple[Pointer, ...]:
    return tuple(
        Pointer(
            text=f"{'New' if change.verdict is Verdict.ADDED else 'Worse'}: "
            f"{shorten(change.title_after or change.name, 120)}",
            href=f"#f-{change.check}",
        )
        for change in worse_findings(result)
    )


def worse_findings(result: ComparisonResult) -> tuple[FindingChange, ...]:
    """Return findings that are new or weigh more, gravest first."""
    found = [f for f in result.findings if f.verdict in _WORSE_FINDINGS]
    return tuple(sorted(found, key=lambda f: (-(f.severity_after or 0), f.code)))


def worse_lines(result: ComparisonResult) -> tuple[DifferenceLine, ...]:
    """Return numbers that got worse, in the order of the table.

    What is counted in two ways, for each hire and each step once, stands here once.
    """
    found = [line for line in result.lines if line.verdict is Verdict.WORSE]
    keys = {line.key for line in found}
    return tuple(
        line for line in found if line.key.removesuffix(ONCE) not in keys - {line.key}
    )


def _line_pointers(result: ComparisonResult) -> tuple[Pointer, ...]:
    lines = [line for line in worse_lines(result) if line.group in _COUNTED]
    currency = result.after.process.currency
    return tuple(
        Pointer(
            text=f"{line.label}: {_turned(line, currency)}",
            href="#numbers",
        )
        for line in sorted(lines, key=lambda line: -_rise(line))
    )


def _turned(line: DifferenceLine, currency: str) -> str:
    """Return both values; the change where rounding makes them look the same."""
    values = [amount(x, line.unit, currency) for x in (line.before, line.after)]
    if values[0] == values[1]:
        return signed(line.change, line.unit, currency)
    return f" {ARROW} ".join(values)


def _rise(line: DifferenceLine) -> float:
    if line.change is None:
        return 0.0
    return abs(line.change / line.before) if line.before else inf


def _shifts(result: ComparisonResult, addresses: Addresses) -> tuple[Pointer, ...]:
    return tuple(
        Pointer(text=_shift(shift, addresses), href="#worse") for shift in result.shifts
    )


def _shift(shift: Shift, addresses: Addresses) -> str:
    where = addresses.steps_in_words(shift.steps)
    return (
        f"{amount(shift.minutes, 'minutes')} of each hire move from "
        f"{SIDES.get(shift.source, shift.source)} to "
        f"{SIDES.get(shift.target, shift.target)}{f', in {where}' if where else ''}"
    )


def _heading(result: ComparisonResult) -> str:
    steps = [pair for pair in result.steps if pair.verdict is Verdict.WORSE]
    counts = (
        (len(worse_lines(result)), "number"),
        (len(worse_findings(result)), "finding"),
        (len(steps), "step"),
    )
    parts = [plural(count, noun) for count, noun in counts if count]
    if parts:
        return f"{listing(parts)} got worse"
    if result.shifts:
        return "Some work moves to the other side"
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
    worse_steps = [pair for pair in result.steps if pair.verdict is Verdict.WORSE]
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
        for pair in sorted(
            worse_steps, key=lambda pair: pair.points_before - pair.points_after
        )
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


def unknown(result: ComparisonResult) -> str:
    """Return what cannot be compared, because one file does not say."""
    numbers = [
        shorten(line.label[:1].lower() + line.label[1:], 60)
        for line in result.lines
        if line.verdict is Verdict.UNKNOWN
    ]
    gone, new = (
        [
            shorten(change.name[:1].lower() + change.name[1:], 60)
            for change in result.findings
            if change.verdict is Verdict.UNKNOWN
            and (change.severity_after is None) is lost
        ]
        for lost in (True, False)
    )
    sentences = []
    if numbers:
        sentences.append(
            "Not compared, because only one of the two files says it: "
            f"{listing(numbers)}."
        )
    if gone:
        sentences.append(
            "Found before and no longer decided, because the new file does not say "
            f"enough: {listing(gone)}."
        )
    if new:
        sentences.append(
            "Found after, though perhaps not new, because the old file does not say "
            f"enough: {listing(new)}."
        )
    return " ".join(sentences)


def unknown_counted(result: ComparisonResult) -> str:
    """Return how much cannot be compared, in a clause; "" when all can."""
    numbers = sum(line.verdict is Verdict.UNKNOWN for line in result.lines)
    checks = sum(change.verdict is Verdict.UNKNOWN for change in result.findings)
    parts = [
        plural(count, noun)
        for count, noun in ((numbers, "number"), (checks, "finding"))
        if count
    ]
    if not parts:
        return ""
    return f"{listing(parts)} cannot be compared, because one file does not say"
