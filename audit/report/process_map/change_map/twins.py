"""Which element before is which element after: steps by their pairs, blocks by theirs.

Two blocks are one when they have the same id and a step in common, or exactly the same
steps.
"""

from __future__ import annotations

from audit.report.process_map.layout.elements import Chart, Kind
from audit.result import StepPair


def find_twins(
    before: Chart, after: Chart, pairs: tuple[StepPair, ...]
) -> list[int | None]:
    """Return for each element before its place after; None for one that is gone."""
    steps = {
        pair.before: pair.after
        for pair in pairs
        if pair.before is not None and pair.after is not None
    }
    blocks = _block_twins(before, after, steps)
    places = {(item.kind, item.node): item.place for item in after.elements}
    twins: list[int | None] = []
    for item in before.elements:
        names = steps if item.kind is Kind.STEP else blocks
        node = names.get(item.node)
        twins.append(None if node is None else places[item.kind, node])
    return twins


def _block_twins(before: Chart, after: Chart, steps: dict[str, str]) -> dict[str, str]:
    now = _steps_by_block(after)
    was = {
        block: frozenset(steps[step] for step in inside if step in steps)
        for block, inside in _steps_by_block(before).items()
    }
    found = {
        block: block for block, inside in was.items() if inside & now.get(block, set())
    }
    for block, inside in was.items():
        alike = [
            other
            for other, others in now.items()
            if inside and others == inside and other not in found.values()
        ]
        if block not in found and alike:
            found[block] = alike[0]
    return found


def _steps_by_block(chart: Chart) -> dict[str, frozenset[str]]:
    """Return the ids of the steps inside each block, nested ones included."""
    begins: dict[str, int] = {}
    inside: dict[str, frozenset[str]] = {}
    for item in chart.elements:
        if item.kind is Kind.SPLIT:
            begins[item.node] = item.place
        elif item.kind is Kind.JOIN:
            inside[item.node] = frozenset(
                other.node
                for other in chart.elements[begins[item.node] : item.place]
                if other.kind is Kind.STEP
            )
    return inside
