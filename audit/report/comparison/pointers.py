"""Sentences of the first screen that lead to their evidence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A sentence and where the page proves it."""

    text: str
    href: str
