"""What the before says of a step and the after no longer does: a gap, no gain."""

from __future__ import annotations

from collections import Counter

from audit.comparison.difference.alignment import Alignment
from audit.comparison.difference.step_keys import silenced_keys
from audit.model import Process
from audit.units import plural

MOST_KEYS = 6
"""Keys named in a sentence, the commonest first; the rest is counted."""


def silences(before: Process, after: Process, alignment: Alignment) -> tuple[str, ...]:
    """Return what the after leaves open of steps, though the before states it.

    What a file does not say is not counted, so that leaving a key out would look like
    an improvement. The other way round the after only looks worse than it is, and often
    the key did not apply before: log-ins of a form on paper, say.

    Args:
        before: a process.
        after: the process after the change.
        alignment: of the two.
    """
    old = {step.id: step for step in before.steps}
    new = {step.id: step for step in after.steps}
    gone = Counter[str]()
    for was, now in alignment.pairs.items():
        gone.update(silenced_keys(old[was], new[now]))
    if not gone:
        return ()
    return (
        f"The after no longer states what the before does: {_listed(gone)}. What is "
        "not said counts as nothing; write 0 where there is none.",
    )


def _listed(keys: Counter[str]) -> str:
    ordered = keys.most_common()
    words = [f"{key} at {plural(n, 'step')}" for key, n in ordered[:MOST_KEYS]]
    rest = len(ordered) - MOST_KEYS
    if rest > 0:
        words.append(f"and {plural(rest, 'more key', 'more keys')}")
    return ", ".join(words)
