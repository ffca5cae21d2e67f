"""A grade that is withheld says what is missing, on the page and in text alike."""

from __future__ import annotations

import pytest

from audit.loaders import load_process_text
from audit.pipeline import audit_process
from audit.report import render_html, render_text
from audit.report.page.grade import why_no_grade
from audit.report.page.summary import answer, gauge
from audit.result import AuditResult
from tests.report.stories import ROLES, STORIES, audited


def tiny(scope: str = "onboarding") -> AuditResult:
    """Return the audit of two steps that say nothing but who does them."""
    return audit_process(
        load_process_text(
            f"process: Tiny\nscope: {scope}\n{ROLES}"
            "steps: [{id: fill, role: candidate}, {id: enter, role: hr}]\n"
        )
    )


MISSING = (
    "the file says too little: no step of the candidate states its work, no step of "
    "staff states its work and no step states its wait"
)


def test_a_file_that_says_nothing_is_neither_graded_nor_compared() -> None:
    """Grade A and "96 % less than a typical one" would praise its silence."""
    result = tiny()
    assert result.grade is None
    assert answer(result).startswith("What the file states of this process holds 4")
    assert gauge(result).grade_note == f"No grade: {MISSING}"
    assert gauge(result).bounds == ()


def test_text_and_page_say_what_is_missing() -> None:
    """Whoever misses the grade has to learn what to write down for it."""
    result = tiny()
    text = " ".join(render_text(result).split())
    assert f"No grade, because {MISSING}." in text
    page = render_html(result)
    assert f"No grade: {MISSING}" in page
    for one in (text, page):
        assert "less friction than a typical one" not in one
        assert "grade A" not in one


def test_steps_that_do_say_it_are_counted() -> None:
    """One of three is too few, and the reader sees how many there are."""
    steps = ", ".join(f"{{id: s{k}, role: hr, wait: 1 day}}" for k in range(2))
    result = audit_process(
        load_process_text(
            f"process: A\nscope: onboarding\n{ROLES}"
            f"steps: [{{id: a, role: hr, work: 5 min, wait: 0}}, {steps}]\n"
        )
    )
    assert why_no_grade(result) == (
        "the file says too little: 1 of 3 steps of staff states its work"
    )


@pytest.mark.parametrize("story", STORIES)
def test_a_part_and_a_whole_say_something_else(story: str) -> None:
    """What stands in the way of a grade is said for what it is."""
    result = audited(story)
    partial = result.process.scope == "partial"
    expected = "the file describes part of a process" if partial else ""
    assert why_no_grade(result) == expected
    assert why_no_grade(tiny("partial")) == "the file describes part of a process"
