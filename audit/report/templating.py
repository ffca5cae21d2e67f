"""The templates' environment: everything escaped, units kept with their numbers."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from audit.report.page.table import Table

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


@cache
def environment() -> Environment:
    """Return the environment of all templates."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("audit.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_unbroken,
    )
    made.filters["isolate"] = isolate
    made.filters["prose"] = prose
    made.filters["pixels"] = _pixels
    made.filters["left_columns"] = _left_columns
    return made


_UNIT = re.compile(r"(?<=\d) (?=%|h\b|min\b)")


def _unbroken(value: object) -> object:
    """Return what a template prints, units kept on the line of their number.

    Markup stays as it is: its words were printed before, and paths have digits too.
    """
    return _UNIT.sub("\u00a0", value) if type(value) is str else value


def isolate(text: str) -> str | Markup:
    """Return text that reads from right to left within `<bdi>`, other text as it is."""
    if text.isascii() or not any(
        unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in text
    ):
        return text
    from markupsafe import Markup

    return Markup("<bdi>{}</bdi>").format(text)


def prose(text: str) -> Markup:
    """Return text whose words between backticks are keys of the file."""
    from markupsafe import Markup, escape

    parts = text.split("`")
    if len(parts) % 2 == 0:
        parts = [text]
    # Keys stay as they are: somebody may copy them into a file.
    return Markup("").join(
        Markup("<code>{}</code>").format(part)
        if place % 2
        else escape(isolate(_UNIT.sub("\u00a0", part)))
        for place, part in enumerate(parts)
    )


def _pixels(share: float) -> str:
    """Return the length of a bar of 60 pixels, at least one for anything at all."""
    length = 60 * min(max(share, 0.0), 1.0)
    return f"{max(1.0, length) if share > 0 else 0:.0f}"


def _left_columns(table: Table) -> str:
    """Return the classes that set columns of words to the left."""
    return " ".join(
        f"l{place}"
        for place, column in enumerate(table.columns, start=1)
        if not column.number
    )
