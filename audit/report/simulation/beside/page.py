"""All parts of a simulation, with the processes beside each other, and their charts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.report.charts.part_bars import part_bars
from audit.report.simulation.beside.leaving import leaving_beside
from audit.report.simulation.beside.other_work import other_work_beside
from audit.report.simulation.beside.race import race_beside
from audit.report.simulation.beside.screens import screens_beside
from audit.report.simulation.beside.sides import Part, Sides
from audit.report.simulation.beside.waits import waits_beside
from audit.report.simulation.beside.workload import workload_beside

if TYPE_CHECKING:
    from markupsafe import Markup

RUN_SECTIONS = (
    ("waits", "Waits"),
    ("leaving", "Who leaves"),
    ("race", "The race"),
    ("duties", "The regular job"),
)
"""Ids of the sections that need runs, and their words in the navigation."""
SCREENS = ("screens", "Screens")
"""The same of the section that some files have something for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A section with its chart as markup, empty where it has none."""

    id: str
    part: Part
    chart: Markup


def beside(sides: Sides) -> tuple[Drawn, ...]:
    """Return the sections; after a quick look alone only those that need no run."""
    parts = {"workload": workload_beside(sides)}
    if any(variant.lines for variant in sides.values()):
        parts |= {
            "waits": waits_beside(sides),
            "leaving": leaving_beside(sides),
            "race": race_beside(sides),
            "duties": other_work_beside(sides),
        }
    if screens := screens_beside(sides):
        parts[SCREENS[0]] = screens
    return _drawn(parts)


def _drawn(parts: dict[str, Part]) -> tuple[Drawn, ...]:
    from markupsafe import Markup

    return tuple(
        Drawn(
            id=id,
            part=part,
            chart=Markup(part_bars(part.bars, f"c-{id}") if part.bars else ""),
        )
        for id, part in parts.items()
    )
