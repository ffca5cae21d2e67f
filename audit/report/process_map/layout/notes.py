"""What hangs on an element: where its flows go when they do not stay in the band.

Exits to outcomes hang below an element, together with flows to other bands and returns
to them; arrivals from other bands stand to the left of the first column, else above.
Where nothing else leaves an element of the last column, the way on stands to its right.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum

from audit.report.process_map.layout.elements import HIRED, Chart, Exit, Kind, Link
from audit.report.process_map.layout.grid import Grid
from audit.report.process_map.layout.text import shorten, width_of, wrap
from audit.units import format_share

NOTE_SIZE = 10.0
"""Font size of notes and labels; the smallest of the map."""

LINE_HEIGHT = 13.0
TIGHT_LINE = 11.0
"""Distance of the lines of one name."""
NO_BREAK = "\u00a0"
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

# Widest lines of arrivals, so that returns in the band still reach the box beside them.
_ARRIVAL_ROOM = 62.0
_GATEWAY_ROOM = 92.0
# How far a list may reach beyond its box; lines in the channel begin further out.
_OVERHANG = 4.0


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

    @property
    def pill_width(self) -> float:
        """Width of the pill alone."""
        return _pill_width(self.lines)


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
        only_tag = all(note.kind is NoteKind.SOME for note in self.above)
        return tall + (0.0 if only_tag else HANG)

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


def hang(chart: Chart, grid: Grid, box_width: float) -> dict[int, Hanging]:
    """Return the notes of each element of a band.

    Args:
        chart: all elements and flows.
        grid: the band.
        box_width: width of a step; lists below it are no wider.
    """
    hangings = {element: Hanging() for element in grid.cells}
    out_of: dict[int, list[Link]] = defaultdict(list)
    into: dict[int, list[Link]] = defaultdict(list)
    for link in chart.links:
        if link.source in grid.cells and link.target not in grid.cells:
            out_of[link.source].append(link)
        elif link.target in grid.cells and link.source not in grid.cells:
            into[link.target].append(link)
    exits: dict[int, list[Exit]] = defaultdict(list)
    for way_out in chart.exits:
        if way_out.source in grid.cells:
            exits[way_out.source].append(way_out)
    goes_on = {link.source for link in grid.links if not link.rework}
    comes_in = {link.target for link in grid.links if not link.rework}
    for element, hanging in hangings.items():
        is_box = chart.elements[element].kind is Kind.STEP
        room = box_width - TRUNK - ELBOW + _OVERHANG if is_box else _GATEWAY_ROOM
        column = grid.cells[element].column
        last = column == grid.columns - 1
        _add_ways_out(
            chart,
            hanging,
            out_of[element],
            exits[element],
            room,
            at_end=last and element not in goes_on,
        )
        first = column == 0 and element not in comes_in
        _add_arrivals(chart, hanging, into[element], at_start=first)
        if element == chart.start and hanging.left is None:
            hanging.left = _note(NoteKind.START, ("Start",), (), width=26, height=26)
        step = chart.elements[element].step
        if step is not None and step.applies_to < 1:
            line = f"{format_share(step.applies_to)} of hires"
            hanging.above.append(_pill(NoteKind.SOME, (line,), ()))
    return hangings


def _add_ways_out(
    chart: Chart,
    hanging: Hanging,
    links: list[Link],
    exits: list[Exit],
    room: float,
    *,
    at_end: bool,
) -> None:
    onward = [link for link in links if not link.rework]
    hired = [way_out for way_out in exits if way_out.outcome == HIRED]
    if at_end and len(hired) == 1 and not onward:
        hanging.right = _note(
            NoteKind.HIRED, ("Hired",), (hired[0].key,), width=30, height=26
        )
        exits = [way_out for way_out in exits if way_out is not hired[0]]
    elif at_end and onward and (len(onward) == 1 or _is_split(chart, onward)):
        tags = ", ".join(chart.elements[link.target].tag for link in onward)
        keys = tuple(link.key for link in onward)
        hanging.right = _pill(NoteKind.ONWARD, (f"→ {tags}",), keys)
        onward = []
    for link in onward:
        tag = f"→ {chart.elements[link.target].tag}"
        hanging.below.append(_way_on(NoteKind.ONWARD, tag, link, room))
    for link in links:
        if link.rework:
            tag = f"↺ to {chart.elements[link.target].tag}"
            hanging.below.append(_way_on(NoteKind.RETURN, tag, link, room))
    hanging.below += [_exit(way_out, room) for way_out in exits]


def _exit(way_out: Exit, room: float) -> Note:
    """Return the name and share of an outcome, in two lines where one is too short."""
    # No-break spaces: a share stays in one piece.
    share = f"{NO_BREAK}{format_share(way_out.share)}".replace(" ", NO_BREAK)
    share = share if way_out.share < 1 else ""
    room -= RING * 2 + 4
    lines = wrap(f"{way_out.name}{share}", room, NOTE_SIZE, lines=9)
    if len(lines) > 2 or share not in lines[-1]:
        first, *rest = wrap(way_out.name, room, NOTE_SIZE, lines=2)
        left = room - width_of(share, NOTE_SIZE)
        lines = [first, f"{shorten(' '.join(rest), left, NOTE_SIZE)}{share}".strip()]
    return Note(
        kind=NoteKind.EXIT,
        lines=tuple(lines),
        flows=(way_out.key,),
        width=RING * 2 + 4 + max(width_of(line, NOTE_SIZE) for line in lines),
        height=LINE_HEIGHT + (len(lines) - 1) * TIGHT_LINE,
    )


def _is_split(chart: Chart, onward: list[Link]) -> bool:
    return chart.elements[onward[0].source].kind is Kind.SPLIT


def _way_on(kind: NoteKind, tag: str, link: Link, room: float) -> Note:
    """Return a pill with a step number and share, and below it the reason.

    A share that would make the pill too wide goes below it.
    """
    share = format_share(link.share) if link.share < 1 else ""
    line = f"{tag} · {share}" if share else tag
    under = [link.reason] if link.reason else []
    if share and _pill_width((line,)) > room:
        line = tag
        under.insert(0, share)
    words = shorten(" · ".join(under), room, NOTE_SIZE)
    return Note(
        kind=kind,
        lines=(line,),
        flows=(link.key,),
        width=max(_pill_width((line,)), width_of(words, NOTE_SIZE)),
        height=PILL_HEIGHT + (LINE_HEIGHT if words else 0.0),
        under=words,
    )


def _add_arrivals(
    chart: Chart, hanging: Hanging, links: list[Link], *, at_start: bool
) -> None:
    onward = [link for link in links if not link.rework]
    returned = [link for link in links if link.rework]
    if onward:
        note = _arrivals(chart, NoteKind.ARRIVAL, "from", onward)
        if at_start:
            hanging.left = note
        else:
            hanging.above.append(note)
    if returned:
        hanging.above.append(_arrivals(chart, NoteKind.RETURNED, "↺ from", returned))


def _arrivals(chart: Chart, kind: NoteKind, word: str, links: list[Link]) -> Note:
    lines: list[str] = []
    line = word
    tags = [chart.elements[link.source].tag for link in links]
    for place, tag in enumerate(tags):
        shown = tag if place == len(tags) - 1 else f"{tag},"
        longer = f"{line} {shown}" if line else shown
        if width_of(longer, NOTE_SIZE) > _ARRIVAL_ROOM and line not in {"", word}:
            lines.append(line)
            line = shown
        else:
            line = longer
    keys = tuple(link.key for link in links)
    return _pill(kind, (*lines, line), keys)


def _pill(kind: NoteKind, lines: tuple[str, ...], flows: tuple[str, ...]) -> Note:
    width = _pill_width(lines)
    height = PILL_HEIGHT + (len(lines) - 1) * LINE_HEIGHT
    return _note(kind, lines, flows, width, height)


def _pill_width(lines: tuple[str, ...]) -> float:
    return max(width_of(line, NOTE_SIZE) for line in lines) + 2 * PILL_PADDING


def _note(
    kind: NoteKind,
    lines: tuple[str, ...],
    flows: tuple[str, ...],
    width: float,
    height: float,
) -> Note:
    return Note(kind=kind, lines=lines, flows=flows, width=width, height=height)
