"""What the days of a hire go on, in each process."""

from __future__ import annotations

from audit.report.page.names import capital
from audit.report.simulation.beside.sides import (
    Part,
    Sides,
    beside_table,
    course,
    keys_in_all,
)
from audit.report.simulation.part_bars import Look, PartBar, PartBars
from audit.report.simulation.part_bars import Part as BarPart
from audit.report.simulation.waiting import CAUSES
from audit.report.simulation.waiting import LEDE as WAITS
from audit.report.simulation.words import figure, line_of, mean_of

_KEY = "wait_days"
_SPENT_ON = {
    "batch": "the next date of a group",
    "candidate": "the candidate",
    "outside": "outsiders, meetings or answers",
    "position": "a position that is free",
}
"""What the lede does not say; a table of one process has a column for it."""
NOBODY = "Nobody was hired in the measured time, so no wait of a hire is known"


def waits_beside(sides: Sides) -> Part:
    """Return the section; causes that take no time anywhere are left out."""
    causes = {
        of: CAUSES.get(of, capital(name))
        for of, name in keys_in_all(sides, _KEY).items()
        if any(mean_of(line_of(one, _KEY, of)) > 0 for one in sides.values())
    }
    if not causes:
        return Part(heading=NOBODY, lede=WAITS, bars=None, table=None)
    return Part(
        heading=f"Of a hire's days, waiting for busy people in their open hours: "
        f"{course(sides, _KEY, 'queue')}",
        lede=f"{WAITS}{_explained(causes)}",
        bars=_bars(sides, causes),
        table=beside_table(
            "t-waits-beside",
            "Days of a hire by cause",
            "Cause",
            sides,
            ((words, _KEY, of) for of, words in causes.items()),
        ),
    )


def _explained(causes: dict[str, str]) -> str:
    """Return what the words for the causes mean, in a sentence; empty without one."""
    words = [
        f"{causes[of].lower()} is waiting for {what}"
        for of, what in _SPENT_ON.items()
        if of in causes
    ]
    return f" {capital('; '.join(words))}." if words else ""


def _bars(sides: Sides, causes: dict[str, str]) -> PartBars:
    bars = []
    for of, words in causes.items():
        for name, variant in sides.items():
            line = line_of(variant, _KEY, of)
            number = line.number if line else None
            bars.append(
                PartBar(
                    label=name,
                    group=words,
                    values=(mean_of(line),),
                    text=figure(mean_of(line), "days"),
                    low=number.low if number else None,
                    high=number.high if number else None,
                )
            )
    return PartBars(
        parts=(BarPart(word="days", look=Look.PLAIN),),
        bars=tuple(bars),
        title="Days of a hire by cause",
        text="; ".join(f"{bar.group}, {bar.label}: {bar.text}" for bar in bars) + ".",
        caption="Mean of all hires; the thin line is its interval.",
    )
