"""Bars in parts as data: loads, waits, people who leave, openings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """How a part is drawn; each can be told from the others in grey."""

    MAIN = "main"
    """What the bar is about: full."""
    OTHER = "other"
    """What shares the bar with it: lighter."""
    LOST = "lost"
    """What is too much, or lost: hatched."""
    PLAIN = "plain"
    """The only part of a bar whose interval is drawn over it: pale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part that every bar has, with its word in the key."""

    word: str
    look: Look


@dataclass(frozen=True, slots=True, kw_only=True)
class PartBar:
    """A bar: its parts from left to right, and its number in words."""

    label: str
    values: tuple[float, ...]
    """One for each part of the chart."""
    text: str
    low: float | None = None
    high: float | None = None
    """Ends of the interval of the whole bar; None where it has none."""
    group: str = ""
    """What several neighbouring bars are of; said once above them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartBars:
    """Bars on one scale."""

    parts: tuple[Part, ...]
    bars: tuple[PartBar, ...]
    line: float | None = None
    """Where an upright line stands on the scale."""
    line_text: str = ""
    title: str
    text: str
    """The numbers, for those who cannot see the chart."""
    caption: str
