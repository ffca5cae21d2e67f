"""Text that a spreadsheet must not run."""

from __future__ import annotations

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def inert(text: str) -> str:
    """Return text with an apostrophe before what would begin a formula."""
    return f"'{text}" if text.lstrip().startswith(_FORMULA_STARTS) else text
