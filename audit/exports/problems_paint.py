"""Terminal colours of problems, and how wide text is there."""

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


def width(text: str) -> int:
    """Return how many columns a terminal needs for text that is inert."""
    columns = 0
    for character in text:
        if unicodedata.combining(character):
            continue
        columns += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return columns
