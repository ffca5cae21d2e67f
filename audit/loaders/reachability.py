"""Plain graph search: what can be reached, and which loops nobody leaves.

Every search takes time in proportion to nodes and ways, so that a long file or a hostile
one is checked as quickly as it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Ways = Mapping[str, frozenset[str]]
"""Node id -> the nodes and endings that it can flow to."""


def reachable(start: Iterable[str], ways: Ways) -> set[str]:
    """Return everything that can be reached, the start included."""
    reached = set(start)
    ahead = list(reached)
    while ahead:
        for to in ways.get(ahead.pop(), ()):
            if to not in reached:
                reached.add(to)
                ahead.append(to)
    return reached


def closed_loops(nodes: Sequence[str], ways: Ways) -> list[list[str]]:
    """Return the loops among the nodes that no way leads out of.

    Args:
        nodes: where to look; what lies outside of them is an ending.
        ways: of each node.

    Returns:
        Each loop in the order of `nodes`; the loops in the order of their first node.
    """
    back = _turned(ways)
    endings = {to for node in nodes for to in ways[node]} - set(nodes)
    ending = reachable(endings, back)
    trapped = [node for node in nodes if node not in ending]
    place = {node: k for k, node in enumerate(trapped)}
    loops, dealt_with = [], set[str]()
    # Kosaraju: finished last in the turned graph means that nothing leads on from it
    # but to itself, so one search forwards from there finds a strong component.
    for node in reversed(_finished(trapped, back)):
        if node in dealt_with or not ways[node]:
            continue
        onwards = {n: ways[n] - dealt_with for n in place if n not in dealt_with}
        component = reachable({node}, onwards)
        leads_on = any(ways[member] & dealt_with for member in component)
        dealt_with |= component
        if not leads_on:
            loops.append(sorted(component, key=place.__getitem__))
    return sorted(loops, key=lambda loop: place[loop[0]])


def _turned(ways: Ways) -> dict[str, frozenset[str]]:
    """Return the same graph with every way turned round."""
    back: dict[str, set[str]] = {}
    for node, targets in ways.items():
        for to in targets:
            back.setdefault(to, set()).add(node)
    return {node: frozenset(sources) for node, sources in back.items()}


def _finished(nodes: Sequence[str], ways: Ways) -> list[str]:
    """Return nodes in the order in which a search in depth is done with them."""
    wanted, seen = set(nodes), set[str]()
    finished: list[str] = []
    for start in nodes:
        if start in seen:
            continue
        seen.add(start)
        stack = [(start, iter(sorted(ways.get(start, ()))))]
        while stack:
            node, ahead = stack[-1]
            to = next((t for t in ahead if t in wanted and t not in seen), None)
            if to is None:
                finished.append(node)
                stack.pop()
            else:
                seen.add(to)
                stack.append((to, iter(sorted(ways.get(to, ())))))
    return finished
