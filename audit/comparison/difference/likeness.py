"""Which steps that stand alone look alike: offered to the reader, never assumed.

    likeness = 0.55 name + 0.25 who + 0.20 what is counted

Name: the larger of the Jaccard index of the words and the ratio of matching letters
(Ratcliff and Obershelp). Who: 1 for the same role, 0.5 for another of the same side.
What is counted: the Jaccard index of the kinds of effort and time that a step states.
Pairs are chosen so that their likeness sums to the most (linear assignment); below 0.55
nothing is offered.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audit.model import Process, Quantities, Step
from audit.result import Guess

Array = NDArray[np.float64]

NAME_WEIGHT, ROLE_WEIGHT, COUNTED_WEIGHT = 0.55, 0.25, 0.20
SAME_SIDE = 0.5
THRESHOLD = 0.55
NAME_LENGTH = 60
"""Characters of a name that are looked at."""
MOST_MATCHED = 3000
"""Pairs of names whose letters are matched, the likeliest first; for the others only
their words count. Enough for fifty strange steps on each side."""

_WORD = re.compile(r"\w+")
_BINS = 64
"""Letters are counted in this many bins; two letters in one bin only raise a bound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Traits:
    """What is compared of a step."""

    id: str
    name: str
    words: frozenset[str]
    role: str
    side: str
    counted: frozenset[str]


def guesses(
    removed: Sequence[Step], added: Sequence[Step], before: Process, after: Process
) -> tuple[Guess, ...]:
    """Return the pairs of steps that look alike, most alike first.

    Args:
        removed: steps of the before without a match.
        added: steps of the after without a match.
        before: the process of the removed ones.
        after: the process of the added ones.
    """
    old = [_traits(step, before) for step in removed]
    new = [_traits(step, after) for step in added]
    if not old or not new:
        return ()
    from scipy.optimize import linear_sum_assignment

    table = _likeness(old, new)
    # A pair that is not offered must not push aside one that would be.
    table[table < THRESHOLD] = 0.0
    rows, columns = linear_sum_assignment(table, maximize=True)
    found = [
        Guess(before=old[i].id, after=new[j].id, likeness=float(table[i, j]))
        for i, j in zip(rows, columns, strict=True)
        if table[i, j] > 0
    ]
    return tuple(sorted(found, key=lambda guess: -guess.likeness))


def _traits(step: Step, process: Process) -> _Traits:
    name = " ".join(step.name[:NAME_LENGTH].casefold().split())
    counted = {
        kind
        for kind in Quantities.__dataclass_fields__
        if (quantity := getattr(step.quantities, kind)) is not None
        and quantity.mean > 0
    }
    if step.wait is not None:
        counted.add("wait")
    return _Traits(
        id=step.id,
        name=name,
        words=frozenset(_WORD.findall(name)),
        role=step.role,
        side=process.role(step.role).side.value,
        counted=frozenset(counted),
    )


def _likeness(old: list[_Traits], new: list[_Traits]) -> Array:
    """Return (old, new), 0 to 1."""
    words = np.array([[_jaccard(a.words, b.words) for b in new] for a in old])
    counted = np.array([[_jaccard(a.counted, b.counted) for b in new] for a in old])
    beside = ROLE_WEIGHT * _same_role(old, new) + COUNTED_WEIGHT * counted
    letters = np.zeros_like(words)
    for i, j in _worth_matching(old, new, words, beside):
        # The ratio hangs on which name comes first; that must not tell the files apart.
        first, second = sorted((old[i].name, new[j].name))
        matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
        letters[i, j] = matcher.ratio()
    return np.asarray(NAME_WEIGHT * np.maximum(words, letters) + beside)


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def _same_role(old: list[_Traits], new: list[_Traits]) -> Array:
    def same(attribute: str) -> NDArray[np.bool_]:
        left = np.array([getattr(one, attribute) for one in old])
        right = np.array([getattr(one, attribute) for one in new])
        return np.asarray(left[:, None] == right[None, :])

    sides = same("side")
    return np.asarray(np.where(sides & same("role"), 1.0, SAME_SIDE * sides))


def _worth_matching(
    old: list[_Traits], new: list[_Traits], words: Array, beside: Array
) -> list[tuple[int, int]]:
    """Return the pairs whose letters could lift them over the threshold.

    No ratio is above 2 shared / (all letters), shared counted letter by letter.
    """
    bound = _letter_bound(old, new)
    hopeful = (bound > words) & (NAME_WEIGHT * bound + beside >= THRESHOLD)
    places = np.argwhere(hopeful)
    order = np.argsort(-(NAME_WEIGHT * bound + beside)[hopeful], kind="stable")
    return [(int(i), int(j)) for i, j in places[order[:MOST_MATCHED]]]


def _letter_bound(old: list[_Traits], new: list[_Traits]) -> Array:
    left, right = _letters(one.name for one in old), _letters(one.name for one in new)
    shared = np.array([np.minimum(row, right).sum(axis=1) for row in left])
    total = left.sum(axis=1)[:, None] + right.sum(axis=1)[None, :]
    return np.asarray(2 * shared / np.maximum(total, 1))


def _letters(names: Iterable[str]) -> NDArray[np.int64]:
    """Return (names, bins): how often letters of a bin occur in a name."""
    counts = [
        np.bincount([ord(letter) % _BINS for letter in name], minlength=_BINS)
        for name in names
    ]
    return np.array(counts, dtype=np.int64)
