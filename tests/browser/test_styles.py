"""Style sheets as a browser reads them: tightened, they say the same."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import Browser

from audit.report.document import resource

STYLES = ("report.css", "comparison.css", "simulation.css", "recommendation.css")


def rules(browser: Browser, style: str) -> list[str]:
    """Return the rules of a style sheet as the browser understands them.

    A value with a variable is kept as it was written, spaces and all.
    """
    page = browser.new_page()
    page.set_content(f"<style>{style}</style>")
    found = page.evaluate("[...document.styleSheets[0].cssRules].map(r => r.cssText)")
    page.close()
    return [str(rule).replace(", ", ",") for rule in found]


@pytest.mark.parametrize("name", STYLES)
def test_a_tight_style_sheet_says_the_same(browser: Browser, name: str) -> None:
    """No selector and no value changes when the spaces go."""
    path = files("audit.report") / "templates" / name
    written = rules(browser, path.read_text(encoding="utf-8"))
    assert len(written) > 8
    assert rules(browser, resource(name)) == written
