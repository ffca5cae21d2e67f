"""Calendar time before and after, computed again from both audits."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

import pytest

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.time import Times, times
from audit.result import ComparisonResult, Silence
from audit.units import format_days
from tests.report.comparison.comparisons import EVERY, STORIES, compared

SILENT = {"one silent step", "no wait after"}


def section(result: ComparisonResult) -> Times:
    return times(result, Addresses(result))


@pytest.mark.parametrize("name", STORIES)
def test_the_heading_says_both_medians(name: str) -> None:
    """Half of the hires, before and after."""
    result = compared(name)
    before, after = result.before.time.p50, result.after.time.p50
    assert before is not None
    assert after is not None
    heading = section(result).heading
    assert f"take {format_days(after)}" in heading
    if format_days(before) != format_days(after):
        assert f"instead of {format_days(before)}" in heading


@pytest.mark.parametrize("name", STORIES)
def test_the_lede_says_means_and_ninths(name: str) -> None:
    """P90 and mean of both processes are in the words."""
    result = compared(name)
    for side in (result.before.time, result.after.time):
        assert side.p90 is not None
        assert format_days(side.p90) in section(result).lede
        assert format_days(side.mean) in section(result).lede


@pytest.mark.parametrize("name", EVERY)
def test_time_that_one_file_does_not_state_is_not_compared(name: str) -> None:
    """Touch time alone is never passed off as calendar time."""
    shown = section(compared(name))
    assert (shown.contributions is None) == (name in SILENT)
    if name in SILENT:
        assert shown.laws is None
        assert "not" in shown.heading


@pytest.mark.parametrize("name", STORIES)
def test_days_by_step_sum_to_both_means(name: str) -> None:
    """The rows leave no step out; the last row has the means."""
    result = compared(name)
    table = section(result).contributions
    assert table is not None
    assert table.total is not None
    means = (result.before.time.mean, result.after.time.mean)
    for column, mean in zip((1, 2), means, strict=True):
        assert table.total.cells[column].text == format_days(mean)
        days = [_in_days(row.cells[column].text) for row in table.rows]
        assert fsum(days) == pytest.approx(mean, abs=0.06 * len(days))


def _in_days(text: str) -> float:
    if text == "–":
        return 0.0
    number, unit = text.split()
    per = {"day": 1, "hour": 24, "minute": 1440, "second": 86400}[
        unit.removesuffix("s")
    ]
    return float(number.replace(",", "")) / per


@pytest.mark.parametrize("name", STORIES)
def test_both_laws_stand_on_one_scale(name: str) -> None:
    """Before above, after below, each with its own P50 and P90."""
    result = compared(name)
    laws = section(result).laws
    assert laws is not None
    sides = (result.before.time, result.after.time)
    assert [(law.p50, law.p90) for law in laws.laws] == [(s.p50, s.p90) for s in sides]
    assert [law.name for law in laws.laws] == ["Before", "After"]
    for law in laws.laws:
        assert law.p50_text in laws.text
        assert law.p90_text in laws.text


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [(14.0, 0.0, "goes from 14 days to 0 days"), (9.0, 9.0, "stays 9 days")],
)
def test_silence_is_compared(before: float, after: float, words: str) -> None:
    """The longest stretch without a word, before and after."""
    result = compared("example")
    old, new = (
        replace(side, time=replace(side.time, longest_silence=Silence(
            days=days, steps=())))
        for side, days in ((result.before, before), (result.after, after))
    )  # fmt: skip
    assert words in section(replace(result, before=old, after=new)).silence
    assert "not compared" in section(replace(result, before=old)).silence
