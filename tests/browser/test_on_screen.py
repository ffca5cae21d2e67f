"""The report in a real browser: quiet, accessible, readable at every width."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.browser.screen import DESK, PHONE, asked_and_said, opened, violations

sizes = pytest.mark.parametrize("size", [DESK, PHONE], ids=["1280", "390"])


@sizes
def test_nothing_keeps_anyone_out(
    browser: Browser, page_file: Path, size: dict[str, int]
) -> None:
    """axe-core finds no violation of WCAG A and AA nor of its best practices."""
    page = opened(browser, page_file, size)
    if size is PHONE:
        # Once with everything unfolded is enough; it takes its time.
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => d.open = true)"
        )
    found = violations(page)
    page.context.close()
    assert found == []


@sizes
def test_the_page_asks_for_nothing_and_says_nothing(
    browser: Browser, page_file: Path, size: dict[str, int]
) -> None:
    """One request, for the file itself; no message on the console; no error."""
    asked, said = asked_and_said(browser, page_file, size)
    assert asked == [page_file.as_uri()]
    assert said == []


@sizes
def test_the_page_never_scrolls_sideways(
    browser: Browser, page_file: Path, size: dict[str, int]
) -> None:
    """Wide things scroll in their own boxes; the page itself stays put."""
    page = opened(browser, page_file, size)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert wide <= size["width"]


@sizes
def test_what_a_table_shows_is_read_whole(
    browser: Browser, page_file: Path, size: dict[str, int]
) -> None:
    """A caption is no wider than the screen, and stays when its table is moved."""
    page = opened(browser, page_file, size)
    cut = page.evaluate(
        """() => {
          document.querySelectorAll('details').forEach(d => d.open = true);
          return [...document.querySelectorAll('.scroll')].filter(box => {
            box.scrollLeft = box.scrollWidth;
            const caption = box.querySelector('caption');
            if (!caption) return false;
            const ends = caption.getBoundingClientRect();
            return ends.left < -1 || ends.right > innerWidth + 1;
          }).length;
        }"""
    )
    page.context.close()
    assert cut == 0


def test_no_part_of_the_page_is_out_of_sight_at_a_desk(
    browser: Browser, page_file: Path
) -> None:
    """The list of parts goes on in a second line where one has no room for all."""
    page = opened(browser, page_file, DESK)
    shown, room = page.evaluate(
        "(({scrollWidth, clientWidth}) => [scrollWidth, clientWidth])"
        "(document.querySelector('nav ul'))"
    )
    page.context.close()
    assert shown <= room


def test_the_first_screen_holds_the_answer(browser: Browser, page_file: Path) -> None:
    """Sentence, grade, numbers, findings and decisions without scrolling."""
    page = opened(browser, page_file, {"width": 1280, "height": 800})
    bottom = page.evaluate(
        """() => Math.max(...[...document.querySelectorAll('#summary h1, '
        + '#summary svg, #summary dl, #summary ol')]
        .map(e => e.getBoundingClientRect().bottom))"""
    )
    counts = page.evaluate(
        """() => ['h1', 'svg', 'dl', 'ol']
        .map(tag => document.querySelectorAll('#summary ' + tag).length)"""
    )
    page.context.close()
    assert all(counts), counts
    assert bottom <= 800


def test_everything_is_there_without_scripts(browser: Browser, page_file: Path) -> None:
    """Mail viewers and strict servers block scripts; the page does without."""
    words = []
    for scripts in (True, False):
        page = opened(browser, page_file, DESK, java_script_enabled=scripts)
        text = page.locator("main").text_content() or ""
        words.append(" ".join(text.split()))
        if not scripts:
            shown = page.locator("#findings, #map, #time, #method").all()
            assert all(section.is_visible() for section in shown)
        page.context.close()
    assert words[0] == words[1]


def test_steps_of_the_map_are_links_in_order(browser: Browser, page_file: Path) -> None:
    """Tab goes from step to step by number, and each leads to its row."""
    page = opened(browser, page_file, DESK)
    targets = page.evaluate(
        """() => [...document.querySelectorAll('#map a')]
        .map(a => a.getAttribute('href'))
        .filter(h => h.startsWith('#s-'))"""
    )
    rows = page.evaluate(
        """() => [...document.querySelectorAll('[id^="s-"]')].map(e => '#' + e.id)"""
    )
    page.context.close()
    numbers = [int(target.removeprefix("#s-")) for target in targets]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 7
    assert set(targets) <= set(rows)


def test_the_table_of_steps_sorts_and_filters(
    browser: Browser, page_file: Path
) -> None:
    """With scripts on, a heading sorts, numbers as numbers, and words filter."""
    page = opened(browser, page_file, DESK)
    page.locator("#t-steps thead button", has_text="Points").click()
    heading = page.locator("#t-steps thead th", has_text="Points")
    assert heading.get_attribute("aria-sort") == "descending"
    points = page.evaluate(
        """() => { const at = [...document.querySelectorAll('#t-steps thead th')]
        .findIndex(h => h.textContent === 'Points');
        return [...document.querySelectorAll('#t-steps tbody tr')]
        .map(r => parseFloat(r.cells[at].textContent) || 0) }"""
    )
    assert points == sorted(points, reverse=True)
    page.locator("#filter").fill("candidate no such words")
    assert page.locator("#t-steps tbody tr:visible").count() == 0
    assert page.locator("#filter-count").text_content() == "0 steps shown"
    page.locator("#filter").fill("")
    assert page.locator("#t-steps tbody tr:visible").count() == len(points)
    page.context.close()


def test_a_link_to_something_folded_away_opens_it(
    browser: Browser, page_file: Path
) -> None:
    """Evidence of the first screen is never behind a closed door."""
    page = opened(browser, page_file, DESK)
    closed = page.locator("details.card:not([open])").first
    name = closed.get_attribute("id")
    page.evaluate("name => { location.hash = name }", name)
    page.wait_for_function("name => document.getElementById(name).open", arg=name)
    source = page.evaluate("document.querySelector('#t-sources [id]').id")
    page.evaluate("name => { location.hash = name }", source)
    page.wait_for_function(
        "name => document.getElementById(name).checkVisibility()", arg=source
    )
    page.context.close()


def test_drawings_can_be_read_in_the_readers_own_colours(
    browser: Browser, page_file: Path
) -> None:
    """On the black of a high-contrast theme, dark words still stand on white."""
    context = browser.new_context(
        viewport={"width": DESK["width"], "height": DESK["height"]},
        forced_colors="active",
        color_scheme="dark",
    )
    page = context.new_page()
    page.goto(page_file.as_uri())
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
        "rgb(0, 0, 0)"
    )
    grounds = page.evaluate(
        """() => [...document.querySelectorAll('svg')]
        .filter(e => e.querySelector('text'))
        .map(e => getComputedStyle(e).backgroundColor)"""
    )
    context.close()
    assert len(grounds) >= 5
    assert set(grounds) == {"rgb(255, 255, 255)"}


def test_a_wide_table_shows_that_it_goes_on(browser: Browser, page_file: Path) -> None:
    """On a phone a shadow lies at the edge, without a script, and goes at the end."""
    page = opened(browser, page_file, PHONE)
    box = page.locator(".scroll:has(#t-vector)")
    scrolls = "box => { box.scrollLeft = box.scrollWidth; return box.scrollLeft }"
    greys = []
    for _ in range(2):
        picture = Image.open(BytesIO(box.screenshot())).convert("L")
        # The gap under the caption, where nothing else is drawn.
        edge = [picture.getpixel((picture.width - 2, y)) for y in range(26, 36)]
        greys.append(max(edge))
        assert box.evaluate(scrolls) > 20
    page.context.close()
    assert greys[0] < 230
    assert greys[1] > 250


def test_a_phone_shows_what_each_hire_takes(browser: Browser, page_file: Path) -> None:
    """The one column that is full needs no scrolling."""
    page = opened(browser, page_file, PHONE)
    ends = page.evaluate(
        """() => { const cell = [...document.querySelectorAll('#t-vector thead th')]
        .find(cell => cell.textContent === 'For each hire');
        return cell.getBoundingClientRect().right }"""
    )
    page.context.close()
    assert ends <= PHONE["width"] - 16
