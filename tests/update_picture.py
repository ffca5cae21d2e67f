"""`python -m tests.update_picture`: the picture of a report in the README.

It is not compared by a test: browsers and fonts differ from machine to machine.
"""

from __future__ import annotations

import os
import shutil

from playwright.sync_api import sync_playwright

from tests.shipped import REPORTS, ROOT

PAGE = REPORTS / "new-hire-packet-before-against-after.html"
PICTURE = ROOT / "reports" / "first-page.png"


def main() -> None:
    """Photograph the first screen of the packet before and after."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.goto(PAGE.as_uri())
        page.screenshot(path=PICTURE)
        browser.close()
    print(PICTURE.relative_to(ROOT))


if __name__ == "__main__":
    main()
