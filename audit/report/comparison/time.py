"""How long a hire takes, before and after: its law, and the days of each step."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.headline import days_of_both
from audit.report.comparison.wording import signed
from audit.report.page.amounts import whole_share
from audit.report.page.table import Cell, Column, Row, Table, number_columns
from audit.report.page.where import others_label
from audit.result import AuditResult, ComparisonResult, Histogram, StepPair
from audit.units import format_days, format_minutes, plural

SHOWN = 10
"""Steps in the table of days; the rest is one row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The law of the calendar time of one process."""

    name: str
    histogram: Histogram
    p50: float
    p90: float
    p50_text: str
    p90_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLaws:
    """Both laws, to be drawn one above the other on one scale."""

    laws: tuple[Law, ...]
    title: str
    text: str
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The section; charts and tables are None where the files do not say enough."""

    heading: str
    lede: str
    laws: TimeLaws | None
    contributions: Table | None
    silence: str


def times(result: ComparisonResult, addresses: Addresses) -> Times:
    """Return the section for a result."""
    assessed = days_of_both(result) is not None
    return Times(
        heading=_heading(result),
        lede=_lede(result),
        laws=_laws(result) if assessed else None,
        contributions=_contributions(result, addresses) if assessed else None,
        silence=_silence(result),
    )


def _heading(result: ComparisonResult) -> str:
    both = days_of_both(result)
    if both is None:
        sides = (("old", result.before), ("new", result.after))
        silent = [name for name, side in sides if not side.time.waits_stated]
        if len(silent) == 2:
            return "Calendar time is not assessed: no step states its wait"
        return f"Calendar time is not compared: the {silent[0]} file states no wait"
    before, after, typical = both
    old, new = format_days(before), format_days(after)
    start = "Half of the hires take" if typical else "A hire takes"
    if old == new:
        return f"{start} {new}, before and after"
    return f"{start} {new} instead of {old}"


def _lede(result: ComparisonResult) -> str:
    if days_of_both(result) is None:
        return (
            "State `wait` for the steps of both files, the clock time from ready to "
            "done, and this section fills."
        )
    before, after = result.before.time, result.after.time
    sentences = []
    if before.p90 is not None and after.p90 is not None:
        sentences.append(
            f"Nine in ten hires are done in {format_days(after.p90)}; before, it is "
            f"{format_days(before.p90)}."
        )
    sentences.append(
        f"The mean goes from {format_days(before.mean)} to {format_days(after.mean)}, "
        f"the work of all hands in it from {format_minutes(before.touch_minutes)} to "
        f"{format_minutes(after.touch_minutes)}."
    )
    if before.flow_efficiency is not None and after.flow_efficiency is not None:
        old, new = (
            whole_share(1 - min(1.0, x))
            for x in (before.flow_efficiency, after.flow_efficiency)
        )
        same = f"Waiting stays {new} of the time."
        sentences.append(
            same if old == new else f"Waiting is {new} of the time; before, {old}."
        )
    return " ".join(sentences)


def _laws(result: ComparisonResult) -> TimeLaws | None:
    laws = [
        law
        for name, side in (("Before", result.before), ("After", result.after))
        if (law := _law(name, side)) is not None
    ]
    if len(laws) < 2:
        return None
    before, after = result.before.time, result.after.time
    ranged = (
        f"{before.waits_with_range} of {plural(before.waits_stated, 'wait')} before "
        f"and {after.waits_with_range} of {after.waits_stated} after are stated as a "
        "range; the others count as fixed."
    )
    return TimeLaws(
        laws=tuple(laws),
        title="How long hires take, before and after",
        text="; ".join(f"{x.name}: {x.p50_text}, {x.p90_text}" for x in laws) + ".",
        caption=(
            "Share of the hires by calendar days, of both processes on one scale. Half "
            f"take P50 or less, one in ten takes longer than P90. {ranged}"
        ),
    )


def _law(name: str, result: AuditResult) -> Law | None:
    time = result.time
    if time.histogram is None or time.p50 is None or time.p90 is None:
        return None
    return Law(
        name=name,
        histogram=time.histogram,
        p50=time.p50,
        p90=time.p90,
        p50_text=f"P50 {format_days(time.p50)}",
        p90_text=f"P90 {format_days(time.p90)}",
    )


def _contributions(result: ComparisonResult, addresses: Addresses) -> Table:
    ordered = sorted(
        (_days(pair, result) for pair in result.steps),
        key=lambda item: -max(item[1] or 0.0, item[2] or 0.0),
    )
    ordered = [item for item in ordered if item[1] or item[2]]
    rows = [
        _row(addresses.step_cell(pair.before, pair.after, 44), before, after)
        for pair, before, after in ordered[:SHOWN]
    ]
    rest = ordered[SHOWN:]
    if rest:
        label = Cell(text=others_label(len(rest)))
        old = fsum(before or 0.0 for _, before, _ in rest)
        new = fsum(after or 0.0 for _, _, after in rest)
        rows.append(_row(label, old, new))
    means = (result.before.time.mean, result.after.time.mean)
    return Table(
        id="t-days",
        caption="Days that each step adds to the mean; a dash where there is no step",
        columns=(Column(label="Step"), *number_columns("Before", "After", "Change")),
        rows=tuple(rows),
        total=_row(Cell(text="Mean"), *means),
    )


def _days(
    pair: StepPair, result: ComparisonResult
) -> tuple[StepPair, float | None, float | None]:
    before, after = result.before.time.contributions, result.after.time.contributions
    return (
        pair,
        None if pair.before is None else before.get(pair.before, 0.0),
        None if pair.after is None else after.get(pair.after, 0.0),
    )


def _row(label: Cell, before: float | None, after: float | None) -> Row:
    change = (after or 0.0) - (before or 0.0)
    return Row(
        cells=(
            label,
            Cell(text="–" if before is None else format_days(before)),
            Cell(text="–" if after is None else format_days(after)),
            Cell(text="·" if abs(change) < 1e-9 else signed(change, "days")),
        )
    )


def _silence(result: ComparisonResult) -> str:
    before, after = result.before.time, result.after.time
    if before.longest_silence is None or after.longest_silence is None:
        return (
            "The longest silence is not compared: one of the files does not say where "
            "the candidate hears nothing (`silent`, `contact`)."
        )
    old = format_days(before.longest_silence.days)
    new = format_days(after.longest_silence.days)
    if old == new:
        return f"The longest stretch without a word to the candidate stays {new}."
    return (
        f"The longest stretch without a word to the candidate goes from {old} to {new}."
    )
