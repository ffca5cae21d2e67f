"""Checks that did not fire: none is lost, none is praised for silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.page.steps import Steps
from audit.report.page.verdicts import STEPS, verdicts
from audit.result import NotAssessed
from tests.report.stories import EVERY, audited, numbers_in


@pytest.mark.parametrize("name", EVERY)
def test_every_check_that_did_not_fire_is_listed(name: str) -> None:
    """Passed, not applicable, not assessed: counts of headings, rows and result."""
    result = audited(name)
    section = verdicts(result, Steps(result.process))
    for heading, table, notes in (
        (section.passed_heading, section.passed, result.passed),
        (
            section.not_applicable_heading,
            section.not_applicable,
            result.not_applicable,
        ),
    ):
        assert numbers_in(heading)[0] == len(notes)
        assert (0 if table is None else len(table.rows)) == len(notes)
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
