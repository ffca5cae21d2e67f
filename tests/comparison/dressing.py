"""Random processes that use every key on which a number hangs, and variants of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from hypothesis import strategies as st

from audit.model import (
    Channel,
    Clock,
    FlowKind,
    Law,
    Node,
    Participant,
    Process,
    Quantity,
    Scope,
    Step,
    Wait,
)
from tests.builders import amount
from tests.properties.strategies import built, drafts

ITEMS = ("name", "phone", "ssn")
ROLES = ("candidate", "hr", "manager", "firm", "referee", "ats")
COUNTS = (
    "work",
    "fields",
    "repeated_fields",
    "pages_fill",
    "fax_pages",
    "wet_signatures",
    "trip",
    "check",
    "cost",
    "fee",
)
RANGE = Quantity(low=1.0, likely=3.0, high=8.0, law=Law.PERT)

Edit = Callable[[st.DrawFn, Step], Step]


@st.composite
def dressed(draw: st.DrawFn) -> Process:
    """Draw a process of any shape, with any keys."""
    process = built(draw(drafts()))
    for edit in SETTINGS:
        process = edit(draw, process)
    return _edited(draw, process, KEYS, {step.id for step in process.steps})


@st.composite
def variants(draw: st.DrawFn, process: Process) -> Process:
    """Draw a process that differs from another in one setting, or one key of steps."""
    if draw(st.booleans()):
        return draw(st.sampled_from(SETTINGS))(draw, process)
    steps = [step.id for step in process.steps]
    touched = draw(st.sets(st.sampled_from(steps), min_size=1))
    return _edited(draw, process, [draw(st.sampled_from(KEYS))], touched)


def _edited(
    draw: st.DrawFn, process: Process, edits: Iterable[Edit], touched: set[str]
) -> Process:
    def walked(node: Node) -> Node:
        if not isinstance(node, Step):
            branches = tuple(tuple(map(walked, branch)) for branch in node.branches)
            return replace(node, branches=branches)
        for edit in edits if node.id in touched else ():
            node = edit(draw, node)
        return node

    return replace(process, nodes=tuple(map(walked, process.nodes)))


def _role(draw: st.DrawFn, step: Step) -> Step:
    return replace(step, role=draw(st.sampled_from(ROLES)))


def _wait(draw: st.DrawFn, step: Step) -> Step:
    days = draw(st.sampled_from([None, amount(0.0), amount(1.5), RANGE]))
    return replace(step, wait=None if days is None else Wait(takes=days))


def _every(draw: st.DrawFn, step: Step) -> Step:
    return replace(step, every=draw(st.sampled_from([None, amount(7.0)])))


def _counts(draw: st.DrawFn, step: Step) -> Step:
    counts = {
        name: draw(st.sampled_from([None, amount(0.0), amount(7.0)]))
        for name in draw(st.sets(st.sampled_from(COUNTS), max_size=4))
    }
    return replace(step, quantities=replace(step.quantities, **counts))


def _covers(draw: st.DrawFn, step: Step) -> Step:
    return replace(step, work_covers_all=draw(st.booleans()))


def _asks(draw: st.DrawFn, step: Step) -> Step:
    asks = draw(st.sampled_from([None, (), ITEMS, ITEMS[:2], ITEMS[2:]]))
    return replace(step, asks=asks)


def _channel(draw: st.DrawFn, step: Step) -> Step:
    return replace(
        step, channel=draw(st.sampled_from([None, Channel.PAPER, Channel.PORTAL]))
    )


def _applies_to(draw: st.DrawFn, step: Step) -> Step:
    return replace(
        step, applies_to=draw(st.sampled_from([None, amount(0.3), amount(1.0)]))
    )


def _people(draw: st.DrawFn, step: Step) -> Step:
    names = draw(st.sampled_from([(), ("candidate",), ("manager", "firm")]))
    return replace(
        step,
        participants=tuple(
            Participant(role=name, people=amount(2.0), work=amount(15.0))
            for name in names
        ),
    )


def _redo(draw: st.DrawFn, step: Step) -> Step:
    redo = draw(st.sampled_from([None, amount(0.2)]))
    return replace(
        step,
        flows=tuple(
            replace(flow, redo=redo) if flow.kind is FlowKind.REWORK else flow
            for flow in step.flows
        ),
    )


KEYS: tuple[Edit, ...] = (
    _role,
    _wait,
    _every,
    _counts,
    _covers,
    _asks,
    _channel,
    _applies_to,
    _people,
    _redo,
)


def _wages(draw: st.DrawFn, process: Process) -> Process:
    wages = st.sampled_from([None, amount(30.0), amount(72.0)])
    return replace(
        process,
        roles=tuple(replace(role, hourly_cost=draw(wages)) for role in process.roles),
    )


def _scope(draw: st.DrawFn, process: Process) -> Process:
    return replace(process, scope=draw(st.sampled_from([None, *Scope])))


def _clock(draw: st.DrawFn, process: Process) -> Process:
    places = st.sampled_from([None, "words", *(step.id for step in process.steps)])
    return replace(process, clock=Clock(start=draw(places), stop=draw(places)))


SETTINGS: tuple[Callable[[st.DrawFn, Process], Process], ...] = (_wages, _scope, _clock)
