"""The cover: what the page is, who made it, for whom, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from audit.report.page.names import shorten
from audit.result import Outline

MARGIN_LINE = 110
"""Characters of the line at the foot of every printed page."""
AUDIT = "Hiring friction audit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Who, for whom, when."""

    kind: str
    """What the page is: an audit, or a comparison."""
    title: str
    """Of the process, with its variant."""
    prepared_by: str
    """"Prepared for … by …", or ""."""
    issue: str
    """Date, version and confidentiality, or ""."""
    margin: str
    """What stands at the foot of every printed page."""


def cover(title: str, about: Mapping[str, str | None], kind: str = AUDIT) -> Cover:
    """Return the cover of a page.

    Args:
        title: what the page is about, shortened.
        about: client, prepared_by, date, version and confidentiality; any may be None.
        kind: what the page is.
    """
    said = {key: shorten(value, 80) for key, value in about.items() if value}
    client, author = said.get("client", ""), said.get("prepared_by", "")
    prepared = [f"for {client}"] if client else []
    prepared += [f"by {author}"] if author else []
    issue = [said.get("date", "")]
    if "version" in said:
        issue.append(f"version {said['version']}")
    confidentiality = said.get("confidentiality", "")
    issue.append(confidentiality)
    foot = (confidentiality, client or title, kind)
    margin = " · ".join(words for words in foot if words)
    return Cover(
        kind=kind,
        title=title,
        prepared_by=" ".join(["Prepared", *prepared]) if prepared else "",
        issue=" · ".join(words for words in issue if words),
        margin=shorten(margin, MARGIN_LINE),
    )


def process_title(process: Outline) -> str:
    """Return the title of a process with its variant, shortened."""
    title = shorten(process.title)
    if process.variant:
        title += f" ({shorten(process.variant, 40)})"
    return title
