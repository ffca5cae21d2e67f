"""What became of a finding elsewhere: one rule, whoever asks."""

from __future__ import annotations

from itertools import pairwise

import pytest

from audit.checks import CHECKS, Verdicts
from audit.checks.elsewhere import denial_of, turned
from audit.comparison import finding_changes
from audit.pipeline import audit_process
from audit.result import FindingNote, Verdict
from tests.checks.case_files import all_cases, process_of, verdicts_of

SILENT = "{id: a, role: hr, wait: 20 days, silent: true}"
TOLD = "{id: a, role: hr, wait: 20 days, silent: false}"
QUIET = "{id: a, role: hr, wait: 20 days}"
OPEN = "{id: b, role: hr, wait: 9 days}"
APPLY = "{id: apply, role: candidate, kind: form}"


def answers(*steps: str) -> Verdicts:
    lines = "".join(f"  - {step}\n" for step in (APPLY, *steps))
    return verdicts_of(process_of(f"steps:\n{lines}"))


def ids(notes: tuple[FindingNote, ...]) -> set[str]:
    return {note.check for note in notes}


def became(before: tuple[str, ...], after: tuple[str, ...]) -> str:
    """Return which of the kinds the silence of `before` is in."""
    found = turned(answers(*before), answers(*after))
    kinds = {"ends": found.ends, "eases": found.eases, "undecided": found.undecided}
    kept = [kind for kind, notes in kinds.items() if "silent-wait" in ids(notes)]
    assert len(kept) <= 1
    return kept[0] if kept else "there"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((SILENT,), (TOLD,), "ends"),
        ((SILENT,), (SILENT,), "there"),
        # The change takes away what the check needs: that is no remedy.
        ((SILENT,), (QUIET,), "undecided"),
        ((SILENT, OPEN), (QUIET, OPEN), "undecided"),
        # It mends what was found; the other step was open before as well.
        ((SILENT, OPEN), (TOLD, OPEN), "eases"),
        # A new step that does not say keeps the check open, too.
        ((SILENT,), (TOLD, OPEN), "undecided"),
    ],
)
def test_not_assessed_is_not_gone(
    before: tuple[str, ...], after: tuple[str, ...], expected: str
) -> None:
    """Missing is not zero: a file that keeps quiet ends no finding."""
    assert became(before, after) == expected


def test_many_open_steps_hide_no_silenced_one() -> None:
    """Notes are gathered where many steps lack a key; the rule looks beneath them."""
    more = tuple(OPEN.replace("id: b", f"id: b{k}") for k in range(7))
    assert became((SILENT, *more), (QUIET, *more)) == "undecided"
    assert became((SILENT, *more), (TOLD, *more)) == "eases"


def test_a_denial_is_the_note_of_a_check_that_passed_or_has_nothing_to_see() -> None:
    """Whoever says gone can say what was seen."""
    passed = denial_of("silent-wait", answers(TOLD))
    assert passed is not None and "silence" in passed.note
    nothing = denial_of("approval-layers", verdicts_of(process_of(f"steps: [{APPLY}]")))
    assert nothing is not None
    assert denial_of("silent-wait", answers(SILENT)) is None
    assert denial_of("silent-wait", answers(QUIET)) is None


@pytest.mark.parametrize("check", [check.id for check in CHECKS])
def test_a_comparison_and_a_recommendation_call_the_same_gone(check: str) -> None:
    """The same two files never have a finding ended in one report and open in another.

    Two cases of a check lie a key or two apart, so that it fires in the one and is
    denied, or left open, in the other.
    """
    files = [process_of(case.file) for case in all_cases() if case.check == check]
    for first, second in pairwise((*files, files[0])):
        found = turned(verdicts_of(first), verdicts_of(second))
        changes = finding_changes(audit_process(first), audit_process(second))
        by_verdict = {
            verdict: {change.check for change in changes if change.verdict is verdict}
            for verdict in Verdict
        }
        lost = {change.check for change in changes if change.severity_after is None}
        assert ids(found.ends) == by_verdict[Verdict.REMOVED]
        assert ids(found.brings) == by_verdict[Verdict.ADDED]
        left_open = ids(found.eases) | ids(found.undecided)
        assert left_open == by_verdict[Verdict.UNKNOWN] & lost
