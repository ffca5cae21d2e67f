"""The race for an opening: who gets it, and who hears that it is gone."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.page.amounts import of_a_hundred
from audit.report.page.table import Cell, Row, Table, number_columns, text_columns
from audit.report.simulation.part_bars import Look, Part, PartBar, PartBars
from audit.report.simulation.spans import whole
from audit.report.simulation.waiting import number_cells
from audit.report.simulation.words import line_of, mean_of
from audit.result.simulation import SimulatedNumber, SimulatedVariant

KEYS = (
    "openings_filled",
    "rescinded_per_100_hires",
    "days_to_fill",
    "hires",
    "hired_share",
    "still_open",
)
PARTS = (
    Part(word="filled, or offer kept", look=Look.MAIN),
    Part(word="not filled, or taken back", look=Look.LOST),
)
LEDE = (
    "Several people can be on their way to one opening. The first to finish gets it; "
    "those who hold an offer or have accepted one hear afterwards that the position is "
    "filled. A position that is locked when the offer is made has no race."
)
NO_RACE = (
    "The file states no openings (key `requisitions`), so nobody races for one: "
    "whoever passes every step is hired."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """The section."""

    heading: str
    lede: str
    bars: PartBars | None
    table: Table


def race(variant: SimulatedVariant) -> Race:
    """Return the section for a simulated process."""
    filled = line_of(variant, "openings_filled")
    opened = filled is not None and filled.number is not None
    back = line_of(variant, "rescinded_per_100_hires")
    return Race(
        heading=_heading(back.number if back else None, opened=opened),
        lede=LEDE if opened else NO_RACE,
        bars=opening_bars(variant) if opened else None,
        table=_table(variant),
    )


def _heading(back: SimulatedNumber | None, *, opened: bool) -> str:
    if not opened:
        return "Nobody races for an opening"
    if back is None:
        return "Nobody was hired, so it is not known how many offers are taken back"
    if back.mean == 0:
        return "No offer is taken back"
    return f"{whole(back.mean)} offers are taken back for 100 hires"


def opening_bars(variant: SimulatedVariant) -> PartBars:
    """Return openings that are filled, and offers that are taken back, as bars."""
    filled = mean_of(line_of(variant, "openings_filled"))
    back = line_of(variant, "rescinded_per_100_hires")
    bars = [
        PartBar(
            label="100 openings",
            values=(100 * filled, 100 * max(0.0, 1 - filled)),
            text=f"{of_a_hundred(filled)} filled",
        )
    ]
    if back is not None and back.number is not None:
        bars.append(
            PartBar(
                label="Offers for 100 hires",
                values=(100.0, mean_of(back)),
                text=f"{whole(mean_of(back))} taken back",
            )
        )
    return PartBars(
        parts=PARTS,
        bars=tuple(bars),
        title="Openings and offers",
        text="; ".join(f"{bar.label}: {bar.text}" for bar in bars) + ".",
        caption="An offer that is kept is a hire. Taken back are those of people who "
        "had one, or were later still, when somebody else took the position.",
    )


def _table(variant: SimulatedVariant) -> Table:
    lines = [line for key in KEYS if (line := line_of(variant, key)) is not None]
    return Table(
        id="t-race",
        caption="Openings, offers and hires",
        columns=(*text_columns("Number"), *number_columns("Mean", "Interval")),
        rows=tuple(
            Row(cells=(Cell(text=line.label), *number_cells(line)))
            for line in lines
            if line.number is not None
        ),
    )
