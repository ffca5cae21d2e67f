"""A matplotlib figure as SVG that may stand inside a page.

What matplotlib writes needs a style sheet of its own, which a strict content policy
forbids, and uses the same ids in every chart. Here styles become attributes, ids that
nothing refers to go, the others get a prefix, numbers lose digits nobody sees, and the
chart gains a title and a description with its numbers.
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
}


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
    used = _referenced_ids(root)
    for element in root.iter():
        _style_to_attributes(element)
        _rewrite_ids(element, uid, used)
        _round_numbers(element)
    _flatten(root)
    _gather_words(root)
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


def _referenced_ids(root: ET.Element) -> set[str]:
    used: set[str] = set()
    for element in root.iter():
        for key, value in element.attrib.items():
            if key in {_LINK, "href"} and value.startswith("#"):
                used.add(value[1:])
            used.update(_REFERENCE.findall(value))
    return used


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


def _rewrite_ids(element: ET.Element, uid: str, used: set[str]) -> None:
    own = element.attrib.pop("id", None)
    if own in used:
        element.set("id", f"{uid}-{own}")
    if _LINK in element.attrib:
        element.set("href", f"#{uid}-{element.attrib.pop(_LINK)[1:]}")
    for key, value in list(element.attrib.items()):
        if "url(#" in value:
            element.set(key, _REFERENCE.sub(rf"url(#{uid}-\1)", value))


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


def _gather_words(root: ET.Element) -> None:
    """Put neighbouring words of one look into a group that says the look once."""
    place = 0
    while place < len(root):
        look = _look(root[place])
        end = place + 1
        while look is not None and end < len(root) and _look(root[end]) == look:
            end += 1
        if look is not None and end - place > 2:
            group = ET.Element(f"{{{_SVG}}}g", look)
            for child in root[place:end]:
                for key in look:
                    del child.attrib[key]
                group.append(child)
            root[place:end] = [group]
        place += 1


def _look(element: ET.Element) -> dict[str, str] | None:
    if element.tag != f"{{{_SVG}}}text":
        return None
    return {
        key: value
        for key, value in sorted(element.attrib.items())
        if key in {"font-size", "font-weight", "text-anchor", "fill"}
    }


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
