"""What to do as a printed document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.paper import ROOM, Sheet, cut_off, printed
from tests.report.recommendation.recommendations import recommended


@pytest.fixture(scope="module", params=["A4", "Letter"])
def document(
    request: pytest.FixtureRequest,
    browser: Browser,
    recommended_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> list[Sheet]:
    place = tmp_path_factory.mktemp("paper") / "recommended.pdf"
    return printed(browser, recommended_file, request.param, place)


def test_no_page_is_blank(document: list[Sheet]) -> None:
    """Every sheet carries more than its footer."""
    for number, sheet in enumerate(document, start=1):
        assert len(re.sub(r"Page \d+ of \d+", "", sheet.text)) > 60, number


def test_the_summary_has_the_first_page_to_itself(document: list[Sheet]) -> None:
    """With the potential and the decisions it still fits on one sheet."""
    first = document[0].text
    assert "What we ask you to decide" in first
    assert "How sure we are" in first
    assert "On paper: every step of the file once" not in first


def test_every_change_is_printed_with_what_it_rests_on(
    document: list[Sheet], recommended_file: Path
) -> None:
    """Nobody can click on paper: cards are open, reasons and law included."""
    text = " ".join(sheet.text for sheet in document)
    _, found = recommended(recommended_file.stem)
    assert text.count("Time and role") == len(found.proposals)
    for line in found.already_good:
        assert " ".join(line.name.split()[:3]) in text


def test_what_can_only_be_clicked_is_not_printed(document: list[Sheet]) -> None:
    """Switches on paper would be a riddle."""
    text = " ".join(sheet.text for sheet in document)
    assert "Recommended set" not in text
    assert "Switch changes on and off" not in text


@pytest.mark.parametrize("size", sorted(ROOM))
def test_nothing_is_cut_off_at_the_side(
    browser: Browser, recommended_file: Path, size: str
) -> None:
    """On paper nobody can scroll: tables, charts and cards fit between the margins."""
    assert cut_off(browser, recommended_file, size) == []
