"""What hangs on an element, drawn: exits and ways on, arrivals, start and end."""

from __future__ import annotations

from audit.report.palette import BORDER, INK, LINE, LINK, RETURN, WHITE
from audit.report.process_map.layout.band import Band
from audit.report.process_map.layout.geometry import LEFT_LINE, RIGHT_LINE
from audit.report.process_map.layout.notes import (
    ELBOW,
    HANG,
    LINE_HEIGHT,
    NOTE_SIZE,
    PILL_HEIGHT,
    PILL_PADDING,
    RING,
    TIGHT_LINE,
    TRUNK,
    Note,
    NoteKind,
)
from audit.report.process_map.marks import ARROW, arrowhead
from audit.report.svg import Fragment, element, number, text, together

_EVENT = 8.0
"""Radius of the events at the ends of the process."""


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
        _arrow_line(line_start, y, target, y, LINE),
        shown,
        data_in=" ".join(note.flows) or None,
    )


def _at_right(note: Note, edge: float, source: float, y: float) -> Fragment:
    end = edge + RIGHT_LINE
    if note.kind is NoteKind.HIRED:
        shown = draw_hired(end + _EVENT + 1, y)
        line = _arrow_line(source, y, end, y, LINE)
    else:
        shown = pill(note, end, y - note.height / 2)
        line = _plain_line(f"M{number(source)} {number(y)}H{number(end)}")
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
        if note.kind is not NoteKind.SOME and not pointed:
            pointed = True
            middle = axis if not is_box else x + min(note.width / 2, 20)
            colour = RETURN if note.kind is NoteKind.RETURNED else LINK
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
        drawn.append(element("g", pill(note, x, y), data_in=flows))
        y -= 1
    return together(drawn)


def _below(notes: list[Note], trunk: float, bottom: float) -> Fragment:
    drawn: list[Fragment] = []
    y = bottom + HANG
    data = ""
    for note in notes:
        first = LINE_HEIGHT if note.kind is NoteKind.EXIT else PILL_HEIGHT
        middle = y + first / 2
        item = trunk + ELBOW
        data += f"M{number(trunk)} {number(middle)}h{number(ELBOW)}"
        if note.kind is NoteKind.EXIT:
            shown = _exit(note, item, middle)
        else:
            shown = pill(note, item, y)
        drawn.append(element("g", shown, data_out=" ".join(note.flows)))
        y += note.height + 2
        last = middle
    stem = f"M{number(trunk)} {number(bottom)}V{number(last)}"
    return together([_plain_line(stem + data), *drawn])


def _exit(note: Note, x: float, y: float) -> Fragment:
    return together(
        [
            element(
                "circle",
                cx=x + RING,
                cy=y,
                r=RING - 1,
                fill=WHITE,
                stroke=BORDER,
                stroke_width=2.2,
            ),
            *(
                text(
                    line,
                    x + 2 * RING + 4,
                    y + 3.5 + place * TIGHT_LINE,
                    size=NOTE_SIZE,
                    fill=INK,
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
}


def pill(note: Note, x: float, y: float) -> Fragment:
    """Draw a note as a pill with its upper left corner at a point."""
    fill, outline, ink = _PILLS[note.kind]
    height = PILL_HEIGHT + (len(note.lines) - 1) * LINE_HEIGHT
    radius = 2.0 if note.kind is NoteKind.SOME else PILL_HEIGHT / 2
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
        )
    ]
    for place, line in enumerate(note.lines):
        baseline = y + 11 + place * LINE_HEIGHT
        drawn.append(text(line, x + PILL_PADDING, baseline, size=NOTE_SIZE, fill=ink))
    if note.under:
        below = y + height + 10
        drawn.append(text(note.under, x + 1, below, size=NOTE_SIZE, fill=fill))
    return together(drawn)


def _arrow_line(x0: float, y0: float, x1: float, y1: float, colour: str) -> Fragment:
    stem = f"M{number(x0)} {number(y0)}H{number(x1 - ARROW + 2)}"
    head = arrowhead((x0, y0), (x1, y1))
    return together([_plain_line(stem), element("path", d=head, fill=colour)])


def _plain_line(data: str) -> Fragment:
    return element("path", d=data, fill="none", stroke=LINE, stroke_width=1.4)
