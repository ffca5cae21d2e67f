"""Terminal colours of problems, and text that cannot steer a terminal."""

from __future__ import annotations

import unicodedata
from enum import StrEnum


class Paint(StrEnum):
    """What a piece of the rendering is; the value is its SGR code."""

    ERROR = "1;31"
    WARNING = "1;33"
    FRAME = "1;34"
    HELP = "1;32"
    BOLD = "1"


def painted(text: str, paint: Paint, *, colour: bool) -> str:
    """Return text in a colour, or as it is."""
    return f"\x1b[{paint.value}m{text}\x1b[0m" if colour and text else text


def inert(text: str) -> str:
    r"""Return text with control, bidirectional and invisible characters spelled out.

    >>> inert("a\x1b[31mb\u202ec")
    'a\\x1b[31mb\\u202ec'
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


def width(text: str) -> int:
    """Return how many columns a terminal needs for text that is inert."""
    columns = 0
    for character in text:
        if unicodedata.combining(character):
            continue
        columns += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return columns
