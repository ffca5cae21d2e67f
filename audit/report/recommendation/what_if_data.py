"""The table behind the what-if box, in as few letters as its script can read.

The numbers of 1,024 sets are most of a box, and most of them are alike: the switches
that touch the candidate's time do not touch the cost. Each column is a table over the
switches that matter to it alone, each place of it a digit or two that names a word, and
words that end alike ("81.4 days", "73.8 days") say their end once.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from typing import TypedDict

DIGITS = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"
SEPARATOR = "\n"
"""Between words; no clean text holds it."""
_END = re.compile(r"\D*\Z")


class Column(TypedDict):
    """One number of the box for every set, as JSON."""

    bits: list[int]
    """Switches that matter to it."""
    words: list[tuple[str, str]]
    """End of some words, and their beginnings."""
    width: int
    """Digits for each place."""
    rows: str
    """For each set of those switches the number of its word, from 1; 0: no such set."""


def column(words: Mapping[int, str], switches: int) -> Column:
    """Return a column of the table.

    >>> column({0: "8 days", 1: "5 days", 2: "8 days", 3: "5 days"}, 2)["rows"]
    'BC'

    Args:
        words: a set of switches, a bit each -> what the box then says.
        switches: how many there are.
    """
    sets = range(1 << switches)
    bits = [
        bit
        for bit in range(switches)
        if any(words.get(one) != words.get(one ^ 1 << bit) for one in sets)
    ]
    ends: dict[str, list[str]] = {}
    for word in dict.fromkeys(words.values()):
        found = _END.search(word)
        assert found is not None
        ends.setdefault(found[0], []).append(word[: found.start()])
    order = [start + end for end, starts in ends.items() for start in starts]
    numbers: dict[str | None, int] = {None: 0}
    numbers |= {word: place for place, word in enumerate(order, start=1)}
    width = next(n for n in (1, 2, 3) if len(DIGITS) ** n > len(order))
    places = [
        numbers[words.get(_spread(place, bits))] for place in range(1 << len(bits))
    ]
    return {
        "bits": bits,
        "words": [(end, SEPARATOR.join(starts)) for end, starts in ends.items()],
        "width": width,
        "rows": "".join(_digits(place, width) for place in places),
    }


def _spread(place: int, bits: Sequence[int]) -> int:
    """Return the set whose switches are those bits of a place that are on."""
    return sum(1 << bit for k, bit in enumerate(bits) if place >> k & 1)


def _digits(number: int, width: int) -> str:
    base = len(DIGITS)
    return "".join(DIGITS[number // base**n % base] for n in reversed(range(width)))
