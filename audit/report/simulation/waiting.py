"""What the days of a hire go on, by cause, and before which steps people queue."""

from __future__ import annotations

import math
from dataclasses import dataclass

from audit.report.page.names import capital, shorten
from audit.report.page.table import Cell, Row, Table, number_columns, text_columns
from audit.report.simulation.part_bars import Look, Part, PartBar, PartBars
from audit.report.simulation.spans import span, told
from audit.report.simulation.words import figure, line_of, lines_in, mean_of
from audit.result.simulation import SimulatedLine, SimulatedVariant

CAUSES = {
    "queue": "Queue",
    "closed": "Closed office",
    "batch": "Batch",
    "candidate": "Candidate",
    "outside": "Outside",
    "position": "Position",
    "work": "Work",
}
"""A word for the cause; the table says the rest."""
_TOGETHER = 1.01
"""Days by cause for each day of a hire from which it is told that they overlap."""
LEDE = (
    "Of the days from application to hire, in the mean of all hires. Queue is waiting "
    "for people who are busy, counted in their open hours: more people, or less other "
    "work, shorten it. The nights and weekends that pass in a queue stand under closed "
    "office, so that shrinks with it. The others follow from dates and answers. Waits "
    "in parallel branches, and of each who takes part in a step, all count, so the "
    "parts may add up to more than the days."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """The section."""

    heading: str
    lede: str
    bars: PartBars | None
    causes: Table | None
    queues: Table | None


def waiting(variant: SimulatedVariant) -> Waiting:
    """Return the section for a simulated process."""
    causes = [line for line in _most(variant, "waits") if mean_of(line) > 0]
    return Waiting(
        heading=_heading(variant, causes),
        lede=LEDE,
        bars=_bars(causes) if causes else None,
        causes=_causes(causes) if causes else None,
        queues=_queues(variant),
    )


def largest(variant: SimulatedVariant) -> SimulatedLine | None:
    """Return what a hire waits for longest; work on the case is no wait."""
    causes = [
        line
        for line in _most(variant, "waits")
        if mean_of(line) > 0 and line.of != "work"
    ]
    return causes[0] if causes else None


def overlap(variant: SimulatedVariant) -> float | None:
    """Return the days of all causes together, where waits at the same time all count.

    None where they come to the days of a hire, or nobody was hired.
    """
    total = math.fsum(mean_of(line) for line in lines_in(variant, "waits"))
    days = mean_of(line_of(variant, "days_to_hire"))
    return total if total > _TOGETHER * days > 0 else None


def _most(variant: SimulatedVariant, group: str) -> list[SimulatedLine]:
    return sorted(lines_in(variant, group), key=lambda line: -mean_of(line))


def _heading(variant: SimulatedVariant, causes: list[SimulatedLine]) -> str:
    if not causes:
        return "Nobody was hired in the measured time, so no wait of a hire is known"
    queue = line_of(variant, "wait_days", "queue")
    return (
        f"{figure(mean_of(queue), 'days')} of a hire are waiting for busy people, in "
        "their open hours"
    )


def cause_of(line: SimulatedLine) -> str:
    """Return the word for a cause."""
    return CAUSES.get(line.of, capital(line.name))


def _bars(causes: list[SimulatedLine]) -> PartBars:
    return PartBars(
        parts=(Part(word="days", look=Look.PLAIN),),
        bars=tuple(
            PartBar(
                label=cause_of(line),
                values=(mean_of(line),),
                text=figure(mean_of(line), line.unit),
                low=line.number.low if line.number else None,
                high=line.number.high if line.number else None,
            )
            for line in causes
        ),
        title="Days of a hire by cause",
        text="; ".join(
            f"{cause_of(line)}: {told(line.number, line.unit)}" for line in causes
        )
        + ".",
        caption="Mean of all hires; the thin line is its interval.",
    )


def _causes(causes: list[SimulatedLine]) -> Table:
    return Table(
        id="t-waits",
        caption="Days of a hire by cause",
        columns=(
            *text_columns("Cause", "Spent on"),
            *number_columns("Days", "Interval"),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=cause_of(line)),
                    Cell(text=capital(line.name)),
                    *number_cells(line),
                )
            )
            for line in causes
        ),
    )


def number_cells(line: SimulatedLine) -> tuple[Cell, ...]:
    """Return the mean of a line and its interval as cells."""
    if line.number is None:
        return Cell(text=told(None, line.unit)), Cell(text="–")
    between = span(line.number, line.unit) or "–"
    return Cell(text=figure(line.number.mean, line.unit)), Cell(text=between)


def _queues(variant: SimulatedVariant) -> Table | None:
    steps = _most(variant, "steps")
    if not steps:
        return None
    return Table(
        id="t-queues",
        caption="Where people wait for people: each visit, longest first",
        columns=(
            *text_columns("Step"),
            *number_columns("Open hours in the queue", "Interval"),
        ),
        rows=tuple(
            Row(cells=(Cell(text=shorten(line.name)), *number_cells(line)))
            for line in steps
        ),
    )
