"""What got worse, a line each: all of it, the kinds taking turns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.loaders import load_process_text
from audit.pipeline import compare
from audit.report.comparison.addresses import Addresses
from audit.report.comparison.setbacks import (
    setbacks,
)
from audit.report.comparison.worse import worse
from audit.result import Verdict
from tests.report.comparison.comparisons import ONBOARDING, STORIES, compared


@pytest.mark.parametrize("name", STORIES)
def test_the_kinds_take_turns_on_the_first_screen(name: str) -> None:
    """A long list of one kind does not hide the others."""
    result = compared(name)
    shown = setbacks(result, Addresses(result))
    kinds = {pointer.href.split("-")[0] for pointer in shown}
    assert {pointer.href.split("-")[0] for pointer in shown[:4]} >= kinds or (
        len(shown) < 4
    )
    assert len({pointer.text for pointer in shown}) == len(shown)


def test_more_work_here_and_less_there_is_no_move() -> None:
    """One change adds work of staff, another shortens a form: nothing has moved."""
    before, after = (
        load_process_text(
            f"{ONBOARDING}steps:\n  - {{id: form, role: candidate, work: {form} min}}\n"
            f"  - {{id: talk, role: hr, work: {talk} min}}\n"
        )
        for form, talk in ((50, 10), (20, 25))
    )
    result = compare(before, after)
    section = worse(result, Addresses(result))
    assert [pointer.text for pointer in section.shifts] == [
        "Staff work 15 minutes more for each hire (more in step 2), while the "
        "candidate works 30 minutes less"
    ]
    back = compare(after, before)
    section = worse(back, Addresses(back))
    assert [pointer.text for pointer in section.shifts] == [
        "The candidate works 30 minutes more for each hire (more in step 1), while "
        "staff work 15 minutes less"
    ]


def test_a_rise_that_rounding_hides_is_told_as_a_rise() -> None:
    """No line of what got worse says the same number twice."""
    result = compared("example")
    line = next(line for line in result.lines if line.key == "flow_efficiency")
    near = replace(
        line, before=0.01712, after=0.01688, change=-0.00024, verdict=Verdict.WORSE
    )
    shown = setbacks(replace(result, lines=(near,)), Addresses(result))
    assert f"{line.label}: \N{MINUS SIGN}0.02 percentage points" in {
        pointer.text for pointer in shown
    }
