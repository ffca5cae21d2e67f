"""Comparisons in a real browser: quiet, accessible, the answer on one screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.screen import DESK, PHONE, asked_and_said, opened, violations
from tests.report.comparison.comparisons import compared

sizes = pytest.mark.parametrize("size", [DESK, PHONE], ids=["1280", "390"])


@sizes
def test_nothing_keeps_anyone_out(
    browser: Browser, compared_file: Path, size: dict[str, int]
) -> None:
    """axe-core finds no violation of WCAG A and AA nor of its best practices."""
    page = opened(browser, compared_file, size)
    if size is PHONE:
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => d.open = true)"
        )
    found = violations(page)
    page.context.close()
    assert found == []


@sizes
def test_the_page_asks_for_nothing_and_says_nothing(
    browser: Browser, compared_file: Path, size: dict[str, int]
) -> None:
    """One request, for the file itself; no message on the console; no error."""
    asked, said = asked_and_said(browser, compared_file, size)
    assert asked == [compared_file.as_uri()]
    assert said == []


@sizes
def test_the_page_never_scrolls_sideways(
    browser: Browser, compared_file: Path, size: dict[str, int]
) -> None:
    """Wide things scroll in their own boxes; the page itself stays put."""
    page = opened(browser, compared_file, size)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert wide <= size["width"]


def test_the_first_screen_holds_the_answer(
    browser: Browser, comparison_file: Path
) -> None:
    """Sentence, grades, tiles, changes, what got worse and decisions: no scrolling."""
    page = opened(browser, comparison_file, {"width": 1280, "height": 800})
    bottom = page.evaluate(
        """() => Math.max(...[...document.querySelectorAll('#summary h1, '
        + '#summary svg, #summary dl, #summary ol, #summary .asked')]
        .map(e => e.getBoundingClientRect().bottom))"""
    )
    counts = page.evaluate(
        """() => ['h1', 'svg', '.tile', 'ol']
        .map(what => document.querySelectorAll('#summary ' + what).length)"""
    )
    page.context.close()
    assert counts == [1, 1, 6, 3]
    assert bottom <= 800


def test_everything_is_there_without_scripts(
    browser: Browser, compared_file: Path
) -> None:
    """Mail viewers and strict servers block scripts; the page does without."""
    words = []
    for scripts in (True, False):
        page = opened(browser, compared_file, DESK, java_script_enabled=scripts)
        text = page.locator("main").text_content() or ""
        words.append(" ".join(text.split()))
        page.context.close()
    assert words[0] == words[1]
    assert len(words[1]) > 1500


def test_steps_of_the_map_lead_to_their_rows(
    browser: Browser, comparison_file: Path
) -> None:
    """Every step of the change map, gone ones too, has its row in the table."""
    page = opened(browser, comparison_file, DESK)
    targets = page.evaluate(
        """() => [...document.querySelectorAll('#map a')]
        .map(a => a.getAttribute('href')).filter(h => h.startsWith('#s-'))"""
    )
    rows = page.evaluate(
        """() => [...document.querySelectorAll('#t-steps tbody [id^="s-"]')]
        .map(e => '#' + e.id)"""
    )
    page.context.close()
    assert len(rows) == len(compared(comparison_file.stem).steps)
    assert set(targets) == set(rows)


def test_evidence_of_the_first_screen_is_never_behind_a_closed_door(
    browser: Browser, comparison_file: Path
) -> None:
    """Each link of the summary leads to something that can be seen then."""
    page = opened(browser, comparison_file, DESK)
    names = page.evaluate(
        """() => [...document.querySelectorAll('#summary a')]
        .map(a => a.getAttribute('href').slice(1))"""
    )
    assert names
    for name in names:
        page.evaluate("name => { location.hash = name }", name)
        page.wait_for_function(
            "name => document.getElementById(name).checkVisibility()", arg=name
        )
    page.context.close()


def test_the_table_of_steps_sorts_and_filters(
    browser: Browser, comparison_file: Path
) -> None:
    """With scripts on, a heading sorts and words filter."""
    page = opened(browser, comparison_file, DESK)
    page.locator("#t-steps thead button", has_text="Points after").click()
    heading = page.locator("#t-steps thead th", has_text="Points after")
    assert heading.get_attribute("aria-sort") == "descending"
    page.locator("#filter").fill("no such words in any step")
    assert page.locator("#t-steps tbody tr:visible").count() == 0
    page.context.close()
