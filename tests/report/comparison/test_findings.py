"""What became of the findings: each in one group, new and worse with their reasons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.comparison.findings import (
    NAMED,
    FindingChanges,
    finding_changes,
    gone_in_short,
)
from audit.report.page.sources import Sources
from audit.result import ComparisonResult, Verdict
from tests.report.comparison.comparisons import EVERY, compared
from tests.report.stories import numbers_in

WORDS = {
    Verdict.ADDED: "new",
    Verdict.WORSE: "worse",
    Verdict.BETTER: "better",
    Verdict.REMOVED: "gone",
    Verdict.UNKNOWN: "unknown",
    Verdict.UNCHANGED: "unchanged",
    Verdict.CHANGED: "changed",
}


def section(result: ComparisonResult) -> FindingChanges:
    return finding_changes(result, Sources(result.after))


@pytest.mark.parametrize("name", EVERY)
def test_every_finding_stands_in_its_group(name: str) -> None:
    """Counts in headings are counts of rows, and sum to all findings."""
    result = compared(name)
    groups = section(result).groups
    assert sum(len(group.table.rows) for group in groups) == len(result.findings)
    for group in groups:
        count = numbers_in(group.heading)[0]
        assert count == len(group.table.rows)
        word = group.heading.split(":")[0].split()[-1]
        verdict = next(v for v, w in WORDS.items() if w == word)
        assert count == sum(f.verdict is verdict for f in result.findings)


@pytest.mark.parametrize("name", EVERY)
def test_empty_groups_are_said_to_be_empty(name: str) -> None:
    """No new finding is news too."""
    result = compared(name)
    shown = section(result)
    words = {group.heading.split(":")[0].split()[-1] for group in shown.groups}
    words |= {heading.split(":")[0].split()[-1] for heading in shown.none}
    assert words >= set(WORDS.values()) - {"changed"}
    assert all(heading.startswith("0 findings") for heading in shown.none)


@pytest.mark.parametrize("name", EVERY)
def test_the_heading_counts_before_and_after(name: str) -> None:
    """As many as the two audits hold."""
    result = compared(name)
    if not result.findings:
        assert "No check found friction" in section(result).heading
        return
    before, after, *parts = numbers_in(section(result).heading)
    assert before == len(result.before.findings)
    assert after == len(result.after.findings)
    assert sum(parts) == len(result.findings)


@pytest.mark.parametrize("name", EVERY)
def test_new_and_worse_findings_have_their_card(name: str) -> None:
    """Why it hurts and what usually helps, open to read."""
    for group in section(compared(name)).groups:
        bad = group.heading.split(":")[0].split()[-1] in {"new", "worse"}
        assert group.open == bad
        assert len(group.cards) == (len(group.table.rows) if bad else 0)
        assert all(card.why and card.helps for card in group.cards)


@pytest.mark.parametrize("name", EVERY)
def test_every_finding_can_be_linked_to_once(name: str) -> None:
    """A row is the target, or the card that the row leads to."""
    result = compared(name)
    ids = []
    for group in section(result).groups:
        ids += [row.id for row in group.table.rows if row.id]
        ids += [card.id for card in group.cards]
        for row in group.table.rows:
            assert (row.id is None) == (row.cells[0].href is not None)
    assert sorted(ids) == sorted(f"f-{f.check}" for f in result.findings)


def test_before_and_after_stand_side_by_side() -> None:
    """Severity, measure and points with an arrow where they differ."""
    result = compared("example")
    first = result.findings[0]
    changed = replace(
        first, verdict=Verdict.BETTER, severity_before=4, severity_after=2,
        measure_before=42.0, measure_after=14.0, unit="pages", points_before=63.0,
        points_after=None, note="Fewer pages.",
    )  # fmt: skip
    (group,) = section(replace(result, findings=(changed,))).groups
    cells = [cell.text for cell in group.table.rows[0].cells]
    assert cells[2:] == ["4 → 2", "42 pages → 14 pages", "63 → –", "Fewer pages."]


@pytest.mark.parametrize("name", EVERY)
def test_the_gravest_of_those_gone_are_named_in_short(name: str) -> None:
    """What is no longer found is news too; the rest of it is counted."""
    result = compared(name)
    gone = [f for f in result.findings if f.verdict is Verdict.REMOVED]
    words = gone_in_short(result)
    assert (words == "") == (not gone)
    grave = sorted((f.severity_before or 0 for f in gone), reverse=True)
    rest = [len(gone) - NAMED] if len(gone) > NAMED else []
    assert numbers_in(words) == [*grave[:NAMED], *rest]
