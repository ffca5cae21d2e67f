"""Ways for the flows that go to the right.

A flow keeps its row as long as the cells are free: its own row, then that of its
target; otherwise it takes the gutter that costs the least way.
"""

from __future__ import annotations

from collections import defaultdict

from audit.report.process_map.layout.elements import Change, Chart, Kind, Link
from audit.report.process_map.layout.grid import Cell, Grid
from audit.report.process_map.layout.notes import NOTE_SIZE
from audit.report.process_map.layout.routes import (
    CHANNEL_REACH,
    Forward,
    Routes,
    Run,
    Trunk,
    channel_place,
)
from audit.report.process_map.layout.text import width_of

BOX_PORTS = (9.0, 18.0, -18.0, 26.0, -26.0)
"""Where flows enter a step when the middle is taken, below the middle."""
GATEWAY_PORTS = (7.0, -7.0)

# What two more bends cost against a row of way.
_BENDS = 1.2
_CROWD = 0.3


class ForwardRouter:
    """Finds the way of each flow to the right in a band."""

    def __init__(self, chart: Chart, grid: Grid, routes: Routes) -> None:
        self._chart = chart
        self._grid = grid
        self._routes = routes
        self._busy: set[tuple[int, int]] = set(grid.taken)
        self._outs: dict[int, list[Link]] = defaultdict(list)
        self._keeps_row: set[int] = set()
        self._leave: dict[int, Trunk] = {}
        self._arrive: dict[int, Trunk] = {}
        self._middle: set[int] = set()
        self._ports: dict[int, int] = defaultdict(int)
        self._crowd: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def route(self) -> None:
        """Add the ways and their pieces to the routes."""
        links = [link for link in self._grid.links if not link.rework]
        for link in links:
            self._outs[link.source].append(link)
        # What is gone takes the ways that are left.
        links.sort(
            key=lambda link: (
                link.change is Change.GONE,
                self._span(link),
                link.source,
                link.target,
            )
        )
        straight = [link for link in links if self._is_straight(link)]
        later = [link for link in links if link not in straight]
        for link in later:
            self._routes.forwards.append(self._bent(link))
        for forward in self._routes.forwards:
            self._add_label(forward)

    def next_port(self, element: int) -> float | None:
        """Return a free place to enter an element beside the middle."""
        ports = (
            BOX_PORTS
            if self._chart.elements[element].kind is Kind.STEP
            else GATEWAY_PORTS
        )
        used = self._ports[element]
        if used == len(ports):
            return None
        self._ports[element] += 1
        return ports[used]

    def _span(self, link: Link) -> int:
        cells = self._grid.cells
        return cells[link.target].column - cells[link.source].column

    def _ends(self, link: Link) -> tuple[Cell, Cell]:
        return self._grid.cells[link.source], self._grid.cells[link.target]

    def _free(self, row: int, source: Cell, target: Cell) -> bool:
        between = range(source.column + 1, target.column)
        return all((column, row) not in self._busy for column in between)

    def _take(self, row: int, source: Cell, target: Cell) -> None:
        between = range(source.column + 1, target.column)
        self._busy.update((column, row) for column in between)

    def _is_straight(self, link: Link) -> bool:
        """Route a flow that can keep its row all the way."""
        source, target = self._ends(link)
        if source.row != target.row or not self._free(source.row, source, target):
            return False
        if link.source in self._keeps_row:
            return False
        self._take(source.row, source, target)
        self._keeps_row.add(link.source)
        self._middle.add(link.target)
        self._routes.forwards.append(Forward(link=link, source=source, target=target))
        return True

    def _bent(self, link: Link) -> Forward:
        source, target = self._ends(link)
        forward = Forward(link=link, source=source, target=target)
        parts = len(self._outs[link.source]) > 1
        if target.column == source.column + 1 and source.row != target.row:
            if not parts:
                forward.arrive = self._trunk_into(link.target, target)
                return forward
            if self._claim_port(forward):
                forward.leave = self._trunk_out(link.source, source)
                return forward
        elif source.row != target.row:
            own = link.source not in self._keeps_row and self._free(
                source.row, source, target
            )
            other = link.target not in self._middle and self._free(
                target.row, source, target
            )
            if own and not (parts and other):
                self._take(source.row, source, target)
                self._keeps_row.add(link.source)
                forward.arrive = self._trunk_into(link.target, target)
                return forward
            if other:
                self._take(target.row, source, target)
                self._middle.add(link.target)
                forward.leave = self._trunk_out(link.source, source)
                return forward
        forward.leave = self._trunk_out(link.source, source)
        forward.arrive = self._trunk_into(link.target, target)
        forward.run = self._run(source, target)
        return forward

    def _claim_port(self, forward: Forward) -> bool:
        element = forward.link.target
        if element not in self._middle:
            self._middle.add(element)
            return True
        port = self.next_port(element)
        if port is None:
            return False
        forward.port = port
        return True

    def _trunk_out(self, element: int, cell: Cell) -> Trunk:
        if element not in self._leave:
            is_split = self._chart.elements[element].kind is Kind.SPLIT
            gate = self._ways(element) > 1 and not is_split
            trunk = Trunk(channel=cell.column + 1, gate=gate)
            self._leave[element] = trunk
            self._routes.trunks.append(trunk)
        return self._leave[element]

    def _ways(self, element: int) -> int:
        """Count the ways to the right that a case can take from an element."""
        return sum(link.change is not Change.GONE for link in self._outs[element])

    def _trunk_into(self, element: int, cell: Cell) -> Trunk:
        if element not in self._arrive:
            trunk = Trunk(channel=cell.column)
            self._arrive[element] = trunk
            self._routes.trunks.append(trunk)
        return self._arrive[element]

    def _run(self, source: Cell, target: Cell) -> Run:
        """Return a run in the gutter with the shortest way and the least company."""
        first, last = source.column + 1, target.column

        def cost(gutter: int) -> tuple[float, int]:
            level = gutter - 0.5
            way = abs(source.row - level) + abs(target.row - level)
            company = sum(
                low <= last and first <= high for low, high in self._crowd[gutter]
            )
            return way + _CROWD * company, abs(gutter - target.row)

        gutter = min(range(self._grid.rows + 1), key=cost)
        self._crowd[gutter].append((first, last))
        run = Run(gutter=gutter)
        start, end = channel_place(first), channel_place(last)
        run.reach(start - CHANNEL_REACH, end + CHANNEL_REACH)
        run.taps.append((start, -1 if source.row < gutter else 1))
        run.taps.append((end, -1 if target.row < gutter else 1))
        self._routes.runs.append(run)
        return run

    def _add_label(self, forward: Forward) -> None:
        """Say the share where a decision parts its flows."""
        link = forward.link
        is_split = self._chart.elements[link.source].kind is Kind.SPLIT
        if len(self._outs[link.source]) < 2 or is_split:
            return
        if link.share >= 1 and link.was is None and self._ways(link.source) < 2:
            return
        forward.label = link.shown
        if forward.run is not None:
            forward.run.labelled = True
            return
        trunk = self._leave.get(link.source)
        if trunk is not None:
            width = width_of(forward.label, NOTE_SIZE)
            trunk.label_width = max(trunk.label_width, width)
