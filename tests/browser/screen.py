"""A page on a screen: windows, axe's rules, and what every page has to keep."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""Kinds of rules; those of 2.2 are off by default."""


def opened(browser: Browser, file: Path, size: dict[str, int], **more: bool) -> Page:
    """Open a file in a window of its own, scripts on unless told otherwise."""
    context = browser.new_context(viewport=size, **more)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(file.as_uri())
    return page


def violations(page: Page) -> list[tuple[str, str]]:
    """Return what axe-core finds against WCAG A and AA and its best practices."""
    results = Axe().run(page, options={"runOnly": RULES}).response
    assert len(results["passes"]) > 20
    return [
        (rule["id"], node["html"][:120])
        for rule in results["violations"]
        for node in rule["nodes"]
    ]


def asked_and_said(
    browser: Browser, file: Path, size: dict[str, int]
) -> tuple[list[str], list[str]]:
    """Return the addresses that a page asks for, and what it says on the console."""
    context = browser.new_context(viewport=size)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    page.mouse.wheel(0, 20_000)
    page.wait_for_timeout(50)
    context.close()
    return [url for url in asked if not url.startswith("data:")], said
