"""Everything between the steps: lines, gateways, events, and the notes on them."""

from __future__ import annotations

from audit.report.layout_band import Band, Line
from audit.report.layout_elements import Chart, Element, Kind
from audit.report.layout_geometry import LEFT_LINE, RIGHT_LINE
from audit.report.layout_notes import (
    ELBOW,
    HANG,
    LINE_HEIGHT,
    NOTE_SIZE,
    PILL_HEIGHT,
    PILL_PADDING,
    RING,
    TRUNK,
    Note,
    NoteKind,
)
from audit.report.layout_shapes import GATE, GATEWAY_HALF
from audit.report.palette import BORDER, INK, LINE, LINK, QUIET, RETURN, WHITE
from audit.report.svg import (
    Fragment,
    Point,
    element,
    number,
    rounded_line,
    text,
    together,
    words,
)

ARROW = 7.0
_HALF_ARROW = 3.5
_RADIUS = 5.0
_EVENT = 8.0
DASH = "5 3"


def draw_lines(lines: list[Line], *, rework: bool) -> Fragment:
    """Draw the flows of one kind with their arrowheads."""
    chosen = [line for line in lines if line.link.rework is rework]
    if not chosen:
        return Fragment("")
    colour = RETURN if rework else LINE
    # Flows that join before their target share one arrowhead.
    heads = dict.fromkeys(
        arrowhead(line.points[-2], line.points[-1]) for line in chosen
    )
    return together(
        [
            # One path for all: where flows share a piece, it is painted once.
            element(
                "path",
                d="".join(_with_room_for_arrow(line.points) for line in chosen),
                fill="none",
                stroke=colour,
                stroke_width=1.4,
                stroke_dasharray=DASH if rework else None,
                data_flows=" ".join(line.link.key for line in chosen),
            ),
            element("path", d="".join(heads), fill=colour),
        ]
    )


def _with_room_for_arrow(points: list[Point]) -> str:
    (x0, y0), (x1, y1) = points[-2], points[-1]
    length = abs(x1 - x0) + abs(y1 - y0)
    back = min(ARROW - 2, length) / length
    end = x1 - (x1 - x0) * back, y1 - (y1 - y0) * back
    return rounded_line([*points[:-1], end], _RADIUS)


def arrowhead(before: Point, tip: Point) -> str:
    """Return path data of an arrowhead at the end of a straight piece."""
    (x0, y0), (x1, y1) = before, tip
    side = number(_HALF_ARROW)
    along = number(ARROW)
    width = number(2 * _HALF_ARROW)
    start = f"M{number(x1)} {number(y1)}"
    if abs(x1 - x0) >= abs(y1 - y0):
        back = f"-{along}" if x1 > x0 else along
        return f"{start}l{back}-{side}v{width}z"
    back = f"-{along}" if y1 > y0 else along
    return f"{start}l-{side} {back}h{width}z"


def draw_gates(gates: list[Point]) -> Fragment:
    """Draw the small diamonds where decisions part."""
    return together(
        [
            element(
                "path",
                d=_diamond(x, y, GATE),
                fill=WHITE,
                stroke=BORDER,
                stroke_width=1.3,
            )
            for x, y in gates
        ]
    )


def draw_gateway(gateway: Element, x: float, y: float) -> Fragment:
    """Draw a parallel gateway with its middle at a point."""
    said = "run side by side" if gateway.kind is Kind.SPLIT else "are all done"
    return element(
        "g",
        element("title", words(f"Steps {gateway.tag} {said}.")),
        plus_gateway(x, y, GATEWAY_HALF),
        data_gateway=f"{gateway.kind} {gateway.tag}",
    )


def plus_gateway(x: float, y: float, half: float) -> Fragment:
    """Draw a diamond with a plus."""
    arm = half / 2
    plus = f"M{number(x - arm)} {number(y)}h{number(2 * arm)}"
    plus += f"M{number(x)} {number(y - arm)}v{number(2 * arm)}"
    return together(
        [
            element(
                "path",
                d=_diamond(x, y, half),
                fill=WHITE,
                stroke=BORDER,
                stroke_width=1.5,
            ),
            element("path", d=plus, stroke=BORDER, stroke_width=2.6),
        ]
    )


def _diamond(x: float, y: float, half: float) -> str:
    size = number(half)
    return f"M{number(x - half)} {number(y)}l{size}-{size} {size} {size}-{size} {size}z"


def draw_labels(band: Band) -> Fragment:
    """Draw the words on the lines."""
    return together(
        [
            text(
                label.text,
                label.x,
                label.y,
                size=NOTE_SIZE,
                fill=RETURN if label.rework else QUIET,
                data_label=label.flow,
            )
            for label in band.labels
        ]
    )


def draw_hanging(chart: Chart, band: Band, place: int) -> Fragment:
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
            text(note.lines[0], x + 2 * RING + 4, y + 3.5, size=NOTE_SIZE, fill=INK),
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
