"""What got worse: all of it, and nothing called good that nobody knows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.worse import (
    NOTHING,
    ONCE,
    setbacks,
    unknown,
    unknown_counted,
    worse,
    worse_findings,
    worse_lines,
)
from audit.result import Shift, Verdict
from tests.report.comparison.comparisons import EVERY, STORIES, compared
from tests.report.stories import numbers_in

WORSE = {Verdict.ADDED, Verdict.WORSE}


@pytest.mark.parametrize("name", EVERY)
def test_every_number_that_got_worse_stands_here(name: str) -> None:
    """None is left out but the second way to count the same thing."""
    result = compared(name)
    keys = {line.key for line in result.lines if line.verdict is Verdict.WORSE}
    shown = {line.key for line in worse_lines(result)}
    assert {key.removesuffix(ONCE) for key in shown} == {
        key.removesuffix(ONCE) for key in keys
    }
    table = worse(result, Addresses(result)).lines
    assert len(table.rows if table else ()) == len(shown)


@pytest.mark.parametrize("name", EVERY)
def test_every_finding_that_is_new_or_worse_stands_here(name: str) -> None:
    """Gravest first, each with a link to its reasons."""
    result = compared(name)
    found = worse_findings(result)
    assert {f.check for f in found} == {
        f.check for f in result.findings if f.verdict in WORSE
    }
    severities = [f.severity_after or 0 for f in found]
    assert severities == sorted(severities, reverse=True)
    table = worse(result, Addresses(result)).findings
    assert len(table.rows if table else ()) == len(found)


@pytest.mark.parametrize("name", EVERY)
def test_every_step_with_more_friction_stands_here(name: str) -> None:
    """Most added points first."""
    result = compared(name)
    steps = [pair for pair in result.steps if pair.verdict is Verdict.WORSE]
    table = worse(result, Addresses(result)).steps
    assert len(table.rows if table else ()) == len(steps)
    if table:
        added = [numbers_in(row.cells[3].text)[0] for row in table.rows]
        assert added == sorted(added, reverse=True)


@pytest.mark.parametrize("name", EVERY)
def test_nothing_got_worse_is_said_only_when_it_is_true(name: str) -> None:
    """One number, finding, step or shift is enough to keep the sentence away."""
    result = compared(name)
    heading = worse(result, Addresses(result)).heading
    anything = (
        any(line.verdict is Verdict.WORSE for line in result.lines)
        or any(f.verdict in WORSE for f in result.findings)
        or any(pair.verdict is Verdict.WORSE for pair in result.steps)
        or bool(result.shifts)
    )
    assert (heading == NOTHING) == (not anything)
    if not anything:
        assert setbacks(result, Addresses(result)) == ()


@pytest.mark.parametrize("name", STORIES)
def test_the_heading_counts_right(name: str) -> None:
    """Numbers, findings and steps are counted as the tables hold them."""
    result = compared(name)
    section = worse(result, Addresses(result))
    counts = [
        len(t.rows) for t in (section.lines, section.findings, section.steps) if t
    ]
    assert numbers_in(section.heading) == counts


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


@pytest.mark.parametrize("name", EVERY)
def test_what_nobody_knows_is_named(name: str) -> None:
    """Each number and finding that one file keeps quiet about has its name here."""
    result = compared(name)
    words = unknown(result)
    lines = [line for line in result.lines if line.verdict is Verdict.UNKNOWN]
    checks = [f for f in result.findings if f.verdict is Verdict.UNKNOWN]
    for item in (*(x.label for x in lines), *(x.name for x in checks)):
        assert item[1:] in words
    assert numbers_in(unknown_counted(result)) == [
        count for count in (len(lines), len(checks)) if count
    ]


def test_a_finding_that_may_be_old_is_not_called_new() -> None:
    """Where the before keeps quiet, a finding of the after is no setback."""
    result = compared("example")
    first = next(f for f in result.findings if f.severity_after is not None)
    odd = replace(first, verdict=Verdict.UNKNOWN, severity_before=None)
    changed = replace(result, findings=(odd,))
    assert "perhaps not new" in unknown(changed)
    assert worse_findings(changed) == ()


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
