"""Whose comparison it is, and how it can be made again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.comparison.page import build_comparison_page
from audit.result import ComparisonResult
from tests.report.comparison.comparisons import EVERY, compared
from tests.report.stories import numbers_in


def titled(
    before: tuple[str, str | None], after: tuple[str, str | None]
) -> ComparisonResult:
    """Return the example with other titles and variants."""
    result = compared("example")
    old, new = (
        replace(side, process=replace(side.process, title=title, variant=variant))
        for side, (title, variant) in ((result.before, before), (result.after, after))
    )
    return replace(result, before=old, after=new)


@pytest.mark.parametrize(
    ("before", "after", "title"),
    [
        (("Packet", "before"), ("Packet", "after"), "Packet (before → after)"),
        (("Packet", None), ("Packet", "after"), "Packet"),
        (("Old", "a"), ("New", "b"), "Old (a) → New (b)"),
    ],
)
def test_the_title_says_what_becomes_what(
    before: tuple[str, str | None], after: tuple[str, str | None], title: str
) -> None:
    """One process in two variants, or two processes."""
    assert build_comparison_page(titled(before, after)).cover.title == title


def test_what_the_after_does_not_say_of_itself_the_before_does() -> None:
    """Client and confidentiality are not lost because an overlay leaves them out."""
    result = compared("example")
    old = replace(
        result.before,
        process=replace(
            result.before.process,
            about={
                "client": "St. Anne's",
                "confidentiality": "Confidential",
                "date": "2026",
            },
        ),
    )
    new = replace(result.after, process=replace(result.after.process, about={
        "client": None, "date": "2027"}))  # fmt: skip
    cover = build_comparison_page(replace(result, before=old, after=new)).cover
    assert cover.prepared_by == "Prepared for St. Anne's"
    assert cover.issue == "2027 · Confidential"
    assert cover.margin.startswith("Confidential · St. Anne's · Hiring friction")


@pytest.mark.parametrize("name", EVERY)
def test_both_files_stand_with_their_hashes(name: str) -> None:
    """The page can be made again from what it names."""
    result = compared(name)
    appendix = build_comparison_page(result).appendix
    hashes = [row.cells[3].text for row in appendix.files.rows]
    assert hashes == [result.before.input.sha256, result.after.input.sha256]
    said = {term.word: term.meaning for term in appendix.versions}
    assert numbers_in(said["Draws of rates and weights"]) == [
        result.certainty.draws,
        result.certainty.seed,
    ]
    inputs = "Draws of the files' numbers"
    assert (inputs in said) == (result.certainty.inputs_share_better is not None)


def test_warnings_stand_on_top() -> None:
    """Whoever reads only the first lines reads why the two may not compare."""
    result = compared("another scope")
    assert result.warnings
    assert build_comparison_page(result).summary.warnings == result.warnings
