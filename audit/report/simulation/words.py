"""Numbers of a simulation in words: with their interval, or as a change."""

from __future__ import annotations

from collections.abc import Sequence

from audit.report.page.names import listing
from audit.result.simulation import (
    SimulatedChange,
    SimulatedLine,
    SimulatedNumber,
    SimulatedVariant,
)
from audit.units import format_days, format_number, format_share

CHANCE = "not distinguishable from chance"
FULL = 0.85
"""Load from which a queue is several times as long as the work in it (HAN-06)."""


def figure(value: float, unit: str) -> str:
    """Return a number with its unit, short enough for a table."""
    match unit:
        case "days":
            return format_days(value)
        case "hours":
            return f"{format_number(value, 0 if abs(value) >= 99.95 else 1)} h"
        case "share":
            return format_share(value)
    return format_number(value, 0 if abs(value) >= 99.95 else 1)


def mean_of(line: SimulatedLine | None) -> float:
    """Return the mean of a line, nought where no run gave it."""
    return 0.0 if line is None or line.number is None else line.number.mean


def with_interval(number: SimulatedNumber | None, unit: str) -> str:
    """Return a mean and, where more than one run gave it, its interval."""
    if number is None:
        return "no run gave it"
    words = figure(number.mean, unit)
    if number.low is None or number.high is None or number.low == number.high:
        return words
    return f"{words} ({figure(number.low, unit)} to {figure(number.high, unit)})"


def verdict_of(change: SimulatedChange) -> str:
    """Return better, worse or changed; or the same, or that chance may have done it."""
    if is_same(change):
        return "same"
    return change.verdict.value if change.distinguishable else "may be chance"


def is_same(change: SimulatedChange) -> bool:
    """Return whether before and after are alike in every pair of runs."""
    ends = change.change.low, change.change.mean, change.change.high
    return not any(ends)


def more_runs(changes: Sequence[tuple[str, SimulatedChange]]) -> str:
    """Return how many runs would tell what may be chance; nothing if none would.

    Args:
        changes: name -> change, as the reader knows it.
    """
    needed = [
        f"{format_number(_rounded_up(one.runs_to_tell))} for {name}"
        for name, one in changes
        if not one.distinguishable
        and one.runs_to_tell is not None
        and one.runs_to_tell > one.change.runs
    ]
    if not needed:
        return ""
    made = max(one.change.runs for _, one in changes)
    return (
        "Runs that it would take to tell a difference as small as the one found: about "
        f"{listing(needed)}; {format_number(made)} were made."
    )


def _rounded_up(count: int) -> int:
    """Return a number of runs that is needed, to two digits."""
    step = int(10 ** max(0, len(str(count)) - 2))
    return -(-count // step) * step


def title_of(variant: SimulatedVariant) -> str:
    """Return the title of a process with its variant."""
    return variant.title + (f" ({variant.variant})" if variant.variant else "")


def label_of(variant: SimulatedVariant) -> str:
    """Return what tells a variant from others: its label, else its file."""
    return variant.variant or variant.input.file


def lines_in(variant: SimulatedVariant, *groups: str) -> list[SimulatedLine]:
    """Return the numbers of some parts that a run gave, in their order."""
    return [
        line
        for line in variant.lines
        if line.group in groups and line.number is not None
    ]


def line_of(variant: SimulatedVariant, key: str, of: str = "") -> SimulatedLine | None:
    """Return one number of a variant."""
    return next(
        (line for line in variant.lines if line.key == key and line.of == of), None
    )
