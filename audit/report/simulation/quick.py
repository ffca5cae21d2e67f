"""The quick look: screening numbers that need no run, and are called so."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.names import shorten
from audit.report.page.table import Cell, Row, Table, number_columns, text_columns
from audit.report.simulation.words import figure
from audit.result.simulation import QuickLook
from audit.units import format_share

HEADING = "A quick look, for screening only"
LEDE = (
    "A formula (Erlang-A: busy people, and candidates who do not wait for ever), not a "
    "simulation. It answers at once, is some per cent off, has no interval, and knows "
    "no closed office, no batch and no race. Use it to see where to look, and the runs "
    "to decide."
)
HEAD = ("At work", "A job waits, open hours", "Leave in the queue")
NO_ROLE = "No role has a queue in this file, so there is nothing to look at."


@dataclass(frozen=True, slots=True, kw_only=True)
class Quick:
    """The section."""

    heading: str
    lede: str
    table: Table | None


def quick(looks: dict[str, tuple[QuickLook, ...]]) -> Quick:
    """Return the section.

    Args:
        looks: name of a process -> its roles; the names are shown where there are
            several.
    """
    rows = [(name, look) for name, found in looks.items() for look in found]
    if not rows:
        return Quick(heading=HEADING, lede=NO_ROLE, table=None)
    several = len(looks) > 1
    return Quick(
        heading=HEADING,
        lede=LEDE,
        table=Table(
            id="t-quick",
            caption="Screening numbers, without a run",
            columns=(
                *text_columns(*(("Process",) if several else ()), "Role"),
                *number_columns(*HEAD),
            ),
            rows=tuple(
                Row(
                    cells=(
                        *((Cell(text=name),) if several else ()),
                        *_cells(look),
                    )
                )
                for name, look in rows
            ),
        ),
    )


def _cells(look: QuickLook) -> tuple[Cell, ...]:
    waits = "without end"
    if look.wait_hours is not None:
        waits = figure(look.wait_hours, "hours")
    return (
        Cell(text=shorten(look.name)),
        Cell(text=format_share(look.utilisation)),
        Cell(text=waits),
        Cell(text=format_share(look.leaving)),
    )
