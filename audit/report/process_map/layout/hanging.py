"""What hangs on an element: where its flows go when they do not stay in the band.

Exits to outcomes hang below an element, together with flows to other bands and returns
to them; arrivals from other bands stand to the left of the first column, else above.
Where nothing else leaves an element of the last column, the way on stands to its right.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product

from audit.report.process_map.layout.elements import (
    CHANGE_WORDS,
    HIRED,
    Change,
    Chart,
    Exit,
    Kind,
    Link,
    share_shown,
)
from audit.report.process_map.layout.grid import Grid
from audit.report.process_map.layout.notes import (
    ELBOW,
    LINE_HEIGHT,
    NOTE_SIZE,
    RING,
    SLOT,
    TIGHT_LINE,
    TRUNK,
    Hanging,
    Note,
    NoteKind,
    height_of_pill,
    pill_note,
    width_of_pill,
)
from audit.report.process_map.layout.text import shorten, width_of, wrap
from audit.units import format_share

NO_BREAK = "\u00a0"

# Widest lines of notes above, so that returns still reach the box beside them.
_ARRIVAL_ROOM = 62.0
_GATEWAY_ROOM = 92.0
# What changed has more lines to its step: so much of its lower side is left to them.
_PORT_ROOM = 14.0
# How far a list may reach beyond its box; lines in the channel begin further out.
_OVERHANG = 4.0


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
        arrivals = _arrivals(chart, into[element])
        if first and arrivals and arrivals[0].kind is NoteKind.ARRIVAL:
            hanging.left = arrivals.pop(0)
        if is_box or chart.elements[element].change is not Change.GONE:
            hanging.above += arrivals
        else:
            # The upper side of a gateway that is gone is left to its flows.
            hanging.below += arrivals
        if element == chart.start and column > 0:
            # What is gone stands before it and takes its left side.
            hanging.above.append(pill_note(NoteKind.REMARK, ("Start",)))
        elif element == chart.start and hanging.left is None:
            hanging.left = Note(
                kind=NoteKind.START, lines=("Start",), flows=(), width=26, height=26
            )
        step = chart.elements[element].step
        if step is not None and step.applies_to < 1:
            line = f"{format_share(step.applies_to)} of hires"
            hanging.above.append(pill_note(NoteKind.SOME, (line,)))
        if remarks := chart.elements[element].remarks:
            lines = tuple(
                line
                for remark in remarks
                for line in wrap(remark, _ARRIVAL_ROOM, NOTE_SIZE, lines=2)
            )
            hanging.above.append(pill_note(NoteKind.REMARK, lines))
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
    hired = [
        way_out
        for way_out in exits
        if way_out.outcome == HIRED and way_out.change is not Change.GONE
    ]
    taken = [link for link in onward if link.change is not Change.GONE]
    at_right = taken or onward
    if at_end and len(hired) == 1 and not taken:
        hanging.right = Note(
            kind=NoteKind.HIRED,
            lines=("Hired",),
            flows=(hired[0].key,),
            width=30,
            height=26,
            change=hired[0].change,
        )
        exits = [way_out for way_out in exits if way_out is not hired[0]]
    elif at_end and _is_one_way(chart, at_right):
        tags = ", ".join(chart.elements[link.target].tag for link in at_right)
        keys = tuple(link.key for link in at_right)
        change = at_right[0].change
        line = f"{CHANGE_WORDS[change]}→ {tags}"
        hanging.right = pill_note(NoteKind.ONWARD, (line,), keys, change)
        onward = [link for link in onward if link not in at_right]
    below = [
        *(_way_on(chart, NoteKind.ONWARD, link, room) for link in onward),
        *(_way_on(chart, NoteKind.RETURN, link, room) for link in links if link.rework),
        *(_exit(way_out, room) for way_out in exits),
    ]
    # What is gone hangs last, where the line that carries it can end.
    hanging.below = sorted(below, key=lambda note: note.change is Change.GONE)


def _exit(way_out: Exit, room: float) -> Note:
    """Return the name and share of an outcome, in two lines where one is too short."""
    # No-break spaces: a share stays in one piece.
    share = f" {way_out.shown}".replace(" ", NO_BREAK) if way_out.shown else ""
    room -= RING * 2 + 4
    if way_out.change is not Change.KEPT:
        room -= _PORT_ROOM
    lines = wrap(f"{way_out.called}{share}", room, NOTE_SIZE, lines=9)
    if len(lines) > 2 or share not in lines[-1]:
        first, *rest = wrap(way_out.called, room, NOTE_SIZE, lines=2)
        left = room - width_of(share, NOTE_SIZE)
        if way_out.was is None and way_out.change is Change.KEPT:
            last = f"{shorten(' '.join(rest), left, NOTE_SIZE)}{share}"
            lines = [first, last.strip()]
        else:
            lines = [line for line in (first, *rest, share.strip()) if line]
    return Note(
        kind=NoteKind.EXIT,
        lines=tuple(lines),
        flows=(way_out.key,),
        width=RING * 2 + 4 + max(width_of(line, NOTE_SIZE) for line in lines),
        height=LINE_HEIGHT + (len(lines) - 1) * TIGHT_LINE,
        change=way_out.change,
    )


def _is_one_way(chart: Chart, onward: list[Link]) -> bool:
    """Say whether flows out of one element can share a pill."""
    alike = len({link.change for link in onward}) == 1
    is_split = alike and chart.elements[onward[0].source].kind is Kind.SPLIT
    return alike and (len(onward) == 1 or is_split)


def _way_on(chart: Chart, kind: NoteKind, link: Link, room: float) -> Note:
    """Return a pill with a step number and share, and below it the reason.

    A share that would make the pill too wide goes below it, and so do two of them.
    """
    sign = "↺ to" if link.sends_back else "→"
    tag = f"{CHANGE_WORDS[link.change]}{sign} {chart.elements[link.target].tag}"
    certain = link.share >= 1 and link.was is None
    share = "" if certain else share_shown(link.share, link.was)
    line = f"{tag} · {share}" if share else tag
    under = [link.reason] if link.reason else []
    if link.change is not Change.KEPT:
        room -= _PORT_ROOM
    if share and (link.was is not None or width_of_pill((line,)) > room):
        line = tag
        under.insert(0, share)
    words = shorten(" · ".join(under), room, NOTE_SIZE)
    lines: tuple[str, ...] = (line,)
    if link.change is not Change.KEPT and width_of_pill(lines) > room:
        lines = tuple(line.rsplit(" ", 1))
    return Note(
        kind=kind,
        lines=lines,
        flows=(link.key,),
        width=max(width_of_pill(lines), width_of(words, NOTE_SIZE)),
        height=height_of_pill(lines) + (LINE_HEIGHT if words else 0.0),
        under=words,
        change=link.change,
    )


def _arrivals(chart: Chart, links: list[Link]) -> list[Note]:
    """Return where flows come from, those of one kind in one pill."""
    notes: list[Note] = []
    for kind, change in product((NoteKind.ARRIVAL, NoteKind.RETURNED), Change):
        alike = [
            link
            for link in links
            if link.change is change and link.sends_back is (kind is NoteKind.RETURNED)
        ]
        if alike:
            notes.append(_arrival(chart, kind, change, alike))
    return notes


def _arrival(chart: Chart, kind: NoteKind, change: Change, links: list[Link]) -> Note:
    sign = "↺ " if kind is NoteKind.RETURNED else ""
    line = word = f"{CHANGE_WORDS[change]}{sign}from"
    lines: list[str] = []
    room = _ARRIVAL_ROOM if change is Change.KEPT else _ARRIVAL_ROOM - SLOT
    tags = [chart.elements[link.source].tag for link in links]
    for place, tag in enumerate(tags):
        shown = tag if place == len(tags) - 1 else f"{tag},"
        longer = f"{line} {shown}" if line else shown
        # "was from" may stand alone: it leaves too little room for a tag beside it.
        can_break = line != word or change is not Change.KEPT
        if width_of(longer, NOTE_SIZE) > room and line and can_break:
            lines.append(line)
            line = shown
        else:
            line = longer
    keys = tuple(link.key for link in links)
    return pill_note(kind, (*lines, line), keys, change)
