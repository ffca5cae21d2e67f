"""Checks that did not fire: none is lost, none is praised for silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.page.notes import notes
from audit.report.page.steps import Steps
from audit.report.page.verdicts import STEPS, verdicts
from audit.result import NotAssessed
from tests.report.stories import EVERY, STORIES, audited, numbers_in


@pytest.mark.parametrize("name", EVERY)
def test_every_check_that_did_not_fire_is_listed(name: str) -> None:
    """Passed, not applicable, not assessed: counts of headings, rows and result."""
    result = audited(name)
    section = verdicts(result, Steps(result.process))
    for heading, table, listed in (
        (section.passed_heading, section.passed, result.passed),
        (
            section.not_applicable_heading,
            section.not_applicable,
            result.not_applicable,
        ),
    ):
        assert numbers_in(heading)[0] == len(listed)
        assert (0 if table is None else len(table.rows)) == len(listed)
    questions = {(item.check, item.missing) for item in result.not_assessed}
    table = section.not_assessed
    assert (0 if table is None else len(table.rows)) == len(questions)
    checks = {item.check for item in result.not_assessed}
    assert numbers_in(section.not_assessed_heading)[0] == len(checks)


@pytest.mark.parametrize("name", EVERY)
def test_the_heading_says_how_much_could_be_decided(name: str) -> None:
    """The share on top is the coverage of the result."""
    result = audited(name)
    (share,) = numbers_in(verdicts(result, Steps(result.process)).heading)
    assert share == pytest.approx(100 * result.coverage, abs=0.51)


def test_open_questions_name_their_steps() -> None:
    """A missing key leads to the steps that should have it; long lists are counted."""
    result = audited("hospital")
    ids = [step.id for step in result.process.steps]
    missing = tuple(
        NotAssessed(check="no-owner", step=step, missing="owner") for step in ids
    )
    whole = NotAssessed(check="hidden-pay", step=None, missing="pay_disclosed")
    changed = replace(result, not_assessed=(*missing, whole))
    table = verdicts(changed, Steps(result.process)).not_assessed
    assert table is not None
    owner, pay = (row.cells[2].text for row in table.rows)
    *numbers, more = numbers_in(owner)
    assert numbers == list(range(1, STEPS + 1))
    assert more == len(ids) - STEPS
    assert pay == "in the whole file"


@pytest.mark.parametrize("story", STORIES)
def test_a_kind_that_is_found_and_passed_says_so(story: str) -> None:
    """F11 among the findings and among the passed would contradict itself."""
    result = audited(story)
    shown = verdicts(result, Steps(result.process))
    for table, passed in (
        (shown.passed, result.passed),
        (shown.not_applicable, result.not_applicable),
    ):
        for row, note in zip(table.rows if table else (), passed, strict=True):
            twins = [f.name for f in result.findings if f.code == note.code]
            words = row.cells[2].text
            assert ("Of the same kind and found" in words) == bool(twins)
            assert all(f"“{name}”" in words for name in twins)


def test_what_a_number_names_is_explained() -> None:
    """A reader who meets F11 twice learns that it is a kind, not a check."""
    result = audited("packet")
    shown = verdicts(result, Steps(result.process))
    assert "several checks may look for one kind" in shown.lede
    assert shown.passed is not None
    row = next(r for r in shown.passed.rows if r.cells[0].text.startswith("Notarised"))
    assert row.cells[1].text == "F11"
    assert row.cells[2].text.endswith("Of the same kind and found: “Wet signatures”.")
    assert "Number of a finding" in {term.word for term in notes(result).glossary}
