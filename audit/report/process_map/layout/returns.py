"""Ways for the flows that send a case back.

They leave and enter above or below and run in gutters. The sides are chosen so that one
gutter is enough where it can be; else a trunk joins the two runs.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from audit.report.process_map.layout.elements import Chart, Kind, Link
from audit.report.process_map.layout.grid import Cell, Grid
from audit.report.process_map.layout.notes import HANG, SLOT, TRUNK, Hanging
from audit.report.process_map.layout.routes import (
    ABOVE,
    BELOW,
    CHANNEL_REACH,
    Return,
    Routes,
    Run,
    Trunk,
    channel_place,
    port_place,
)
from audit.report.process_map.layout.shapes import GATEWAY_HALF
from audit.units import format_share

_EDGE = 8.0
_TRUNK_COST = 2.5
_CROWD = 0.25
_NO_SLOT = 50.0
_BELOW_LIST = 0.4
_SIDES = ((ABOVE, ABOVE), (ABOVE, BELOW), (BELOW, ABOVE), (BELOW, BELOW))


class ReturnRouter:
    """Finds the way of each return in a band."""

    def __init__(
        self,
        chart: Chart,
        grid: Grid,
        routes: Routes,
        hangings: dict[int, Hanging],
        box_width: float,
    ) -> None:
        self._chart = chart
        self._grid = grid
        self._routes = routes
        self._hangings = hangings
        self._half = box_width / 2
        self._crowd: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._used: Counter[tuple[int, int]] = Counter()

    def route(self) -> None:
        """Add the ways and their pieces to the routes."""
        cells = self._grid.cells
        links = sorted(
            (link for link in self._grid.links if link.rework),
            key=lambda link: (
                abs(cells[link.source].column - cells[link.target].column),
                link.source,
                link.target,
            ),
        )
        returns = [self._way(link) for link in links]
        self._choose_ports(returns)
        for way in returns:
            self._measure(way)
        self._routes.returns.extend(returns)

    def _way(self, link: Link) -> Return:
        source, target = self._grid.cells[link.source], self._grid.cells[link.target]
        columns = sorted((source.column, target.column))

        def cost(sides: tuple[int, int]) -> float:
            gutters = _gutter(source, sides[0]), _gutter(target, sides[1])
            total = float(abs(gutters[0] - gutters[1]))
            total += _TRUNK_COST if gutters[0] != gutters[1] else 0.0
            for gutter in set(gutters):
                total += _CROWD * sum(
                    low <= columns[1] and columns[0] <= high
                    for low, high in self._crowd[gutter]
                )
            asked = Counter(zip((link.source, link.target), sides, strict=True))
            for (element, side), ports in asked.items():
                used = self._used[element, side] + ports
                total += _NO_SLOT * max(used - len(self._slots(element, side)), 0)
                if side == BELOW and self._hangings[element].below:
                    total += _BELOW_LIST
            return total

        leaves, enters = min(_SIDES, key=cost)
        self._used[link.source, leaves] += 1
        self._used[link.target, enters] += 1
        first = Run(gutter=_gutter(source, leaves))
        self._routes.runs.append(first)
        self._crowd[first.gutter].append((columns[0], columns[1]))
        way = Return(
            link=link,
            source=source,
            target=target,
            leaves=leaves,
            enters=enters,
            first=first,
            second=first,
            labelled=first,
            shares=_shares(link),
        )
        if _gutter(target, enters) != first.gutter:
            way.second = Run(gutter=_gutter(target, enters))
            way.trunk = Trunk(channel=self._channel(source, target))
            self._routes.runs.append(way.second)
            self._routes.trunks.append(way.trunk)
            self._crowd[way.second.gutter].append((columns[0], columns[1]))
            beside = channel_place(way.trunk.channel)
            first_length = abs(beside - port_place(source.column, 0))
            second_length = abs(beside - port_place(target.column, 0))
            if second_length > first_length:
                way.labelled = way.second
        return way

    def _channel(self, source: Cell, target: Cell) -> int:
        """Return the channel for the trunk: beside the target, towards the source."""
        if source.column > target.column:
            return target.column + 1
        if source.column < target.column:
            return source.column + 1
        return source.column if source.column else 1

    def _free_side(self, element: int, side: int) -> tuple[float, float]:
        """Return the part of a side that no note covers, from the middle."""
        hanging = self._hangings[element]
        is_box = self._chart.elements[element].kind is Kind.STEP
        reach = self._half - _EDGE if is_box else GATEWAY_HALF - 3
        if side == ABOVE and hanging.above:
            left = hanging.above_width / (1 if is_box else 2) + HANG
            return left - (self._half if is_box else 0), reach
        if side == BELOW and hanging.below:
            if not is_box:
                return -reach, -SLOT / 2
            return TRUNK + hanging.below_width + HANG - self._half, reach
        return -reach, reach

    def _slots(self, element: int, side: int) -> list[float]:
        """Return the ports of a side, from left to right."""
        left, right = self._free_side(element, side)
        shift = 0.0 if side == ABOVE else SLOT / 2
        places = [shift + SLOT * k for k in range(-20, 21)]
        return [place for place in places if left <= place <= right]

    def _choose_ports(self, returns: list[Return]) -> None:
        """Give each return its ports: out to the right, in to the left.

        The longest way gets the outermost port, so that ways nest.
        """
        ports: dict[tuple[int, int], list[tuple[Return, bool]]] = defaultdict(list)
        for way in reversed(returns):
            ports[way.link.source, way.leaves].append((way, True))
            ports[way.link.target, way.enters].append((way, False))
        for (element, side), users in ports.items():
            slots = self._slots(element, side)
            if len(users) > len(slots):
                slots = self._squeezed(element, side, len(users))
            left, right = 0, len(slots) - 1
            for way, is_out in users:
                if is_out:
                    way.out = slots[right]
                    right = max(right - 1, 0)
                else:
                    way.into = slots[left]
                    left = min(left + 1, len(slots) - 1)

    def _squeezed(self, element: int, side: int, count: int) -> list[float]:
        """Return as many ports as asked, closer than slots are."""
        left, right = self._free_side(element, side)
        left = min(left, right - count)
        return [left + (right - left) * (k + 0.5) / count for k in range(count)]

    def _measure(self, way: Return) -> None:
        """Stretch the runs of a way and say from where they are joined."""
        out = port_place(way.source.column, way.out)
        into = port_place(way.target.column, way.into)
        way.first.tap(out, _tap_side(way.leaves))
        way.labelled.labelled = True
        if way.trunk is None:
            way.first.tap(into, _tap_side(way.enters))
            return
        middle = channel_place(way.trunk.channel)
        for run, other in ((way.first, way.second), (way.second, way.first)):
            run.reach(middle - CHANNEL_REACH, middle + CHANNEL_REACH)
            run.taps.append((middle, -1 if other.gutter < run.gutter else 1))
        way.second.tap(into, _tap_side(way.enters))


def _gutter(cell: Cell, side: int) -> int:
    return cell.row if side == ABOVE else cell.row + 1


def _tap_side(side: int) -> int:
    """Return from where a port joins its run: one above an element from below it."""
    return 1 if side == ABOVE else -1


def _shares(link: Link) -> tuple[str, ...]:
    """Return the words of a return, then shorter ones.

    Where old and new flows crowd, those that changed can do without: the title of the
    step says them.
    """
    if link.detour and link.share >= 1:
        return ("",)
    share = format_share(link.share)
    return (share,) if link.shown == share else (link.shown, share, "")
