"""Which elements of a process run side by side."""

from __future__ import annotations

from collections import defaultdict

from audit.report.process_map.layout.elements import Chart, Kind

Branch = tuple[int, int]
"""Place of a split, and the number of one of its branches."""


def branches(chart: Chart) -> list[tuple[Branch, ...]]:
    """Return the branches that each element lies in, the outermost first."""
    begins: dict[int, set[int]] = defaultdict(set)
    for link in chart.links:
        if chart.elements[link.source].kind is Kind.SPLIT:
            begins[link.source].add(link.target)
    found: list[tuple[Branch, ...]] = []
    around: list[Branch] = []
    for item in chart.elements:
        if item.kind is Kind.JOIN:
            around.pop()
        elif around and item.place in begins[around[-1][0]]:
            split, number = around[-1]
            around[-1] = split, number + 1
        found.append(tuple(around))
        if item.kind is Kind.SPLIT:
            around.append((item.place, -1))
    return found


def side_by_side(one: tuple[Branch, ...], other: tuple[Branch, ...]) -> bool:
    """Say whether two elements lie in different branches of one split.

    >>> side_by_side(((3, 0),), ((3, 1), (5, 0))), side_by_side(((3, 0),), ((3, 0),))
    (True, False)
    """
    for mine, others in zip(one, other, strict=False):
        if mine != others:
            return mine[0] == others[0]
    return False
