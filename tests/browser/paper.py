"""A page as a printed document: its sheets, and what does not fit on them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser
from pypdf import PdfReader

# Pixels between the margins: of upright sheets, and of those that lie across.
ROOM = {"A4": (688, 1031), "Letter": (710, 964)}


@dataclass(frozen=True)
class Sheet:
    """A printed page."""

    text: str
    """Its words, one space between them."""
    across: bool
    """Wider than high."""


def printed(browser: Browser, file: Path, size: str, to: Path) -> list[Sheet]:
    """Print a page as a person would, on paper of a size, and read it."""
    page = browser.new_page()
    page.goto(file.as_uri())
    page.pdf(path=to, format=size, prefer_css_page_size=size == "A4")
    page.close()
    return [
        Sheet(
            text=words(sheet.extract_text()),
            across=sheet.mediabox.width > sheet.mediabox.height,
        )
        for sheet in PdfReader(to).pages
    ]


def words(text: str) -> str:
    return " ".join(text.split())


def cut_off(browser: Browser, file: Path, size: str) -> list[str]:
    """Return the parts of a page that reach over the margins of a sheet."""
    page = browser.new_page()
    page.goto(file.as_uri())
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    wide: list[str] = []
    for width, across in zip(ROOM[size], (False, True), strict=True):
        page.set_viewport_size({"width": width, "height": 900})
        wide += page.evaluate(
            """([width, across]) => [...document.querySelectorAll(
                '.scroll, .scroll > *, .card, .tile, h1, h2, p, dl')]
            .filter(e => !!e.closest('.map-section, .wide-pages') === across)
            .filter(e => e.getBoundingClientRect().width > 0)
            .filter(e => e.getBoundingClientRect().right > width + 1
                || (e.matches('.scroll') && e.scrollWidth > e.clientWidth + 1))
            .map(e => e.id || e.textContent.slice(0, 60))""",
            [width, across],
        )
    page.close()
    return wide
