"""What to do in a real browser: quiet, accessible, and the switches tell the truth."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from audit.report.page.amounts import amount
from audit.result import Recommendation
from audit.units import format_number
from tests.browser.screen import DESK, PHONE, asked_and_said, opened, violations
from tests.report.recommendation.recommendations import recommended

sizes = pytest.mark.parametrize("size", [DESK, PHONE], ids=["1280", "390"])

READ = """() => ({
  set: [...document.querySelectorAll('#whatif-box input')]
    .reduce((set, i) => set + (i.checked ? 2 ** Number(i.id.slice(7)) : 0), 0),
  hash: location.hash,
  shown: [...document.querySelectorAll('#t-whatif tbody tr')]
    .map(row => row.cells[2].textContent.trim().replaceAll('\\u00a0', ' ')),
  said: document.getElementById('whatif-said').textContent.replaceAll('\\u00a0', ' '),
  also: document.getElementById('whatif-also').textContent })"""
"""What the box shows: the set that is on, the address, the numbers, the words."""


def computed(name: str) -> dict[int, list[str]]:
    """Return what Python gives for every set: in the box's order, grade apart."""
    _, found = recommended(name)
    return {
        chosen: [
            format_number(values[0], 1),
            amount(values[1], "days"),
            amount(values[2], "minutes"),
            amount(values[3], "minutes"),
            amount(values[4], "money", found.currency),
        ]
        for chosen, values in zip(found.what_if.sets, found.what_if.values, strict=True)
    }


def mask(found: Recommendation, changes: set[str]) -> int:
    """Return the set of some changes as the address of the page writes it."""
    return sum(1 << k for k, c in enumerate(found.what_if.changes) if c in changes)


def without_grade(shown: list[str]) -> list[str]:
    return [shown[0].split(", grade")[0], *shown[1:]]


@sizes
def test_nothing_keeps_anyone_out(
    browser: Browser, recommended_file: Path, size: dict[str, int]
) -> None:
    """axe-core finds no violation of WCAG A and AA nor of its best practices."""
    page = opened(browser, recommended_file, size)
    if size is PHONE:
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => d.open = true)"
        )
    found = violations(page)
    page.context.close()
    assert found == []


@sizes
def test_the_page_asks_for_nothing_and_says_nothing(
    browser: Browser, recommended_file: Path, size: dict[str, int]
) -> None:
    """One request, for the file itself; no message on the console; no error."""
    asked, said = asked_and_said(browser, recommended_file, size)
    assert asked == [recommended_file.as_uri()]
    assert said == []


@sizes
def test_the_page_never_scrolls_sideways(
    browser: Browser, recommended_file: Path, size: dict[str, int]
) -> None:
    """Wide things scroll in their own boxes; the page itself stays put."""
    page = opened(browser, recommended_file, size)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert wide <= size["width"]


def test_the_first_screen_holds_the_answer_and_the_decisions(
    browser: Browser, recommended_file: Path
) -> None:
    """State, potential and what is asked of leadership, without scrolling."""
    page = opened(browser, recommended_file, {"width": 1280, "height": 800})
    bottom = page.evaluate(
        """() => Math.max(...[...document.querySelectorAll('#summary h1, '
        + '#summary svg, #summary dl, #summary ol, #summary .asked')]
        .map(e => e.getBoundingClientRect().bottom))"""
    )
    page.context.close()
    assert bottom <= 800


def test_everything_is_there_without_scripts(
    browser: Browser, recommended_file: Path
) -> None:
    """No switches then; a sentence says in which tables the numbers stand."""
    words = []
    for scripts in (True, False):
        page = opened(browser, recommended_file, DESK, java_script_enabled=scripts)
        text = page.locator("main").text_content() or ""
        words.append(" ".join(text.split()))
        assert page.locator("#whatif-box").is_visible() == scripts
        assert page.locator("#whatif-off").is_visible() == (not scripts)
        for link in page.locator("#whatif-off a").all():
            target = (link.get_attribute("href") or "").removeprefix("#")
            assert page.locator(f"[id='{target}']").count() == 1
        page.context.close()
    assert words[0] == words[1]


@pytest.mark.parametrize("recommended_file", ["federal"], indirect=True)
def test_every_way_to_set_the_switches_shows_what_python_gives(
    browser: Browser, recommended_file: Path
) -> None:
    """All combinations, switched on one by one with real clicks, from nothing on."""
    sets = computed(recommended_file.stem)
    _, found = recommended(recommended_file.stem)
    page = opened(browser, recommended_file, DESK)
    seen: set[int] = set()
    for wanted in range(1 << len(found.what_if.changes)):
        page.locator("#whatif-now").click()
        for bit in range(len(found.what_if.changes)):
            box = page.locator(f"#whatif-{bit}")
            if wanted >> bit & 1 and not box.is_checked():
                box.click()
        state = page.evaluate(READ)
        assert without_grade(state["shown"]) == sets[state["set"]]
        assert state["hash"] == f"#whatif={state['set']:x}"
        assert all(words in state["said"] for words in state["shown"])
        assert wanted not in sets or state["set"] == wanted
        seen.add(state["set"])
    page.context.close()
    assert seen == set(sets)


