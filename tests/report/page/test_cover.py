"""Whose report it is: the cover, the foot of the sheets, the last pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.document import print_margins
from audit.report.page.cover import MARGIN_LINE
from audit.report.page.page import build_page
from audit.result import AuditResult, KnownLine
from tests.report.stories import EVERY, STORIES, audited, numbers_in

ABOUT: dict[str, str | None] = {
    "client": "St. Anne's",
    "prepared_by": "Example Consulting",
    "date": "2026-11-02",
    "version": "3",
    "confidentiality": "Confidential",
}


def about(values: dict[str, str | None]) -> AuditResult:
    result = audited("packet")
    return replace(result, process=replace(result.process, about=values))


def test_the_cover_says_who_for_whom_and_when() -> None:
    """What the consultant wrote under `about` stands on the first screen."""
    cover = build_page(about(ABOUT)).cover
    assert cover.prepared_by == "Prepared for St. Anne's by Example Consulting"
    assert cover.issue == "2026-11-02 · version 3 · Confidential"
    assert cover.margin == "Confidential · St. Anne's · Hiring friction audit"
    assert cover.title == "New-hire packet (before)"


def test_what_is_not_said_leaves_no_gap() -> None:
    """Without `about` there is no "Prepared for", no lonely dot."""
    cover = build_page(about({})).cover
    assert (cover.prepared_by, cover.issue) == ("", "")
    assert cover.margin == "New-hire packet (before) · Hiring friction audit"


def test_the_foot_of_a_sheet_is_text_whatever_it_holds() -> None:
    """A client's name cannot end the string and write rules of its own."""
    evil = 'x" } body { display: none } </style> \\'
    page = build_page(about({**ABOUT, "client": evil * 20}))
    assert len(page.cover.margin) <= MARGIN_LINE
    rules = print_margins(evil)
    assert rules.count("{") == rules.count("}") == 6
    assert "</style>" not in rules
    assert "display" in rules
    assert 'x"' not in rules


@pytest.mark.parametrize("name", EVERY)
def test_the_page_says_how_to_make_it_again(name: str) -> None:
    """Version, file and hash are those of the result."""
    result = audited(name)
    said = {term.word: term.meaning for term in build_page(result).notes.versions}
    assert said["SHA-256 of the file"] == result.input.sha256
    assert said["Made by"] == f"{result.tool.name} {result.tool.version}"
    assert numbers_in(said["Interval"]) == [
        result.sensitivity.draws,
        result.sensitivity.seed,
    ]


def test_published_totals_show_their_difference_with_a_sign() -> None:
    """More and less than published are both said plainly."""
    lines = tuple(
        KnownLine(what="days", published=90.0, ours=ours, difference=gap, source=None)
        for ours, gap in ((100.0, 10.0), (80.0, -10.0), (None, None))
    )
    table = build_page(replace(audited("packet"), known=lines)).notes.known
    assert table is not None
    assert [row.cells[3].text for row in table.rows] == ["+10", "−10", "–"]


@pytest.mark.parametrize("name", STORIES)
def test_what_the_numbers_rest_on_sums_to_all(name: str) -> None:
    """Measured, reported, estimated, assumed: together every stated number."""
    result = audited(name)
    table = build_page(result).notes.bases
    assert table is not None
    shares = [numbers_in(row.cells[1].text)[0] for row in table.rows]
    assert sum(shares) == pytest.approx(100, abs=0.3)
    assert shares == sorted(shares, reverse=True)


@pytest.mark.parametrize("name", STORIES)
def test_sources_lead_where_they_say(name: str) -> None:
    """Only addresses of the web become links; the page loads none of them."""
    result = audited(name)
    table = build_page(result).sources
    assert table is not None
    assert len(table.rows) == len(result.evidence)
    for row in table.rows:
        href = row.cells[2].href
        assert href is None or href.startswith(("https://", "http://"))
    odd = tuple(replace(r, url="javascript:alert(1)") for r in result.evidence)
    inert = build_page(replace(result, evidence=odd)).sources
    assert inert is not None
    assert all(row.cells[2].href is None for row in inert.rows)
