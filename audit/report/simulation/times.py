"""Days to hire and days to fill: the mean, the half, and the slow tenth."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.table import Cell, Row, Table, number_columns, text_columns
from audit.report.simulation.spans import told
from audit.report.simulation.words import figure, line_of, mean_of
from audit.result.simulation import SimulatedNumber, SimulatedVariant

CLOCKS = {
    "days_to_hire": "Application to hired",
    "days_to_fill": "Posting to filled",
}
"""Words for a span of time by the key of its mean; the others end in p50 and p90."""
LEDE = (
    "Calendar days. Half of the hires take at most P50, nine in ten at most P90. The "
    "clock of a candidate starts with the application and stops with the last step; "
    "that of an opening starts with the posting and stops when its last position is "
    "taken."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRange:
    """One span of time, each number with its interval where it has one."""

    label: str
    p50: SimulatedNumber
    p90: SimulatedNumber
    p50_text: str
    p90_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRanges:
    """Spans of time on one scale."""

    ranges: tuple[TimeRange, ...]
    title: str
    text: str
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The section."""

    heading: str
    lede: str
    ranges: TimeRanges | None
    table: Table | None


def times(variant: SimulatedVariant) -> Times:
    """Return the section for a simulated process."""
    hire = line_of(variant, "days_to_hire_p50")
    slow = line_of(variant, "days_to_hire_p90")
    known = hire is not None and hire.number is not None
    return Times(
        heading=f"Half of the hires take {figure(mean_of(hire), 'days')} or less, one "
        f"in ten takes over {figure(mean_of(slow), 'days')}"
        if known
        else "Nobody was hired in the measured time",
        lede=LEDE,
        ranges=_ranges(variant),
        table=_table(variant),
    )


def _number(variant: SimulatedVariant, key: str) -> SimulatedNumber | None:
    line = line_of(variant, key)
    return None if line is None else line.number


def _ranges(variant: SimulatedVariant) -> TimeRanges | None:
    found = []
    for key, label in CLOCKS.items():
        p50, p90 = (_number(variant, f"{key}_{end}") for end in ("p50", "p90"))
        if p50 is not None and p90 is not None:
            found.append(
                TimeRange(
                    label=label,
                    p50=p50,
                    p90=p90,
                    p50_text=f"P50 {figure(p50.mean, 'days')}",
                    p90_text=f"P90 {figure(p90.mean, 'days')}",
                )
            )
    if not found:
        return None
    return TimeRanges(
        ranges=tuple(found),
        title="Days, half and nine in ten",
        text="; ".join(
            f"{one.label}: P50 {told(one.p50, 'days')}, P90 {told(one.p90, 'days')}"
            for one in found
        )
        + ".",
        caption="The thick line goes from the half to nine in ten; the thin ones are "
        "the intervals of its ends.",
    )


def _table(variant: SimulatedVariant) -> Table | None:
    rows = [
        Row(
            cells=(
                Cell(text=label),
                *(
                    Cell(text=told(_number(variant, f"{key}{end}"), "days"))
                    for end in ("", "_p50", "_p90")
                ),
            )
        )
        for key, label in CLOCKS.items()
        if _number(variant, key) is not None
    ]
    if not rows:
        return None
    return Table(
        id="t-times",
        caption="Calendar days, with their intervals",
        columns=(*text_columns("From, to"), *number_columns("Mean", "P50", "P90")),
        rows=tuple(rows),
    )
