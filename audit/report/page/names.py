"""Text from a process file, made safe to show.

A name may hold anything: control characters, marks that reverse the text around them,
towers of accents, ten thousand letters. The result is cleaned once, at the door of the
report; each place then shortens a name to what it has room for.
"""

from __future__ import annotations

import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

T = TypeVar("T")

NAME = 90
"""Characters of a name in running text and tables."""
NOTE = 600
"""Characters of a note."""

# Marks that change the direction of text that follows them, and the byte order mark.
_REVERSING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
_ISOLATING = frozenset("\u2066\u2067\u2068\u2069\ufeff")
_HIDDEN = _REVERSING | _ISOLATING
_TALLEST_ACCENT = 3


def clean(text: str) -> str:
    """Return the text without control, reversing and unprintable characters.

    White space of every kind becomes one space; at most three accents stay on a letter.
    """
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    accents = 0
    for character in text:
        category = unicodedata.category(character)
        if category in {"Mn", "Me"}:
            accents += 1
            if accents > _TALLEST_ACCENT:
                continue
        else:
            accents = 0
        if category in {"Cc", "Zl", "Zp", "Zs"}:
            kept.append(" ")
        elif character not in _HIDDEN and category not in {"Cs", "Cn", "Co"}:
            kept.append(character)
    return " ".join("".join(kept).split())


def cleaned(value: T) -> T:
    """Return a value of strings, tuples, dicts and dataclasses with clean strings."""
    return cast("T", _cleaned(value))


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(_cleaned(part) for part in value)
    if isinstance(value, dict):
        return {_cleaned(key): _cleaned(part) for key, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        changes: dict[str, Any] = {}
        for field in fields(value):
            part = getattr(value, field.name)
            if isinstance(part, str | tuple | dict) or is_dataclass(part):
                changes[field.name] = _cleaned(part)
        return replace(value, **changes)
    return value


def shorten(text: str, limit: int = NAME) -> str:
    """Return the text, cut to `limit` characters with an ellipsis when longer."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rstrip() + "…"


def readable(word: str) -> str:
    """Return an id or key as words: `pay_disclosed` is "pay disclosed"."""
    return word.replace("_", " ").replace("-", " ")


def capital(text: str) -> str:
    """Return the text with its first letter in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]


_WORDS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def opening_number(count: int) -> str:
    """Return a count as a sentence may begin with it: "Two", "Nine", "12"."""
    return _WORDS[count] if count < len(_WORDS) else str(count)


def listing(parts: tuple[str, ...] | list[str]) -> str:
    """Join words as a sentence does: "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + " and " + parts[-1]
