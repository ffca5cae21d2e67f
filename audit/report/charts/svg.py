"""A matplotlib figure as SVG that may stand inside a page.

What matplotlib writes needs a style sheet of its own, which a strict content policy
forbids, uses the same ids in every chart, and says the look of each tick anew. Here
styles become attributes, ids that nothing refers to go, the others become short ones,
numbers lose digits nobody sees, neighbours of one look say it once, and the chart gains
a title and a description with its numbers.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from io import StringIO
from typing import TYPE_CHECKING

from audit.report.svg import FONT

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_SVG = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"
_POINTS_TO_PIXELS = 96 / 72
_DROPPED = frozenset({"font-family", "font-stretch", "font-variant"})
_FONT_SHORTHAND = re.compile(r"(?:(bold|\d00) )?([\d.]+)px ")
_NUMBER = re.compile(r"-?\d+\.\d+")
_AROUND_LETTER = re.compile(r" ?([MLQCHVzZ]) ?")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")

# What matplotlib says although it is the default, or has no effect on a filled shape.
_DEFAULTS = {
    ("stroke-linejoin", "miter"),
    ("opacity", "1"),
    ("fill-opacity", "1"),
    ("font-style", "normal"),
    ("font-weight", "400"),
    ("font-weight", "normal"),
    ("text-anchor", "start"),
    ("stroke-linecap", "butt"),
    ("stroke-dashoffset", "0"),
}
_LOOKS = {
    f"{{{_SVG}}}text": {"font-size", "font-weight", "text-anchor", "fill"},
    f"{{{_SVG}}}use": {"fill", "stroke", "stroke-width"},
}
"""Attributes that an element takes from a group around it, of what stands in rows."""


def inline_svg(figure: Figure, uid: str, title: str, text: str) -> str:
    """Return the figure as an `<svg>` element; same figure and words, same bytes.

    Args:
        figure: drawn with text as text (see `charts`).
        uid: prefix of ids, unique in the page.
        title: what the chart shows, as a sentence.
        text: its numbers, for those who cannot see it.
    """
    root = ET.fromstring(_raw(figure))
    _drop_prologue(root)
    names = {
        old: f"{uid}-{place}" for place, old in enumerate(_referenced_ids(root), 1)
    }
    for element in root.iter():
        _style_to_attributes(element)
        _rewrite_ids(element, names)
        _round_numbers(element)
    _flatten(root)
    _join_lines(root)
    _gather(root)
    _frame(root, uid, title, text)
    ET.register_namespace("", _SVG)
    written = ET.tostring(root, encoding="unicode")
    return re.sub(r">\s+<", "><", written).replace(" />", "/>").strip()


def _raw(figure: Figure) -> str:
    import warnings

    from matplotlib import rc_context

    buffer = StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    with (
        rc_context({"svg.fonttype": "none", "svg.hashsalt": "hiring-audit"}),
        warnings.catch_warnings(),
    ):
        # A name may use letters that the layout font lacks; the browser has them.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        warnings.filterwarnings("ignore", message="Matplotlib currently does not")
        figure.savefig(buffer, format="svg", metadata=nothing, transparent=True)
    written = buffer.getvalue()
    return written[written.index("<svg") :]


def _drop_prologue(root: ET.Element) -> None:
    for part in list(root):
        if part.tag == f"{{{_SVG}}}metadata":
            root.remove(part)
    for definitions in root.iter(f"{{{_SVG}}}defs"):
        for part in list(definitions):
            if part.tag == f"{{{_SVG}}}style":
                definitions.remove(part)


def _referenced_ids(root: ET.Element) -> list[str]:
    """Return the ids that something refers to, in the order of the first reference."""
    used: dict[str, None] = {}
    for element in root.iter():
        for key, value in element.attrib.items():
            if key in {_LINK, "href"} and value.startswith("#"):
                used[value[1:]] = None
            used |= dict.fromkeys(_REFERENCE.findall(value))
    return list(used)


def _style_to_attributes(element: ET.Element) -> None:
    for declaration in element.attrib.pop("style", "").split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name == "font":
            shorthand = _FONT_SHORTHAND.match(value)
            if shorthand:
                if shorthand[1]:
                    element.set("font-weight", shorthand[1])
                element.set("font-size", _short(shorthand[2]))
        elif value and name not in _DROPPED and (name, value) not in _DEFAULTS:
            element.set(name, value.removesuffix("px"))


def _rewrite_ids(element: ET.Element, names: dict[str, str]) -> None:
    own = element.attrib.pop("id", None)
    if own in names:
        element.set("id", names[own])
    if _LINK in element.attrib:
        element.set("href", f"#{names[element.attrib.pop(_LINK)[1:]]}")
    for key, value in list(element.attrib.items()):
        if "url(#" in value:
            element.set(
                key, _REFERENCE.sub(lambda found: f"url(#{names[found[1]]})", value)
            )


def _short(number: str) -> str:
    return f"{float(number):.1f}".removesuffix(".0")


def _round_numbers(element: ET.Element) -> None:
    for key in ("d", "x", "y", "width", "height", "font-size", "transform"):
        value = element.get(key)
        if value is not None:
            rounded = _NUMBER.sub(lambda found: _short(found[0]), value)
            if key == "d":
                rounded = _straightened(rounded)
            element.set(key, _AROUND_LETTER.sub(r"\1", " ".join(rounded.split())))
    # An upright label needs no rotation about its own foot.
    turn = element.get("transform", "")
    if turn.startswith("rotate(-0 "):
        del element.attrib["transform"]


def _straightened(data: str) -> str:
    """Write lines of a path that go straight across or down by one coordinate."""
    words = data.split()
    shorter: list[str] = []
    at = ("", "")
    place = 0
    while place < len(words):
        letter = words[place]
        if letter not in {"M", "L"}:
            if letter.isalpha() and letter not in {"z", "Z"}:
                return data
            shorter.append(letter)
            place += 1
            continue
        x, y = words[place + 1 : place + 3]
        if letter == "L" and y == at[1]:
            shorter += ["H", x]
        elif letter == "L" and x == at[0]:
            shorter += ["V", y]
        else:
            shorter += [letter, x, y]
        at = (x, y)
        place += 3
    return " ".join(shorter)


def _flatten(root: ET.Element) -> None:
    """Replace groups that say nothing by what they hold; drop empty ones."""
    for parent in list(root.iter()):
        place = 0
        while place < len(parent):
            child = parent[place]
            bare = child.tag == f"{{{_SVG}}}g" and not child.attrib
            if bare:
                parent[place : place + 1] = list(child)
            elif child.tag == f"{{{_SVG}}}defs" and len(child) == 0:
                del parent[place]
            else:
                place += 1


def _join_lines(root: ET.Element) -> None:
    """Write neighbouring lines of one look, which nothing fills, as one path.

    Lines that go nowhere, which a mark alone leaves behind, are dropped.
    """
    for element in [one for one in root if _is_line(one) and not _goes(one)]:
        root.remove(element)
    place = 0
    while place + 1 < len(root):
        one, other = root[place], root[place + 1]
        if (
            _is_line(one)
            and _is_line(other)
            and _without_data(one) == _without_data(other)
        ):
            one.set("d", one.attrib["d"] + other.attrib["d"])
            root.remove(other)
        else:
            place += 1


def _is_line(element: ET.Element) -> bool:
    return element.tag == f"{{{_SVG}}}path" and element.get("fill") == "none"


def _goes(line: ET.Element) -> bool:
    """Return whether a line is more than a place to begin at."""
    return bool(set(line.get("d", "")) & set("LHVQC"))


def _without_data(element: ET.Element) -> dict[str, str]:
    return {key: value for key, value in element.attrib.items() if key != "d"}


def _gather(root: ET.Element) -> None:
    """Put neighbouring words and marks of one look into a group that says it once."""
    place = 0
    while place < len(root):
        look = _look(root[place])
        end = place + 1
        while look is not None and end < len(root) and _look(root[end]) == look:
            end += 1
        if look is not None and end - place > 2:
            group = ET.Element(f"{{{_SVG}}}g", dict(sorted(look[1].items())))
            for child in root[place:end]:
                for key in look[1]:
                    del child.attrib[key]
                group.append(child)
            root[place:end] = [group]
        place += 1


def _look(element: ET.Element) -> tuple[str, dict[str, str]] | None:
    """Return the kind of an element and its look; None of what stays as it is."""
    keys = _LOOKS.get(element.tag)
    if keys is None:
        return None
    return element.tag, {k: v for k, v in element.attrib.items() if k in keys}


def _frame(root: ET.Element, uid: str, title: str, text: str) -> None:
    box = [float(part) for part in root.attrib["viewBox"].split()]
    view = root.attrib["viewBox"]
    root.attrib.clear()
    width, height = (str(round(side * _POINTS_TO_PIXELS)) for side in box[2:])
    for key, value in (
        ("class", "chart"),
        ("viewBox", view),
        ("width", width),
        ("height", height),
        ("role", "img"),
        ("aria-labelledby", f"{uid}-t {uid}-d"),
        ("font-family", FONT),
        ("stroke-linejoin", "round"),
    ):
        root.set(key, value)
    for place, (tag, name, words) in enumerate(
        (("title", "t", title), ("desc", "d", text))
    ):
        part = ET.Element(f"{{{_SVG}}}{tag}", {"id": f"{uid}-{name}"})
        part.text = words
        root.insert(place, part)
