"""The page of an intervention: what `explain` prints and a report links to.

A page is the docstring of its module: "Name: what it is in a few words.", then the
sections below, each with its heading on a line of its own. Effects, costs and what the
law asks are added from the intervention itself, so that words and numbers agree.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import cache

from audit.changes.base import Effect, Intervention
from audit.checks.docstring_page import evidence_named, read_page
from audit.checks.guards import GUARD_BY_ID
from audit.ledger.evidence import evidence_row
from audit.units import format_money, format_number

WHAT = "What it is"
FITS = "When it fits"
CHANGES = "What it changes"
TAKES = "What it takes"
WATCH = "What to watch"
LAW = "What the law asks"
SOURCE = "Source"
REQUIRED = (WHAT, FITS, CHANGES, TAKES, WATCH, SOURCE)
HEADINGS = (WHAT, FITS, CHANGES, TAKES, WATCH, LAW, SOURCE)
"""All headings, in their order; only `LAW` may be left out."""

_CURRENCY = "USD"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The words of an intervention, by section."""

    name: str
    """The change as a noun phrase."""
    summary: str
    sections: dict[str, str]
    evidence: tuple[str, ...]
    """Ids of the evidence rows that the source section names, in its order."""


@cache
def parse_page(doc: str | None) -> Page:
    """Read a module docstring as a page.

    Raises:
        ValueError: there is no docstring (`python -OO` drops them), a section is
            missing or out of order, or the first line has no name.
    """
    read = read_page(doc, HEADINGS, REQUIRED)
    found = {
        known: " ".join(" ".join(lines).split())
        for known, lines in read.sections.items()
    }
    return Page(
        name=read.name,
        summary=read.summary,
        sections=found,
        evidence=evidence_named(found[SOURCE]),
    )


def page_text(intervention: Intervention, width: int = 80) -> str:
    """Return the whole page of an intervention as plain text."""
    page = parse_page(intervention.doc)
    blocks = [
        f"{page.name} ({intervention.id})",
        textwrap.fill(page.summary[:1].upper() + page.summary[1:], width),
    ]
    for heading in HEADINGS:
        parts = [page.sections[heading]] if heading in page.sections else []
        if heading == CHANGES:
            parts += [effect_words(effect) for effect in intervention.effects]
        if heading == TAKES:
            parts.append(_takes(intervention))
        if heading == LAW:
            parts += _law(intervention)
        if parts:
            body = "\n\n".join(_indented(part, width) for part in parts)
            blocks.append(f"{heading}\n{body}")
    rows = [
        f"{row.id} (grade {row.grade}, {row.verification}): {row.claim}. {row.source}"
        for row in map(evidence_row, page.evidence)
    ]
    if rows:
        blocks.append("Evidence\n" + "\n".join(_hung(row, width) for row in rows))
    return "\n\n".join(blocks) + "\n"


def effect_words(effect: Effect) -> str:
    """Return an effect as a sentence with its range, grade and source."""
    sources = ", ".join(effect.evidence) or "our judgement"
    low, likely, high = (
        format_number(round(end, 3)) for end in (effect.low, effect.likely, effect.high)
    )
    words = (
        f"{effect.what[:1].upper()}{effect.what[1:]}: times {low} to {high}, likely "
        f"{likely} (grade {effect.grade}; {sources})."
    )
    return f"{words} {effect.why}".rstrip()


def _takes(intervention: Intervention) -> str:
    costs, weeks = intervention.costs, intervention.lead_weeks
    parts = []
    for money, when in ((costs.one_off, "once"), (costs.per_year, "a year")):
        if money is not None:
            low, high = (
                format_money(end, _CURRENCY) for end in (money.low, money.high)
            )
            parts.append(f"{low if low == high else f'{low} to {high}'} {when}")
    words = ", ".join(parts) or "as the process says"
    return (
        f"Cost, our estimate: {words}. Time: {format_number(weeks.low)} to "
        f"{format_number(weeks.high)} weeks. Carried by: {intervention.owner}."
    )


def _law(intervention: Intervention) -> list[str]:
    guards = [GUARD_BY_ID[guard] for guard in intervention.guards]
    if not guards:
        return []
    texts = [f"{guard.title}. {guard.text}" for guard in guards]
    return [*texts, "This is a checklist, not legal advice."]


def _indented(text: str, width: int) -> str:
    return textwrap.indent(textwrap.fill(text, width - 4), "    ")


def _hung(text: str, width: int) -> str:
    return textwrap.fill(
        text, width, initial_indent="    ", subsequent_indent="        "
    )
