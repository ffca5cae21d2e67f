"""What one file says of a step and the other does not: a gap, not a difference."""

from __future__ import annotations

from collections import Counter

from audit.comparison.alignment import Alignment
from audit.comparison.step_keys import silenced_keys
from audit.model import Process
from audit.units import plural

MOST_KEYS = 6
"""Keys named in a sentence, the commonest first; the rest is counted."""


def silences(before: Process, after: Process, alignment: Alignment) -> tuple[str, ...]:
    """Return what the files leave open of steps that the other one states.

    What a file does not say is not counted, so that leaving a key out would look like
    an improvement, and writing it down for the first time like a setback.

    Args:
        before: a process.
        after: the process after the change.
        alignment: of the two.
    """
    old = {step.id: step for step in before.steps}
    new = {step.id: step for step in after.steps}
    gone, come = Counter[str](), Counter[str]()
    for was, now in alignment.pairs.items():
        gone.update(silenced_keys(old[was], new[now]))
        come.update(silenced_keys(new[now], old[was]))
    found = []
    if gone:
        found.append(
            f"The after no longer states what the before does: {_listed(gone)}. What "
            "is not said counts as nothing; write 0 where there is none."
        )
    if come:
        found.append(
            f"The before does not state what the after does: {_listed(come)}. What is "
            "not said counts as nothing, so the before may look better than it is."
        )
    return tuple(found)


def _listed(keys: Counter[str]) -> str:
    ordered = keys.most_common()
    words = [f"{key} at {plural(n, 'step')}" for key, n in ordered[:MOST_KEYS]]
    rest = len(ordered) - MOST_KEYS
    if rest > 0:
        words.append(f"and {plural(rest, 'more key', 'more keys')}")
    return ", ".join(words)
