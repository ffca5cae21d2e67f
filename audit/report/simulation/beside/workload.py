"""Who is loaded in which process: the same role side by side."""

from __future__ import annotations

from dataclasses import replace

from audit.report.simulation.beside.sides import Part, Sides, told_apart
from audit.report.simulation.part_bars import PartBars
from audit.report.simulation.workload import IDLE, Load, load_bars, loads

HEADING = "Who is loaded in which process"
LEDE = "Hours a week, of all people of a role together."


def workload_beside(sides: Sides) -> Part:
    """Return the section."""
    by_role = _by_role(sides)
    bars: PartBars | None = load_bars(by_role) if by_role else None
    return Part(heading=HEADING, lede=LEDE if bars else IDLE, bars=bars, table=None)


def _by_role(sides: Sides) -> dict[str, tuple[Load, ...]]:
    """Return name of a role -> its load in each process, called by the process."""
    found: dict[str, dict[str, Load]] = {}
    names: dict[str, str] = {}
    for process, variant in sides.items():
        for load in loads(variant):
            found.setdefault(load.id, {})[process] = load
            names.setdefault(load.id, load.name)
    names = told_apart(names)
    return {
        names[role]: tuple(
            replace(load, name=process) for process, load in members.items()
        )
        for role, members in found.items()
    }
