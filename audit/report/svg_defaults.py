"""What the parts of a drawing repeat, said once.

Most words of a large map have one colour and one size, and most of its steps one icon.
Said at every place they are a tenth of the page.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import count

_PLACED = re.compile(r'<path d="([^"]*)" transform="([^"]*)"/>')
_TAG = re.compile(r"<(/?)[A-Za-z][^<>]*?(/?)>")


def say_once(drawing: str, name: str, value: str) -> str:
    """Move an attribute from the parts that have it to the root of the drawing.

    A part keeps it where something between it and the root says otherwise. The drawing
    looks the same if every part that shows the attribute has said it so far.

    >>> say_once('<svg><a fill="red"/><g fill="blue"><b fill="red"/></g></svg>',
    ...          "fill", "red")
    '<svg fill="red"><a/><g fill="blue"><b fill="red"/></g></svg>'
    """
    said = f' {name}="{value}"'
    places = count()
    differs: list[bool] = []
    """For each open element: whether it or one around it says something else."""

    def rewrite(found: re.Match[str]) -> str:
        tag = found[0]
        if found[1]:
            differs.pop()
            return tag
        if next(places) == 0:
            differs.append(False)
            return tag if f" {name}=" in tag else f"{tag[:-1]}{said}>"
        around = differs[-1]
        if not around:
            tag = tag.replace(said, "", 1)
        if not found[2]:
            differs.append(around or f" {name}=" in tag)
        return tag

    return _TAG.sub(rewrite, drawing)


def draw_once(drawing: str, prefix: str) -> str:
    """Write outlines that a drawing repeats at other places once, and refer to them.

    >>> icon = '<path d="M0 0h9" transform="translate(1 2)"/>'
    >>> draw_once(f"<svg>{icon * 3}</svg>", "a")[:66]
    '<svg><defs><path id="a-1" d="M0 0h9"/></defs><use href="#a-1" tran'

    Args:
        drawing: an `<svg>` element.
        prefix: begins the ids of the outlines; unique in the page.
    """
    uses = Counter(data for data, _ in _PLACED.findall(drawing))
    names = {
        data: f"{prefix}-{place}"
        for place, data in enumerate(
            (data for data, times in uses.items() if times > 1), start=1
        )
    }
    if not names:
        return drawing

    def refer(found: re.Match[str]) -> str:
        data, place = found.groups()
        if data not in names:
            return found[0]
        return f'<use href="#{names[data]}" transform="{place}"/>'

    outlines = "".join(f'<path id="{name}" d="{d}"/>' for d, name in names.items())
    start = drawing.index(">") + 1
    body = _PLACED.sub(refer, drawing[start:])
    return f"{drawing[:start]}<defs>{outlines}</defs>{body}"
