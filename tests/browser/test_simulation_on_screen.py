"""The page of a simulation in a real browser: quiet, accessible, on paper too."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit.report.simulation.html import render_simulation_html
from tests.browser.screen import DESK, PHONE, asked_and_said, opened, violations
from tests.report.simulation.houses import STORIES, simulated

sizes = pytest.mark.parametrize("size", [DESK, PHONE], ids=["1280", "390"])


@pytest.fixture(scope="session", params=STORIES)
def simulated_file(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The page of a simulated story, as a file."""
    path = tmp_path_factory.mktemp("simulation") / f"{request.param}.html"
    path.write_text(render_simulation_html(simulated(request.param)), encoding="utf-8")
    return path


@sizes
def test_nothing_keeps_anyone_out(
    browser: Browser, simulated_file: Path, size: dict[str, int]
) -> None:
    """axe-core finds no violation; the page never scrolls sideways."""
    page = opened(browser, simulated_file, size)
    found = violations(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert found == []
    assert wide <= size["width"]


@sizes
def test_the_page_asks_for_nothing_and_says_nothing(
    browser: Browser, simulated_file: Path, size: dict[str, int]
) -> None:
    """One request, for the file itself; no message on the console; no error."""
    asked, said = asked_and_said(browser, simulated_file, size)
    assert asked == [simulated_file.as_uri()]
    assert said == []
