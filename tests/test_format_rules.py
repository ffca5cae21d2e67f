"""The rules that numbers depend on, each named and shown on the smallest file."""

from __future__ import annotations

import pytest

from audit.errors import ProcessFileError
from audit.loaders import load_process_text
from audit.pipeline import audit_process
from audit.result import AuditResult

HEAD = """
process: Rule
scope: onboarding
roles:
  candidate: {side: candidate}
  hr: {side: employer}
  boss: {side: employer}
  firm: {side: vendor}
  ats: {side: system}
steps:
"""


def audit(steps: str) -> AuditResult:
    return audit_process(load_process_text(HEAD + steps))


def days(steps: str) -> float:
    return audit(steps).time.mean


def test_rule_the_clock_passes_by_wait_alone() -> None:
    """A published elapsed time is written as it stands: work adds nothing to it."""
    assert days("  - {id: a, role: hr, work: 8 h, wait: 5 days}") == pytest.approx(5.0)


def test_rule_without_a_wait_touch_time_counts_at_clock_time() -> None:
    """Twelve hours of work and no word on waiting: half a day, and not assessed."""
    result = audit("  - {id: a, role: hr, work: 12 h}")
    assert result.time.mean == pytest.approx(0.5)
    assert result.time.waits_missing == 1
    assert result.time.p50 is None


def test_rule_zero_says_that_there_is_none() -> None:
    """`wait: 0` is an answer; a wait left out is none."""
    result = audit("  - {id: a, role: hr, work: 12 h, wait: 0}")
    assert result.time.mean == 0.0
    assert result.time.waits_missing == 0


def test_rule_the_candidates_own_leaving_is_deleted() -> None:
    """Withdrew and declined are set aside and the rest rescaled at that step."""
    steps = """
  - {id: a, role: candidate, pages: 1, next: {b: 30%, hired: 20%, withdrew: 50%}}
  - {id: b, role: candidate, pages: 10, next: {hired: 50%, declined: 50%}}
"""
    # 60 % of those who stay pass through b: 1 + 0.6 x 10 pages.
    assert audit(steps).vector["pages"].expected == pytest.approx(7.0)


def test_rule_rejection_is_conditioned_on_hired() -> None:
    """Among the hires nobody was rejected: b is passed by 0.3 / (0.3 + 0.4)."""
    steps = """
  - {id: a, role: candidate, pages: 1, next: {b: 60%, hired: 40%}}
  - {id: b, role: candidate, pages: 7, next: {hired: 50%, rejected: 50%}}
"""
    assert audit(steps).vector["pages"].expected == pytest.approx(1 + 7 * 3 / 7)


def test_rule_parallel_takes_the_mean_of_the_maximum() -> None:
    """Two branches that take one or nine days each: the later one on average."""
    branch = "{{id: {0}, role: hr, wait: 1-9 days}}"
    steps = f"""
  - id: both
    parallel:
      - - {branch.format("x")}
      - - {branch.format("y")}
"""
    assert days(steps) == pytest.approx(1 + 8 * 2 / 3, abs=1e-3)


def test_rule_a_failing_branch_ends_the_case_when_the_block_ends() -> None:
    """The rejection of a fast check waits for the slow one."""
    steps = """
  - id: both
    parallel:
      - - {id: x, role: hr, wait: 1 day, next: {done: 90%, rejected: 10%}}
      - - {id: y, role: hr, wait: 6 days}
"""
    assert audit(steps).time.outcomes["rejected"] == pytest.approx(6.0, abs=1e-6)


def test_rule_a_jump_back_is_rework() -> None:
    """Back in the file, or to itself: rework without being called so."""
    steps = """
  - {id: a, role: hr}
  - {id: b, role: hr, next: {a: 10%, b: 10%, c: 80%}}
  - {id: c, role: hr}
"""
    kinds = {(f.source, f.to): f.kind for f in audit(steps).process.flows}
    assert kinds["b", "a"] == kinds["b", "b"] == "rework"
    assert kinds["b", "c"] == "flow"


def test_rule_a_forward_flow_is_rework_only_if_it_says_so() -> None:
    """A flow to a repair step ahead is no return unless the file calls it one."""
    steps = """
  - id: a
    role: hr
    next:
      - {to: mend, share: 20%, kind: rework}
      - {to: c, share: 80%}
  - {id: mend, role: hr}
  - {id: c, role: hr}
"""
    assert audit(steps).vector["rolled_complete_accurate"].expected == pytest.approx(
        0.8
    )
    plain = steps.replace(", kind: rework", "")
    assert audit(plain).vector["rolled_complete_accurate"].expected == pytest.approx(
        1.0
    )


def test_rule_complete_and_accurate_charges_the_step_that_sends_back() -> None:
    """A fifth of the check's flows return because of it; the return itself is not."""
    steps = """
  - {id: a, role: hr}
  - {id: check, role: hr, next: {mend: 20%, c: 80%}}
  - {id: mend, role: hr, next: check}
  - {id: c, role: hr}
"""
    by_id = {s.id: s.complete_accurate for s in audit(steps).process.steps}
    assert by_id["check"] == pytest.approx(0.8)
    assert by_id["a"] == by_id["c"] == pytest.approx(1.0)
    assert by_id["mend"] is None


def test_rule_drawn_designed_expected() -> None:
    """Every step once; without the return's own steps; times the visits."""
    steps = """
  - {id: a, role: candidate, pages: 8}
  - {id: check, role: hr, next: {mend: 20%, hired: 80%}}
  - {id: mend, role: candidate, pages: 4, next: check}
"""
    pages = audit(steps).vector["pages"]
    assert (pages.drawn, pages.designed) == (12.0, 8.0)
    assert pages.expected == pytest.approx(8 + 4 * 0.25)


