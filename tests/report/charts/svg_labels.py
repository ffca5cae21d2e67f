"""The words of a chart, each with its place and its look."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
# Attributes that SVG knows; what a style sheet would have to say is none of them.
LOOKS = re.compile(
    r"\bstyle=|<style|\bclass=\"(?!chart\"|fluid\"|panels\"|keys\")|font:"
)

Label = tuple[float, float, float, str, bool, str, str]


def fluid_drawings(markup: str) -> list[ET.Element]:
    """Return the drawings of a chart as wide as its column: one, or a panel each.

    In a page they need not say that they are SVG; here they are read as what they are.
    """
    root = ET.fromstring(f'<g xmlns="{SVG.strip("{}")}">{markup}</g>')
    return [e for e in root.iter() if e.attrib.get("class") == "fluid"]


def labels(root: ET.Element, width: float = 0.0) -> list[Label]:
    """Return x, y, size, anchor, bold, ink and words of every label.

    Args:
        root: a drawing.
        width: pixels of the column, of which a drawing may take places in per cent.
    """
    found: list[Label] = []

    def walk(element: ET.Element, look: dict[str, str]) -> None:
        look = {**look, **element.attrib}
        if element.tag == f"{SVG}text":
            found.append(
                (
                    pixels(element.attrib["x"], width),
                    float(element.attrib["y"]),
                    float(look["font-size"]),
                    look.get("text-anchor", "start"),
                    look.get("font-weight") == "700",
                    look["fill"],
                    element.text or "",
                )
            )
        for child in element:
            walk(child, look)

    walk(root, {})
    return found


def pixels(length: str, width: float) -> float:
    """Return a length of a drawing in pixels of a column of this width."""
    if length.endswith("%"):
        return width * float(length.removesuffix("%")) / 100
    return float(length)
