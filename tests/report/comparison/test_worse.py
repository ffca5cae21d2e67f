"""What got worse: every number, finding and step, and nothing hidden."""

from __future__ import annotations

import pytest

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.seen import line_got_worse
from audit.report.comparison.setbacks import (
    NOTHING,
    ONCE,
    setbacks,
    twins,
    worse_findings,
    worse_lines,
)
from audit.report.comparison.worse import worse
from audit.result import Verdict
from tests.report.comparison.comparisons import EVERY, STORIES, compared, story
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


@pytest.mark.parametrize("name", EVERY)
def test_the_two_counts_of_worse_numbers_agree(name: str) -> None:
    """One worse number here and two in the table of all numbers are explained."""
    result = compared(name)
    worse_of_all = sum(line.verdict is Verdict.WORSE for line in result.lines)
    section = worse(result, Addresses(result))
    shown = len(section.lines.rows) if section.lines else 0
    unseen = sum(
        line.verdict is Verdict.WORSE and not line_got_worse(line)
        for line in result.lines
    )
    assert shown + twins(result) + unseen == worse_of_all
    assert ("twice in the table of all numbers" in section.lede) == (twins(result) > 0)
    assert ("rounds to nothing" in section.lede) or not unseen


def test_a_number_counted_twice_is_announced() -> None:
    """The packet has one: it is the reader's first sum that does not come out."""
    result = story("packet", "after")
    assert twins(result) == 1
    lede = worse(result, Addresses(result)).lede
    assert lede.endswith(
        " One number counts twice in the table of all numbers, for each hire and with "
        "each step once, and once here."
    )
