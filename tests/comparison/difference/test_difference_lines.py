"""Every number before and after: which are compared, and what is said of them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from audit.comparison import difference_lines, line_keys
from audit.ledger import load_profile
from audit.loaders import load_process
from audit.pipeline import audit_process
from audit.result import AuditResult, DifferenceLine, Verdict
from tests.builders import block, process, step
from tests.comparison.audited_files import HEAD, audited, steps_file

PACKET = Path(__file__).parents[2] / "examples" / "packet"
GROUPS = ("score", "vector", "time", "people", "lenses", "money")


def lines_of(before: AuditResult, after: AuditResult) -> dict[str, DifferenceLine]:
    return {line.key: line for line in difference_lines(before, after)}


def one_step(keys: str, head: str = HEAD) -> AuditResult:
    """Audit a file of a step of the candidate and one of staff."""
    return audited(steps_file(keys, "id: z, role: hr, work: 5 min", head=head))


# Keys of the step before and after, and what becomes of which numbers.
CASES: tuple[tuple[str, str, dict[str, str]], ...] = (
    (
        "pages: 42",
        "pages: 14",
        {"pages": "better", "pages_designed": "better", "score": "better"},
    ),
    (
        "signatures: {wet: 4}",
        "signatures: {electronic: 4}",
        {
            "wet_signatures": "better",
            "electronic_signatures": "worse",
            "notarised_signatures": "unchanged",
            "points_candidate": "better",
            "points_employer": "unchanged",
        },
    ),
    ("pages: 42", "", {"pages": "unknown", "pages_designed": "unknown"}),
    ("", "pages: 42", {"pages": "unknown"}),
    ("pages: 42", "pages: 0", {"pages": "better"}),
    (
        "wait: 5 days",
        "wait: 2 days",
        {
            "days": "better",
            "days_p50": "better",
            "days_p90": "better",
            "points_time": "better",
        },
    ),
    ("wait: 5 days", "", {"days": "unknown", "points_time": "unknown"}),
    (
        "work: 1 h, wait: 5 days",
        "work: 2 h, wait: 5 days",
        {
            "candidate_minutes": "worse",
            "employer_minutes": "unchanged",
            "flow_efficiency": "changed",
            "money": "worse",
            "money_candidate_time": "worse",
            "money_employer_time": "unchanged",
            "candidate_cash": "unchanged",
        },
    ),
    (
        "work: 1 h, cost: 20",
        "work: 1 h, cost: 0",
        {"candidate_cash": "better", "money": "better", "score": "unchanged"},
    ),
    (
        "kind: interview",
        "kind: approval",
        {"interviews": "changed", "approvals": "worse", "steps": "unchanged"},
    ),
    (
        "wait: 9 days, silent: true",
        "wait: 9 days, silent: 3 days",
        {"longest_silence": "better", "days": "unchanged"},
    ),
    (
        "work: 1 h, next: {z: 90%, withdrew: 10%}",
        "work: 1 h, next: {z: 95%, withdrew: 5%}",
        {
            "hired_share": "better",
            "people_lost": "better",
            "people_lost_per_hire": "better",
            "applicants_per_hire": "better",
            "score": "unchanged",
            "loaded_candidate_minutes": "better",
            "experienced_employer_minutes": "changed",
        },
    ),
    (
        "work: 1 h, next: {z: 90%, withdrew: 10%}",
        "work: 1 h",
        {
            "hired_share": "unknown",
            "people_lost": "unknown",
            "loaded_money": "unknown",
        },
    ),
    (
        "work: 1 h, channel: fax",
        "work: 1 h, channel: portal",
        {"fax_steps": "better", "fax_steps_designed": "better"},
    ),
)


@pytest.mark.parametrize(("before", "after", "expected"), CASES)
def test_what_becomes_of_a_number(
    before: str, after: str, expected: dict[str, str]
) -> None:
    """Better, worse, changed, unchanged or unknown: as the file says, not as hoped."""
    found = lines_of(
        one_step(f"id: a, role: candidate, {before}"),
        one_step(f"id: a, role: candidate, {after}"),
    )
    assert {key: found[key].verdict.value for key in expected} == expected


def test_returns_count_for_a_hire_and_not_on_the_way_to_one() -> None:
    """A form that is sent back is one form on paper and more than one in life."""
    check = "id: z, role: hr, next: {{a: {}, hired: rest}}"
    form = "id: a, role: candidate, pages: 10"
    found = lines_of(
        audited(steps_file(form, check.format("50%"))),
        audited(steps_file(form, check.format("20%"))),
    )
    assert found["pages"].before == pytest.approx(20)
    assert found["pages"].after == pytest.approx(12.5)
    assert found["pages"].verdict is Verdict.BETTER
    assert found["pages_designed"].verdict is Verdict.UNCHANGED
    assert found["pages_designed"].before == 10
    assert found["rolled_complete_accurate"].verdict is Verdict.BETTER
    assert found["rolled_complete_accurate"].change == pytest.approx(0.3)


def test_work_that_is_wholly_taken_off_a_side_is_a_nought_and_not_a_gap() -> None:
    """Taking every step from the candidate is the best there is, not an unknown."""
    alone = steps_file("id: b, role: hr, work: 5 min")
    both = steps_file(
        "id: a, role: candidate, work: 1 h", "id: b, role: hr, work: 9 min"
    )
    found = lines_of(audited(both), audited(alone))
    line = found["candidate_minutes"]
    assert (line.before, line.after, line.verdict) == (60.0, 0.0, Verdict.BETTER)
    assert found["points_candidate"].verdict is Verdict.BETTER


def test_what_neither_file_speaks_of_is_left_out() -> None:
    """A table of dashes would bury the numbers."""
    found = lines_of(
        one_step("id: a, role: candidate"), one_step("id: a, role: candidate")
    )
    assert "score" in found and "employer_minutes" in found
    for key in ("pages", "days", "candidate_minutes", "hired_share", "loaded_money"):
        assert key not in found
    assert "loaded_days" not in found, "no lens has days for all applicants together"


def test_the_same_audit_twice_is_unchanged_everywhere() -> None:
    """Comparing a file with itself shows noughts and nothing else."""
    for path in Path("processes").glob("*/before.yaml"):
        result = audit_process(load_process(path))
        for line in difference_lines(result, result):
            assert line.change == 0.0, line
            assert line.verdict is Verdict.UNCHANGED, line


def test_every_line_of_the_vector_is_compared_under_its_own_name() -> None:
    """A number added to the audit later has to be added to the comparison."""
    result = audited(steps_file("id: a, role: candidate, pages: 3"))
    assert set(result.vector) <= set(line_keys())


def test_keys_are_unique_plain_and_grouped_in_the_order_of_the_report() -> None:
    """`--fail-if-worse` takes them: one number each, typed without quotes."""
    keys = line_keys()
    assert len(set(keys)) == len(keys)
    assert all(key.isidentifier() and key.islower() for key in keys)
    result = audit_process(load_process("processes/hospital/before.yaml"))
    lines = difference_lines(result, result)
    assert {line.key for line in lines} <= set(keys)
    groups = list(dict.fromkeys(line.group for line in lines))
    assert groups == list(GROUPS)
    assert len({line.label for line in lines}) == len(lines), "no two labels alike"
    assert [line.key for line in lines] == [k for k in keys if k in {
        line.key for line in lines
    }]  # fmt: skip


@pytest.mark.parametrize("name", ["candidate_minutes", "employer_minutes", "score"])
def test_the_worked_example_comes_out_to_the_digit(name: str) -> None:
    """Differences are those of the two audits, whose numbers the method states."""
    expected = json.loads((PACKET / "expected.json").read_text(encoding="utf-8"))
    profile = load_profile(PACKET / expected["profile"])
    before, after = (
        audit_process(load_process(PACKET / f"{variant}.yaml"), profile)
        for variant in ("before", "after")
    )
    line = lines_of(before, after)[name]
    close = {"abs": expected["tolerance"] * 2}
    assert line.before == pytest.approx(expected["before"][name], **close)
    assert line.after == pytest.approx(expected["after"][name], **close)
    assert line.change == pytest.approx(
        expected["after"][name] - expected["before"][name], **close
    )
    assert line.verdict is Verdict.BETTER


def test_money_in_two_currencies_is_not_subtracted() -> None:
    """Dollars less euros are nothing; minutes and days still compare."""
    keys = "id: a, role: candidate, work: 1 h, cost: 20, wait: 1 day"
    found = lines_of(one_step(keys), one_step(keys, head=HEAD + "currency: EUR\n"))
    money = [line for line in found.values() if line.unit == "money"]
    assert len(money) >= 5
    for line in money:
        assert (line.change, line.verdict) == (None, Verdict.UNKNOWN)
        assert line.before is not None and line.after is not None
    assert found["candidate_minutes"].verdict is Verdict.UNCHANGED


def test_round_off_is_no_change() -> None:
    """An audit that summed in another order is the same audit."""
    result = audit_process(load_process("processes/packet/before.yaml"))
    line = result.vector["pages"]
    assert line.expected is not None
    other = replace(
        result,
        score=result.score * (1 + 1e-14),
        vector={
            **result.vector,
            "pages": replace(line, expected=line.expected * (1 - 1e-14)),
        },
    )
    assert other.score != result.score
    for found in difference_lines(result, other):
        assert (found.change, found.verdict) == (0.0, Verdict.UNCHANGED)


def test_a_quantile_moves_only_with_more_than_its_grids_explain() -> None:
    """A gate on the slowest tenth must not fail because the grid fell otherwise."""
    result = audit_process(process(step("a", wait=3), step("b", wait=80)))
    cell = result.time.lattice_step
    assert cell is not None

    def later(days: float) -> AuditResult:
        line = result.vector["days_p90"]
        assert line.expected is not None
        moved = replace(line, expected=line.expected + days)
        return replace(result, vector={**result.vector, "days_p90": moved})

    assert lines_of(result, later(2 * cell))["days_p90"].verdict is Verdict.UNCHANGED
    assert lines_of(result, later(3 * cell))["days_p90"].verdict is Verdict.WORSE
    assert lines_of(result, later(-3 * cell))["days_p90"].verdict is Verdict.BETTER


def test_the_mean_is_exact_without_blocks_and_nearly_so_with_them() -> None:
    """Half an hour saved in three months is seen where nothing runs side by side."""
    long = step("long", wait=90)
    one, other = (
        audit_process(process(step("a", wait=days), long)) for days in (1, 0.98)
    )
    assert lines_of(one, other)["days"].verdict is Verdict.BETTER
    assert lines_of(one, other)["score"].verdict is Verdict.BETTER
    one, other = (
        audit_process(
            process(block("both", [step("a", wait=3.3)], [step("b", wait=d)]), long)
        )
        for d in (1.0, 0.98)
    )
    assert lines_of(one, other)["days"].verdict is Verdict.UNCHANGED
    assert lines_of(one, other)["score"].verdict is Verdict.UNCHANGED


def test_a_share_of_the_time_is_known_as_finely_as_the_time() -> None:
    """Days that only the grid moved must not move what part of them is work."""
    block_of = block("both", [step("a", work=60, wait=3.3)], [step("b", wait=1)])
    result = audit_process(process(block_of))
    share, cell = result.time.flow_efficiency, result.time.lattice_step
    assert share is not None and cell is not None

    def with_mean(days: float) -> AuditResult:
        same_work = share * result.time.mean / days
        time = replace(result.time, mean=days, flow_efficiency=same_work)
        return replace(result, time=time)

    mean = result.time.mean
    for days in (mean + cell / 5, mean - cell / 5):
        found = lines_of(result, with_mean(days))["flow_efficiency"]
        assert found.verdict is Verdict.UNCHANGED
    found = lines_of(result, with_mean(mean + cell))["flow_efficiency"]
    assert found.verdict is Verdict.CHANGED


def test_a_line_that_an_older_result_lacks_is_unknown() -> None:
    """A saved result is compared as far as it goes."""
    result = audited(steps_file("id: a, role: candidate, pages: 3"))
    older = replace(
        result, vector={k: v for k, v in result.vector.items() if k != "pages"}
    )
    found = lines_of(older, result)["pages"]
    assert (found.before, found.after, found.verdict) == (None, 3.0, Verdict.UNKNOWN)
    assert "pages" not in lines_of(older, older)
