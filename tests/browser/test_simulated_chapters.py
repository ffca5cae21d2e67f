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


@pytest.mark.parametrize("width", [360, 390, 1280])
def test_every_chart_of_the_chapter_is_seen_whole(
    browser: Browser, chapter_file: Path, width: int
) -> None:
    """On a phone too: nothing to scroll, no letter under 11 pixels, none cut off."""
    opened_page = opened(browser, chapter_file, {"width": width, "height": 844})
    charts = opened_page.evaluate(
        """() => [...document.querySelectorAll('.fluid')].map(svg => {
            const room = svg.closest('figure').getBoundingClientRect();
            const box = svg.getBoundingClientRect();
            const words = [...svg.querySelectorAll('text')];
            return {
                inside: box.left >= room.left && box.right <= room.right + 0.5,
                scrolls: !!svg.closest('.scroll'),
                size: Math.min(...words.map(
                    e => parseFloat(getComputedStyle(e).fontSize))),
                cut: words.filter(e => {
                    const at = e.getBoundingClientRect();
                    return at.left < box.left - 1 || at.right > box.right + 1;
                }).map(e => e.textContent),
            };
        })"""
    )
    opened_page.context.close()
    assert len(charts) >= 4
    for chart in charts:
        assert chart["inside"]
        assert not chart["scrolls"]
        assert chart["size"] >= 11
        assert chart["cut"] == []


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
