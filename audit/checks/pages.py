"""The page of a check: what `explain` prints and the report links to.

A page is the docstring of the check's module. Its first line is "Name: what it is in a
few words."; then come the sections below, each with its heading on a line of its own.
Words and code stand in one file, so they cannot drift apart.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import cache

from audit.checks.base import Check, Excuse
from audit.checks.docstring_page import evidence_named, read_page
from audit.checks.guards import GUARD_BY_ID, Guard
from audit.ledger.evidence import evidence_row
from audit.result import EvidenceRow
from audit.units import format_number

WHAT = "What it is"
WHY = "Why it hurts"
HOW = "How it is measured"
HELPS = "What usually helps"
LAW = "What the law asks"
SOURCE = "Source"

REQUIRED = (WHAT, WHY, HOW, HELPS, SOURCE)
HEADINGS = (WHAT, WHY, HOW, HELPS, LAW, SOURCE)
"""All headings, in their order; only `LAW` may be left out."""

JUDGEMENT = "D"
"""Grade of a check that no evidence row supports: our own judgement."""

_NO_FIGURE = frozenset({"legal", "direction", "method", "formula"})
"""Units of evidence rows that state a rule instead of a number."""

_EXCUSES = {
    Excuse.CONTENT: "A finding is set apart as justified when every step that shows it "
    "is justified or mandated.",
    Excuse.MEDIUM: "A law that asks for a form seldom asks for the way it is done, so "
    "a finding is set apart as justified only when every step that shows it is marked "
    "`removable: never`, or is justified by safety, assessment or policy.",
    Excuse.NOTHING: "A justified step does not set it apart: the step can stay and "
    "this can still be mended.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The words of a check, by section; paragraphs are separated by a blank line."""

    name: str
    """The friction as a noun phrase."""
    summary: str
    sections: dict[str, str]
    evidence: tuple[str, ...]
    """Ids of the evidence rows that the source section names, in its order."""

    @property
    def grade(self) -> str:
        """Grade of the first row named, which is the one that carries the check."""
        return evidence_row(self.evidence[0]).grade if self.evidence else JUDGEMENT


@cache
def parse_page(doc: str | None) -> Page:
    """Read a module docstring as a page.

    Raises:
        ValueError: there is no docstring (`python -OO` drops them), a section is
            missing or out of order, or the first line has no name.
    """
    read = read_page(doc, HEADINGS, REQUIRED)
    found = {known: _paragraphs(lines) for known, lines in read.sections.items()}
    return Page(
        name=read.name,
        summary=read.summary,
        sections=found,
        evidence=evidence_named(found[SOURCE]),
    )


def page_of(check: Check) -> Page:
    """Return the page of a check."""
    return parse_page(check.doc)


def guards_of(check: Check) -> tuple[Guard, ...]:
    """Return what the law asks to be kept whenever this friction is mended."""
    return tuple(GUARD_BY_ID[guard] for guard in check.guards)


def evidence_of(check: Check) -> tuple[EvidenceRow, ...]:
    """Return the evidence rows that a check and its guards name, each once."""
    named = [*page_of(check).evidence]
    for guard in guards_of(check):
        named.extend(guard.evidence)
    return tuple(evidence_row(row) for row in dict.fromkeys(named))


def rules_of(check: Check) -> str:
    """Return how severity and justification are decided, as sentences."""
    steps = [
        f"{severity} from {format_number(start)}" if start else f"{severity} above 0"
        for start, severity in check.levels
    ]
    severity = f"Severity {', '.join(steps)} {check.unit}. "
    if check.own_severity:
        severity = ""
    return severity + _EXCUSES[check.excuse]


def page_text(check: Check, width: int = 80) -> str:
    """Return the whole page of a check as plain text."""
    page = page_of(check)
    blocks = [
        f"{page.name} ({check.id}, {check.code})",
        _fill(page.summary[:1].upper() + page.summary[1:], width),
        f"Family {check.family.value}; borne by the {check.side.value}."
        if check.side.value != "both"
        else f"Family {check.family.value}; borne by both sides.",
    ]
    for heading, text in page.sections.items():
        parts = [text]
        if heading == HOW:
            parts.append(rules_of(check))
        if heading == LAW:
            parts.extend(f"{guard.title}. {guard.text}" for guard in guards_of(check))
            parts.append("This is a checklist, not legal advice.")
        blocks.append(f"{heading}\n" + "\n\n".join(_indent(p, width) for p in parts))
    rows = [
        f"{row.id} (grade {row.grade}, {row.verification}): {row.claim}"
        f"{_amount(row)}. {row.source}"
        for row in evidence_of(check)
    ]
    if rows:
        blocks.append("Evidence\n" + "\n".join(_hang(row, width) for row in rows))
    return "\n\n".join(blocks) + "\n"


def _amount(row: EvidenceRow) -> str:
    """Return the figure of a row; a rule or a direction has none."""
    if row.unit in _NO_FIGURE or not row.value:
        return ""
    return f": {row.value} {row.unit}"


def _paragraphs(lines: list[str]) -> str:
    text = "\n".join(line.strip() for line in lines).strip()
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _fill(text: str, width: int) -> str:
    return "\n\n".join(textwrap.fill(part, width) for part in text.split("\n\n"))


def _indent(text: str, width: int) -> str:
    return textwrap.indent(_fill(text, width - 4), "    ")


def _hang(text: str, width: int) -> str:
    return textwrap.fill(
        text, width, initial_indent="    ", subsequent_indent="        "
    )
