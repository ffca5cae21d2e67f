"""Every check answers its cases as its page promises."""

from __future__ import annotations

import pytest

from audit.checks import find_checks
from audit.checks.verdicts import Verdicts
from tests.checks.case_files import Case, all_cases, process_of, verdicts_of


@pytest.mark.parametrize("case", all_cases(), ids=lambda c: f"{c.check}: {c.name}")
def test_a_case_comes_out_as_written(case: Case) -> None:
    """A check would fire, pass or stay silent where its page says otherwise."""
    verdicts = verdicts_of(process_of(case.file), find_checks(case.check))
    assert outcome_of(verdicts) == case.outcome
    for what, expected in case.expected.items():
        assert seen(verdicts, what) == expected, what


def outcome_of(verdicts: Verdicts) -> str:
    if verdicts.findings:
        return "fired"
    if verdicts.passed:
        return "passed"
    return "not applicable" if verdicts.not_applicable else "not assessed"


def seen(verdicts: Verdicts, what: str) -> object:
    """Return what the verdicts say, in the form a case writes it."""
    if what == "missing":
        return [
            one.missing if one.step is None else f"{one.missing} at {one.step}"
            for one in verdicts.not_assessed
        ]
    if what == "note":
        (note,) = verdicts.passed + verdicts.not_applicable
        return note.note
    (finding,) = verdicts.findings
    if what == "value":
        return pytest.approx(finding.measure.value, abs=0.005)
    if what == "unit":
        return finding.measure.unit
    if what == "points":
        return (
            None if finding.points is None else pytest.approx(finding.points, abs=0.05)
        )
    if what == "steps":
        return {
            step.id: pytest.approx(step.amount, abs=0.005) for step in finding.steps
        }
    if what == "notes":
        return {step.id: step.note for step in finding.steps}
    if what == "lines":
        return [step.line for step in finding.steps]
    return getattr(finding, what)
