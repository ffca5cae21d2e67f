"""Simulated scenarios in a real browser and on paper, and one process on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit.report import render_simulation_html, render_simulation_scenarios_html
from tests.browser.paper import ROOM, cut_off, printed
from tests.browser.screen import DESK, PHONE, asked_and_said, opened, violations
from tests.report.simulation.houses import looked_at, remedied, simulated

sizes = pytest.mark.parametrize("size", [DESK, PHONE], ids=["1280", "390"])
papers = pytest.mark.parametrize("paper", sorted(ROOM))


@pytest.fixture(scope="session")
def remedies_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of all remedies, as a file."""
    path = tmp_path_factory.mktemp("remedies") / "remedies.html"
    page = render_simulation_scenarios_html(remedied())
    path.write_text(page, encoding="utf-8")
    return path


@pytest.fixture(
    scope="session", params=["remedies", "overloaded-hr", "hospital", "quick"]
)
def simulation_file(
    request: pytest.FixtureRequest,
    remedies_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """Every page of a simulation: of remedies, of one process, of a quick look."""
    if request.param == "remedies":
        return remedies_file
    quick = request.param == "quick"
    found = looked_at("overloaded-hr") if quick else simulated(request.param)
    path = tmp_path_factory.mktemp("simulation") / f"{request.param}.html"
    path.write_text(render_simulation_html(found), encoding="utf-8")
    return path


@sizes
def test_nothing_keeps_anyone_out(
    browser: Browser, simulation_file: Path, size: dict[str, int]
) -> None:
    """axe-core finds no violation, folded parts open too; no scrolling sideways."""
    page = opened(browser, simulation_file, size)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = violations(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert found == []
    assert wide <= size["width"]


@sizes
def test_the_page_asks_for_nothing_and_says_nothing(
    browser: Browser, remedies_file: Path, size: dict[str, int]
) -> None:
    """One request, for the file itself; no message on the console; no error."""
    asked, said = asked_and_said(browser, remedies_file, size)
    assert asked == [remedies_file.as_uri()]
    assert said == []


def test_everything_is_there_without_scripts(
    browser: Browser, simulation_file: Path
) -> None:
    """Mail viewers and strict servers block scripts; the page does without."""
    words = []
    for scripts in (True, False):
        page = opened(browser, simulation_file, DESK, java_script_enabled=scripts)
        words.append(" ".join((page.locator("main").text_content() or "").split()))
        page.context.close()
    assert words[0] == words[1]
    assert len(words[1]) > 1500


@papers
def test_the_summary_has_the_first_sheet_to_itself(
    browser: Browser, simulation_file: Path, paper: str, tmp_path: Path
) -> None:
    """All of it, how sure included; no sheet is blank, each is numbered."""
    sheets = printed(browser, simulation_file, paper, tmp_path / "simulation.pdf")
    assert "How sure we are" in sheets[0].text
    for later in ("What differs, and by how much", "Hours a week asked of each role"):
        assert later not in sheets[0].text
    for number, sheet in enumerate(sheets, start=1):
        assert f"Page {number} of {len(sheets)}" in sheet.text
        assert len(re.sub(r"Page \d+ of \d+", "", sheet.text)) > 120, number


@papers
def test_nothing_is_cut_off_at_the_side(
    browser: Browser, simulation_file: Path, paper: str
) -> None:
    """On paper nobody can scroll: tables and charts fit between the margins."""
    assert cut_off(browser, simulation_file, paper) == []


def test_the_answer_and_who_pays_come_first(
    browser: Browser, remedies_file: Path
) -> None:
    """Sentence, all remedies and who pays stand above everything else."""
    page = opened(browser, remedies_file, DESK)
    ids = page.evaluate(
        "() => [...document.querySelectorAll('#summary [id]')].map(e => e.id)"
    )
    bottom = page.evaluate(
        "document.querySelector('#t-remedies').getBoundingClientRect().bottom"
    )
    page.context.close()
    assert [name for name in ids if not name.endswith("-c")] == [
        "h-summary",
        "t-remedies",
        "t-who-pays",
    ]
    assert bottom <= 800
