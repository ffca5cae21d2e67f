"""An audit from file to result."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from audit.ledger import load_profile
from audit.loaders import load_process, load_process_text
from audit.pipeline import audit_process
from audit.result import AuditResult, from_json, to_json

STORIES = sorted(Path("processes").glob("*/*.yaml"))

PACKET = """
process: Packet
scope: onboarding
clock: {start: send, stop: enter}
known: {days: 10, steps: 4, source: dashboard}
roles:
  candidate: {side: candidate}
  hr: {side: employer}
  boss: {side: employer}
steps:
  - {id: plan, role: boss, wait: 30 days}
  - {id: send, role: hr, work: 10 min, wait: 1 day}
  - {id: fill, role: candidate, pages: 42, signatures: {wet: 12}, wait: 1-5 days}
  - id: check
    role: hr
    check: 42
    wait: 2 days
    next: {fill: 25%, enter: 75%}
  - {id: enter, role: hr, rekey: 60, evidence: {basis: measured, n: 30}}
"""


@pytest.fixture(scope="module")
def packet() -> AuditResult:
    return audit_process(load_process_text(PACKET, "packet.yaml"))


@pytest.mark.parametrize("story", STORIES, ids=lambda path: "/".join(path.parts[1:]))
def test_a_result_goes_to_json_and_back(story: Path) -> None:
    """What is saved can be shown later, without its file and without loss."""
    result = audit_process(load_process(story))
    assert from_json(to_json(result)) == result


@pytest.mark.parametrize("story", STORIES, ids=lambda path: "/".join(path.parts[1:]))
def test_every_figure_is_a_pivot_of_the_ledger(story: Path) -> None:
    """Score, sides and steps are sums of the same lines, to the last digit."""
    result = audit_process(load_process(story))
    assert result.score == math.fsum(entry.points for entry in result.ledger)
    table = result.ledger_table()
    by_step = table.groupby("step")["points"].sum()
    for step in result.process.steps:
        assert step.points == pytest.approx(by_step.get(step.id, 0.0))
    for side, total in result.sides.items():
        assert total.points == pytest.approx(table[table.side == side].points.sum())
    assert math.fsum(result.time.contributions.values()) == pytest.approx(
        result.time.mean
    )


def test_the_vector_as_drawn_designed_and_expected(packet: AuditResult) -> None:
    """42 pages on paper, 42 by design, 56 when a quarter fills them in again."""
    pages = packet.vector["pages"]
    assert (pages.drawn, pages.designed) == (42.0, 42.0)
    assert pages.expected == pytest.approx(56.0)
    assert packet.vector["steps"].expected == pytest.approx(5 + 2 / 3)


def test_what_the_file_does_not_say_is_no_zero(packet: AuditResult) -> None:
    """No step says anything on log-ins, interviews or silence: None, not nought."""
    assert packet.vector["logins"].expected is None
    assert packet.vector["interviews"].expected is None
    assert packet.time.longest_silence is None
    assert packet.time.waits_missing == 1


def test_only_the_clock_counts(packet: AuditResult) -> None:
    """The month of planning lies before the clock: shown, not timed."""
    plan = packet.process.steps[0]
    assert (plan.wait_days, plan.in_clock, plan.contribution_days) == (30.0, False, 0.0)
    assert packet.time.mean == pytest.approx(
        1 + 5 / 3 * 4 / 3 * 3 / 5 * 3 + 8 / 3, abs=1
    )
    assert any("outside the clock" in line for line in packet.assumptions)


def test_published_totals_stand_beside_ours(packet: AuditResult) -> None:
    """Days are compared as expected, counts as drawn, with the difference."""
    days, steps = packet.known
    assert days.ours == packet.time.mean
    assert (steps.published, steps.ours, steps.difference) == (4.0, 5.0, 1.0)
    assert steps.source == "dashboard"


def test_the_origin_of_the_numbers_is_shared_out(packet: AuditResult) -> None:
    """One number in eleven is measured; of the rest the file does not say."""
    assert sum(packet.basis_shares.values()) == pytest.approx(1)
    assert packet.basis_shares["measured"] == pytest.approx(1 / 11)


def test_a_scope_that_is_missing_gives_no_grade(packet: AuditResult) -> None:
    """Without a scope nothing is typical, so nothing is graded."""
    text = PACKET.replace("scope: onboarding\n", "")
    result = audit_process(load_process_text(text))
    assert result.grade is None
    assert result.process.scope is None
    assert packet.grade is not None


def test_evidence_of_every_rate_and_finding_is_there(packet: AuditResult) -> None:
    """Every row that a rate or a finding names is in the result, once."""
    known = [row.id for row in packet.evidence]
    assert len(known) == len(set(known))
    named = {row for rate in packet.profile.rates for row in rate.evidence}
    named.update(row for finding in packet.findings for row in finding.evidence)
    assert named == set(known)


def test_business_days_are_stretched_and_said(packet: AuditResult) -> None:
    """A clock in business days counts each plain day as 7/5 calendar days."""
    text = PACKET.replace("stop: enter}", "stop: enter, days: business}")
    result = audit_process(load_process_text(text))
    assert result.process.steps[0].wait_days == pytest.approx(42.0)
    assert any("business days" in line for line in result.assumptions)


def test_a_profile_of_ones_own_is_used() -> None:
    """The profile passed in prices the ledger, not the default one."""
    profile = load_profile("tests/examples/packet/profile.yaml")
    result = audit_process(load_process_text(PACKET), profile)
    assert result.profile.name == "worked-example"


def test_steps_of_a_block_are_in_its_phase() -> None:
    """A phase written once on a block holds for all its branches."""
    text = """
process: Phases
roles: {hr: {side: employer}}
steps:
  - id: both
    phase: Checks
    parallel:
      - - {id: x, role: hr}
      - - {id: y, role: hr, phase: Own}
"""
    steps = audit_process(load_process_text(text)).process.steps
    assert [step.phase for step in steps] == ["Checks", "Own"]


def test_steps_that_nobody_needs_break_nothing() -> None:
    """A step for 0 % of the cases, a batch every 0 days: an answer all the same."""
    text = """
process: Nothing
roles: {hr: {side: employer}}
defaults: {hr: {every: 0, applies_to: 0%}}
steps:
  - {id: a, role: hr}
  - {id: p, parallel: [[{id: x, role: hr}], [{id: y, role: hr, wait: 2 days}]]}
"""
    result = audit_process(load_process_text(text))
    assert result.score == 0.0
    assert result.time.mean == 0.0


def test_a_file_that_says_who_comes_is_told_that_nobody_was_simulated() -> None:
    """Queues are not nought because an audit does not look at them."""
    demand = "arrivals: {every: 2 days}\n"
    asked, plain = (
        audit_process(load_process_text(text)).assumptions
        for text in (demand + PACKET, PACKET)
    )
    assert any("`--simulate`" in line for line in asked)
    assert not any("`--simulate`" in line for line in plain)
