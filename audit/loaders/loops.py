"""Strongly connected components: steps that can all reach one another."""

from __future__ import annotations

from collections.abc import Mapping

Edges = Mapping[str, tuple[str, ...]]
"""Node -> where it leads; every target is a node."""


def strong_components(edges: Edges) -> list[set[str]]:
    """Return the components of a graph (Kosaraju; Sharir 1981), without recursion.

    >>> graph = {"a": ("b",), "b": ("a", "c"), "c": ()}
    >>> [sorted(component) for component in strong_components(graph)]
    [['c'], ['a', 'b']]
    """
    backwards = reversed_edges(edges)
    finished: list[str] = []
    seen: set[str] = set()
    for start in backwards:
        waiting = [(start, False)]
        while waiting:
            node, done = waiting.pop()
            if done:
                finished.append(node)
            elif node not in seen:
                seen.add(node)
                waiting.append((node, True))
                waiting.extend((to, False) for to in backwards[node])
    components: list[set[str]] = []
    placed: set[str] = set()
    for node in reversed(finished):
        if node not in placed:
            component = _ahead(node, edges, placed)
            placed |= component
            components.append(component)
    return components


def reversed_edges(edges: Edges) -> dict[str, list[str]]:
    """Return the same graph with every edge turned round."""
    backwards: dict[str, list[str]] = {node: [] for node in edges}
    for node, targets in edges.items():
        for target in targets:
            backwards[target].append(node)
    return backwards


def _ahead(start: str, edges: Edges, placed: set[str]) -> set[str]:
    found = {start}
    waiting = [start]
    while waiting:
        for target in edges[waiting.pop()]:
            if target not in found and target not in placed:
                found.add(target)
                waiting.append(target)
    return found
