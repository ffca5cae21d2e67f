"""The changes between two whole processes whose file names none.

Each matched step that differs is one change. So are all differences of the ways between
steps together: flows, screens, blocks, steps added and removed; and so is the rest that
moves a number. Any of them can be made without the others: a process then goes the ways
of one file, and each step holds what it holds in either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from audit.comparison.difference.equality import PLACE, alike, ordered_flows
from audit.comparison.difference.step_keys import changed_keys
from audit.model import (
    Change,
    Clock,
    Node,
    Outcome,
    Process,
    Role,
    Step,
    walk_blocks,
)

WAY, REST = "way", "rest"

_NOT_OF_A_STEP = frozenset({"name", "phase", "note", "evidence", "next", "screen"})
"""Keys that are words, and those that decide where cases go, which is of the way."""
_WORDS = PLACE | {"name", "note", "reason"}

Names = Mapping[str, str]
"""Node of one process -> what another calls it."""
Named = TypeVar("Named", Role, Outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPlan:
    """Two processes, and the changes that lead from one to the other."""

    changes: tuple[Change, ...]
    before: Process
    after: Process
    names: Names
    """Step or block of the before -> the same one of the after."""
    crossed: Mapping[str, tuple[Step, Step]]
    """Change of a step -> the step where it stands before with what it holds after,
    and where it stands after with what it holds before."""

    def process(self, made: frozenset[str]) -> Process:
        """Return the process with these changes made, and no others."""
        settings = self.after if REST in made else self.before
        if WAY in made:
            ways, names = self.after, self.names
            put = [at[1] for change, at in self.crossed.items() if change not in made]
        else:
            ways, names = self.before, {now: was for was, now in self.names.items()}
            put = [at[0] for change, at in self.crossed.items() if change in made]
        before, after = self.before, self.after
        return replace(
            settings,
            nodes=_with(ways.nodes, {step.id: step for step in put}),
            # A step may name a role, and a flow an outcome, that the settings lack.
            roles=_joined(settings.roles, before.roles, after.roles),
            outcomes=_joined(settings.outcomes, before.outcomes, after.outcomes),
            clock=settings.clock if settings is ways else _clock(settings, names),
        )


def step_plan(before: Process, after: Process, pairs: Names) -> StepPlan:
    """Return the changes between two processes.

    With none of them made a process has the numbers of the before, with all of them
    those of the after.

    Args:
        before: a process.
        after: the process after the changes.
        pairs: step of the before -> the same step of the after.
    """
    blocks = {block.id for block in walk_blocks(before.nodes)}
    names = {
        **pairs,
        **{b.id: b.id for b in walk_blocks(after.nodes) if b.id in blocks},
    }
    matched = _matched(before, after, pairs)
    changed = [
        (was, now)
        for was, now in matched
        if not _NOT_OF_A_STEP.issuperset(changed_keys(was, now, names))
    ]
    changes = _step_changes([now for _, now in changed])
    crossed = {
        change.id: (_standing(now, at=was), _standing(was, at=now))
        for change, (was, now) in zip(changes, changed, strict=True)
    }
    called = _called(before, names)
    itself = {name: name for name in _node_ids(after)}
    if not alike(_ways(before.nodes, called), _ways(after.nodes, itself), _WORDS):
        gone = [step.id for step in before.steps if step.id not in pairs]
        there = set(pairs.values())
        new = [step.id for step in after.steps if step.id not in there]
        rerouted = [
            now.id
            for was, now in matched
            if not alike(_ways((was,), called), _ways((now,), itself), _WORDS)
        ]
        changes.append(
            Change(
                id=WAY,
                name="Steps added, removed and rerouted",
                steps=tuple(dict.fromkeys((*new, *gone, *rerouted))),
                origin=WAY,
            )
        )
    if not alike(_rest(before, after, called), _rest(after, before, itself), _WORDS):
        name = "Roles, outcomes, scope and clock"
        changes.append(Change(id=REST, name=name, origin=REST))
    return StepPlan(
        changes=tuple(changes),
        before=before,
        after=after,
        names=names,
        crossed=crossed,
    )


def _matched(before: Process, after: Process, pairs: Names) -> list[tuple[Step, Step]]:
    """Return the steps that are in both, in the order of the after."""
    old = {step.id: step for step in before.steps}
    earlier = {now: was for was, now in pairs.items()}
    return [(old[earlier[s.id]], s) for s in after.steps if s.id in earlier]


def _step_changes(steps: list[Step]) -> list[Change]:
    """Return one change for each step, told apart by id where names are the same."""
    times = Counter(step.name for step in steps)
    return [
        Change(
            # A blank cannot occur in an id, so this one is free.
            id=f"{step.id} step" if step.id in {WAY, REST} else step.id,
            name=f"{step.name} ({step.id})" if times[step.name] > 1 else step.name,
            steps=(step.id,),
            origin="step",
        )
        for step in steps
    ]


def _standing(step: Step, *, at: Step) -> Step:
    """Return what a step holds, standing where another one does."""
    return replace(step, id=at.id, name=at.name, flows=at.flows, screen=at.screen)


def _with(nodes: tuple[Node, ...], put: Mapping[str, Step]) -> tuple[Node, ...]:
    """Return a level with some of its steps, nested ones too, replaced by id."""
    return tuple(
        put.get(node.id, node)
        if isinstance(node, Step)
        else replace(node, branches=tuple(_with(b, put) for b in node.branches))
        for node in nodes
    )


def _joined(*several: tuple[Named, ...]) -> tuple[Named, ...]:
    """Return roles or outcomes of several processes; of equal ids the first."""
    found: dict[str, Named] = {}
    for some in several:
        for one in some:
            found.setdefault(one.id, one)
    return tuple(found.values())


def _node_ids(process: Process) -> list[str]:
    blocks = [block.id for block in walk_blocks(process.nodes)]
    return [*(step.id for step in process.steps), *blocks]


def _called(before: Process, names: Names) -> dict[str, str]:
    """Return what to call each node of the before; a name of its own where it is gone.

    The after may give the id of a node that is gone to another one.
    """
    return {name: names.get(name, f"{name} gone") for name in _node_ids(before)}


def _clock(settings: Process, names: Names) -> Clock:
    """Return the clock of some settings in the words of another process.

    What is no node there is left out: it cuts nothing off.
    """
    return replace(
        settings.clock,
        start=names.get(settings.clock.start or ""),
        stop=names.get(settings.clock.stop or ""),
    )


def _ways(nodes: tuple[Node, ...], called: Names) -> tuple[object, ...]:
    """Return what decides where cases go from some nodes, in an order of its own."""
    ways: dict[str, object] = {}
    for node in nodes:
        inside: object = None
        if isinstance(node, Step):
            inside = node.screen
        else:
            branches = {called[b[0].id]: _ways(b, called) for b in node.branches}
            inside = tuple(sorted(branches.items()))
        ways[called[node.id]] = (inside, ordered_flows(node.flows, called))
    return called[nodes[0].id], tuple(sorted(ways.items(), key=_name))


def _name(named: tuple[str, object]) -> str:
    return named[0]


def _rest(process: Process, other: Process, called: Names) -> tuple[object, ...]:
    """Return what moves numbers beside steps and ways, as far as both files say it."""
    roles = {role.id for role in other.roles}
    outcomes = {outcome.id for outcome in other.outcomes}
    return (
        process.scope,
        called.get(process.clock.start or ""),
        called.get(process.clock.stop or ""),
        tuple(sorted((r for r in process.roles if r.id in roles), key=_id)),
        tuple(sorted((o for o in process.outcomes if o.id in outcomes), key=_id)),
    )


def _id(one: Role | Outcome) -> str:
    return one.id
