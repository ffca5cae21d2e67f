"""The report as a printed document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader
from pypdf.generic import RectangleObject


def printed(browser: Browser, file: Path, size: str, to: Path) -> PdfReader:
    """Print a page as a person would, on paper of a size."""
    page = browser.new_page()
    page.goto(file.as_uri())
    page.pdf(path=to, format=size, prefer_css_page_size=size == "A4")
    page.close()
    return PdfReader(to)


@pytest.fixture(scope="module", params=["A4", "Letter"])
def document(
    request: pytest.FixtureRequest,
    browser: Browser,
    page_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> PdfReader:
    place = tmp_path_factory.mktemp("paper") / "report.pdf"
    return printed(browser, page_file, request.param, place)


def words(text: str) -> str:
    return " ".join(text.split())


def test_no_page_is_blank(document: PdfReader) -> None:
    """Every sheet carries more than its footer."""
    for number, page in enumerate(document.pages, start=1):
        text = words(page.extract_text())
        assert len(re.sub(r"Page \d+ of \d+", "", text)) > 60, number


def test_every_page_is_numbered(document: PdfReader) -> None:
    """A sheet that falls on the floor can be put back."""
    count = len(document.pages)
    for number, page in enumerate(document.pages, start=1):
        assert f"Page {number} of {count}" in words(page.extract_text())


def test_the_summary_has_the_first_page_to_itself(document: PdfReader) -> None:
    """The first sheet holds findings and decisions; the next section begins anew."""
    first = words(document.pages[0].extract_text())
    assert "What we found" in first
    assert "What we ask you to decide" in first
    assert "How sure we are" in first
    assert "The numbers that leaders count" not in first


def test_what_is_folded_on_screen_is_open_on_paper(document: PdfReader) -> None:
    """Nobody can click on paper: the findings are printed with their reasons."""
    text = words(" ".join(page.extract_text() for page in document.pages))
    assert text.count("Why it hurts") >= 3


def test_the_map_lies_across(document: PdfReader) -> None:
    """Its sheets are landscape, so that it is large enough to read."""
    shapes = {_is_wide(page.mediabox) for page in document.pages}
    assert shapes == {True, False}


def _is_wide(box: RectangleObject) -> bool:
    return bool(box.width > box.height)
