"""What got worse is what a reader can see: a difference of nothing is no setback."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from audit.loaders import read_file
from audit.pipeline import compare
from audit.report.comparison.addresses import Addresses
from audit.report.comparison.numbers import numbers
from audit.report.comparison.seen import finding_got_worse, is_seen
from audit.report.comparison.setbacks import (
    NOTHING,
    setbacks,
    worse_findings,
    worse_lines,
    worse_steps,
)
from audit.report.comparison.tiles import tiles
from audit.report.comparison.wording import signed
from audit.report.comparison.worse import worse
from audit.result import ComparisonResult, Shift, Verdict
from tests.report.comparison.comparisons import EVERY, compared

FOLDER = Path("processes/overloaded-hr")


@cache
def training_against_the_other() -> ComparisonResult:
    """Two remedies side by side: people lost differ by 8 in a million."""
    first, second = (
        read_file(FOLDER / name)
        for name in ("train-hr.yaml", "electronic-and-lock.yaml")
    )
    return compare(first.process, second.process)


@pytest.mark.parametrize(
    ("least", "unit"),
    [
        (0.05, "minutes"),
        (0.5 / 1440, "days"),
        (0.05 / 60, "hours"),
        (0.005, "money"),
        (0.0001, "share"),
        (0.01, "pages"),
        (0.01, "points"),
        (0.01, "% of the time on other duties"),
    ],
)
def test_the_least_that_is_seen_is_the_least_that_is_written(
    least: float, unit: str
) -> None:
    """Just above it the words hold a size, just below it they hold none."""
    assert is_seen(1.001 * least, unit)
    assert is_seen(-1.001 * least, unit)
    assert not is_seen(0.99 * least, unit)
    assert signed(1.001 * least, unit)[1:] not in {"0", "$0"}


def test_a_difference_of_nothing_is_no_setback() -> None:
    """It keeps its line and its size in the table of all numbers, and is counted."""
    result = training_against_the_other()
    (line,) = (line for line in result.lines if line.key == "people_lost")
    assert line.verdict is Verdict.WORSE
    assert line.key not in {one.key for one in worse_lines(result)}
    section = worse(result, Addresses(result))
    assert "but for 1 number whose difference rounds to nothing" in section.lede
    shown = setbacks(result, Addresses(result))
    assert not any(pointer.text.startswith(line.label) for pointer in shown)
    rows = [row for table in numbers(result).groups for row in table.rows]
    (row,) = (row for row in rows if row.cells[0].text == line.label)
    assert row.cells[-1].text == "worse"
    assert row.cells[3].text == "+0.0008 percentage points"


def test_nothing_that_is_seen_is_nothing_that_got_worse() -> None:
    """A line too small to be written does not keep the good news away."""
    result = compared("same")
    line = replace(
        result.lines[0],
        before=1.0,
        after=1.0 + 1e-6,
        change=1e-6,
        verdict=Verdict.WORSE,
    )
    small = replace(result, same=False, lines=(line,), findings=(), steps=(), shifts=())
    section = worse(small, Addresses(small))
    assert section.heading == NOTHING
    assert section.lines is None
    assert "but for 1 number" in section.lede


def test_a_tile_is_not_worse_by_nothing() -> None:
    """On the first screen the same number twice is the same."""
    result = compared("example")
    lines = tuple(
        replace(line, before=5.0, after=5.0 + 1e-6, change=1e-6, verdict=Verdict.WORSE)
        if line.key == "days_p50"
        else line
        for line in result.lines
    )
    (tile,) = (t for t in tiles(replace(result, lines=lines)) if "P50" in t.label)
    assert (tile.change, tile.verdict) == ("", "same")


@pytest.mark.parametrize(
    ("before", "after", "unit"),
    [
        (0.0002, 0.00012, "share"),
        (0.0, 0.009, "offers"),
        (0.05, 0.059, "pages"),
        (0.1, 0.14, "minutes"),
        (2e-4, 5e-4, "days"),
    ],
)
def test_a_change_of_a_small_number_is_not_hidden(
    before: float, after: float, unit: str
) -> None:
    """Four in ten fewer hires, or 0.9 offers taken back for 100 hires: that is much."""
    assert not is_seen(after - before, unit)
    assert is_seen(after - before, unit, before)
    assert not is_seen(after - before, unit, 1000.0)
    result = compared("same")
    line = replace(
        result.lines[0], before=before, after=after, change=after - before, unit=unit,
        verdict=Verdict.WORSE, key="small",
    )  # fmt: skip
    small = replace(result, same=False, lines=(line,), findings=(), steps=(), shifts=())
    (shown,) = worse_lines(small)
    words = signed(shown.change, unit)
    assert any(digit in words for digit in "123456789")


@pytest.mark.parametrize(("change", "unit"), [(0.004, "money"), (1e-6, "days")])
def test_what_no_words_have_a_digit_for_is_never_seen(change: float, unit: str) -> None:
    """A line of nought under a heading that says worse would help nobody."""
    assert not is_seen(change, unit, 0.0)


def test_steps_and_findings_too_small_to_be_seen_are_counted() -> None:
    """Nobody is told that all stands here, however small, where something does not."""
    result = compared("example, worse")
    step = next(pair for pair in result.steps if pair.verdict is Verdict.WORSE)
    near = replace(step, points_after=step.points_before + 0.04)
    finding = next(f for f in result.findings if f.measure_before)
    same = replace(
        finding, verdict=Verdict.WORSE, severity_after=finding.severity_before,
        measure_after=(finding.measure_before or 0.0) * (1 + 1e-7),
    )  # fmt: skip
    small = replace(result, steps=(near, near), findings=(same,), lines=(), shifts=())
    section = worse(small, Addresses(small))
    assert "but for 1 finding and 2 steps whose difference" in section.lede


def test_a_step_alone_is_enough_to_be_worse(tmp_path: Path) -> None:
    """One change makes every total better and one step worse: the step is said."""
    (tmp_path / "before.yaml").write_text(
        "process: A\nscope: onboarding\nroles: {hr: {side: employer}}\n"
        "steps: [{id: a, role: hr, wait: 9 days}, {id: b, role: hr, wait: 1 day}]\n",
        encoding="utf-8",
    )
    (tmp_path / "after.yaml").write_text(
        "extends: before.yaml\nchanges:\n"
        "  - {id: shift, set: {a: {wait: 2 days}, b: {wait: 3 days}}}\n",
        encoding="utf-8",
    )
    before, after = (read_file(tmp_path / f"{x}.yaml") for x in ("before", "after"))
    plan = after.plan_from(before)
    result = compare(before.process, after.process, plan=plan)
    assert setbacks(result, Addresses(result)) == ()
    section = worse(result, Addresses(result))
    assert section.heading == "1 step got worse"
    assert section.lede.startswith("Every number, finding and step")


def test_a_tile_of_a_small_number_tells_what_became_of_it() -> None:
    """Four in ten fewer of two in 10,000 who leave are four in ten fewer."""
    result = compared("example")
    lines = tuple(
        replace(
            line, before=0.0002, after=0.00012, change=-0.00008, verdict=Verdict.BETTER,
            unit="share",
        )
        if line.key == "days_p50"
        else line
        for line in result.lines
    )  # fmt: skip
    (tile,) = (t for t in tiles(replace(result, lines=lines)) if "P50" in t.label)
    assert (tile.change[1:], tile.verdict) == ("40 %", "better")


def test_a_finding_is_worse_by_what_its_measure_shows() -> None:
    """Graver is always worse; a measure that is written the same is not."""
    result = compared("example, worse")
    (change, *_) = (f for f in result.findings if f.severity_after is not None)
    grown = replace(
        change, verdict=Verdict.WORSE, unit="pages", measure_before=42.0,
        severity_before=4, severity_after=4,
    )  # fmt: skip
    assert finding_got_worse(replace(grown, measure_after=43.0))
    assert not finding_got_worse(replace(grown, measure_after=42.000001))
    assert finding_got_worse(replace(grown, measure_after=42.000001, severity_after=5))


def test_a_breath_of_work_does_not_move() -> None:
    """Seconds that one side saves and the other takes on are no shift of work."""
    result = compared("same")
    shift = Shift(source="employer", target="candidate", minutes=0.01, steps=())
    moved = replace(result, same=False, shifts=(shift,))
    section = worse(moved, Addresses(moved))
    assert (section.shifts, section.heading) == ((), NOTHING)


@pytest.mark.parametrize("name", EVERY)
def test_no_line_of_what_got_worse_shows_nothing(name: str) -> None:
    """No zero stands under a heading that says worse."""
    result = compared(name)
    currency = result.after.process.currency
    for line in worse_lines(result):
        words = signed(line.change, line.unit, currency)
        assert words not in {"no change", "+0", "+$0"}
        assert not words[1:].startswith("0 ")
    section = worse(result, Addresses(result))
    if section.steps:
        assert "0" not in {row.cells[3].text for row in section.steps.rows}
    assert len(worse_steps(result)) <= len(result.steps)
    assert {f.check for f in worse_findings(result)} <= {
        f.check for f in result.findings
    }
