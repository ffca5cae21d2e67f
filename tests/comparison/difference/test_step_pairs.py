"""Every step of two processes once, in a place where the reader looks for it."""

from __future__ import annotations

from audit.comparison import align, step_pairs
from audit.model import Law, Node, Process, Quantity
from audit.pipeline import audit_process
from audit.result import StepPair, Verdict
from tests.builders import block, process, step
from tests.comparison.audited_files import process as read
from tests.comparison.audited_files import steps_file


def paired(before: Process, after: Process) -> tuple[StepPair, ...]:
    return step_pairs(
        before,
        after,
        align(before, after),
        audit_process(before),
        audit_process(after),
    )


def places(before: str, after: str) -> list[str]:
    """Return the pairs of two processes whose steps are single letters."""
    found = paired(process(*map(step, before)), process(*map(step, after)))
    return [f"{pair.before or '-'}{pair.after or '-'}" for pair in found]


def test_removed_steps_stand_where_they_stood() -> None:
    """A reader who knows the before looks for a step between its old neighbours."""
    assert places("abc", "ac") == ["aa", "b-", "cc"]
    assert places("abc", "bc") == ["a-", "bb", "cc"]
    assert places("abc", "ab") == ["aa", "bb", "c-"]
    assert places("axyb", "ab") == ["aa", "x-", "y-", "bb"]
    assert places("axb", "anb") == ["aa", "x-", "-n", "bb"]
    assert places("xy", "pq") == ["x-", "y-", "-p", "-q"]
    assert places("axbyc", "cba") == ["cc", "bb", "y-", "aa", "x-"]
    assert places("abc", "abc") == ["aa", "bb", "cc"]


def verdicts(before: Process, after: Process) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {
        pair.after or pair.before or "": (pair.verdict.value, pair.changed)
        for pair in paired(before, after)
    }


def test_the_verdict_is_by_points_and_the_words_say_why() -> None:
    """Fewer points are better; a step that only reads differently is changed."""
    before = read(
        steps_file(
            "id: gone, role: hr, work: 5 min",
            "id: less, role: candidate, pages: 42",
            "id: more, role: candidate, pages: 3",
            "id: words, role: hr, work: 5 min, name: Call",
            "id: flows, role: hr, work: 5 min, next: {last: 90%, rejected: 10%}",
            "id: last, role: hr, work: 5 min",
        )
    )
    after = read(
        steps_file(
            "id: less, role: candidate, pages: 14",
            "id: more, role: candidate, pages: 4",
            "id: words, role: hr, work: 5 min, name: Phone",
            "id: flows, role: hr, work: 5 min, next: {last: 80%, rejected: 20%}",
            "id: last, role: hr, work: 5 min",
            "id: new, role: hr, work: 5 min",
        )
    )
    found = verdicts(before, after)
    assert found["less"] == ("better", ("pages",))
    assert found["more"] == ("worse", ("pages",))
    assert found["words"] == ("changed", ("name",))
    assert found["flows"] == ("changed", ("next",))
    assert found["gone"] == ("removed", ())
    assert found["new"] == ("added", ())


def test_a_step_moves_with_what_sends_cases_to_it() -> None:
    """Fewer returns make a step better though nothing in the step itself changed."""
    form = "id: form, role: candidate, pages: 9, wait: 1 day"
    check = "id: check, role: hr, work: 5 min, next: {{form: {}, hired: rest}}"
    before = read(steps_file(form, check.format("30%")))
    after = read(steps_file(form, check.format("5%")))
    found = verdicts(before, after)
    assert found["form"] == ("better", ())
    assert found["check"] == ("better", ("next",))


def test_how_a_pair_was_matched_and_its_points_are_kept() -> None:
    """The page says which steps were renamed, and what each weighed."""
    before = read(steps_file("id: old, role: candidate, pages: 9", "id: b, role: hr"))
    after = read(
        steps_file(
            "id: new, name: Old, role: candidate, pages: 9, was: old",
            "id: c, role: hr",
        )
    )
    renamed, removed, added = paired(before, after)
    assert (renamed.before, renamed.after, renamed.matched_by) == ("old", "new", "was")
    assert renamed.verdict is Verdict.CHANGED
    assert renamed.changed == ("next",)
    assert renamed.points_before == renamed.points_after > 0
    assert removed.matched_by == added.matched_by == ""
    assert removed.points_after == added.points_before == 0.0
    points = {one.id: one.points for one in audit_process(before).process.steps}
    assert {"old": renamed.points_before, "b": removed.points_before} == points


def test_a_grid_of_time_that_fell_otherwise_changes_no_step() -> None:
    """A long wait elsewhere must not make steps in a block look better or worse."""
    spread = Quantity(low=1.0, likely=2.9, high=9.7, law=Law.PERT)

    def with_first(days: float) -> Process:
        nodes: tuple[Node, ...] = (
            step("first", wait=days),
            block(
                "checks",
                [step("a", wait=spread), step("b", wait=1 / 3)],
                [step("c", wait=0.7), step("d", wait=5.3)],
            ),
        )
        return process(*nodes)

    found = verdicts(with_first(0.2), with_first(80.0))
    assert found.pop("first") == ("worse", ("wait",))
    assert set(found.values()) == {("unchanged", ())}
