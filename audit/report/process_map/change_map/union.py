"""Two processes as one chart, which is laid out like any other.

The row of the after holds the order, its roles the order of the lanes, its steps their
numbers. What only the before has is put back where it stood, with the sign × before the
number it had there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from audit.report.process_map.change_map.branches import branches
from audit.report.process_map.change_map.flows import merge_flows
from audit.report.process_map.change_map.lanes import merge_lanes
from audit.report.process_map.change_map.rows import Slot, merge_rows, steady
from audit.report.process_map.change_map.steps import StepChange, step_changes
from audit.report.process_map.change_map.twins import find_twins
from audit.report.process_map.layout.elements import Change, Chart, Element, Kind
from audit.report.process_map.layout.row import read_chart
from audit.result import Outline, StepPair


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """Two processes as one chart."""

    chart: Chart
    steps: dict[int, StepChange]
    """What became of each step, by place in the chart."""


def unite(before: Outline, after: Outline, pairs: tuple[StepPair, ...]) -> Union:
    """Return the union of two processes.

    Args:
        before: the process before.
        after: the process after.
        pairs: which step before is which step after; holds every step of both.
    """
    was, now = read_chart(before), read_chart(after)
    twins = find_twins(was, now, pairs)
    slots = merge_rows(twins, len(now.elements))
    old = {slot.before: k for k, slot in enumerate(slots) if slot.before is not None}
    new = {slot.after: k for k, slot in enumerate(slots) if slot.after is not None}
    lanes, lane_of = merge_lanes(was.lanes, now.lanes)
    elements = _elements(slots, was, now, lane_of)
    lies_in = {new[place]: around for place, around in enumerate(branches(now))}
    was, now = _at(was, old), _at(now, new)
    links, exits = merge_flows(was, now, elements, lies_in)
    chart = Chart(
        elements=tuple(elements),
        links=links,
        exits=exits,
        lanes=lanes,
        start=now.start,
    )
    kept = {twin for twin in twins if twin is not None}
    moved = frozenset(new[twin] for twin in kept - steady(twins))
    steps = step_changes(chart, was, moved, lane_of, (before, after), pairs)
    remarked = tuple(
        replace(item, remarks=_remarks(item, steps)) for item in chart.elements
    )
    return Union(chart=replace(chart, elements=remarked), steps=steps)


def _remarks(item: Element, steps: dict[int, StepChange]) -> tuple[str, ...]:
    """Return what stands above an element; where a new block begins, that it does."""
    if item.kind is Kind.STEP:
        return steps[item.place].remarks
    is_new_block = item.kind is Kind.SPLIT and item.change is Change.NEW
    return ("new",) if is_new_block else ()


def _at(chart: Chart, places: dict[int, int]) -> Chart:
    """Return a chart whose flows and start are places of the merged row."""
    return replace(
        chart,
        links=tuple(
            replace(link, source=places[link.source], target=places[link.target])
            for link in chart.links
        ),
        exits=tuple(
            replace(way_out, source=places[way_out.source]) for way_out in chart.exits
        ),
        start=places[chart.start],
    )


def _elements(
    slots: list[Slot], was: Chart, now: Chart, lane_of: dict[str, str]
) -> list[Element]:
    """Return the elements of the merged row, what is gone as part of what is around."""
    phases = {item.phase for item in now.elements}
    ahead = _phases_ahead(slots, now)
    row: list[Element] = []
    open_blocks = 0
    for place, slot in enumerate(slots):
        if slot.after is not None:
            item = now.elements[slot.after]
            change = Change.NEW if slot.before is None else Change.KEPT
            row.append(replace(item, place=place, change=change))
            open_blocks = item.depth
            open_blocks -= item.kind is Kind.JOIN
            continue
        assert slot.before is not None
        item = was.elements[slot.before]
        near = (row[-1].phase if row else ahead[place], ahead[place])
        is_own = item.phase in near if item.phase in phases else phases != {None}
        row.append(
            replace(
                item,
                place=place,
                change=Change.GONE,
                lane=lane_of[item.lane],
                phase=item.phase if is_own and not open_blocks else near[0],
                depth=open_blocks + (item.kind is not Kind.STEP),
            )
        )
    return row


def _phases_ahead(slots: list[Slot], now: Chart) -> list[str | None]:
    """Return for each slot the phase of the next element that the after has."""
    ahead: list[str | None] = []
    phase: str | None = now.elements[-1].phase
    for slot in reversed(slots):
        if slot.after is not None:
            phase = now.elements[slot.after].phase
        ahead.append(phase)
    return ahead[::-1]
