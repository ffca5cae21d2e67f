"""Whether two processes differ in nothing but words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from audit.comparison.difference.alignment import Alignment, align
from audit.comparison.difference.equality import alike, ordered_flows
from audit.model import (
    Clock,
    Node,
    Outcome,
    ParallelBlock,
    Process,
    Role,
    Step,
)

_WORDS = frozenset(
    {
        "name",
        "phase",
        "note",
        "reason",
        "was",
        "line",
        "place",
        "source",
        "by",
        "date",
        "n",
    }
)
"""Fields that no number and no finding hangs on."""
_OF_OUTCOMES = _WORDS - {"by"}
"""Of an outcome, `by` says whose decision it is."""
_OF_FILES = frozenset(
    {"title", "variant", "about", "known", "note", "file", "sha256", "extends"}
)
_OF_LEVELS = frozenset({"nodes", "roles", "outcomes", "clock"})
"""Parts of a process that are compared by themselves."""


def same(before: Process, after: Process, alignment: Alignment | None = None) -> bool:
    """Return whether nothing differs but words.

    Words are titles, names, notes, reasons, sources, dates, published totals, an id
    that changed and says so (`was`), and the order of the file where the flows are the
    same.

    Args:
        before: a process.
        after: the process after the change.
        alignment: of the two; it is made here unless given.
    """
    alignment = alignment or align(before, after)
    names = {**alignment.pairs, **alignment.blocks}
    return (
        not (alignment.added or alignment.removed)
        and _settings_alike(before, after, names)
        and _levels_alike(before.nodes, after.nodes, names)
    )


def _settings_alike(before: Process, after: Process, names: Mapping[str, str]) -> bool:
    return (
        alike(before, after, _WORDS | _OF_FILES | _OF_LEVELS)
        and _called(before.clock, names) == after.clock
        and alike(_roles(before), _roles(after), _WORDS)
        and alike(_outcomes(before), _outcomes(after), _OF_OUTCOMES)
    )


def _roles(process: Process) -> tuple[Role, ...]:
    return tuple(sorted(process.roles, key=lambda role: role.id))


def _outcomes(process: Process) -> tuple[Outcome, ...]:
    return tuple(sorted(process.outcomes, key=lambda outcome: outcome.id))


def _called(clock: Clock, names: Mapping[str, str]) -> Clock:
    def called(moment: str | None) -> str | None:
        return moment if moment is None else names.get(moment, moment)

    return replace(clock, start=called(clock.start), stop=called(clock.stop))


def _levels_alike(
    before: tuple[Node, ...], after: tuple[Node, ...], names: Mapping[str, str]
) -> bool:
    """Compare the nodes of a level, in any order but for the first, its entry."""
    old = {names.get(node.id, node.id): node for node in before}
    new = {node.id: node for node in after}
    return (
        old.keys() == new.keys()
        and names.get(before[0].id) == after[0].id
        and all(_nodes_alike(old[name], new[name], names) for name in old)
    )


def _nodes_alike(before: Node, after: Node, names: Mapping[str, str]) -> bool:
    flows = ordered_flows(before.flows, names), ordered_flows(after.flows)
    if not alike(*flows, _WORDS):
        return False
    if isinstance(before, Step) and isinstance(after, Step):
        return alike(_bare(before), _bare(after), _WORDS | {"id"})
    if isinstance(before, Step) or isinstance(after, Step):
        return False
    apart = _WORDS | {"id", "flows", "branches"}
    return alike(before, after, apart) and _branches_alike(before, after, names)


def _branches_alike(
    before: ParallelBlock, after: ParallelBlock, names: Mapping[str, str]
) -> bool:
    """Compare the branches of a block, in any order."""
    entries = {names.get(branch[0].id, ""): branch for branch in before.branches}
    return len(before.branches) == len(after.branches) and all(
        branch[0].id in entries and _levels_alike(entries[branch[0].id], branch, names)
        for branch in after.branches
    )


def _bare(step: Step) -> Step:
    """Return a step without its flows, with lists in an order of their own."""
    asks = None if step.asks is None else tuple(sorted(step.asks))
    people = tuple(sorted(step.participants, key=lambda person: person.role))
    return replace(step, flows=(), asks=asks, participants=people)
