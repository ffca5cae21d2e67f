"""Where friction sits: by side, by step, by kind, by phase, and in money."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import fsum

from audit.report.page.names import opening_number, shorten
from audit.report.page.steps import Steps
from audit.report.page.table import (
    Cell,
    Column,
    Row,
    Table,
    number_columns,
    text_columns,
)
from audit.report.palette import heat_class
from audit.result import AuditResult, StepOutline
from audit.units import (
    format_number,
    format_share,
    plural,
)

SHOWN = 10
"""Steps in the chart and the heat table; the appendix has them all."""

# Factors that a leader would call by one name; the ledger keeps them apart.
GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "Pages and answers",
        frozenset({"page_read", "page_fill", "field", "repeated_field"}),
    ),
    (
        "Signatures",
        frozenset({"wet_signature", "electronic_signature", "notarised_signature"}),
    ),
    (
        "Print, scan, fax",
        frozenset(
            {"print_job", "print_page", "scan_job", "scan_page", "fax_job", "fax_page"}
        ),
    ),
    ("Papers and logins", frozenset({"document", "upload", "login"})),
    ("Calls and trips", frozenset({"call", "trip_minute"})),
    ("Timed work", frozenset({"candidate_minute", "employer_minute"})),
    ("Handoffs, switches", frozenset({"handoff", "channel_switch"})),
    ("Checks, re-keying", frozenset({"rekey_field", "check_page", "file_page"})),
    ("Waiting", frozenset({"wait_day"})),
)
OTHER = "Other"
NONE = "·"
"""Stands for no points, or for so few that they are written as 0."""


def group_of(factor: str) -> str:
    """Return the heading that a factor of the ledger stands under."""
    for name, factors in GROUPS:
        if factor in factors:
            return name
    return OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class ParetoBar:
    """A step of the Pareto chart."""

    label: str
    points: float
    text: str
    cumulative: float
    """Share of the score in this step and those above it."""
    cumulative_text: str
    in_half: bool
    """One of the fewest steps that hold half of the score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The section."""

    heading: str
    lede: str
    bars: tuple[ParetoBar, ...]
    bars_title: str
    bars_text: str
    """The numbers of the chart in words, for those who cannot see it."""
    bars_caption: str
    heat: Table
    phases: Table | None


def ranked(result: AuditResult) -> tuple[StepOutline, ...]:
    """Return the steps with friction, most points first, ties in order of the file."""
    with_points = [step for step in result.process.steps if step.points > 0]
    return tuple(sorted(with_points, key=lambda step: (-step.points, step.number)))


def half_count(result: AuditResult) -> int:
    """Return the fewest steps that together hold half of the score."""
    held = 0.0
    for count, step in enumerate(ranked(result), start=1):
        held += step.points
        if held >= result.score / 2 * (1 - 1e-9):
            return count
    return 0


def share_of(part: float, result: AuditResult) -> float:
    """Return the part's share of the score; 0 when the score is."""
    return part / result.score if result.score else 0.0


def half_sentence(result: AuditResult) -> str:
    """Return the sentence that says how few steps hold half of the friction."""
    count, total = half_count(result), len(result.process.steps)
    if count == 0:
        return "No step holds friction that the file states"
    if total == 1:
        return "The one step of the file holds all of the friction"
    verb = "holds" if count == 1 else "hold"
    return f"{opening_number(count)} of {total} steps {verb} half of the friction"


def where(result: AuditResult, steps: Steps) -> Where:
    """Return the section for a result."""
    top = ranked(result)[:SHOWN]
    bars = _bars(result, top)
    rest = len(ranked(result)) - len(top)
    caption = "Friction points by step, and the share of the score down to that step."
    if rest:
        caption += f" {plural(rest, 'step')} with less friction left out."
    return Where(
        heading=half_sentence(result),
        lede=_lede(result),
        bars=bars,
        bars_title=half_sentence(result),
        bars_text="; ".join(f"{bar.label}: {bar.text} points" for bar in bars) + ".",
        bars_caption=caption,
        heat=_heat(result, steps, top),
        phases=_phases(result),
    )


def _lede(result: AuditResult) -> str:
    top = ranked(result)
    if not top:
        return "Nothing that the file states costs points. See what is not assessed."
    first = top[0]
    share = format_share(share_of(first.points, result))
    return (
        f"Step {first.number} alone holds {format_number(first.points, 0)} of "
        f"{format_number(result.score, 0)} points ({share})."
    )


