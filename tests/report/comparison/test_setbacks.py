"""What got worse, a line each: all of it, the kinds taking turns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.setbacks import (
    setbacks,
)
from audit.report.comparison.worse import worse
from audit.result import Shift, Verdict
from tests.report.comparison.comparisons import STORIES, compared


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


def test_work_that_moves_is_told_with_both_sides() -> None:
    """Who is relieved, who does it instead, how long, and where."""
    result = compared("example")
    step = result.after.process.steps[1].id
    shift = Shift(source="employer", target="candidate", minutes=12.0, steps=(step,))
    section = worse(replace(result, shifts=(shift,)), Addresses(result))
    assert [pointer.text for pointer in section.shifts] == [
        "12 minutes of each hire move from staff to the candidate, in step 2"
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
