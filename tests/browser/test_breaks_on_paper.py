"""Where sheets end: the style sheet of the report leaves no row and no item alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit.report.document import resource
from tests.browser.paper import printed

ROWS = 9
# Pixels above the part: it ends near the foot of the first sheet, each time elsewhere.
ABOVE = range(620, 1000, 20)
TABLE = (
    "<div class='scroll long'><table><caption>What stands here</caption>"
    "<thead><tr><th>Name</th><th>Value</th></tr></thead><tbody>{}</tbody>"
    "<tfoot><tr><th>Total</th><td>9</td></tr></tfoot></table></div>"
)
ROW = "<tr><th>row</th><td>{}</td></tr>"
LIST = "<h3>Heading</h3><ol>{}</ol>"
ITEM = "<li>item {}</li>"


def sheets(browser: Browser, body: str, above: int, to: Path) -> list[str]:
    """Print a part below so many pixels of nothing; return the words of the sheets."""
    page = to / "page.html"
    page.write_text(
        f"<!doctype html><style>{resource('report.css')}</style>"
        f"<div class=wrap><div style='height:{above}px'></div>{body}</div>",
        encoding="utf-8",
    )
    return [sheet.text for sheet in printed(browser, page, "A4", to / "page.pdf")]


@pytest.mark.parametrize("above", ABOVE)
def test_no_row_of_a_table_is_alone_on_a_sheet(
    browser: Browser, tmp_path: Path, above: int
) -> None:
    """A name of a table has two rows below it, and a total has rows above it."""
    body = TABLE.format("".join(ROW.format(k) for k in range(ROWS)))
    found = sheets(browser, body, above, tmp_path)
    counts = [text.count("row ") for text in found]
    assert sum(counts) == ROWS
    assert all(count == 0 or count >= 2 for count in counts), counts
    for text, count in zip(found, counts, strict=True):
        if "What stands here" in text or "Total" in text:
            assert count >= 2, found


@pytest.mark.parametrize("above", ABOVE)
def test_what_is_unfolded_begins_below_its_heading(
    browser: Browser, tmp_path: Path, above: int
) -> None:
    """No heading of a fold is the last line of a sheet."""
    table = TABLE.format("".join(ROW.format(k) for k in range(ROWS)))
    body = f"<details open><summary>Folded</summary>{table}</details>"
    found = sheets(browser, body, above, tmp_path)
    (with_heading,) = [text for text in found if "Folded" in text]
    assert with_heading.count("row ") >= 2


@pytest.mark.parametrize("above", ABOVE)
def test_no_item_of_a_list_is_alone_on_a_sheet(
    browser: Browser, tmp_path: Path, above: int
) -> None:
    """Three steps of a rule are read together, under their heading."""
    body = LIST.format("".join(ITEM.format(k) for k in range(3)))
    counts = [text.count("item ") for text in sheets(browser, body, above, tmp_path)]
    assert [count for count in counts if count] == [3]
