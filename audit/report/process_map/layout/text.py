"""How wide a text is, and how it is broken and shortened to fit.

Widths are those of Liberation Sans, which are those of Arial and Helvetica too, so a
line that fits here fits in every font of the drawing's font list.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

ELLIPSIS = "…"

# Advance widths in thousandths of the font size, and the characters that have them.
_REGULAR = {
    191: "'",
    222: "ijl’",
    260: "|",
    278: " \u00a0!,./:;I[\\]ft·",
    333: "()-`r“”",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    549: "×≥≤",
    556: "#$0123456789?L_abdeghnopqu–€£",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…→↺",
    1015: "@",
}
_BOLD = {
    238: "'",
    278: " \u00a0,./I\\ijl·’",
    280: "|",
    333: "!()-:;[]`ft",
    389: "*r{}",
    474: '"',
    500: "z“”",
    549: "≥≤",
    556: "#$0123456789J_aceksvxy–€£",
    584: "+<=>^~×",
    611: "?FLTZbdghnopqu",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
    975: "@",
    1000: "—…→↺",
}
_TABLES = tuple(
    {character: width for width, group in table.items() for character in group}
    for table in (_REGULAR, _BOLD)
)
_OTHER_SCRIPT = 700
_EMOJI = 1300


@lru_cache(maxsize=4096)
def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line of text in the unit of its font size."""
    return sum(_advance(character, bold) for character in text) * size / 1000


@lru_cache(maxsize=4096)
def _advance(character: str, bold: bool) -> int:
    table = _TABLES[bold]
    if character in table:
        return table[character]
    base = unicodedata.normalize("NFD", character)[0]
    if base in table:
        return table[base]
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    if ord(character) >= 0x1F000:
        return _EMOJI
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return 1000
    return _OTHER_SCRIPT


def shorten(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return the text, cut with an ellipsis when it is wider than the room."""
    if width_of(text, size, bold=bold) <= room:
        return text
    room -= width_of(ELLIPSIS, size, bold=bold)
    kept = 0
    for character in text:
        room -= _advance(character, bold) * size / 1000
        if room < 0:
            break
        kept += 1
    return text[:kept].rstrip(" ,.;:-–·") + ELLIPSIS


def wrap(
    text: str, room: float, size: float, *, bold: bool = False, lines: int
) -> list[str]:
    """Break a text into at most so many lines; what does not fit ends in an ellipsis.

    A word wider than a line is broken inside when there is a line left for the rest.
    """
    broken: list[str] = []
    waiting = text.split(" ")
    line = ""
    while waiting:
        if len(broken) == lines - 1:
            rest = " ".join(part for part in (line, *waiting) if part)
            return [*broken, shorten(rest, room, size, bold=bold)]
        word = waiting.pop(0)
        longer = f"{line} {word}" if line else word
        if width_of(longer, size, bold=bold) <= room:
            line = longer
        elif line:
            broken.append(line)
            line = ""
            waiting.insert(0, word)
        else:
            head = _head(word, room, size, bold=bold)
            broken.append(head)
            waiting.insert(0, word[len(head) :])
    return [*broken, line] if line else broken


def _head(word: str, room: float, size: float, *, bold: bool) -> str:
    kept = 0
    for character in word:
        room -= _advance(character, bold) * size / 1000
        if room < 0 and kept:
            break
        kept += 1
    return word[:kept]
