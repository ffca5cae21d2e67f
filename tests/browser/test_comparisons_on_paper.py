"""Comparisons as printed documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit.report.comparison.map import change_map_section
from audit.report.scenarios.names import scenario_names
from tests.browser.paper import ROOM, Sheet, cut_off, printed, words
from tests.report.comparison.comparisons import compared, scenarios


@pytest.fixture(scope="module", params=["A4", "Letter"])
def document(
    request: pytest.FixtureRequest,
    browser: Browser,
    comparison_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> list[Sheet]:
    place = tmp_path_factory.mktemp("paper") / "comparison.pdf"
    return printed(browser, comparison_file, request.param, place)


def test_no_page_is_blank(document: list[Sheet]) -> None:
    """Every sheet carries more than its footer."""
    for number, sheet in enumerate(document, start=1):
        assert len(re.sub(r"Page \d+ of \d+", "", sheet.text)) > 60, number


def test_every_page_is_numbered_and_says_whose_it_is(
    document: list[Sheet], comparison_file: Path
) -> None:
    """A sheet that falls on the floor can be put back, and is known to be private."""
    result = compared(comparison_file.stem)
    sides = (result.after.process.about, result.before.process.about)
    line = next(about["confidentiality"] for about in sides if about["confidentiality"])
    for number, sheet in enumerate(document, start=1):
        assert f"Page {number} of {len(document)}" in sheet.text
        assert line in sheet.text


def test_the_summary_has_the_first_page_to_itself(document: list[Sheet]) -> None:
    """All of it, how sure included; the next section begins on the second sheet."""
    first, second, *_ = (sheet.text for sheet in document)
    for part in (
        "What bought it",
        "What got worse",
        "What we ask you to decide",
        "How sure we are",
    ):
        assert part in first
    assert "change by change" not in first
    assert "change by change" in second


def test_what_is_folded_on_screen_is_open_on_paper(
    document: list[Sheet], comparison_file: Path
) -> None:
    """Nobody can click on paper: gone and unchanged findings are printed too."""
    text = " ".join(sheet.text for sheet in document)
    for finding in compared(comparison_file.stem).findings:
        assert finding.code in text
    assert "Why it hurts" in text


def test_the_map_lies_across_and_no_band_is_cut(
    document: list[Sheet], comparison_file: Path
) -> None:
    """Its sheets are landscape, and each band is on one of them with its caption."""
    assert {sheet.across for sheet in document} == {True, False}
    for band in change_map_section(compared(comparison_file.stem)).bands:
        assert any(s.across and words(band.caption) in s.text for s in document)


@pytest.mark.parametrize("size", sorted(ROOM))
def test_nothing_is_cut_off_at_the_side(
    browser: Browser, compared_file: Path, size: str
) -> None:
    """On paper nobody can scroll: tables, charts and maps fit between the margins."""
    assert cut_off(browser, compared_file, size) == []


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_scenarios_print_without_a_blank_page(
    browser: Browser, scenarios_file: Path, size: str, tmp_path: Path
) -> None:
    """The first sheet is the whole summary, and every sheet has something.

    Ranking, a sentence on each scenario, and who bears the friction, as a chart and as
    a table; the scenarios themselves begin on the second.
    """
    sheets = printed(browser, scenarios_file, size, tmp_path / "scenarios.pdf")
    first = sheets[0].text
    for part in ("least friction", "In a sentence each", "Points by who bears them"):
        assert part in first
    result = scenarios()
    for name in scenario_names(result):
        assert first.count(name) >= 3
    assert "What bought it" not in first
    assert "What bought it" in sheets[1].text
    for sheet in sheets:
        assert len(re.sub(r"Page \d+ of \d+", "", sheet.text)) > 60
