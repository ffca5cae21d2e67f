"""What hangs on an element, drawn: exits and ways on, arrivals, start and end."""

from __future__ import annotations

from itertools import groupby

from audit.report.palette import (
    BORDER,
    GONE,
    INK,
    LINK,
    QUIET,
    REMARK,
    RETURN,
    WHITE,
)
from audit.report.process_map.layout.band import Band
from audit.report.process_map.layout.elements import Change
from audit.report.process_map.layout.geometry import LEFT_LINE, RIGHT_LINE
from audit.report.process_map.layout.notes import (
    ARRIVALS,
    ELBOW,
    HANG,
    LINE_HEIGHT,
    NOTE_SIZE,
    PILL_HEIGHT,
    PILL_PADDING,
    RING,
    TAGS,
    TIGHT_LINE,
    TRUNK,
    Note,
    NoteKind,
)
from audit.report.process_map.marks import (
    ARROW,
    GONE_LINE,
    LineStyle,
    arrowhead,
    line_style,
)
from audit.report.svg import Fragment, element, number, text, together

_EVENT = 8.0
"""Radius of the events at the ends of the process."""
_NEW_OUTLINE = 2.4


def draw_hanging(band: Band, place: int) -> Fragment:
    """Draw all notes of an element."""
    hanging = band.hangings[place]
    cell = band.grid.cells[place]
    x, y = band.frame.axis_x[cell.column], band.frame.axis_y[cell.row]
    shape = band.shapes[place]
    left, right = x - shape.half_width, x + shape.half_width
    top, bottom = y - shape.half_height, y + shape.half_height
    drawn: list[Fragment] = []
    if hanging.left is not None:
        edge = band.frame.columns[cell.column][0]
        drawn.append(_at_left(hanging.left, edge, left, y))
    if hanging.right is not None:
        edge = band.frame.columns[cell.column][1]
        drawn.append(_at_right(hanging.right, edge, right, y))
    if hanging.above:
        drawn.append(_above(hanging.above, left, x, top, is_box=not shape.is_diamond))
    if hanging.below:
        trunk = x if shape.is_diamond else left + TRUNK
        drawn.append(_below(hanging.below, trunk, bottom))
    return together(drawn)


def _at_left(note: Note, edge: float, target: float, y: float) -> Fragment:
    line_start = edge - LEFT_LINE
    if note.kind is NoteKind.START:
        centre = line_start - 13
        shown = draw_start(centre, y)
        line_start = centre + _EVENT
    else:
        shown = pill(note, line_start - note.width, y - note.height / 2)
    return element(
        "g",
        _arrow_line(line_start, y, target, y, line_style(note.change)),
        shown,
        data_in=" ".join(note.flows) or None,
    )


def _at_right(note: Note, edge: float, source: float, y: float) -> Fragment:
    end = edge + RIGHT_LINE
    style = line_style(note.change)
    if note.kind is NoteKind.HIRED:
        shown = draw_hired(end + _EVENT + 1, y)
        line = _arrow_line(source, y, end, y, style)
    else:
        shown = pill(note, end, y - note.height / 2)
        line = _plain_line(f"M{number(source)} {number(y)}H{number(end)}", style)
    return element("g", line, shown, data_out=" ".join(note.flows))


def draw_start(x: float, y: float) -> Fragment:
    """Draw the start event: a thin circle."""
    return together(
        [
            element(
                "circle",
                cx=x,
                cy=y,
                r=_EVENT,
                fill=WHITE,
                stroke=BORDER,
                stroke_width=1.3,
            ),
            text("Start", x, y + 19, size=NOTE_SIZE, fill=INK, anchor="middle"),
        ]
    )


def draw_hired(x: float, y: float) -> Fragment:
    """Draw the end event of a hire: a thick circle."""
    return together(
        [
            element(
                "circle",
                cx=x,
                cy=y,
                r=_EVENT,
                fill=WHITE,
                stroke=BORDER,
                stroke_width=3.4,
            ),
            text(
                "Hired", x, y + 20, size=NOTE_SIZE, fill=INK, bold=True, anchor="middle"
            ),
        ]
    )


def _above(
    notes: list[Note], left: float, axis: float, top: float, *, is_box: bool
) -> Fragment:
    drawn: list[Fragment] = []
    y = top
    pointed = False
    for note in reversed(notes):
        x = left if is_box else axis - note.width / 2
        if note.kind not in TAGS and not pointed:
            pointed = True
            middle = axis if not is_box else x + min(note.width / 2, 20)
            _, colour, _ = _pill_colours(note)
            drawn.append(
                element(
                    "path",
                    d=f"M{number(middle)} {number(y)}l-3-{number(HANG)}h6z",
                    fill=colour,
                )
            )
            y -= HANG
        y -= note.height
        flows = " ".join(note.flows) or None
        remark = "" if note.kind is NoteKind.REMARK else None
        drawn.append(element("g", pill(note, x, y), data_in=flows, data_remark=remark))
        y -= 1
    return together(drawn)


