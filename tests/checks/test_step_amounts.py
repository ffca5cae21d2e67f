"""The part that a finding gives to each of its steps: in the unit of its measure.

A page writes it with that unit, so that hours would be read as per cent.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.checks import find_checks
from audit.loaders import load_process
from audit.result import Finding
from tests.checks.case_files import all_cases, process_of, verdicts_of
from tests.shipped import FILES


def wrong(findings: Iterable[Finding]) -> list[str]:
    """Return the amounts that cannot be what the unit says."""
    found = []
    for finding in findings:
        unit, value = finding.measure.unit, finding.measure.value
        amounts = [step.amount for step in finding.steps]
        # More than all of it only where the measure is: a role asked for too much.
        most = max(100.0, value) * (1 + 1e-9)
        if unit.startswith("%") and not all(0 <= amount <= most for amount in amounts):
            found.append(f"{finding.id}: {amounts} of {value} {unit}")
        # Ones that do not add up count nothing: they hold the place of a number. A role
        # is one, on however many steps.
        adds_up = abs(sum(amounts) - value) <= 1e-9 * value or unit == "roles"
        if set(amounts) == {1} and not adds_up:
            found.append(f"{finding.id}: ones for {value} {unit}")
    return found


@pytest.mark.parametrize(
    "path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_parts_of_shipped_findings_are_in_their_unit(path: Path) -> None:
    """A story would say 1,262 % for 1,262 hours, or 1 % for each of its steps."""
    assert wrong(verdicts_of(load_process(path)).findings) == []


def test_parts_in_all_cases_are_in_their_unit() -> None:
    """So of each check, wherever it fires."""
    fired = [case for case in all_cases() if case.outcome == "fired"]
    assert {
        f"{case.check}, {case.name}": told
        for case in fired
        if (
            told := wrong(
                verdicts_of(process_of(case.file), find_checks(case.check)).findings
            )
        )
    } == {}


@given(st.integers(1, 60), st.integers(1, 90))
@settings(deadline=None, max_examples=40)
def test_a_loss_spread_over_any_number_of_steps_is_found(
    steps: int, leave: int
) -> None:
    """However thin, the steps where most leave are named, and add up to it at most."""
    lines = "".join(
        f"  - {{id: s{n}, role: candidate, next: {{s{n + 1}: {1000 - leave}‰, "
        f"withdrew: {leave}‰}}}}\n"
        for n in range(steps)
    )
    lines = lines.replace("‰", "e-3")
    text = f"steps:\n{lines}  - {{id: s{steps}, role: hr}}\n"
    findings = verdicts_of(process_of(text), find_checks("lost-applicants")).findings
    lost = 100 * (1 - (1 - leave / 1000) ** steps)
    assert len(findings) == (lost >= 10)
    for finding in findings:
        assert finding.measure.value == pytest.approx(lost)
        amounts = [step.amount for step in finding.steps]
        assert max(amounts) == pytest.approx(leave / 10)
        assert sum(amounts) <= lost * (1 + 1e-9)
