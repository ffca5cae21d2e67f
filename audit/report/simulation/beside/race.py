"""The race for an opening, in each process."""

from __future__ import annotations

from audit.report.simulation.beside.sides import Part, Sides, beside_table, course
from audit.report.simulation.part_bars import PartBar, PartBars
from audit.report.simulation.race import KEYS, LEDE, NO_RACE, opening_bars
from audit.report.simulation.words import line_of


def race_beside(sides: Sides) -> Part:
    """Return the section."""
    labels = {
        key: line.label
        for key in reversed(KEYS)
        for one in sides.values()
        if (line := line_of(one, key)) is not None and line.number is not None
    }
    opened = "openings_filled" in labels
    return Part(
        heading=(
            "Offers that are taken back, for 100 hires: "
            f"{course(sides, 'rescinded_per_100_hires')}"
            if opened
            else "Nobody races for an opening"
        ),
        lede=LEDE if opened else NO_RACE,
        bars=_bars(sides) if opened else None,
        table=beside_table(
            "t-race-beside",
            "Openings, offers and hires",
            "Number",
            sides,
            ((labels[key], key, "") for key in KEYS if key in labels),
        ),
    )


def _bars(sides: Sides) -> PartBars:
    drawn = {
        name: opening_bars(one)
        for name, one in sides.items()
        if (line := line_of(one, "openings_filled")) is not None and line.number
    }
    first = next(iter(drawn.values()))
    bars = [
        PartBar(label=name, group=bar.label, values=bar.values, text=bar.text)
        for label in dict.fromkeys(b.label for c in drawn.values() for b in c.bars)
        for name, chart in drawn.items()
        for bar in chart.bars
        if bar.label == label
    ]
    return PartBars(
        parts=first.parts,
        bars=tuple(bars),
        title=first.title,
        text="; ".join(f"{bar.group}, {bar.label}: {bar.text}" for bar in bars) + ".",
        caption=first.caption,
    )
