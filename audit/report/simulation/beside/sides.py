"""The processes that stand beside each other, and how one number of them is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from audit.report.page.names import shorten
from audit.report.page.table import Cell, Row, Table, number_columns, text_columns
from audit.report.scenarios.names import BEFORE
from audit.report.simulation.part_bars import PartBars
from audit.report.simulation.scenarios.names import simulated_names
from audit.report.simulation.spans import NOT_GIVEN, told
from audit.report.simulation.words import figure, line_of, mean_of
from audit.result.simulation import (
    SimulatedLine,
    SimulatedVariant,
    SimulationScenarios,
)

AFTER = "After"
INTERVALS = "the interval of each mean"
Sides = Mapping[str, SimulatedVariant]
"""What a process is called -> the process; the before comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section: one part of the simulation, for all processes."""

    heading: str
    lede: str
    bars: PartBars | None
    table: Table | None


def sides_of(result: SimulationScenarios) -> dict[str, SimulatedVariant]:
    """Return the processes by name; the only one asked for is just the after."""
    alone = len(result.pairs) + len(result.left_out) == 1
    names = (AFTER,) if alone else simulated_names(result)
    return {BEFORE: result.before} | {
        name: pair.after for name, pair in zip(names, result.pairs, strict=True)
    }


def is_pair(sides: Sides) -> bool:
    """Return whether there is one after alone."""
    return len(sides) == 2


def keys_in_all(sides: Sides, *keys: str) -> dict[str, str]:
    """Return what lines of these keys are of -> its name, over all processes."""
    found: dict[str, str] = {}
    for variant in sides.values():
        for line in variant.lines:
            if line.key in keys and line.of:
                found.setdefault(line.of, line.name)
    return found


def told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Return id -> name, with the id behind a name that several ids share.

    >>> told_apart({"a": "Interview", "b": "Interview", "c": "Offer"})
    {'a': 'Interview (a)', 'b': 'Interview (b)', 'c': 'Offer'}
    """
    shared = Counter(names.values())
    return {
        id: name if shared[name] == 1 else f"{name} ({id})"
        for id, name in names.items()
    }


def course(sides: Sides, key: str, of: str = "") -> str:
    """Return one number of all processes in words.

    Of a pair "12 days before, 8 days after"; of more the least and the most, each with
    the name of its process.
    """
    lines = {name: line_of(variant, key, of) for name, variant in sides.items()}
    given = {
        name: line
        for name, line in lines.items()
        if line is not None and line.number is not None
    }
    if not given:
        return NOT_GIVEN
    unit = next(iter(given.values())).unit
    if is_pair(sides):
        before, after = (_short(line, unit) for line in lines.values())
        return f"{before} before, {after} after"
    ends = (pick(given, key=lambda name: mean_of(given[name])) for pick in (min, max))
    return " to ".join(
        f"{figure(mean_of(given[name]), unit)} ({shorten(name, 40)})" for name in ends
    )


def _short(line: SimulatedLine | None, unit: str) -> str:
    given = line is not None and line.number is not None
    return figure(mean_of(line), unit) if given else NOT_GIVEN


def beside_table(
    id: str,
    caption: str,
    what: str,
    sides: Sides,
    rows: Iterable[tuple[str, str, str]],
) -> Table:
    """Return a table with a column for each process.

    The numbers of a pair stand with their intervals; of more processes only the means
    fit on paper.

    Args:
        id: of the table.
        caption: what its numbers are.
        what: heading of the first column.
        sides: the processes.
        rows: words of a row, and the key and the `of` of its number.
    """
    return Table(
        id=id,
        caption=f"{caption}, with {INTERVALS}" if is_pair(sides) else caption,
        columns=(*text_columns(what), *number_columns(*sides)),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=shorten(words)),
                    *(
                        _cell(line_of(one, key, of), alone=not is_pair(sides))
                        for one in sides.values()
                    ),
                )
            )
            for words, key, of in rows
        ),
    )


def _cell(line: SimulatedLine | None, *, alone: bool) -> Cell:
    if line is None:
        return Cell(text="–")
    return Cell(text=(_short if alone else _told)(line, line.unit))


def _told(line: SimulatedLine, unit: str) -> str:
    return told(line.number, unit)
