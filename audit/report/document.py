"""A page as one HTML file that asks for nothing else and runs nothing foreign.

Its style and its script stand in it, named by their hashes in a content policy that
allows nothing besides. Without the script everything can still be read.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from audit.report.templating import environment
from audit.result import Tool

SCRIPTS = ("report.js",)
"""Scripts of every page."""


def write_document(
    template: str,
    *,
    styles: tuple[str, ...],
    margin: str,
    tool: Tool,
    scripts: tuple[str, ...] = SCRIPTS,
    **parts: object,
) -> str:
    """Return a whole page; same parts, same bytes.

    Args:
        template: name of the template, which lays the parts out.
        styles: names of the style sheets, in order.
        margin: what stands at the foot of every printed page.
        tool: the program that made the result.
        scripts: names of the scripts, in order; they become one.
        parts: what the template shows.
    """
    from markupsafe import Markup

    style = "\n".join(resource(name) for name in styles) + print_margins(margin)
    script = "\n".join(resource(name) for name in scripts)
    return (
        environment()
        .get_template(template)
        .render(
            generator=f"{tool.name} {tool.version}",
            policy=content_policy(style, script),
            css=Markup(style),
            script=Markup(script),
            **parts,
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


@cache
def resource(name: str) -> str:
    """Return a style sheet or a script without its comments and indents."""
    text = (files("audit.report") / "templates" / name).read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", text, flags=re.S | re.M)
    lines = "\n".join(line.strip() for line in text.splitlines() if line.strip())
    return tight(lines) if name.endswith(".css") else lines


def tight(style: str) -> str:
    """Return a style sheet without the spaces that it does not need.

    >>> tight("a b { margin: 0 4px; } th::after { content: ' , '; }")
    "a b{margin:0 4px}th::after{content:' , '}"
    """
    parts = re.split(r"(\"[^\"]*\"|'[^']*')", style)
    # Strings stay as they are; a space before a colon begins another selector.
    parts[::2] = [
        re.sub(r"\s*([{};,])\s*|(:) ", r"\1\2", part).replace(";}", "}")
        for part in parts[::2]
    ]
    return "".join(parts)
