"""Words of a command to copy: as a shell takes them, whole, and inert on a terminal."""

from __future__ import annotations

import shlex
from pathlib import Path

from audit.report.page.names import clean

_LONGEST = 4096
"""Letters of the longest path that systems open (PATH_MAX of Linux)."""
_STANDARD_INPUT = "-"


def word(text: str, else_: str) -> str:
    """Return a word of a command, never cut: a part of a name names another file.

    Args:
        text: a name or a value, as it was given.
        else_: what to show of one that cannot stand on a terminal as it is.

    >>> word("our file.yaml", "FILE"), word("a" + chr(27), "FILE")
    ("'our file.yaml'", 'FILE')
    """
    if not text or len(text) > _LONGEST or clean(text) != text:
        return else_
    return shlex.quote(text)


def file_word(given: str | None, known: str, else_: str) -> str:
    """Return the word for a file.

    Args:
        given: its path as the user gave it; None where nobody typed one.
        known: its name in a result; without an ending where it came from a pipe.
        else_: what stands for a file that has no name to give.

    >>> file_word("nurses/before.yaml", "before.yaml", "FILE")
    'nurses/before.yaml'
    >>> file_word("-", "standard input", "FILE")
    'FILE'
    """
    if given is None:
        return word(known, else_) if Path(known).suffix else else_
    if given == _STANDARD_INPUT:
        return else_
    # A name that begins like an option is read as one.
    return word(f"./{given}" if given.startswith("-") else given, else_)
