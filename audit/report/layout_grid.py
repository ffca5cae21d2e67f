"""Where the elements of a band stand: columns by rank, rows by lane.

The column of an element is the length of the longest way to it inside the band, so all
forward flows go to the right. The row of a step lies in its lane; a lane has as many
rows as it has steps in one column. Gateways, which are nobody's work, stand where they
keep lines straight.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from audit.report.layout_elements import Chart, Kind, Link

# What a line costs that has to change its row, beside the rows it passes.
_BEND = 1.5
# What a line costs that cannot keep its row because a box stands in it.
_BLOCKED = 2.0
_PASSES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A place in the grid, counted from 0."""

    column: int
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The rows of a role."""

    role: str
    name: str
    shade: int
    """Place of the role in declared order."""
    first: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The elements `start` to `stop` (exclusive) of a chart, placed."""

    start: int
    stop: int
    columns: int
    rows: int
    cells: dict[int, Cell]
    lanes: tuple[Lane, ...]
    links: tuple[Link, ...]
    """Flows with both ends in the band."""

    @property
    def taken(self) -> frozenset[tuple[int, int]]:
        """Columns and rows of the cells that hold an element."""
        return frozenset((cell.column, cell.row) for cell in self.cells.values())


def place(chart: Chart, start: int, stop: int) -> Grid:
    """Place the elements of a band."""
    links = tuple(
        link
        for link in chart.links
        if start <= link.source < stop and start <= link.target < stop
    )
    forward = [link for link in links if not link.rework]
    columns = ranks(chart, start, stop)
    steps = [k for k in columns if chart.elements[k].kind is Kind.STEP]
    gateways = [k for k in columns if chart.elements[k].kind is not Kind.STEP]
    lanes = _lanes(chart, columns, steps, gateways)
    by_role = {lane.role: lane for lane in lanes}
    rows: dict[int, int] = {}
    stacks: dict[tuple[str, int], list[int]] = defaultdict(list)
    for step in steps:
        stacks[chart.elements[step].lane, columns[step]].append(step)
    for (role, _), stack in stacks.items():
        lane = by_role[role]
        # A lone element stands in the middle, so that branches open to both sides.
        top = lane.first + (lane.rows - len(stack)) // 2
        rows.update({step: top + k for k, step in enumerate(stack)})
    height = lanes[-1].first + lanes[-1].rows
    _place_gateways(rows, columns, gateways, forward, height)
    allowed = {
        step: range(lane.first, lane.first + lane.rows)
        for step in steps
        for lane in [by_role[chart.elements[step].lane]]
    }
    allowed.update(dict.fromkeys(gateways, range(height)))
    _straighten(rows, columns, forward, allowed)
    return Grid(
        start=start,
        stop=stop,
        columns=max(columns.values()) + 1,
        rows=height,
        cells={k: Cell(column=columns[k], row=rows[k]) for k in range(start, stop)},
        lanes=tuple(lanes),
        links=links,
    )


def _lanes(
    chart: Chart, columns: dict[int, int], steps: list[int], gateways: list[int]
) -> list[Lane]:
    """Return the lanes with steps, each with rows enough for its fullest column.

    Gateways stand in any free cell; only a column without one gives a lane another row.
    """
    stacked = Counter((chart.elements[k].lane, columns[k]) for k in steps)
    rows: dict[str, int] = {}
    for (role, _), count in stacked.items():
        rows[role] = max(rows.get(role, 0), count)
    filled = Counter(columns[k] for k in (*steps, *gateways))
    for gateway in gateways:
        if filled[columns[gateway]] > sum(rows.values()):
            lane = chart.elements[gateway].lane
            rows[lane if lane in rows else next(iter(rows))] += 1
    lanes: list[Lane] = []
    first = 0
    for shade, (role, name) in enumerate(chart.lanes):
        if role in rows:
            lanes.append(
                Lane(role=role, name=name, shade=shade, first=first, rows=rows[role])
            )
            first += rows[role]
    return lanes


def _place_gateways(
    rows: dict[int, int],
    columns: dict[int, int],
    gateways: list[int],
    links: list[Link],
    height: int,
) -> None:
    """Put each gateway into the free cell of its column nearest to its neighbours."""
    taken = {(columns[k], row) for k, row in rows.items()}
    for gateway in gateways:
        near = [
            rows[end]
            for link in links
            if gateway in {link.source, link.target}
            for end in (link.source, link.target)
            if end in rows
        ]
        way = {
            row: sum(abs(row - other) for other in near)
            for row in range(height)
            if (columns[gateway], row) not in taken
        }
        chosen = min(way, key=lambda row: (way[row], row))
        rows[gateway] = chosen
        taken.add((columns[gateway], chosen))


def ranks(chart: Chart, start: int, stop: int) -> dict[int, int]:
    """Return the column of each element of a band.

    The order of the elements is topological for forward flows, so one sweep gives the
    longest ways. Neighbours in a band would add ranks on the right only: a band that
    grows keeps the columns it has.
    """
    into: dict[int, list[int]] = defaultdict(list)
    for link in chart.links:
        if not link.rework and start <= link.source and link.target < stop:
            into[link.target].append(link.source)
    columns: dict[int, int] = {}
    for element in range(start, stop):
        columns[element] = 1 + max((columns[p] for p in into[element]), default=-1)
    return columns


def _straighten(
    rows: dict[int, int],
    columns: dict[int, int],
    links: list[Link],
    allowed: dict[int, range],
) -> None:
    """Move elements among their rows while that makes the lines straighter."""
    at = {(columns[element], row): element for element, row in rows.items()}
    touching: dict[int, list[int]] = defaultdict(list)
    for number, link in enumerate(links):
        touching[link.source].append(number)
        touching[link.target].append(number)

    def cost(numbers: set[int]) -> float:
        return sum(_link_cost(links[number], rows, columns, at) for number in numbers)

    movable = [element for element in sorted(rows) if len(allowed[element]) > 1]
    for _ in range(_PASSES):
        better = False
        for element in movable:
            column = columns[element]
            for row in allowed[element]:
                old = rows[element]
                other = at.get((column, row))
                if row == old or (other is not None and old not in allowed[other]):
                    continue
                touched = {
                    *touching[element],
                    *(touching[other] if other is not None else ()),
                }
                before = cost(touched)
                _swap(rows, at, column, element, other, row)
                if cost(touched) < before - 1e-9:
                    better = True
                else:
                    _swap(rows, at, column, element, other, old)
        if not better:
            return


def _swap(
    rows: dict[int, int],
    at: dict[tuple[int, int], int],
    column: int,
    element: int,
    other: int | None,
    row: int,
) -> None:
    old = rows[element]
    rows[element] = row
    at[column, row] = element
    if other is None:
        del at[column, old]
    else:
        rows[other] = old
        at[column, old] = other


def _link_cost(
    link: Link,
    rows: dict[int, int],
    columns: dict[int, int],
    at: dict[tuple[int, int], int],
) -> float:
    row, target_row = rows[link.source], rows[link.target]
    apart = abs(row - target_row)
    own = other = True
    for column in range(columns[link.source] + 1, columns[link.target]):
        own = own and (column, row) not in at
        other = other and (column, target_row) not in at
    blocked = 0.0 if own or other else _BLOCKED
    return apart + (_BEND if apart else 0.0) + blocked
