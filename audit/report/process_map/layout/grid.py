"""Where the elements of a band stand: columns by rank, rows by lane.

The column of an element is the length of the longest way to it inside the band, so all
forward flows go to the right. The row of a step lies in its lane; a lane has as many
rows as it has steps in one column. Gateways, which are nobody's work, stand where they
keep lines straight.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from audit.report.process_map.layout.elements import Change, Chart, Kind, Link

# What a line costs that has to change its row, beside the rows it passes.
_BEND = 1.5
# What a line costs that cannot keep its row because a box stands in it.
_BLOCKED = 2.0
# What is gone may bend more than what is there.
_GONE_WEIGHT = 0.25
_PASSES = 4
# Steps in one lane and column from which on they are spread over columns.
_TALL_STACK = 3


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


def rows_needed(chart: Chart, start: int, stop: int) -> int:
    """Return how many rows a band takes, without placing it."""
    columns = ranks(chart, start, stop)
    _level(chart, columns, _forward_links(chart, start, stop))
    lanes = _lanes(chart, columns)
    return lanes[-1].first + lanes[-1].rows


def _forward_links(chart: Chart, start: int, stop: int) -> list[Link]:
    return [
        link
        for link in chart.links
        if start <= link.source and link.target < stop and not link.rework
    ]


def place(chart: Chart, start: int, stop: int) -> Grid:
    """Place the elements of a band."""
    links = tuple(
        link
        for link in chart.links
        if start <= link.source < stop and start <= link.target < stop
    )
    forward = _forward_links(chart, start, stop)
    columns = ranks(chart, start, stop)
    _level(chart, columns, forward)
    steps = [k for k in columns if chart.elements[k].kind is Kind.STEP]
    gateways = [k for k in columns if chart.elements[k].kind is not Kind.STEP]
    lanes = _lanes(chart, columns)
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
    gone = [k for k in columns if chart.elements[k].change is Change.GONE]
    _straighten(rows, columns, forward, allowed, gone)
    return Grid(
        start=start,
        stop=stop,
        columns=max(columns.values()) + 1,
        rows=height,
        cells={k: Cell(column=columns[k], row=rows[k]) for k in range(start, stop)},
        lanes=tuple(lanes),
        links=links,
    )


def _lanes(chart: Chart, columns: dict[int, int]) -> list[Lane]:
    """Return the lanes with steps, each with rows enough for its fullest column.

    Gateways stand in any free cell; only a column without one gives a lane another row.
    """
    steps = [k for k in columns if chart.elements[k].kind is Kind.STEP]
    gateways = [k for k in columns if chart.elements[k].kind is not Kind.STEP]
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


class Ranks:
    """Columns of the elements of a band, found one by one from left to right.

    The order of the elements is topological for forward flows, so one sweep gives the
    longest ways. A phase begins to the right of the one before it.
    """

    def __init__(self, chart: Chart, start: int) -> None:
        self._elements = chart.elements
        self._into: dict[int, list[int]] = defaultdict(list)
        for link in chart.links:
            if not link.rework and link.source >= start:
                self._into[link.target].append(link.source)
        self._phase = chart.elements[start].phase
        self._floor = 0
        self._next = 0
        self.columns: dict[int, int] = {}

    def add(self, place: int) -> int:
        """Return the column of the next element."""
        element = self._elements[place]
        if element.opens_level and element.phase != self._phase:
            self._phase, self._floor = element.phase, self._next
        column = max(
            (self.columns[source] + 1 for source in self._into[place]), default=0
        )
        column = max(column, self._floor)
        self.columns[place] = column
        self._next = max(self._next, column + 1)
        return column


def ranks(chart: Chart, start: int, stop: int) -> dict[int, int]:
    """Return the column of each element of a band."""
    sweep = Ranks(chart, start)
    for element in range(start, stop):
        sweep.add(element)
    return sweep.columns


def phase_runs(chart: Chart, start: int, stop: int) -> list[tuple[str, int]]:
    """Return the phases of a band in order, each with its first element."""
    runs: list[tuple[str, int]] = []
    for element in chart.elements[start:stop]:
        phase = element.phase or ""
        if not runs and element.kind is Kind.JOIN:
            continue
        if not runs or (element.opens_level and phase != runs[-1][0]):
            runs.append((phase, element.place))
    return runs


def _level(chart: Chart, columns: dict[int, int], links: list[Link]) -> None:
    """Move steps to the right where a lane has a tall stack and the way has slack.

    A step moves only between what it needs and what needs it, so all flows still go to
    the right; and only as long as its lane gets lower by it.
    """
    latest = {
        source: min(columns[link.target] for link in links if link.source == source) - 1
        for source in {link.source for link in links}
    }
    stacks: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, column in columns.items():
        if chart.elements[place].kind is Kind.STEP:
            stacks[chart.elements[place].lane][column].append(place)
    for lane in stacks.values():
        while (tallest := max(map(len, lane.values()))) >= _TALL_STACK:
            moves: list[tuple[int, int]] = []
            for column in [c for c in sorted(lane) if len(lane[c]) == tallest]:
                found = [
                    (place, to)
                    for place in lane[column]
                    for to in range(column + 1, latest.get(place, column) + 1)
                    if len(lane[to]) < tallest - 1
                ]
                if found:
                    place, to = found[-1]
                    lane[column].remove(place)
                    lane[to].append(place)
                    moves.append(found[-1])
            columns.update(moves)
            for stack in lane.values():
                stack.sort()
            if max(map(len, lane.values())) == tallest:
                break


def _straighten(
    rows: dict[int, int],
    columns: dict[int, int],
    links: list[Link],
    allowed: dict[int, range],
    gone: list[int],
) -> None:
    """Move elements among their rows while that makes the lines straighter.

    What is gone moves out of the way of lines that pass its column, too.
    """
    at = {(columns[element], row): element for element, row in rows.items()}
    touching: dict[int, list[int]] = defaultdict(list)
    for number, link in enumerate(links):
        touching[link.source].append(number)
        touching[link.target].append(number)
        for element in gone:
            if columns[link.source] < columns[element] < columns[link.target]:
                touching[element].append(number)

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
    weight = _GONE_WEIGHT if link.change is Change.GONE else 1.0
    return (apart + (_BEND if apart else 0.0) + blocked) * weight
