"""Qualified people whom screens turn away, how to know it, and what calls bring."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.amounts import whole_share
from audit.report.page.names import shorten
from audit.report.page.table import Cell, Row, Table, number_columns, text_columns
from audit.result.simulation import SimulatedScreen
from audit.units import format_minutes, format_number

LEDE = (
    "By the shares that the file states; no run is needed. A screen never sees its own "
    "mistakes: somebody has to read some of those it turned away again."
)
UNSAID = (
    "No step says whom it screens out (key `screen`), so qualified people who are "
    "turned away are not assessed."
)
POINTS = 5
"""Half the width of the interval that reading so many again gives, in points."""
_JUDGED = (
    "The calls are ten minutes each, to one in ten of those turned away. That a call "
    "recognises four in five of the qualified, and takes one in five of the others for "
    "qualified, is our judgement."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """The section."""

    heading: str
    lede: str
    table: Table | None
    notes: tuple[str, ...]


def screening(screens: tuple[SimulatedScreen, ...]) -> Screening:
    """Return the section for the screens that state their shares."""
    if not screens:
        return Screening(heading="Screens", lede=UNSAID, table=None, notes=())
    worst = costliest(screens)
    return Screening(
        heading=f"“{shorten(worst.name, 60)}” turns away "
        f"{format_number(worst.qualified_lost)} qualified people for each hire",
        lede=LEDE,
        table=_table(screens),
        notes=(*(_sample(screen) for screen in screens), _JUDGED),
    )


def costliest(screens: tuple[SimulatedScreen, ...]) -> SimulatedScreen:
    """Return the screen that loses most qualified people."""
    return max(screens, key=lambda screen: screen.qualified_lost)


def _sample(screen: SimulatedScreen) -> str:
    share = screen.qualified_lost / screen.turned_away
    low, high = max(0.0, share - POINTS / 100), min(1.0, share + POINTS / 100)
    return (
        f"{shorten(screen.name)}: draw {format_number(screen.to_read, 0)} of those "
        "turned away by chance and let somebody who knows the work read them again. "
        f"If {whole_share(share)} of them are qualified, as the file says, the true "
        f"share is known within {POINTS} points, 95 % sure: between "
        f"{format_number(low * screen.turned_away)} and "
        f"{format_number(high * screen.turned_away)} people for each hire."
    )


def _table(screens: tuple[SimulatedScreen, ...]) -> Table:
    return Table(
        id="t-screen-loss",
        caption="For each hire of today",
        columns=(
            *text_columns("Screen"),
            *number_columns(
                "Turned away",
                "Of them qualified",
                "Read again",
                "Calls",
                "They take",
                "Hires more",
                "For each of those",
            ),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=shorten(screen.name)),
                    Cell(text=format_number(screen.turned_away)),
                    Cell(text=format_number(screen.qualified_lost)),
                    Cell(text=format_number(screen.to_read, 0)),
                    Cell(text=format_number(screen.calls)),
                    Cell(text=format_minutes(screen.call_minutes)),
                    Cell(text=format_number(screen.hires_gained)),
                    Cell(text=_each(screen)),
                )
            )
            for screen in screens
        ),
    )


def _each(screen: SimulatedScreen) -> str:
    if screen.hires_gained <= 0:
        return "–"
    return format_minutes(screen.call_minutes / screen.hires_gained)
