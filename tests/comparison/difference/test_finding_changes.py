"""What became of every finding: new, gone, better, worse, or not to be told."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from audit.checks import CHECKS, find_checks
from audit.comparison import finding_changes
from audit.comparison.difference.finding_changes import HIGHER_IS_BETTER
from audit.pipeline import audit_process
from audit.result import (
    AuditResult,
    CheckNote,
    Finding,
    FindingChange,
    Measure,
    NotAssessed,
    Verdict,
)
from tests.builders import block, process, step
from tests.checks.case_files import all_cases, process_of, verdicts_of
from tests.comparison.audited_files import HEAD, audited, steps_file

NOTHING = replace(
    audited(steps_file("id: a, role: candidate")),
    findings=(),
    passed=(),
    not_applicable=(),
    not_assessed=(),
)
EXAMPLE = audited(steps_file("id: a, role: candidate, kind: form, fax: 3")).findings[0]


def holding(
    *parts: Finding | CheckNote | NotAssessed, apply: bool = True
) -> AuditResult:
    """Return an audit of these answers; `apply` is false for notes of no matter."""
    notes = tuple(part for part in parts if isinstance(part, CheckNote))
    return replace(
        NOTHING,
        findings=tuple(part for part in parts if isinstance(part, Finding)),
        passed=notes if apply else (),
        not_applicable=() if apply else notes,
        not_assessed=tuple(part for part in parts if isinstance(part, NotAssessed)),
    )


def finding(
    value: float, severity: int = 3, check: str = "fax", unit: str = "pages"
) -> Finding:
    return replace(
        EXAMPLE,
        id=check,
        severity=severity,
        title=f"{value} {unit}",
        measure=Measure(value=value, unit=unit),
    )


def note(words: str, check: str = "fax") -> CheckNote:
    return CheckNote(
        check=check, code="F13", family="paperwork", name="Fax", note=words
    )


def change(before: AuditResult, after: AuditResult) -> FindingChange:
    (found,) = finding_changes(before, after)
    return found


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (finding(42, 4), finding(14, 4), "better"),
        (finding(14, 4), finding(42, 4), "worse"),
        (finding(42, 4), finding(42, 4), "unchanged"),
        (finding(42, 4), finding(42 * (1 + 1e-14), 4), "unchanged"),
        (finding(42, 4), finding(14, 3), "better"),
        (finding(42, 4), finding(42, 3), "better"),
        (finding(42, 3), finding(42, 4), "worse"),
        # Fewer, but each is graver: neither way is better as such.
        (finding(4, 4), finding(2, 5), "changed"),
        (finding(2, 5), finding(4, 4), "changed"),
        (
            finding(5, 3, "print-scan-against-deadline", "days for the loop"),
            finding(2, 4, "print-scan-against-deadline", "days for the loop"),
            "worse",
        ),
    ],
)
def test_a_finding_of_both_files(
    before: Finding, after: Finding, expected: str
) -> None:
    """Measure and severity decide, each in the direction of the check."""
    found = change(holding(before), holding(after))
    assert found.verdict.value == expected
    assert (found.measure_before, found.measure_after) == (
        before.measure.value,
        after.measure.value,
    )
    assert (found.severity_before, found.severity_after) == (
        before.severity,
        after.severity,
    )
    assert (found.title_before, found.title_after) == (before.title, after.title)
    assert found.note == ""


def test_days_that_only_the_grid_moved_are_unchanged() -> None:
    """A wait elsewhere must not make a finding inside a block look worse."""
    inside = [step("a", wait=3.3)], [step("b", wait=1)]
    result = audit_process(process(block("both", *inside)))
    cell = result.time.lattice_step
    assert cell is not None

    def with_days(days: float) -> AuditResult:
        return replace(result, findings=(finding(days, unit="days per hire"),))

    near, far = with_days(9 + cell), with_days(9 + 2 * cell)
    assert change(with_days(9), near).verdict is Verdict.UNCHANGED
    assert change(with_days(9), far).verdict is Verdict.WORSE

    def with_share(per_cent: float) -> AuditResult:
        time = replace(result.time, flow_efficiency=per_cent / 100)
        share = finding(per_cent, 2, "low-flow-efficiency", "% of the calendar time")
        return replace(result, time=time, findings=(share,))

    hair = cell / 10 / result.time.mean
    near, far = with_share(2 * (1 + hair)), with_share(2 * (1 + 10 * hair))
    assert change(with_share(2), near).verdict is Verdict.UNCHANGED
    assert change(with_share(2), far).verdict is Verdict.CHANGED


@pytest.mark.parametrize(
    ("days", "severity", "expected", "told"),
    [
        (9.0, 4, Verdict.CHANGED, "Less work, in no more days."),
        (18.0, 4, Verdict.WORSE, ""),
        (9.0, 2, Verdict.CHANGED, "More work, in no fewer days."),
        (4.5, 2, Verdict.BETTER, ""),
    ],
)
def test_the_share_of_work_is_judged_by_the_days(
    days: float, severity: int, expected: Verdict, told: str
) -> None:
    """Work that is saved lowers it too, and past a bound the finding looks graver."""

    def holds(mean: float, severity: int) -> AuditResult:
        share = finding(1.0, severity, "low-flow-efficiency", "% of the calendar time")
        time = replace(NOTHING.time, mean=mean)
        return replace(NOTHING, time=time, findings=(share,))

    found = change(holds(9.0, 3), holds(days, severity))
    assert (found.verdict, found.note) == (expected, told)


def test_units_that_depend_on_the_grid_are_those_of_the_checks() -> None:
    """A check that names its unit in other words would lose its tolerance."""
    units = {check.unit for check in CHECKS}
    assert "% of the calendar time" in units
    assert {unit for unit in units if "day" in unit} == {
        unit for unit in units if unit.startswith("days")
    }


def test_a_finding_that_is_gone_says_what_the_check_saw() -> None:
    """Fewer than the level is not none: the reader gets the number that is left."""
    found = change(holding(finding(42)), holding(note("14 pages, fewer than 15.")))
    assert found.verdict is Verdict.REMOVED
    assert found.note == "The after: 14 pages, fewer than 15."
    assert (found.title_after, found.severity_after, found.measure_after) == (
        None,
        None,
        None,
    )


def test_a_finding_that_is_new_says_what_was_there_before() -> None:
    """A new finding is shown with the good news that it replaces."""
    found = change(holding(note("Nothing is faxed.")), holding(finding(3)))
    assert found.verdict is Verdict.ADDED
    assert found.note == "The before: Nothing is faxed."
    assert (found.title_before, found.points_before) == (None, None)


def test_a_check_that_does_not_apply_says_why() -> None:
    """Nothing of the kind is left, or the file no longer draws it: the reader sees."""
    words = "The file names no deadline on the loop."
    without = holding(note(words), apply=False)
    gone = change(holding(finding(3)), without)
    assert (gone.verdict, gone.note) == (
        Verdict.REMOVED,
        f"Does not apply to the after: {words}",
    )
    new = change(without, holding(finding(3)))
    assert (new.verdict, new.note) == (
        Verdict.ADDED,
        f"Does not apply to the before: {words}",
    )


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ((), ""),
        (("fax",), " The file does not say: fax."),
        (("fax", "fax", "channel"), " The file does not say: fax, channel."),
        (
            ("a", "b", "c", "d", "e"),
            " The file does not say: a, b, c, d and 1 more key.",
        ),
        (
            ("a", "b", "c", "d", "e", "f"),
            " The file does not say: a, b, c, d and 2 more keys.",
        ),
    ],
)
def test_silence_makes_a_finding_neither_gone_nor_new(
    keys: tuple[str, ...], words: str
) -> None:
    """Leaving a key out must never look like having mended what it tells of."""
    silent = holding(
        *(NotAssessed(check="fax", step=None, missing=key) for key in keys)
    )
    gone, new = change(holding(finding(3)), silent), change(silent, holding(finding(3)))
    assert gone.verdict is new.verdict is Verdict.UNKNOWN
    assert gone.note == f"Not assessed in the after.{words}"
    assert new.note == f"Not assessed in the before.{words}"


def test_a_key_left_out_of_a_whole_file_is_not_assessed() -> None:
    """The same through the whole audit: no `fax`, no `channel`, no verdict."""
    form = "id: a, role: candidate, kind: form, pages: 3"
    before = audited(steps_file(f"{form}, channel: fax, fax: 3"))
    found = {c.check: c for c in finding_changes(before, audited(steps_file(form)))}
    assert found["fax"].verdict is Verdict.UNKNOWN
    assert "channel" in found["fax"].note
    said = audited(steps_file(f"{form}, channel: portal, fax: 0"))
    found = {c.check: c for c in finding_changes(before, said)}
    assert found["fax"].verdict is Verdict.REMOVED


def test_money_in_two_currencies_is_not_compared() -> None:
    """Fifty dollars and fifty crowns are not the same finding unchanged."""
    keys = "id: a, role: candidate, kind: appointment, cost: 50"
    before = audited(steps_file(keys))
    after = audited(steps_file(keys, head=HEAD + "currency: SEK\n"))
    found = {c.check: c for c in finding_changes(before, after)}["out-of-pocket-costs"]
    assert found.verdict is Verdict.UNKNOWN
    assert found.note == "Counted in USD per hire before, in SEK per hire after."


def test_new_and_worse_come_first_then_by_severity() -> None:
    """What got worse is shown as plainly as what got better, and before it."""
    before = holding(
        finding(3, 5, "rework"),
        finding(3, 2, "fax"),
        finding(9, 4, "wet-signatures"),
        finding(9, 3, "page-load"),
        note("None.", "postal-mail"),
        note("None.", "handoffs"),
    )
    after = holding(
        finding(3, 5, "rework"),
        finding(4, 2, "fax"),
        finding(2, 4, "wet-signatures"),
        finding(1, 4, "postal-mail"),
        finding(9, 4, "handoffs"),
        note("Few.", "page-load"),
    )
    assert [(c.check, c.verdict.value) for c in finding_changes(before, after)] == [
        ("postal-mail", "added"),
        ("handoffs", "added"),
        ("fax", "worse"),
        ("rework", "unchanged"),
        ("wet-signatures", "better"),
        ("page-load", "removed"),
    ]
    assert finding_changes(NOTHING, NOTHING) == ()


def test_the_direction_of_every_check_is_that_of_its_severity() -> None:
    """Where a check calls more of its measure graver, less of it is better.

    Over all cases of the checks: two findings of one check with different severities
    have to differ in the measure the way we say, or not at all.
    """
    found: dict[str, list[Finding]] = {}
    for case in all_cases():
        if case.outcome == "fired":
            verdicts = verdicts_of(process_of(case.file), find_checks(case.check))
            found.setdefault(case.check, []).extend(verdicts.findings)
    told = set()
    for check, findings in found.items():
        sign = -1 if check in HIGHER_IS_BETTER else 1
        for one, other in combinations(findings, 2):
            graver, value = (
                other.severity - one.severity,
                other.measure.value - one.measure.value,
            )
            if graver and value and one.measure.unit == other.measure.unit:
                told.add(check)
                rule = next(c for c in CHECKS if c.id == check).own_severity
                # A severity that asks for more than the measure may part from it.
                assert graver * value * sign > 0 or (rule and sign > 0), check
    assert told > HIGHER_IS_BETTER


def test_checks_of_higher_is_better_exist() -> None:
    """A check that is renamed must not change its direction."""
    assert {check.id for check in CHECKS} >= HIGHER_IS_BETTER
    assert all(
        check.own_severity for check in CHECKS if check.id in HIGHER_IS_BETTER
    ), "the levels of a check ascend, so where less is graver it decides by itself"