@pytest.mark.parametrize("recommended_file", ["packet", "screen"], indirect=True)
def test_ten_switches_show_what_python_gives_for_every_set(
    browser: Browser, recommended_file: Path
) -> None:
    """Up to a thousand sets, each restored from its link; others change nothing."""
    name = recommended_file.stem
    sets = computed(name)
    _, found = recommended(name)
    assert len(found.what_if.changes) == 10
    page = opened(browser, recommended_file, DESK)
    states: list[dict[str, Any]] = page.evaluate(
        f"""() => {{ const read = {READ}; const found = [];
        for (let set = 0; set < 1024; set++) {{
          history.replaceState(null, '', '#whatif=' + set.toString(16));
          dispatchEvent(new HashChangeEvent('hashchange'));
          found.push(read());
        }} return found }}"""
    )
    page.context.close()
    last = mask(found, {line.change for line in found.chosen})
    for wanted, state in enumerate(states):
        last = wanted if wanted in sets else last
        assert state["set"] == last
        assert without_grade(state["shown"]) == sets[last]


@pytest.mark.parametrize("recommended_file", ["packet"], indirect=True)
def test_switches_respect_what_a_change_needs_and_excludes(
    browser: Browser, recommended_file: Path
) -> None:
    """What is switched along is said, and can be heard."""
    _, found = recommended("packet")
    bit = {change: k for k, change in enumerate(found.what_if.changes)}
    page = opened(browser, recommended_file, DESK)
    page.locator("#whatif-now").click()

    def after(change: str) -> dict[str, Any]:
        page.locator(f"#whatif-{bit[change]}").click()
        state: dict[str, Any] = page.evaluate(READ)
        assert state["also"] in state["said"]
        return state

    state = after("validation")
    assert state["set"] == mask(found, {"validation", "electronic-signature"})
    assert state["also"].startswith("Switched on with it: R1.")
    state = after("photo-of-the-page")
    assert state["set"] == mask(found, {"photo-of-the-page"})
    assert "Switched off with it: R1, R" in state["also"]
    state = after("photo-of-the-page")
    assert state["set"] == 0
    assert state["also"] == ""
    page.context.close()


@pytest.mark.parametrize("recommended_file", ["packet"], indirect=True)
def test_a_link_restores_the_choice(browser: Browser, recommended_file: Path) -> None:
    """A colleague opens the link and sees the same switches and the same numbers."""
    page = opened(browser, recommended_file, DESK)
    page.locator("#whatif-start").click()
    page.locator("#whatif label", has_text="Train the people").click()
    first = page.evaluate(READ)
    address = page.url
    page.context.close()
    assert address.endswith(first["hash"])
    context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
    other = context.new_page()
    other.goto(address)
    again = other.evaluate(READ)
    other.wait_for_function(
        """() => document.getElementById('whatif-box').getBoundingClientRect().top
        < innerHeight"""
    )
    context.close()
    assert {**again, "also": ""} == {**first, "also": ""}


@pytest.mark.parametrize("recommended_file", ["packet"], indirect=True)
@pytest.mark.parametrize("broken", ["zz", "ffff", "3ff", "", "1'><b>"])
def test_a_broken_link_shows_the_recommended_set(
    browser: Browser, recommended_file: Path, broken: str
) -> None:
    """No set, too large, impossible together, or not a number at all."""
    context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{recommended_file.as_uri()}#whatif={broken}")
    state = page.evaluate(READ)
    context.close()
    _, found = recommended("packet")
    assert state["set"] == mask(found, {line.change for line in found.chosen})


@pytest.mark.parametrize("recommended_file", ["packet"], indirect=True)
def test_the_switches_work_by_keyboard(
    browser: Browser, recommended_file: Path
) -> None:
    """Tab goes from switch to switch in the order of the numbers; space switches."""
    page = opened(browser, recommended_file, DESK)
    boxes = page.locator("#whatif-box input")
    boxes.first.focus()
    codes = []
    for _ in range(boxes.count()):
        codes.append(
            page.evaluate(
                "document.activeElement.parentNode.querySelector('b').textContent"
            )
        )
        page.keyboard.press("Tab")
    assert codes == [f"R{k}" for k in range(1, boxes.count() + 1)]
    boxes.nth(6).focus()
    before = page.evaluate(READ)
    page.keyboard.press("Space")
    after = page.evaluate(READ)
    page.context.close()
    assert bin(before["set"] ^ after["set"]).count("1") == 1
    assert after["hash"] == f"#whatif={after['set']:x}"


@pytest.mark.parametrize("recommended_file", ["packet"], indirect=True)
def test_decisions_lead_to_what_can_be_seen(
    browser: Browser, recommended_file: Path
) -> None:
    """A link of the first screen opens the card of its change."""
    page = opened(browser, recommended_file, DESK)
    names = page.evaluate(
        """() => [...document.querySelectorAll('#summary .asked a')]
        .map(a => a.getAttribute('href').slice(1))"""
    )
    assert names
    for name in names:
        page.evaluate("name => { location.hash = name }", name)
        page.wait_for_function(
            """name => { const e = document.getElementById(name);
            return e.checkVisibility() && (e.tagName !== 'DETAILS' || e.open) }""",
            arg=name,
        )
    page.context.close()
