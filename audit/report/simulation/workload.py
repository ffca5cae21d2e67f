"""Who is loaded: the hours asked of each role, against those that it has."""

from __future__ import annotations

from dataclasses import dataclass

from audit.report.comparison.wording import per_cent
from audit.report.page.names import shorten
from audit.report.page.table import Cell, Row, Table, number_columns, text_columns
from audit.report.simulation.part_bars import Look, Part, PartBar, PartBars
from audit.report.simulation.spans import told, whole
from audit.report.simulation.words import figure, line_of, lines_in, mean_of
from audit.result.simulation import SimulatedRole, SimulatedVariant
from audit.units import format_number

HIRING, OPENING = "candidates", "candidates and openings"
"""Work of the hiring process: without and with steps done once for each opening."""
PARTS = (
    Part(word="other work", look=Look.OTHER),
    Part(word="more than there are hours", look=Look.LOST),
)
LINE = "all hours of its people"
CAPTION = (
    "Each bar is a week of all people of a role; the line is the end of their hours. "
    "What reaches over the line is asked for and done by nobody, or late. Long before "
    "the line work begins to queue: at 85 % a queue is several times as long as the "
    "work in it."
)
IDLE = (
    "No role with people has a queue in this file: give a role its `people` and a step "
    "its `work`, and this part fills."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What a week asks of a role, in hours."""

    id: str
    name: str
    capacity: float
    candidates: float
    """Worked on candidates."""
    openings: float = 0.0
    """Worked on openings, before anybody applies."""
    duties: float
    """Worked on other duties."""
    asked: float

    @property
    def over(self) -> float:
        """Hours asked that the role does not have; nought where it has them."""
        return max(0.0, self.asked - self.capacity)

    @property
    def share(self) -> float:
        """Hours asked for each hour there is."""
        return self.asked / self.capacity


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """The section."""

    heading: str
    lede: str
    bars: PartBars | None
    table: Table | None


def workload(variant: SimulatedVariant) -> Workload:
    """Return the section; without a run it shows what is asked if nobody left."""
    roles = loads(variant)
    if not roles:
        return Workload(
            heading="No role with a queue", lede=IDLE, bars=None, table=None
        )
    return Workload(
        heading=_heading(roles, simulated=bool(variant.lines)),
        lede=_lede(variant),
        bars=load_bars({"": roles}),
        table=_simulated(variant, roles) if variant.lines else _if_nobody_left(variant),
    )


def loads(variant: SimulatedVariant) -> tuple[Load, ...]:
    """Return the load of each role, as simulated, or before any run if nobody left."""
    if not variant.lines:
        return tuple(_unsimulated(role) for role in variant.roles)
    return tuple(
        _load(variant, line.of, line.name)
        for line in lines_in(variant, "roles")
        if line.key == "asked_hours"
    )


def fullest(roles: tuple[Load, ...]) -> Load | None:
    """Return the role that is asked for most of its hours."""
    return max(roles, key=lambda load: load.share, default=None)


def _load(variant: SimulatedVariant, role: str, name: str) -> Load:
    asked = mean_of(line_of(variant, "asked_hours", role))
    # A before has no role that only an after employs, but it has its lines.
    over = mean_of(line_of(variant, "overload_hours", role))
    capacity = next(
        (one.hours_per_week for one in variant.roles if one.id == role), asked - over
    )
    duties = mean_of(line_of(variant, "duty_utilisation", role))
    return Load(
        id=role,
        name=name,
        capacity=capacity,
        candidates=mean_of(line_of(variant, "candidate_hours", role)),
        openings=mean_of(line_of(variant, "opening_hours", role)),
        duties=duties * capacity,
        asked=asked,
    )


def _unsimulated(role: SimulatedRole) -> Load:
    duties = min(role.duty_hours, role.hours_per_week)
    openings = min(role.opening_hours, role.hours_per_week - duties)
    return Load(
        id=role.id,
        name=role.name,
        capacity=role.hours_per_week,
        candidates=min(role.candidate_hours, role.hours_per_week - duties - openings),
        openings=openings,
        duties=duties,
        asked=role.candidate_hours + role.opening_hours + role.duty_hours,
    )


def load_bars(groups: dict[str, tuple[Load, ...]]) -> PartBars:
    """Return the loads as bars, in shares of the hours that each role has.

    Args:
        groups: name of a group -> its loads; one nameless group has no heading.
    """
    bars = tuple(
        PartBar(
            label=load.name,
            values=(
                (load.candidates + load.openings) / load.capacity,
                load.duties / load.capacity,
                load.over / load.capacity,
            ),
            text=f"{_hours(load.asked)} of {_hours(load.capacity)}, "
            f"{per_cent(load.share)}",
            group=group,
        )
        for group, members in groups.items()
        for load in members
    )
    opening = any(load.openings for members in groups.values() for load in members)
    return PartBars(
        parts=(Part(word=OPENING if opening else HIRING, look=Look.MAIN), *PARTS),
        bars=bars,
        line=1.0,
        line_text=LINE,
        title="Hours a week asked of each role",
        text="; ".join(
            f"{f'{bar.group}, ' if bar.group else ''}{shorten(bar.label)}: {bar.text}"
            for bar in bars
        )
        + ".",
        caption=CAPTION,
    )


def _hours(hours: float) -> str:
    return f"{format_number(hours, 0)} h"


def _heading(roles: tuple[Load, ...], *, simulated: bool) -> str:
    full = fullest(roles)
    assert full is not None
    name = shorten(full.name)
    if not simulated:
        return (
            f"{name} is asked for {_hours(full.asked)} of the {_hours(full.capacity)} "
            "it has a week if nobody leaves"
        )
    if full.over > 0:
        return f"{name} is asked for {whole(full.over)} h a week more than it has"
    return f"{name} is asked for {per_cent(full.share)} of its hours"


def _lede(variant: SimulatedVariant) -> str:
    words = "Hours a week, of all people of a role together."
    if not variant.lines:
        return (
            f"{words} Nothing was simulated here: this is what the file asks for if "
            "every candidate stays. An opening that is filled early takes work away; "
            "a posting that has to be repeated, because people left, adds some."
        )
    return (
        f"{words} Asked for is what came in; at work is what was done of it. Each with "
        "its interval."
    )


_COLUMNS = {
    "asked_hours": "Is asked for",
    "overload_hours": "Over",
    "utilisation": "At work",
    "duty_utilisation": "Of that, other work",
    "opening_hours": "On openings, a week",
    "candidate_hours": "On candidates, a week",
    "hours_per_hire": "On candidates, for each hire",
}
"""Words over a column by the key of its numbers."""


def _simulated(variant: SimulatedVariant, roles: tuple[Load, ...]) -> Table:
    known = {line.key for line in lines_in(variant, "roles")}
    columns = {key: words for key, words in _COLUMNS.items() if key in known}
    return Table(
        id="t-workload",
        caption="By role; over is what it is asked for beyond what it has, below "
        "nought is to spare",
        columns=(
            *text_columns("Role"),
            *number_columns("Has, a week", *columns.values()),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=shorten(load.name)),
                    Cell(text=_hours(load.capacity)),
                    *(_cell(variant, key, load.id) for key in columns),
                )
            )
            for load in roles
        ),
    )


def _cell(variant: SimulatedVariant, key: str, role: str) -> Cell:
    line = line_of(variant, key, role)
    return Cell(text="–" if line is None else told(line.number, line.unit))


def if_nobody_left(variant: SimulatedVariant) -> dict[str, tuple[float, ...]]:
    """Return heads and hours of the roles, by what asks for them; no run is needed."""
    heads = {
        "Has": tuple(role.hours_per_week for role in variant.roles),
        "Candidates": tuple(role.candidate_hours for role in variant.roles),
        "Openings": tuple(role.opening_hours for role in variant.roles),
        "Other work": tuple(role.duty_hours for role in variant.roles),
    }
    return {
        head: hours for head, hours in heads.items() if head != "Openings" or any(hours)
    }


def _if_nobody_left(variant: SimulatedVariant) -> Table:
    asked = if_nobody_left(variant)
    return Table(
        id="t-workload",
        caption="By role, hours a week, if nobody leaves",
        columns=(*text_columns("Role"), *number_columns(*asked)),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=shorten(role.name)),
                    *(
                        Cell(text=figure(hours[place], "hours"))
                        for hours in asked.values()
                    ),
                )
            )
            for place, role in enumerate(variant.roles)
        ),
    )
