"""Reports with a simulated chapter in a real browser and on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.paper import ROOM, cut_off, printed
from tests.browser.screen import DESK, PHONE, asked_and_said, opened, violations
from tests.report.simulation.test_chapter import REPORTS, page

sizes = pytest.mark.parametrize("size", [DESK, PHONE], ids=["1280", "390"])


@pytest.fixture(scope="session", params=sorted(REPORTS))
def chapter_file(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Every kind of report with its chapter, as a file."""
    path = tmp_path_factory.mktemp("chapters") / f"{request.param}.html"
    path.write_text(page(request.param), encoding="utf-8")
    return path


@sizes
def test_nothing_keeps_anyone_out(
    browser: Browser, chapter_file: Path, size: dict[str, int]
) -> None:
    """axe-core finds no violation, folded parts open too; no scrolling sideways."""
    opened_page = opened(browser, chapter_file, size)
    opened_page.evaluate(
        "document.querySelectorAll('details').forEach(d => d.open = true)"
    )
    found = violations(opened_page)
    wide = opened_page.evaluate("document.documentElement.scrollWidth")
    opened_page.context.close()
    assert found == []
    assert wide <= size["width"]


def test_the_page_asks_for_nothing_and_says_nothing(
    browser: Browser, chapter_file: Path
) -> None:
    """One request, for the file itself; no message on the console; no error."""
    asked, said = asked_and_said(browser, chapter_file, DESK)
    assert asked == [chapter_file.as_uri()]
    assert said == []


def test_it_prints_without_a_blank_or_cut_sheet(
    browser: Browser, chapter_file: Path, tmp_path: Path
) -> None:
    """Each sheet is numbered and holds something; nothing reaches over the edge."""
    sheets = printed(browser, chapter_file, "A4", tmp_path / "chapter.pdf")
    for number, sheet in enumerate(sheets, start=1):
        assert f"Page {number} of {len(sheets)}" in sheet.text
        assert len(re.sub(r"Page \d+ of \d+", "", sheet.text)) > 120, number
    for paper in sorted(ROOM):
        assert cut_off(browser, chapter_file, paper) == []
