"""A module docstring as a page: a name, a summary, and sections in a fixed order.

Its first line is "Name: what it is in a few words."; then come the sections, each with
its heading on a line of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_EVIDENCE_ID = re.compile(r"\b[A-Z]{2,3}-\d{2}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocstringPage:
    """The words of a page."""

    name: str
    summary: str
    sections: dict[str, list[str]]
    """Heading -> its lines, in the order of the headings."""


def read_page(
    doc: str | None, headings: tuple[str, ...], required: tuple[str, ...]
) -> DocstringPage:
    """Read a docstring as a page.

    Args:
        doc: the docstring.
        headings: those there may be, in their order.
        required: those there have to be.

    Raises:
        ValueError: there is no docstring (`python -OO` drops them), a section is
            missing or out of order, or the first line has no name.
    """
    if doc is None:
        raise ValueError("a module has no page: do not run with `python -OO`")
    first, _, rest = doc.partition("\n")
    name, colon, summary = first.partition(": ")
    if not colon:
        raise ValueError(f"the first line of a page is `Name: summary.`, not {first!r}")
    sections: dict[str, list[str]] = {}
    heading = ""
    for line in rest.splitlines():
        if line in headings:
            heading = line
            sections[heading] = []
        elif heading:
            sections[heading].append(line)
    if [known for known in headings if known in sections] != list(sections):
        raise ValueError(f"the sections of {name!r} are out of order: {[*sections]}")
    if missing := [known for known in required if known not in sections]:
        raise ValueError(f"the page of {name!r} lacks {', '.join(missing)}")
    return DocstringPage(name=name, summary=summary, sections=sections)


def evidence_named(text: str) -> tuple[str, ...]:
    """Return the ids of the evidence rows that a text names, each once."""
    return tuple(dict.fromkeys(_EVIDENCE_ID.findall(text)))
