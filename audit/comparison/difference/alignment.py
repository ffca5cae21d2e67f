"""Which step of the after is which step of the before."""

from __future__ import annotations

from dataclasses import dataclass

from audit.comparison.difference.likeness import guesses
from audit.model import Process, walk_blocks
from audit.result import Guess


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """What the nodes of two processes have to do with each other."""

    pairs: dict[str, str]
    """Step of the before -> the same step of the after, in the order of the after."""
    added: tuple[str, ...]
    """Steps that only the after has, in its order."""
    removed: tuple[str, ...]
    """Steps that only the before has, in its order."""
    blocks: dict[str, str]
    """Parallel block of the before -> the same block of the after."""
    guesses: tuple[Guess, ...] = ()
    """Steps that stand alone and look alike: offered, never used."""


def align(before: Process, after: Process) -> Alignment:
    """Match two processes by id, then by the earlier id that a step names (`was`).

    The id comes first: a step that kept its id is the same step, whoever else claims
    it, and a `was` left over from an older change does no harm. Where two steps name
    the same earlier id, the first of them in the file is that step; the other is new,
    as the second half of a step that was split is. Steps match steps, blocks blocks.
    """
    earlier = {step.id for step in before.steps}
    taken = earlier & {step.id for step in after.steps}
    pairs: dict[str, str] = {}
    added = []
    for step in after.steps:
        if step.id in earlier:
            pairs[step.id] = step.id
        elif step.was in earlier and step.was not in taken:
            pairs[step.was] = step.id
            taken.add(step.was)
        else:
            added.append(step)
    removed = [step for step in before.steps if step.id not in pairs]
    blocks = {block.id for block in walk_blocks(before.nodes)}
    return Alignment(
        pairs=pairs,
        added=tuple(step.id for step in added),
        removed=tuple(step.id for step in removed),
        blocks={
            block.id: block.id
            for block in walk_blocks(after.nodes)
            if block.id in blocks
        },
        guesses=guesses(removed, added, before, after),
    )
