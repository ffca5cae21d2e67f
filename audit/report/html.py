"""The page as one HTML file that asks for nothing else and runs nothing foreign.

Its style and its script stand in it, named by their hashes in a content policy that
allows nothing besides. Without the script everything can still be read.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from audit.report.charts import charts
from audit.report.charts.canvas import plain_settings
from audit.report.charts.gauge import gauge_svg
from audit.report.page.map import map_section
from audit.report.page.page import Page, build_page
from audit.report.page.table import Table

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from audit.result import AuditResult

SECTIONS = (
    ("summary", "Summary"),
    ("numbers", "What a hire takes"),
    ("where", "Where friction sits"),
    ("map", "Process map"),
    ("time", "Time"),
    ("people", "Candidates"),
    ("findings", "Findings"),
    ("kept", "Kept for a reason"),
    ("checks", "Checks"),
    ("method", "Method"),
    ("appendix", "Every step"),
)
"""Ids of the sections and their words in the navigation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawings:
    """The charts as markup; empty where the section has none."""

    pareto: Markup
    ladder: Markup
    distribution: Markup
    survival: Markup


def render_html(result: AuditResult) -> str:
    """Return the report as a whole HTML page; same result, same bytes."""
    from markupsafe import Markup

    page = build_page(result)
    style = _resource("report.css") + print_margins(page.cover.margin)
    script = _resource("report.js")
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            page=page,
            sections=SECTIONS,
            generator=f"{result.tool.name} {result.tool.version}",
            policy=content_policy(style, script),
            css=Markup(style),
            script=Markup(script),
            gauge=Markup(gauge_svg(page.summary.gauge)),
            charts=_draw(page),
            process_map=map_section(result),
        )
    )


def content_policy(style: str, script: str) -> str:
    """Return the policy that lets this style and this script run, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; "
        f"script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def print_margins(line: str) -> str:
    """Return the rules that write a line and the page number under every printed page.

    The line comes from the file: all but letters, digits and spaces is written as CSS
    escapes, so that it can only ever be text.
    """
    safe = "".join(
        character
        if character.isascii() and (character.isalnum() or character == " ")
        else f"\\{ord(character):x} "
        for character in line
    )
    font = "font: 8pt Arial, sans-serif; color: #4a525c"
    boxes = (
        f'@bottom-left {{ content: "{safe}"; {font}; width: 78%; text-align: left }} '
        '@bottom-right { content: "Page " counter(page) " of " counter(pages); '
        f"{font} }}"
    )
    return f"@page {{ {boxes} }}\n@page wide {{ {boxes} }}\n"


def _draw(page: Page) -> Drawings:
    from markupsafe import Markup

    with plain_settings():
        return Drawings(
            pareto=Markup(
                charts.pareto(
                    page.where.bars, page.where.bars_title, page.where.bars_text
                )
                if page.where.bars
                else ""
            ),
            ladder=Markup(charts.ladder(page.time.ladder) if page.time.ladder else ""),
            distribution=Markup(
                charts.distribution(page.time.distribution)
                if page.time.distribution
                else ""
            ),
            survival=Markup(
                charts.survival(page.people.survival) if page.people.survival else ""
            ),
        )


@cache
def _resource(name: str) -> str:
    text = (files("audit.report") / "templates" / name).read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", text, flags=re.S | re.M)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("audit.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_unbroken,
    )
    environment.filters["isolate"] = isolate
    environment.filters["prose"] = prose
    environment.filters["pixels"] = _pixels
    environment.filters["left_columns"] = _left_columns
    return environment


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
