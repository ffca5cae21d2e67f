"""The report as a printed document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit.report.page.map import map_section
from tests.browser.paper import ROOM, Sheet, cut_off, printed, words
from tests.report.stories import audited


@pytest.fixture(scope="module", params=["A4", "Letter"])
def document(
    request: pytest.FixtureRequest,
    browser: Browser,
    page_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> list[Sheet]:
    place = tmp_path_factory.mktemp("paper") / "report.pdf"
    return printed(browser, page_file, request.param, place)


def test_no_page_is_blank(document: list[Sheet]) -> None:
    """Every sheet carries more than its footer."""
    for number, sheet in enumerate(document, start=1):
        assert len(re.sub(r"Page \d+ of \d+", "", sheet.text)) > 60, number


def test_every_page_is_numbered(document: list[Sheet]) -> None:
    """A sheet that falls on the floor can be put back."""
    for number, sheet in enumerate(document, start=1):
        assert f"Page {number} of {len(document)}" in sheet.text


def test_every_page_says_whose_it_is(document: list[Sheet], page_file: Path) -> None:
    """The line of confidentiality is on every sheet."""
    about = audited(page_file.stem).process.about
    line = about["confidentiality"]
    assert line
    assert all(line in sheet.text for sheet in document)


def test_the_summary_has_the_first_page_to_itself(document: list[Sheet]) -> None:
    """The first sheet holds findings and decisions; the next section begins anew."""
    first = document[0].text
    assert "What we found" in first
    assert "What we ask you to decide" in first
    assert "How sure we are" in first
    assert "The numbers that leaders count" not in first


def test_what_is_folded_on_screen_is_open_on_paper(document: list[Sheet]) -> None:
    """Nobody can click on paper: all findings are printed with their reasons."""
    text = " ".join(sheet.text for sheet in document)
    assert text.count("Why it hurts") >= 3


def test_the_map_lies_across(document: list[Sheet]) -> None:
    """Its sheets are landscape, so that it is large enough to read."""
    assert {sheet.across for sheet in document} == {True, False}


@pytest.mark.parametrize("size", sorted(ROOM))
def test_nothing_is_cut_off_at_the_side(
    browser: Browser, page_file: Path, size: str
) -> None:
    """On paper nobody can scroll: tables, charts and maps fit between the margins."""
    assert cut_off(browser, page_file, size) == []


def test_no_band_of_the_map_is_cut(document: list[Sheet], page_file: Path) -> None:
    """A band, its steps and its caption are on one sheet."""
    result = audited(page_file.stem)
    for band in map_section(result).bands:
        (sheet,) = [
            s.text for s in document if s.across and words(band.caption) in s.text
        ]
        shown = [s for s in result.process.steps if f'"#s-{s.number}"' in band.svg]
        assert shown
        assert [s.name for s in shown if s.name.split()[0] not in sheet] == []
