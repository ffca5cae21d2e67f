"""What recruiting does to the other work of those who recruit: how long it waits."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.names import shorten
from audit.report.page.table import Cell, Row, Table, number_columns, text_columns
from audit.report.simulation.waiting import number_cells
from audit.report.simulation.words import figure, lines_in, mean_of
from audit.result.simulation import SimulatedLine, SimulatedVariant

LEDE = (
    "Who recruits also does something else, and both stand in one queue. These are the "
    "hours by the clock, nights too, that a job of the other work waits before "
    "somebody begins it."
)
UNSAID = (
    "No role states its other work as jobs (key `duties`), so what recruiting does to "
    "it is not assessed."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegularJobs:
    """The section."""

    heading: str
    lede: str
    table: Table | None
    openings: Table | None
    """Work of the hiring process itself, before anybody applies."""


def regular_jobs(variant: SimulatedVariant) -> RegularJobs:
    """Return the section for a simulated process."""
    longest = slowest(variant)
    openings = _waits(
        "t-openings",
        "Hours by the clock that work on an opening waits, before anybody applies",
        "For each opening",
        lines_in(variant, "openings"),
    )
    if longest is None:
        return RegularJobs(
            heading="The regular job", lede=UNSAID, table=None, openings=openings
        )
    return RegularJobs(
        heading=f"A job of “{shorten(longest.name, 60)}” waits "
        f"{figure(mean_of(longest), longest.unit)}",
        lede=LEDE,
        table=_waits(
            "t-duties",
            "Hours by the clock that a job of other work waits",
            "Other work",
            lines_in(variant, "duties"),
        ),
        openings=openings,
    )


def _waits(
    id: str, caption: str, head: str, lines: list[SimulatedLine]
) -> Table | None:
    if not lines:
        return None
    return Table(
        id=id,
        caption=caption,
        columns=(*text_columns(head), *number_columns("Waits", "Interval")),
        rows=tuple(
            Row(cells=(Cell(text=shorten(line.name)), *number_cells(line)))
            for line in lines
        ),
    )


def slowest(variant: SimulatedVariant) -> SimulatedLine | None:
    """Return the other work that waits longest."""
    return max(lines_in(variant, "duties"), key=mean_of, default=None)
