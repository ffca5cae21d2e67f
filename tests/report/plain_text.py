"""Parts of a text for a mail."""

from __future__ import annotations


def section(text: str, start: str) -> list[str]:
    """Return the lines of the paragraph that begins with these words."""
    (found,) = [part for part in text.split("\n\n") if part.startswith(start)]
    return found.splitlines()


def said(text: str) -> str:
    """Return the text as one line, so that line breaks do not matter."""
    return " ".join(text.split())
