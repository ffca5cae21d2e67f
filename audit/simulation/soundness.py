"""Scenarios that no run could answer, said with the name of the role or step."""

from __future__ import annotations

import math
from collections.abc import Iterable

from audit.errors import SimulationError
from audit.simulation.calendar import hours_per_week
from audit.simulation.scenario import (
    DONE,
    HIRED,
    ListedTimes,
    PoissonTimes,
    Requisitions,
    RolePool,
    Scenario,
    ScenarioBlock,
    ScenarioNode,
    ScenarioStep,
    ScheduledTimes,
    Times,
    walk_scenario,
)

_ROUNDING = 1e-9
_NO_WAY_ON = (
    "give it a way on: where a simulation makes the people who withdraw itself, their "
    "share leads nobody out, unless the flow says `simulated: false`"
)
_MOST_POSTINGS = 100_000
"""Of one requisition: each takes room, in a run and before it."""


def check_scenario(scenario: Scenario) -> None:
    """Refuse a scenario that cannot run to an end.

    Raises:
        SimulationError: something is missing, contradictory or without end.
    """
    _check_times(scenario)
    for role in scenario.roles:
        _check_role(role)
    nodes = list(walk_scenario(scenario.nodes))
    _once("role", [role.id for role in scenario.roles])
    _once("step", [node.id for node in nodes])
    _once("duty", [duty.id for role in scenario.roles for duty in role.duties])
    if HIRED not in scenario.outcomes or scenario.outcomes[0] != HIRED:
        raise SimulationError("the first outcome of a scenario is `hired`")
    roles = {role.id for role in scenario.roles}
    for node in nodes:
        _check_node(node, roles)
    # Inside a block the other branches would have to be under way, too.
    steps = {node.id for node in scenario.nodes if isinstance(node, ScenarioStep)}
    for waiting in scenario.in_progress:
        if waiting.step not in steps or waiting.candidates < 0:
            raise SimulationError(
                f"{waiting.candidates} candidates in progress at `{waiting.step}`, "
                "which is no step outside of parallel blocks"
            )
    _check_level(scenario.nodes, set(scenario.outcomes), HIRED)


def _check_times(scenario: Scenario) -> None:
    window = scenario.window
    parts = (window.warm_up, window.measured, window.cool_down)
    if not all(math.isfinite(days) and days >= 0 for days in parts) or not window.end:
        raise SimulationError("the window of a run needs days to measure")
    demand = scenario.demand
    if isinstance(demand, Requisitions):
        _check_moments(demand.open)
        if demand.openings < 1 or demand.applicants < 0 or demand.reposts < 0:
            raise SimulationError(
                "a requisition needs at least one opening, and no negative numbers"
            )
        if demand.reposts >= _MOST_POSTINGS:
            raise SimulationError(
                f"a requisition is posted at most {_MOST_POSTINGS:,} times, "
                f"not {demand.reposts + 1:,}",
                place=demand.place,
            )
        if min(demand.over_days, demand.notice_days, demand.repost_after_days) < 0:
            raise SimulationError("the days of a requisition are not negative")
    else:
        _check_moments(demand.arrive)
    _rate("other offers", scenario.other_offers_per_day)


def _check_moments(times: Times) -> None:
    match times:
        case PoissonTimes():
            _rate("arrivals", times.per_week)
        case ScheduledTimes():
            if not (math.isfinite(times.every_days) and times.every_days > 0):
                raise SimulationError("scheduled arrivals need days between them")
        case ListedTimes():
            if not all(math.isfinite(day) and day >= 0 for day in times.days):
                raise SimulationError("listed arrivals are days from the start, 0 on")


def _rate(what: str, rate: float) -> None:
    if not (math.isfinite(rate) and rate >= 0):
        raise SimulationError(f"the rate of {what} is a number from 0, not {rate}")


def _check_role(role: RolePool) -> None:
    if role.people < 1:
        raise SimulationError(
            f"nobody works in role `{role.id}`: its steps never start",
            place=role.place,
        )
    if hours_per_week(role.calendar) <= 0:
        raise SimulationError(
            f"role `{role.id}` has no working hours in the week", place=role.place
        )
    for duty in role.duties:
        if not 0 <= duty.share < math.inf or duty.per_hire < 0 or duty.priority < 0:
            raise SimulationError(
                f"duty `{duty.id}` of role `{role.id}` needs a share and a count "
                "that are not negative",
                place=duty.place,
            )
        if duty.share > 0 and duty.work_hours.mean <= 0:
            raise SimulationError(
                f"duty `{duty.id}` of role `{role.id}` takes a share of the time, "
                "but its jobs take none",
                place=duty.place,
            )


def _check_node(node: ScenarioNode, roles: set[str]) -> None:
    if abs(sum(flow.share for flow in node.flows) - 1) > 1e-6 or any(
        not 0 <= flow.share <= 1 + _ROUNDING for flow in node.flows
    ):
        raise SimulationError(
            f"the shares of the flows of `{node.id}` do not sum to 1", place=node.place
        )
    if isinstance(node, ScenarioBlock):
        if not node.branches or not all(node.branches):
            raise SimulationError(f"block `{node.id}` has an empty branch")
        return
    if node.role is not None and node.role not in roles:
        raise SimulationError(f"step `{node.id}` names role `{node.role}`: nobody's")
    if node.priority < 0:
        raise SimulationError(f"the priority of step `{node.id}` counts from 0")
    _rate(f"leaving at step `{node.id}`", node.leaves_per_day)
    if node.batch is not None and not (
        math.isfinite(node.batch.every_days)
        and node.batch.every_days > 0
        and math.isfinite(node.batch.offset_days)
    ):
        raise SimulationError(f"the batches of step `{node.id}` need days between them")


def _once(what: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise SimulationError(f"two of the same name: {what} `{name}`")
        seen.add(name)


def _check_level(
    nodes: tuple[ScenarioNode, ...], outcomes: set[str], success: str
) -> None:
    """Check that flows lead somewhere, and every node of a level to an end of it."""
    if not nodes:
        raise SimulationError("a scenario needs at least one step")
    ids = {node.id for node in nodes}
    ends = outcomes | {success}
    for node in nodes:
        for flow in node.flows:
            if flow.to not in ids and flow.to not in ends:
                raise SimulationError(
                    f"`{node.id}` flows to `{flow.to}`, which is not on its level",
                    place=node.place,
                )
        if isinstance(node, ScenarioBlock):
            for branch in node.branches:
                _check_level(branch, outcomes, DONE)
    for node in nodes:
        reached = _reached(nodes, node.id)
        if not reached & ends:
            raise SimulationError(
                f"who gets to `{node.id}` can never finish: no way leads out of it",
                place=node.place,
                hint=_NO_WAY_ON,
            )
    if success not in _reached(nodes, nodes[0].id):
        what = "nobody can be hired" if success == HIRED else "the branch has no end"
        raise SimulationError(
            f"{what}: no way leads there from `{nodes[0].id}`", place=nodes[0].place
        )


def _reached(nodes: tuple[ScenarioNode, ...], start: str) -> set[str]:
    """Return the ids of nodes and ends that can follow the start."""
    flows = {
        node.id: [flow.to for flow in node.flows if flow.share > 0] for node in nodes
    }
    found: set[str] = set()
    todo = [start]
    while todo:
        for to in flows.get(todo.pop(), []):
            if to not in found:
                found.add(to)
                todo.append(to)
    return found
