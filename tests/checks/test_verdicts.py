"""From answers to findings and notes: order, words, guards, coverage, failures."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from audit.checks import CHECKS, Facts, find_checks, run_checks
from audit.checks.base import Answer
from audit.checks.verdicts import judge
from audit.errors import AnalysisError
from audit.loaders import load_process
from tests.checks.case_files import facts_of, process_of, verdicts_of

PACKET = """\
steps:
  - id: packet
    role: candidate
    kind: form
    channel: paper
    pages: 42
    signatures: {wet: 12}
    print: true
    scan: true
    mandate: I-9, W-4
    wait: 3 days
  - {id: file, role: hr, kind: work, work: 5 min, rekey: 40, wait: 1 day}
"""


def test_findings_come_by_severity_then_points() -> None:
    """The report shows the first few: they must be the worst."""
    found = verdicts_of(process_of(PACKET)).findings
    keys = [(-one.severity, -(one.points or 0.0)) for one in found]
    assert keys == sorted(keys)
    assert len(found) > 3


def test_points_are_the_sum_of_the_lines_behind_a_finding() -> None:
    """A finding claims no point that the ledger does not hold."""
    facts = facts_of(load_process("processes/packet/before.yaml"))
    by_id = {check.id: check for check in CHECKS}
    for finding in run_checks(facts).findings:
        steps = {step.id for step in finding.steps}
        factors = by_id[finding.id].factors
        lines = [
            entry.points
            for entry in facts.ledger.entries
            if entry.step in steps and entry.factor in factors
        ]
        assert finding.points == (math.fsum(lines) if lines else None)


def test_a_failure_in_a_check_is_loud_and_names_it() -> None:
    """A bug of ours must never pass for a clean process."""

    def look(facts: Facts) -> Answer:
        raise KeyError("boom")

    (fax,) = find_checks("fax")
    with pytest.raises(RuntimeError, match=r"check 'fax' failed: KeyError\('boom'\)"):
        judge(facts_of(process_of(PACKET)), (replace(fax, look=look),))


def test_what_the_user_can_mend_is_no_failure_of_a_check() -> None:
    """An error with its own words keeps them."""

    def look(facts: Facts) -> Answer:
        raise AnalysisError("nobody can be hired")

    (fax,) = find_checks("fax")
    with pytest.raises(AnalysisError):
        judge(facts_of(process_of(PACKET)), (replace(fax, look=look),))


def test_a_mandate_brings_its_guard_and_its_evidence() -> None:
    """Whoever reads the advice reads what the law asks to be kept."""
    (pages,) = verdicts_of(process_of(PACKET), find_checks("page-load")).findings
    assert pages.guard is not None
    for words in ("three business days", "Form W-4", "page of its own"):
        assert words in pages.guard
    assert {"LEG-03", "LEG-06", "LEG-07"} <= set(pages.evidence)
    assert pages.evidence[0] == "PAP-03"
    assert pages.grade == "A"


def test_coverage_counts_checks_that_apply() -> None:
    """Not applicable is no gap; not assessed is one."""
    text = "steps: [{id: apply, role: candidate, kind: form, pages: 3}]"
    chosen = (
        *find_checks("page-load"),
        *find_checks("question-load"),
        *find_checks("glance-screen"),
    )
    verdicts = verdicts_of(process_of(text), chosen)
    assert verdicts.coverage == 1 / 2
    assert len(verdicts.passed) == len(verdicts.not_applicable) == 1


def test_an_empty_drawing_is_not_a_clean_one() -> None:
    """Silence is not innocence: with nothing stated, little is decided."""
    text = """\
steps:
  - {id: apply, role: candidate}
  - {id: screen, role: hr}
  - {id: packet, role: candidate}
"""
    verdicts = verdicts_of(process_of(text))
    assert verdicts.findings == ()
    assert verdicts.coverage < 0.5
    passed = {note.check for note in verdicts.passed}
    assert not passed & {"page-load", "wet-signatures", "silent-wait", "fax"}


def test_the_advice_leaves_a_fixed_step_alone_among_others() -> None:
    """One step that may not change does not stop the others from changing."""
    text = """\
steps:
  - {id: oath, role: candidate, kind: form, channel: paper, signatures: {wet: 1},
     mandate: State oath, removable: never}
  - {id: packet, role: candidate, kind: form, channel: paper, signatures: {wet: 9}}
"""
    (ink,) = verdicts_of(process_of(text), find_checks("wet-signatures")).findings
    assert ink.justified is None
    assert ink.decide == (
        "Accept electronic signatures in place of the 10 wet signatures. "
        "Leave “Oath” as it is."
    )
