"""Qualified people whom screens turn away, in each process: by what its file states."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum

from audit.report.page.names import shorten
from audit.report.page.table import Cell, Row, Table, number_columns, text_columns
from audit.report.simulation.beside.sides import Part, Sides, is_pair
from audit.report.simulation.course import merged
from audit.report.simulation.screening_words import lost_words, people
from audit.result.screening import SimulatedScreen
from audit.result.simulation import SimulatedVariant
from audit.units import format_number

NOT_STATED = "none stated"
ALL = "All screens that are stated"
ALONE = (
    "How many to read again to know it, and what calls to near misses bring, is told "
    "by the simulation of one file alone."
)
LEDE = (
    "By what each file states; no run is needed. A screen never sees its own mistakes: "
    f"somebody has to read some of those it turned away again. {ALONE}"
)
CAPTION = (
    "Qualified people of those turned away, for each hire; in brackets the 95 % "
    "interval, where some were read again"
)
Screens = Mapping[str, Mapping[str, SimulatedScreen]]
"""Id of a screen -> name of a process -> the screen there; none where not stated."""


def screens_of(sides: Sides) -> Screens:
    """Return the screens of all processes, in the order of the process."""
    found = {
        name: {screen.step: screen for screen in one.screens}
        for name, one in sides.items()
    }
    return {
        step: {name: of[step] for name, of in found.items() if step in of}
        for step in merged(found.values())
    }


def screens_beside(sides: Sides) -> Part | None:
    """Return the section; None where no process says whom a screen turns away."""
    screens = screens_of(sides)
    if not screens:
        return None
    return Part(
        heading=f"Qualified people whom screens turn away, for each hire: "
        f"{_course(sides)}",
        lede=LEDE,
        bars=None,
        table=_table(sides, screens),
    )


def name_of(screen: Mapping[str, SimulatedScreen]) -> str:
    """Return what a screen is called in the first process that has it."""
    return shorten(next(iter(screen.values())).name, 60)


def total_words(one: SimulatedVariant) -> str:
    """Return the people lost for each hire at all screens that a file states."""
    return people(_lost(one)) if one.screens else NOT_STATED


def _lost(one: SimulatedVariant) -> float:
    return fsum(screen.qualified_lost for screen in one.screens)


def _course(sides: Sides) -> str:
    """Return the loss before and after; of more processes, the least and the most."""
    if is_pair(sides):
        before, after = (total_words(one) for one in sides.values())
        return f"{before} before, {after} after"
    stated = {name: _lost(one) for name, one in sides.items() if one.screens}
    ends = (pick(stated, key=lambda name: stated[name]) for pick in (min, max))
    return " to ".join(f"{people(stated[name])} ({shorten(name, 40)})" for name in ends)


def _table(sides: Sides, screens: Screens) -> Table:
    rows = [
        Row(
            cells=(
                Cell(text=name_of(screen)),
                *(Cell(text=_told(screen.get(name))) for name in sides),
            )
        )
        for screen in screens.values()
    ]
    if len(screens) > 1:
        totals = (Cell(text=total_words(one), strong=True) for one in sides.values())
        rows.append(Row(cells=(Cell(text=ALL, strong=True), *totals)))
    return Table(
        id="t-screens-beside",
        caption=CAPTION,
        columns=(*text_columns("Screen"), *number_columns(*sides)),
        rows=tuple(rows),
    )


def _told(screen: SimulatedScreen | None) -> str:
    if screen is None:
        return NOT_STATED
    return f"{lost_words(screen)} of {format_number(screen.turned_away)}"
