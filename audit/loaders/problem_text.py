"""The words of problems: values shown inert, near misses, what YAML meant to say."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

MAX_SHOWN = 60


def inert(text: str) -> str:
    r"""Return text with every invisible or controlling character spelled out.

    Terminal escapes, bidirectional overrides and zero-width characters come out as
    `\x1b` or `\u202e`, so nothing a file holds can steer a terminal or hide.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_inert_character, text))


def _inert_character(character: str) -> str:
    if character == "\t":
        return " "
    if unicodedata.category(character)[0] == "C" or character in "\u2028\u2029":
        return character.encode("unicode_escape", "surrogatepass").decode("ascii")
    return character


def shown(value: object) -> str:
    """Return a value as it may stand in a message: inert and short."""
    match value:
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case None:
            return "nothing"
    text = inert(" ".join(str(value).split()))
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"


def near_miss(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that the given one was probably meant to be."""
    word = word.strip()
    folded = {candidate.lower(): candidate for candidate in reversed([*known])}
    likeness = word.lower().replace("-", "_").replace(" ", "_")
    for candidate in (word.lower(), likeness, likeness.replace("_", "-")):
        if candidate in folded:
            return folded[candidate]
    close = [name for name in folded if abs(len(name) - len(word)) <= 4]
    best = difflib.get_close_matches(word.lower()[:80], close, n=3, cutoff=0.65)
    # Letters that changed places are the commonest slip: `wiat` is `wait`.
    letters = sorted(word.lower())
    swapped = [name for name in best if sorted(name) == letters]
    return folded[(swapped or best)[0]] if best else None


def did_you_mean(word: str, known: Iterable[str], all_of: str = "") -> str:
    """Return a hint: the near miss, else the words there are.

    Args:
        word: what the file says.
        known: what it could say.
        all_of: how to introduce the list when nothing is near; empty: no list.
    """
    names = [*known]
    if (best := near_miss(word, names)) is not None:
        return f"did you mean '{inert(best)}'?"
    if not all_of or not names:
        return ""
    listed = ", ".join(inert(name) for name in names[:12])
    return f"{all_of}: {listed}" + (", …" if len(names) > 12 else "")
