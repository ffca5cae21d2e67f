"""Where the elements of a band stand: columns by rank, rows by lane.

The column of an element is the length of the longest way to it inside the band, so all
forward flows go to the right. Its row lies in its lane; a lane has as many rows as it
has elements in one column, and elements take the row that keeps their lines straight.
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
    columns = ranks(chart, start, stop)
    lane_of = _lanes_in_use(chart, start, stop)
    stacks: dict[tuple[str, int], list[int]] = defaultdict(list)
    for element in range(start, stop):
        stacks[lane_of[element], columns[element]].append(element)
    lanes: list[Lane] = []
    row = 0
    for shade, (role, name) in enumerate(chart.lanes):
        rows = max((len(stacks[key]) for key in stacks if key[0] == role), default=0)
        if rows:
            lanes.append(Lane(role=role, name=name, shade=shade, first=row, rows=rows))
            row += rows
    by_role = {lane.role: lane for lane in lanes}
    rows_of: dict[int, int] = {}
    for (role, _), stack in stacks.items():
        lane = by_role[role]
        # A lone element stands in the middle, so that branches open to both sides.
        top = lane.first + (lane.rows - len(stack)) // 2
        rows_of.update({element: top + k for k, element in enumerate(stack)})
    _straighten(
        rows_of,
        columns,
        [link for link in links if not link.rework],
        {element: by_role[lane_of[element]] for element in rows_of},
    )
    return Grid(
        start=start,
        stop=stop,
        columns=max(columns.values()) + 1,
        rows=row,
        cells={
            element: Cell(column=columns[element], row=rows_of[element])
            for element in range(start, stop)
        },
        lanes=tuple(lanes),
        links=links,
    )


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


def _lanes_in_use(chart: Chart, start: int, stop: int) -> dict[int, str]:
    """Return the lane of each element; a gateway opens no lane without steps."""
    band = chart.elements[start:stop]
    steps = [element for element in band if element.kind is Kind.STEP]
    used = {element.lane for element in steps}
    lanes: dict[int, str] = {}
    for element in band:
        if element.lane in used:
            lanes[element.place] = element.lane
        else:
            nearest = min(steps, key=lambda step: abs(step.place - element.place))
            lanes[element.place] = nearest.lane
    return lanes


def _straighten(
    rows: dict[int, int],
    columns: dict[int, int],
    links: list[Link],
    lanes: dict[int, Lane],
) -> None:
    """Move elements inside their lanes while that makes the lines straighter."""
    at = {(columns[element], row): element for element, row in rows.items()}
    touching: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        touching[link.source].append(link)
        touching[link.target].append(link)

    def cost(moved: Counter[int]) -> float:
        return sum(
            _link_cost(link, rows, columns, at)
            for link in {id(k): k for e in moved for k in touching[e]}.values()
        )

    movable = [element for element in sorted(rows) if lanes[element].rows > 1]
    for _ in range(_PASSES):
        better = False
        for element in movable:
            lane = lanes[element]
            column = columns[element]
            for row in range(lane.first, lane.first + lane.rows):
                old = rows[element]
                if row == old:
                    continue
                other = at.get((column, row))
                moved = Counter([element] if other is None else [element, other])
                before = cost(moved)
                _swap(rows, at, column, element, other, row)
                if cost(moved) < before - 1e-9:
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
    apart = abs(rows[link.source] - rows[link.target])
    between = range(columns[link.source] + 1, columns[link.target])
    free = any(
        all((column, row) not in at for column in between)
        for row in {rows[link.source], rows[link.target]}
    )
    return apart + (_BEND if apart else 0.0) + (0.0 if free else _BLOCKED)
