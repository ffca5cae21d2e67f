"""Findings, what is kept for a reason, and the checks that did not fire."""

from __future__ import annotations

import re
from dataclasses import replace
from math import fsum

import pytest

from audit.report.page.findings import OPEN, STEPS, findings, justified
from audit.report.page.sources import Sources
from audit.report.page.steps import Steps
from audit.report.page.verdicts import verdicts
from tests.report.stories import EVERY, STORIES, audited, numbers_in


def parts(name: str) -> tuple[Steps, Sources]:
    result = audited(name)
    return Steps(result.process), Sources(result)


@pytest.mark.parametrize("name", EVERY)
def test_each_finding_has_one_card_in_its_place(name: str) -> None:
    """Gravest first, the first three open; what is kept stands apart."""
    result = audited(name)
    shown = findings(result, *parts(name))
    kept = justified(result, *parts(name))
    cards = [card for level in shown.severities for card in level.cards]
    assert sorted(c.check for c in (*cards, *kept.cards)) == sorted(
        f.id for f in result.findings
    )
    severities = [card.severity for card in cards]
    assert severities == sorted(severities, reverse=True)
    assert [card.open for card in cards] == [k < OPEN for k in range(len(cards))]
    assert all(card.reason for card in kept.cards)


@pytest.mark.parametrize("name", EVERY)
def test_a_card_has_all_its_parts(name: str) -> None:
    """Why, what helps, how measured, how sure, where: no finding without an address."""
    result = audited(name)
    shown = findings(result, *parts(name))
    for level in shown.severities:
        for card in level.cards:
            finding = next(f for f in result.findings if f.id == card.check)
            assert card.why
            assert card.helps
            assert card.how
            assert re.search(r"\d", card.measure)
            assert finding.confidence in card.confidence
            assert len(card.steps) <= STEPS
            named = {step.link.number for step in card.steps}
            assert named <= {step.number for step in result.process.steps}
            assert [s.id for s in card.sources] == list(finding.evidence)
            assert all(source.href for source in card.sources)


@pytest.mark.parametrize("name", EVERY)
def test_the_heading_counts_the_findings(name: str) -> None:
    """How many, and how many are grave."""
    result = audited(name)
    open_findings = [f for f in result.findings if f.justified is None]
    heading = findings(result, *parts(name)).heading
    if not open_findings:
        assert heading.startswith("No check")
        return
    grave = sum(f.severity >= 4 for f in open_findings)
    counts = [len(open_findings)] + ([grave] if grave else [])
    assert numbers_in(heading)[: len(counts)] == counts


@pytest.mark.parametrize("name", EVERY)
def test_the_score_without_what_is_justified(name: str) -> None:
    """Share and rest are those of the ledger's marked lines."""
    result = audited(name)
    marked = fsum(entry.points for entry in result.ledger if entry.justified)
    shown = justified(result, *parts(name))
    if marked == 0:
        assert shown.heading.startswith("No friction is marked")
        return
    share, rest = numbers_in(shown.heading)
    assert share == pytest.approx(100 * marked / result.score, abs=0.5)
    assert rest == round(result.score - marked)
    assert shown.steps is not None
    assert shown.steps.total is not None
    total = numbers_in(shown.steps.total.cells[-1].text)[0]
    assert total == pytest.approx(marked, abs=0.06)


def test_the_heading_of_what_is_kept_counts_its_cards() -> None:
    """Nothing marked above cards asked for by law contradicts itself."""
    shown = justified(audited("packet"), *parts("packet"))
    assert {card.reason for card in shown.cards} == {"asked for by law"}
    assert shown.heading == (
        "No friction is marked as justified, but 2 findings are there for a reason: "
        "asked for by law"
    )
    assert len(shown.cards) == 2
    assert "these steps" not in shown.lede
    none = justified(audited("portal"), *parts("portal"))
    assert (none.cards, none.heading) == ((), "No friction is marked as justified")


@pytest.mark.parametrize("name", EVERY)
def test_four_different_verdicts_are_all_shown(name: str) -> None:
    """Fired, passed, not applicable, not assessed: every check is somewhere."""
    result = audited(name)
    shown = verdicts(result, Steps(result.process))
    unknown = {item.check for item in result.not_assessed}
    for heading, count in (
        (shown.passed_heading, len(result.passed)),
        (shown.not_applicable_heading, len(result.not_applicable)),
        (shown.not_assessed_heading, len(unknown)),
    ):
        assert numbers_in(heading)[0] == count
    assert shown.not_assessed is not None
    keys = {row.cells[1].text for row in shown.not_assessed.rows}
    assert keys == {item.missing for item in result.not_assessed}
    coverage = numbers_in(shown.heading)[0]
    assert coverage == pytest.approx(100 * result.coverage, abs=0.5)


def test_a_long_list_of_steps_is_counted_instead() -> None:
    """Sixty missing owners are a number, not a wall."""
    result = audited("hospital")
    item = result.not_assessed[0]
    many = tuple(replace(item, step=step.id) for step in result.process.steps)
    table = verdicts(
        replace(result, not_assessed=many), Steps(result.process)
    ).not_assessed
    assert table is not None
    assert table.rows[0].cells[2].text.endswith("and 5 more")


@pytest.mark.parametrize("story", STORIES)
def test_every_source_has_a_row_and_a_grade(story: str) -> None:
    """Links of cards arrive; an address that is no web page is not linked."""
    result = audited(story)
    table = Sources(result).table()
    assert table is not None
    assert len(table.rows) == len(result.evidence)
    assert all(row.cells[3].text in "ABCD" for row in table.rows)
    row = replace(result.evidence[0], url="javascript:alert(1)")
    hostile = Sources(replace(result, evidence=(row,))).table()
    assert hostile is not None
    assert all(cell.href is None for cell in hostile.rows[0].cells)
