"""Order in the channels: which trunk stands before which, so that no lines coincide.

Where one element sends a line into a channel and its neighbour across receives one in
the same row, the trunk of the first has to stand before that of the second. Where such
demands go round in a circle, one line enters its element beside the middle instead.
"""

from __future__ import annotations

from collections import defaultdict

import networkx as nx

from audit.report.process_map.layout.forward import ForwardRouter
from audit.report.process_map.layout.grid import Grid
from audit.report.process_map.layout.routes import Routes, Trunk
from audit.report.process_map.layout.tracks import AFTER, BEFORE


def settle(
    grid: Grid, routes: Routes, axis_y: list[float], router: ForwardRouter
) -> None:
    """Join all taps to the trunks and say which trunks have to follow which.

    Args:
        grid: the band.
        routes: its ways; runs have their height already.
        axis_y: middle of each row.
        router: gives further ports.
    """
    for _ in range(len(routes.trunks) + 1):
        _tap(routes, axis_y)
        circle = _demand(grid, routes, axis_y)
        if circle is None or not _part(circle, routes, axis_y, router):
            break
    for trunk in routes.trunks:
        trunk.taps = sorted(set(trunk.taps))


def _tap(routes: Routes, axis_y: list[float]) -> None:
    for trunk in routes.trunks:
        trunk.taps = []
        trunk.low, trunk.high = float("inf"), float("-inf")
        trunk.must_follow = []
    for way in routes.forwards:
        start = axis_y[way.source.row]
        end = axis_y[way.target.row] + (way.arrive.port if way.arrive else way.port)
        if way.leave is not None:
            way.leave.tap(start, BEFORE)
            way.leave.tap(way.run.y if way.run else end, AFTER)
        if way.arrive is not None:
            way.arrive.tap(way.run.y if way.run else start, BEFORE)
            way.arrive.tap(end, AFTER)
    for back in routes.returns:
        if back.trunk is not None:
            source, target = back.source.column, back.target.column
            channel = back.trunk.channel
            back.trunk.tap(back.first.y, AFTER if source >= channel else BEFORE)
            back.trunk.tap(back.second.y, AFTER if target >= channel else BEFORE)


def _demand(
    grid: Grid, routes: Routes, axis_y: list[float]
) -> list[tuple[Trunk, Trunk]] | None:
    """Note the demands on each trunk; return a circle of them if there is one."""
    by_channel: dict[int, list[Trunk]] = defaultdict(list)
    for trunk in routes.trunks:
        by_channel[trunk.channel].append(trunk)
    gathers = {id(way.arrive) for way in routes.forwards if way.arrive is not None}
    place = {id(trunk): k for k, trunk in enumerate(routes.trunks)}
    for trunks in by_channel.values():
        graph: nx.DiGraph[int] = nx.DiGraph()
        for late in trunks:
            enters = {y for y, side in late.taps if side == AFTER}
            for early in trunks:
                if early is late:
                    continue
                leaves = {y for y, side in early.taps if side == BEFORE}
                meets = {y for y, side in early.taps if side == AFTER}
                # Two lines into one element meet: the one that parts comes first.
                merges = id(late) in gathers and id(early) not in gathers
                if enters & leaves or (merges and enters & meets):
                    graph.add_edge(place[id(early)], place[id(late)])
        try:
            circle = nx.find_cycle(graph)
        except nx.NetworkXNoCycle:
            for early_place, late_place in graph.edges:
                late, early = routes.trunks[late_place], routes.trunks[early_place]
                late.must_follow.append(early)
        else:
            return [(routes.trunks[a], routes.trunks[b]) for a, b in circle]
    return None


def _part(
    circle: list[tuple[Trunk, Trunk]],
    routes: Routes,
    axis_y: list[float],
    router: ForwardRouter,
) -> bool:
    """Move one entry of a circle beside the middle; say whether that could be done."""
    for early, late in circle:
        meets = {y for y, side in late.taps if side == AFTER}
        meets &= {y for y, _ in early.taps}
        for way in routes.forwards:
            if way.arrive is late:
                if late.port or axis_y[way.target.row] not in meets:
                    continue
            elif (
                way.leave is not late
                or way.arrive is not None
                or way.port
                or axis_y[way.target.row] not in meets
            ):
                continue
            port = router.next_port(way.link.target)
            if port is None:
                continue
            if way.arrive is late:
                late.port = port
            else:
                way.port = port
            return True
    return False
