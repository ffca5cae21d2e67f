"""What the law asks to be kept, said once on a page that has a list of it.

Half of the findings touch the same three laws. Where the section on the changes lists
what is to be kept, a finding names it and points there, in place of its words.
"""

from __future__ import annotations

from dataclasses import replace

from audit.report.comparison.pointers import Pointer
from audit.report.page.findings import Card
from audit.report.page.page import Page
from audit.report.page.table import Table


def pointing(page: Page, listed: Table | None) -> Page:
    """Return the page with what is to be kept as pointers to a list of it, if any."""
    if listed is None:
        return page
    severities = tuple(
        replace(one, cards=tuple(_card(card, listed) for card in one.cards))
        for one in page.findings.severities
    )
    kept = tuple(_card(card, listed) for card in page.justified.cards)
    return replace(
        page,
        findings=replace(page.findings, severities=severities),
        justified=replace(page.justified, cards=kept),
    )


def _card(card: Card, listed: Table) -> Card:
    """Return a card without the words that the list has; others stay as they are."""
    said, found = card.guard, []
    for row in listed.rows:
        title, text, *_ = (cell.text for cell in row.cells)
        words = f"{title}: {text}"
        if row.id is not None and words in said:
            found.append(Pointer(text=title, href=f"#{row.id}"))
            said = " ".join(said.replace(words, "").split())
    return replace(card, guard=said, guards=tuple(found))
