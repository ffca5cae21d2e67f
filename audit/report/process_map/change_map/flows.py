"""The flows of two processes as one: kept, new, gone, or of another share.

A flow that now leads through a new gateway to the same step is no other flow: it is
drawn once, through the gateway. The same holds for one that led through a gateway that
is gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from audit.report.process_map.change_map.branches import Branch, side_by_side
from audit.report.process_map.layout.elements import (
    Change,
    Chart,
    Element,
    Exit,
    Kind,
    Link,
)
from audit.units import format_share

Flow = TypeVar("Flow", Link, Exit)

Ends = tuple[int, int | str]
"""Place of the source, and of the target or the id of the outcome."""

_GONE_KEY = "g"
"""Begins the keys of flows that only the process before has."""


def merge_flows(
    before: Chart,
    after: Chart,
    elements: Sequence[Element],
    lies_in: dict[int, tuple[Branch, ...]],
) -> tuple[tuple[Link, ...], tuple[Exit, ...]]:
    """Return the flows of both processes.

    Args:
        before: the process before, its flows between places of the merged row.
        after: the process after, likewise.
        elements: the merged row.
        lies_in: for each element that the after has, the branches around it.
    """
    led_before = _led(before.flows, elements, Change.GONE)
    led_now = _led(after.flows, elements, Change.NEW)
    links = _merge(before.links, after.links, led_before, led_now)
    exits = _merge(before.exits, after.exits, led_before, led_now)
    return tuple(_route(links, elements, lies_in)), tuple(exits)


def _ends(flow: Link | Exit) -> Ends:
    return flow.source, flow.target if isinstance(flow, Link) else flow.outcome


def _led(
    flows: Iterable[Link | Exit], elements: Sequence[Element], change: Change
) -> dict[Ends, float]:
    """Return what is joined through gateways that are new, or gone, and by what share.

    Gateways do not choose: the share is that of the flow into the first of them.
    """
    onward: dict[int, list[Link | Exit]] = defaultdict(list)
    for flow in flows:
        onward[flow.source].append(flow)
    passed = {
        item.place
        for item in elements
        if item.kind is not Kind.STEP and item.change is change
    }
    led: dict[Ends, float] = {}
    for source in sorted(set(onward) - passed):
        for first in onward[source]:
            waiting, met = [first], {_ends(first)[1]}
            while waiting:
                flow = waiting.pop()
                _, target = _ends(flow)
                if isinstance(target, int) and target in passed:
                    more = [way for way in onward[target] if _ends(way)[1] not in met]
                    met |= {_ends(way)[1] for way in more}
                    waiting += more
                elif flow is not first:
                    led.setdefault((source, target), first.share)
    return led


def _merge(
    before: Sequence[Flow],
    after: Sequence[Flow],
    led_before: dict[Ends, float],
    led_now: dict[Ends, float],
) -> list[Flow]:
    """Pair the flows that have the same ends; what is left is new or gone."""
    left: dict[Ends, list[Flow]] = defaultdict(list)
    for flow in before:
        left[_ends(flow)].append(flow)
    merged: list[Flow] = []
    for flow in after:
        ends = _ends(flow)
        was = left[ends].pop(0).share if left[ends] else led_before.get(ends)
        if was is None:
            merged.append(replace(flow, change=Change.NEW))
        else:
            same = format_share(was) == format_share(flow.share)
            merged.append(replace(flow, was=None if same else was))
    for ends, flows in left.items():
        if ends not in led_now:
            merged += [
                replace(flow, key=f"{_GONE_KEY}{flow.key}", change=Change.GONE)
                for flow in flows
            ]
    return merged


def _route(
    links: list[Link],
    elements: Sequence[Element],
    lies_in: dict[int, tuple[Branch, ...]],
) -> list[Link]:
    """Lead those gone flows like returns that would put steps in a false order.

    A flow that is gone goes to the right as long as its steps still follow each other.
    It must not push a step to the right of one that it now runs side by side with, nor
    through steps between them that are gone themselves.
    """
    behind: dict[int, set[int]] = defaultdict(set)
    """For each element that is gone: what the after has and led to it."""
    routed: dict[str, Link] = {}
    for link in sorted(links, key=lambda link: (link.source, link.target)):
        if link.change is not Change.GONE or link.rework:
            continue
        is_gone = elements[link.source].change is Change.GONE
        origins = behind[link.source] if is_gone else {link.source}
        around = lies_in.get(link.target, ())
        beside = any(side_by_side(lies_in[place], around) for place in origins)
        if link.target <= link.source or beside:
            routed[link.key] = replace(link, rework=True, detour=True)
        elif elements[link.target].change is Change.GONE:
            behind[link.target] |= origins
    return [routed.get(link.key, link) for link in links]
