"""What a page says of screens, in a real browser: a filter, two glances, an expert."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit.report.simulation.html import render_simulation_html
from tests.browser.screen import DESK, PHONE, opened, violations
from tests.report.simulation.houses import simulated


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["1280", "390"])
def test_the_tables_of_screens_keep_nobody_out(
    browser: Browser, tmp_path: Path, size: dict[str, int]
) -> None:
    """axe-core finds no violation; a wide table scrolls in itself, not the page."""
    file = tmp_path / "screens.html"
    found = simulated("keyword-screen")
    file.write_text(render_simulation_html(found), encoding="utf-8")
    page = opened(browser, file, size)
    tables = page.locator("#screens table").count()
    problems = violations(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    # Loss, plans, three samples, and what the calls rest on.
    assert tables == 6
    assert problems == []
    assert wide <= size["width"]
