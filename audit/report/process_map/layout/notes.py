"""Notes: the small texts that hang on an element, and how large they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from audit.report.process_map.layout.elements import Change
from audit.report.process_map.layout.text import width_of

NOTE_SIZE = 10.0
"""Font size of notes and labels; the smallest of the map."""

LINE_HEIGHT = 13.0
TIGHT_LINE = 11.0
"""Distance of the lines of one name."""
PILL_HEIGHT = 15.0
PILL_PADDING = 6.0
RING = 4.5
"""Radius of the end event in a list of exits."""
ELBOW = 8.0
"""Length of the line from the trunk of a list to its item."""
HANG = 5.0
"""Free space between an element and what hangs above or below it."""
TRUNK = 7.0
"""Distance of a list's trunk from the left side of its box."""
SLOT = 10.0
"""Distance of ports above an element; those below are shifted by half of it."""


class NoteKind(StrEnum):
    """What a note says."""

    START = "start"
    HIRED = "hired"
    EXIT = "exit"
    """To an outcome."""
    ONWARD = "onward"
    """To a later band."""
    RETURN = "return"
    """Back to another band."""
    ARRIVAL = "arrival"
    """From another band."""
    RETURNED = "returned"
    """Back from another band."""
    SOME = "some"
    """Only a share of the hires need the step."""
    REMARK = "remark"
    """What became of the element between two processes."""


TAGS = frozenset({NoteKind.SOME, NoteKind.REMARK})
"""Notes that say something of the element itself."""
ARRIVALS = frozenset({NoteKind.ARRIVAL, NoteKind.RETURNED})
"""Notes that say where flows come from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A small text that hangs on an element."""

    kind: NoteKind
    lines: tuple[str, ...]
    flows: tuple[str, ...]
    """Keys of the flows it stands for."""
    width: float
    height: float
    under: str = ""
    """Words below a pill."""
    change: Change = Change.KEPT
    """What became of its flows."""

    @property
    def pill_width(self) -> float:
        """Width of the pill alone."""
        return width_of_pill(self.lines)


@dataclass(slots=True, kw_only=True)
class Hanging:
    """All notes of an element."""

    left: Note | None = None
    right: Note | None = None
    above: list[Note] = field(default_factory=list)
    below: list[Note] = field(default_factory=list)

    @property
    def above_height(self) -> float:
        """Room that the notes above take."""
        if not self.above:
            return 0.0
        tall = sum(note.height + 1 for note in self.above)
        only_tags = all(note.kind in TAGS for note in self.above)
        return tall + (0.0 if only_tags else HANG)

    @property
    def below_height(self) -> float:
        """Room that the list below takes."""
        if not self.below:
            return 0.0
        return HANG + sum(note.height + 2 for note in self.below)

    @property
    def above_width(self) -> float:
        """Width of the widest note above."""
        return max((note.width for note in self.above), default=0.0)

    @property
    def below_width(self) -> float:
        """Width of the list below, from its trunk."""
        return max((ELBOW + note.width for note in self.below), default=0.0)


def width_of_pill(lines: tuple[str, ...]) -> float:
    """Return the width of a pill around lines of text."""
    return max(width_of(line, NOTE_SIZE) for line in lines) + 2 * PILL_PADDING


def height_of_pill(lines: tuple[str, ...]) -> float:
    """Return the height of a pill around lines of text."""
    return PILL_HEIGHT + (len(lines) - 1) * LINE_HEIGHT


def pill_note(
    kind: NoteKind,
    lines: tuple[str, ...],
    flows: tuple[str, ...] = (),
    change: Change = Change.KEPT,
) -> Note:
    """Return a note that is a pill around lines of text."""
    return Note(
        kind=kind,
        lines=lines,
        flows=flows,
        width=width_of_pill(lines),
        height=height_of_pill(lines),
        change=change,
    )