def _below(notes: list[Note], trunk: float, bottom: float) -> Fragment:
    drawn: list[Fragment] = []
    lines: list[Fragment] = []
    start, y = bottom, bottom + HANG
    for change, alike in groupby(notes, key=lambda note: note.change):
        elbows = ""
        for note in alike:
            first = LINE_HEIGHT if note.kind is NoteKind.EXIT else PILL_HEIGHT
            middle = y + first / 2
            item = trunk + ELBOW
            elbows += f"M{number(trunk)} {number(middle)}h{number(ELBOW)}"
            if note.kind is NoteKind.EXIT:
                shown = _exit(note, item, middle)
            else:
                shown = pill(note, item, y)
            flows = " ".join(note.flows)
            if note.kind in ARRIVALS:
                drawn.append(element("g", shown, data_in=flows))
            else:
                drawn.append(element("g", shown, data_out=flows))
            y += note.height + 2
        stem = f"M{number(trunk)} {number(start)}V{number(middle)}"
        lines.append(_plain_line(stem + elbows, line_style(change)))
        start = middle
    return together([*lines, *drawn])


def _exit(note: Note, x: float, y: float) -> Fragment:
    is_gone = note.change is Change.GONE
    return together(
        [
            element(
                "circle",
                cx=x + RING,
                cy=y,
                r=RING - 1,
                fill=WHITE,
                stroke=GONE if is_gone else BORDER,
                stroke_width=2.2,
                stroke_dasharray="1.5 1.5" if is_gone else None,
            ),
            *(
                text(
                    line,
                    x + 2 * RING + 4,
                    y + 3.5 + place * TIGHT_LINE,
                    size=NOTE_SIZE,
                    fill=QUIET if is_gone else INK,
                )
                for place, line in enumerate(note.lines)
            ),
        ]
    )


# Fill, outline and ink of the pills.
_PILLS = {
    NoteKind.ONWARD: (LINK, LINK, WHITE),
    NoteKind.ARRIVAL: (WHITE, LINK, LINK),
    NoteKind.RETURN: (RETURN, RETURN, WHITE),
    NoteKind.RETURNED: (WHITE, RETURN, RETURN),
    NoteKind.SOME: (WHITE, BORDER, INK),
    NoteKind.REMARK: (REMARK, LINK, INK),
}


def _pill_colours(note: Note) -> tuple[str, str, str]:
    if note.change is Change.GONE:
        return WHITE, GONE, QUIET
    return _PILLS[note.kind]


def pill(note: Note, x: float, y: float) -> Fragment:
    """Draw a note as a pill with its upper left corner at a point."""
    fill, outline, ink = _pill_colours(note)
    height = PILL_HEIGHT + (len(note.lines) - 1) * LINE_HEIGHT
    radius = 2.0 if note.kind in TAGS else PILL_HEIGHT / 2
    drawn = [
        element(
            "rect",
            x=x,
            y=y,
            width=note.pill_width,
            height=height,
            rx=radius,
            fill=fill,
            stroke=outline,
            stroke_width=_NEW_OUTLINE if note.change is Change.NEW else None,
            stroke_dasharray=GONE_LINE.dash if note.change is Change.GONE else None,
        )
    ]
    for place, line in enumerate(note.lines):
        baseline = y + 11 + place * LINE_HEIGHT
        drawn.append(text(line, x + PILL_PADDING, baseline, size=NOTE_SIZE, fill=ink))
    if note.under:
        below = y + height + 10
        under = ink if fill == WHITE else fill
        drawn.append(text(note.under, x + 1, below, size=NOTE_SIZE, fill=under))
    return together(drawn)


def _arrow_line(
    x0: float, y0: float, x1: float, y1: float, style: LineStyle
) -> Fragment:
    stem = f"M{number(x0)} {number(y0)}H{number(x1 - ARROW + 2)}"
    head = arrowhead((x0, y0), (x1, y1))
    return together(
        [_plain_line(stem, style), element("path", d=head, fill=style.colour)]
    )


def _plain_line(data: str, style: LineStyle) -> Fragment:
    return element(
        "path",
        d=data,
        fill="none",
        stroke=style.colour,
        stroke_width=style.width,
        stroke_dasharray=style.dash,
    )