def test_rule_blocks_are_no_steps_and_systems_count_apart() -> None:
    """Three boxes of people, one of a system, and a block that is neither."""
    steps = """
  - {id: a, role: hr}
  - id: both
    parallel:
      - - {id: x, role: hr}
      - - {id: y, role: ats}
  - {id: c, role: hr}
"""
    vector = audit(steps).vector
    assert vector["steps"].drawn == 3.0
    assert vector["system_steps"].drawn == 1.0


def test_rule_a_fax_step_has_fax_pages_or_the_channel_fax() -> None:
    """Either makes it one; a step with `fax: 0` is none."""
    steps = """
  - {id: a, role: candidate, fax: 3}
  - {id: b, role: candidate, channel: fax}
  - {id: c, role: candidate, fax: 0}
"""
    assert audit(steps).vector["fax_steps"].drawn == 2.0


def test_rule_approvals_are_steps_of_that_kind() -> None:
    """A name does not make an approval, its kind does."""
    steps = """
  - {id: vp, role: boss, kind: approval}
  - {id: approve_nothing, role: hr, kind: work}
"""
    assert audit(steps).vector["approvals"].drawn == 1.0


def test_rule_handing_to_a_system_is_no_handoff() -> None:
    """Staff, system, staff of the same role: none. To another role: one."""
    steps = """
  - {id: a, role: hr}
  - {id: post, role: ats}
  - {id: b, role: hr}
  - {id: c, role: boss}
"""
    handoffs = audit(steps).vector["handoffs"]
    assert (handoffs.drawn, handoffs.designed, handoffs.expected) == (1.0, 1.0, 1.0)


def test_rule_two_people_signing_are_two_signatures() -> None:
    """Signatures are counted by signer, whoever signs."""
    steps = """
  - {id: a, role: candidate, signatures: {wet: 1}}
  - {id: b, role: boss, signatures: {wet: 1}}
"""
    assert audit(steps).vector["wet_signatures"].expected == 2.0


@pytest.mark.parametrize("reserved", ["hired", "rejected", "withdrew", "done"])
def test_rule_ids_of_outcomes_and_done_are_reserved(reserved: str) -> None:
    """A step cannot take the name of an ending."""
    with pytest.raises(ProcessFileError):
        load_process_text(HEAD + f"  - {{id: {reserved}, role: hr}}\n")


def test_rule_ids_are_unique_in_the_file() -> None:
    """Inside a block too: the second `x` is an error."""
    steps = """
  - {id: x, role: hr}
  - id: both
    parallel:
      - - {id: x, role: hr}
      - - {id: y, role: hr}
"""
    with pytest.raises(ProcessFileError):
        load_process_text(HEAD + steps)


def test_rule_fill_pages_are_charged_by_field_never_twice() -> None:
    """With the answers counted, the pages they stand on cost nothing more."""
    both = audit("  - {id: a, role: candidate, pages: {fill: 9}, fields: 85}")
    fields = audit("  - {id: a, role: candidate, fields: 85}")
    assert both.score == pytest.approx(fields.score)
    assert both.vector["pages"].expected == 9.0


def test_rule_vendors_count_with_the_employer_and_are_shown_apart() -> None:
    """A background firm's hour is an employer's hour, and named."""
    total = audit("  - {id: a, role: firm, work: 60 min, wait: 1 day}").sides[
        "employer"
    ]
    assert (total.minutes, total.vendor_minutes) == (60.0, 60.0)


def test_rule_redo_repeats_only_part_of_the_work() -> None:
    """A return that repeats a fifth of the pages asks for a fifth of them again."""
    steps = """
  - {id: a, role: candidate, pages: 10}
  - id: check
    role: hr
    next:
      - {to: a, share: 50%, redo: 20%}
      - {to: hired, share: 50%}
"""
    assert audit(steps).vector["pages"].expected == pytest.approx(12.0)


def test_rule_a_step_for_some_is_visited_by_some() -> None:
    """5 % need the X-ray: a twentieth of its pages per hire."""
    steps = """
  - {id: a, role: hr}
  - {id: xray, role: candidate, pages: 20, applies_to: 5%}
"""
    assert audit(steps).vector["pages"].expected == pytest.approx(1.0)


def test_rule_shares_follow_from_the_screen() -> None:
    """30 % qualified, 55 % and 15 % pass: 27 % pass, 13.5 % lost though qualified."""
    steps = """
  - id: screen
    role: ats
    screen:
      method: keyword
      qualified_share: 30%
      passes_qualified: 55%
      passes_unqualified: 15%
    next: {hired: pass, rejected: fail}
"""
    result = audit(steps)
    assert result.outcomes["hired"] == pytest.approx(0.27)
    (screen,) = result.candidates.screens
    assert screen.qualified_lost == pytest.approx(0.135)
    assert screen.qualified_lost_per_hire == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("written", "mean"),
    [
        ("3 business days", 4.2),
        ("1-5 days", 3.0),
        ("7-10 business days", 11.9),
        ("3 days-2 weeks", 8.5),
        ("up to 1 week", 3.5),
        ("at least 14 days", 14.0),
        ("about 3 months", 90.0),
        ("{low: 2 days, likely: 3 days, high: 10 days}", 4.0),
        ("{value: 6 days, basis: measured, n: 20}", 6.0),
        ("{takes: 14 days, for: budget}", 14.0),
        ("12 h", 0.5),
    ],
)
def test_rule_durations(written: str, mean: float) -> None:
    """Every way to write a duration means what it says."""
    assert days(f"  - {{id: a, role: hr, wait: {written}}}") == pytest.approx(mean)
