"""What is to be kept is said once on a page that lists it, and never lost."""

from __future__ import annotations

import pytest

from audit.report.page.findings import Card
from audit.report.page.page import Page, build_page
from audit.report.page.table import Table
from audit.report.recommendation.guards import pointing
from tests.report.recommendation.recommendations import EVERY, built, recommended


def cards_of(page: Page) -> list[Card]:
    """Return all cards of a page."""
    found = [card for one in page.findings.severities for card in one.cards]
    return [*found, *page.justified.cards]


def words_of(card: Card, listed: Table) -> str:
    """Return what a reader of a card learns, who follows its links."""
    texts = {f"#{row.id}": row.cells[1].text for row in listed.rows}
    linked = [f"{guard.text}: {texts[guard.href]}" for guard in card.guards]
    return " ".join([*linked, card.guard])


@pytest.mark.parametrize("name", EVERY)
def test_every_word_is_on_the_card_or_in_the_list(name: str) -> None:
    """Nothing of the law is dropped: it stands where the link leads."""
    page = build_page(recommended(name)[0])
    listed = built(name)[2].law.guards
    told = pointing(page, listed)
    assert len(cards_of(told)) == len(cards_of(page))
    if listed is None:
        assert told == page
        return
    for before, after in zip(cards_of(page), cards_of(told), strict=True):
        assert sorted(words_of(after, listed).split()) == sorted(before.guard.split())


def test_a_law_that_the_list_has_is_not_repeated() -> None:
    """The packet's findings all touch Form I-9; its words stand in one place."""
    page = build_page(recommended("packet")[0])
    listed = built("packet")[2].law.guards
    assert listed is not None
    told = pointing(page, listed)
    for row in listed.rows:
        assert not any(row.cells[1].text in card.guard for card in cards_of(told))
    assert any(card.guards for card in cards_of(told))