def _bars(result: AuditResult, top: tuple[StepOutline, ...]) -> tuple[ParetoBar, ...]:
    half, held, bars = half_count(result), 0.0, []
    for place, step in enumerate(top, start=1):
        if step.points <= 0:
            break
        held += step.points
        bars.append(
            ParetoBar(
                label=f"{step.number}  {shorten(step.name, 44)}",
                points=step.points,
                text=format_number(step.points, 1),
                cumulative=share_of(held, result),
                cumulative_text=f"{100 * share_of(held, result):.0f} %",
                in_half=place <= half,
            )
        )
    return tuple(bars)


def _heat(result: AuditResult, steps: Steps, top: tuple[StepOutline, ...]) -> Table:
    by_cell: dict[tuple[str, str], float] = {}
    by_group: dict[str, float] = {}
    for entry in result.ledger:
        group = group_of(entry.factor)
        by_cell[entry.step, group] = by_cell.get((entry.step, group), 0) + entry.points
        by_group[group] = by_group.get(group, 0) + entry.points
    groups = [
        name
        for name in (*(name for name, _ in GROUPS), OTHER)
        if by_group.get(name, 0) > 0
    ]

    def cells(values: list[float], total: float) -> tuple[Cell, ...]:
        last = Cell(text=format_number(total, 1), strong=True)
        return (*(points_cell(value, result) for value in values), last)

    rows = [
        Row(
            cells=(
                steps.cell(step.id, 34),
                *cells(
                    [by_cell.get((step.id, name), 0.0) for name in groups], step.points
                ),
            )
        )
        for step in top
    ]
    rest = len(ranked(result)) - len(top)
    if rest:
        shown = {step.id for step in top}
        others = [
            fsum(
                points
                for (step, group), points in by_cell.items()
                if group == name and step not in shown
            )
            for name in groups
        ]
        label = Cell(text=others_label(rest))
        last = Cell(text=format_number(fsum(others), 1), strong=True)
        # Many steps together would outshine every single one: no heat.
        rows.append(Row(cells=(label, *(_untinted(points) for points in others), last)))
    totals = [by_group[name] for name in groups]
    return Table(
        id="t-heat",
        caption="Friction by step and kind, in points. Darker means more.",
        columns=(Column(label="Step"), *number_columns(*groups, "Total")),
        rows=tuple(rows),
        total=Row(cells=(Cell(text="All steps"), *_plain(totals), _score(result))),
    )


def others_label(count: int) -> str:
    """Return the words for the steps that a table sums up in one row."""
    return "One more step" if count == 1 else f"{count} more steps"


def points_cell(points: float, result: AuditResult) -> Cell:
    """Return points with the heat of their share of the score."""
    cell = _untinted(points)
    if cell.text == NONE:
        return cell
    return replace(cell, heat=heat_class(share_of(points, result)) + 1)


def _untinted(points: float) -> Cell:
    text = format_number(points, 1)
    return Cell(text=NONE if points <= 0 or text == "0" else text)


def _plain(values: list[float]) -> tuple[Cell, ...]:
    return tuple(Cell(text=format_number(value, 1)) for value in values)


def _score(result: AuditResult) -> Cell:
    return Cell(text=format_number(result.score, 1), strong=True)


def _phases(result: AuditResult) -> Table | None:
    names: list[str] = []
    for step in result.process.steps:
        name = step.phase or "No phase"
        if name not in names:
            names.append(name)
    if len(names) < 2:
        return None
    rows = []
    for name in names:
        inside = [
            step for step in result.process.steps if (step.phase or "No phase") == name
        ]
        points = fsum(step.points for step in inside)
        days = fsum(step.contribution_days for step in inside)
        share = share_of(points, result)
        rows.append(
            Row(
                cells=(
                    Cell(text=shorten(name, 50)),
                    Cell(text=_span(inside)),
                    Cell(text=format_number(days, 1)),
                    Cell(text=format_number(points, 1)),
                    Cell(text=format_share(share), share=share),
                )
            )
        )
    return Table(
        id="t-phases",
        caption="Friction by phase",
        columns=(
            *text_columns("Phase", "Steps"),
            *number_columns("Days", "Points", "Share"),
        ),
        rows=tuple(rows),
    )


def _span(steps: list[StepOutline]) -> str:
    numbers = [step.number for step in steps]
    first, last = min(numbers), max(numbers)
    if len(numbers) == last - first + 1 and last > first:
        return f"{first}–{last}"
    return ", ".join(str(number) for number in numbers)
