"""What every check promises, whatever it looks for."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from audit.analysis import Analysis
from audit.checks import CHECKS, Facts, run_checks
from audit.checks.base import Check
from audit.checks.guards import guards_of_mandate
from audit.checks.pages import page_of, page_text
from audit.ledger import load_profile, price
from audit.ledger.evidence import has_evidence
from audit.loaders import load_process, load_process_text
from audit.model import Process, Removable

FOLDER = Path("audit/checks")
FAMILIES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
STORIES = sorted(Path("processes").glob("*/before.yaml"))
checks = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)


def test_every_file_is_a_check_in_the_list() -> None:
    """A check that is written is run: the list and the folders agree."""
    files = {
        f"{family}/{path.stem}"
        for family in FAMILIES
        if not family.startswith("_")
        for path in (FOLDER / family).glob("*.py")
        if path.stem != "__init__"
    }
    listed = {f"{c.family.value}/{c.id.replace('-', '_')}" for c in CHECKS}
    assert listed == files
    assert len(CHECKS) == len({check.id for check in CHECKS}) >= 32


@checks
def test_the_page_stands_where_the_check_is(check: Check) -> None:
    """The docstring of the file is the page, with all its sections."""
    module = import_module(
        f"audit.checks.{check.family.value}.{check.id.replace('-', '_')}"
    )
    assert check is module.CHECK
    page = page_of(check)
    for words in page.sections.values():
        assert words.strip()
    text = page_text(check)
    for heading in ("Why it hurts", "How it is measured", "What usually helps"):
        assert heading in text


@checks
def test_its_evidence_exists(check: Check) -> None:
    """Every row that a page cites can be looked up; without one it says so."""
    page = page_of(check)
    assert [row for row in page.evidence if not has_evidence(row)] == []
    if not page.evidence:
        assert page.grade == "D"
        assert "judgement" in page.sections["Source"].lower()


@checks
def test_its_name_says_the_friction_not_the_cure(check: Check) -> None:
    """Noun phrases of what is found: never no-, check-, avoid-."""
    assert not check.id.startswith(("no-", "check-", "avoid-", "use-"))
    assert min(level for _, level in check.levels) >= 1
    assert max(level for _, level in check.levels) <= 5
    starts = [start for start, _ in check.levels]
    assert starts == sorted(starts)


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.parent.name)
def test_every_check_answers_once(story: Path) -> None:
    """Fired, passed, not applicable or not assessed: each check is one of the four."""
    verdicts = run_checks(_facts(load_process(story)))
    fired = [finding.id for finding in verdicts.findings]
    passed = [note.check for note in verdicts.passed]
    apart = [note.check for note in verdicts.not_applicable]
    decided = {*fired, *passed, *apart}
    assert len(fired) + len(passed) + len(apart) == len(decided)
    open_ones = {note.check for note in verdicts.not_assessed} - decided
    assert decided | open_ones == {check.id for check in CHECKS}
    assert all(note.missing for note in verdicts.not_assessed)


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.parent.name)
def test_every_finding_has_an_address_and_a_number(story: Path) -> None:
    """Steps with their lines, a measure with its unit, a reason, a decision."""
    process = load_process(story)
    lines = {step.id: step.line for step in process.steps}
    for finding in run_checks(_facts(process)).findings:
        assert finding.steps, finding.id
        for step in finding.steps:
            assert step.line == lines[step.id]
        assert finding.measure.unit
        assert (
            finding.title[0].isupper()
            or finding.title[0].isdigit()
            or (finding.title[0] in "$€£")
        )
        assert finding.decide.endswith(".")
        assert finding.why
        assert finding.helps
        assert finding.severity in range(1, 6)
        assert finding.confidence in {"high", "medium", "low"}


def test_what_the_law_asks_is_never_advised_away() -> None:
    """Where a step is mandated, no decision drops it, whatever fires."""
    text = """
process: Law
scope: onboarding
roles: {candidate: {side: candidate}, hr: {side: employer}}
steps:
  - id: i9
    role: candidate
    kind: form
    channel: paper
    pages: 40
    fields: 90
    signatures: {wet: 9, notarised: 1}
    documents: {originals: 3, third_party: 3}
    print: true
    fax: true
    trip: 2 h
    mandate: I-9
    wait: 3 days
"""
    process = load_process_text(text)
    assert process.steps[0].removable is Removable.MEDIUM_ONLY
    found = run_checks(_facts(process)).findings
    assert len(found) > 3
    for finding in found:
        words = finding.decide.lower()
        for verb in ("drop", "remove the", "delete", "abolish", "skip"):
            assert verb not in words, finding.decide


def test_mandates_have_their_guard() -> None:
    """The mandates that files name most often are known."""
    for mandate in ("I-9", "W-4", "FCRA", "I-9, W-4"):
        assert guards_of_mandate(mandate), mandate
    assert guards_of_mandate("house rule 7") == ()


def test_names_of_steps_change_no_verdict() -> None:
    """What is found follows from what happens, not from what it is called."""
    text = STORIES[0].read_text(encoding="utf-8")
    renamed = "\n".join(
        line
        if not line.strip().startswith("name:")
        else line.split("name:")[0] + "name: X"
        for line in text.splitlines()
    )
    one = run_checks(_facts(load_process_text(text)))
    other = run_checks(_facts(load_process_text(renamed)))
    assert [f.id for f in one.findings] == [f.id for f in other.findings]
    assert [f.measure for f in one.findings] == [f.measure for f in other.findings]


def _facts(process: Process) -> Facts:
    analysis = Analysis(process)
    return Facts(analysis, price(analysis, load_profile()))
