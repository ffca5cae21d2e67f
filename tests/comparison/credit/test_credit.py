"""What each change bought, whichever way it is worked out; and when nobody can say."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.comparison.credit import credit as credit_module
from audit.comparison.credit.credit import MOST_CHANGES, MOST_SETS, credit
from audit.comparison.credit.metrics import METRICS
from audit.errors import AnalysisError
from audit.ledger import load_profile
from audit.model import Process
from audit.result import Credit
from tests.builders import process, step
from tests.comparison.plans import (
    Edit,
    EditPlan,
    changed,
    packet_plan,
    packet_profile,
)

PROFILE = load_profile()


def forms(n: int) -> Process:
    """Return a process of n forms, each sent back for a fifth of the cases."""
    return process(
        *(
            step(
                f"s{k}",
                "candidate" if k % 2 else "hr",
                wait=1 + k % 3,
                work=10 + k,
                next={
                    f"s{max(k - 1, 0)}": 0.2,
                    (f"s{k + 1}" if k < n - 1 else "hired"): 0.8,
                },
            )
            for k in range(n)
        )
    )


def halved(step_id: str) -> Edit:
    return lambda old: changed(old, step_id, wait=0.5, work=5)


def forms_plan(n: int, needs: Mapping[str, frozenset[str]] | None = None) -> EditPlan:
    return EditPlan(
        before=forms(n),
        edits={f"c{k}": halved(f"s{k}") for k in range(n)},
        needs=needs or {},
    )


def gains(credited: Credit, metric: str = "score") -> dict[str, float]:
    (found,) = (part for part in credited.attributions if part.metric == metric)
    return {share.change: share.gain for share in found.shares}


def check_sums(credited: Credit) -> None:
    for part in credited.attributions:
        total = math.fsum(share.gain for share in part.shares)
        assert total == pytest.approx(part.before - part.after, abs=1e-9)


def test_every_metric_is_credited_score_first() -> None:
    """All six numbers are divided, each by the same changes, largest share first."""
    credited = credit(packet_plan(), packet_profile())
    assert [part.metric for part in credited.attributions] == [m.id for m in METRICS]
    assert credited.attributions[0].metric == "score"
    for part in credited.attributions:
        assert {share.change for share in part.shares} == set(packet_plan().edits)
        order = [round(share.gain, 9) for share in part.shares]
        assert order == sorted(order, reverse=True)
    check_sums(credited)
    assert credited.note == ""


def test_interactions_are_told_strongest_first_and_only_where_there_are_any() -> None:
    """A pair that does not touch each other is not listed at nought."""
    for part in credit(packet_plan(), packet_profile()).attributions:
        sizes = [round(abs(pair.gain), 9) for pair in part.interactions]
        assert sizes == sorted(sizes, reverse=True)
        assert all(size > 0 for size in sizes)


@settings(deadline=None, max_examples=10)
@given(st.permutations(["single-form", "e-sign", "prefill", "validation", "sla"]))
def test_the_order_of_the_file_means_nothing(order: list[str]) -> None:
    """Changes listed otherwise are credited with the same."""
    plan = packet_plan()

    class Listed:
        changes = tuple(sorted(plan.changes, key=lambda one: order.index(one.id)))
        process = staticmethod(plan.process)

    one, other = credit(plan, packet_profile()), credit(Listed(), packet_profile())
    for metric in METRICS:
        assert gains(other, metric.id) == pytest.approx(gains(one, metric.id), abs=1e-9)


def test_a_change_that_does_nothing_gets_nothing() -> None:
    """An idle change is listed with a share of nought, and takes from nobody."""
    plan = packet_plan()
    idle = replace(plan, edits={**plan.edits, "idle": lambda old: old})
    credited = credit(idle, packet_profile())
    assert gains(credited)["idle"] == 0.0
    assert gains(credited) == pytest.approx(
        {**gains(credit(plan, packet_profile())), "idle": 0.0}
    )


def test_round_off_is_no_gain() -> None:
    """A sum that only its last digit tells from the old one is the same sum."""

    def by_a_gateway(old: Process) -> Process:
        return replace(old, nodes=(step("gate", "ats", next="s0"), *old.nodes))

    edits = {"gateway": by_a_gateway, "quick": halved("s4")}
    credited = credit(EditPlan(before=forms(9), edits=edits), PROFILE)
    for part in credited.attributions:
        (idle,) = (share for share in part.shares if share.change == "gateway")
        assert (idle.gain, idle.least, idle.most) == (0.0, 0.0, 0.0)
        assert part.interactions == ()


def test_no_changes_have_no_shares() -> None:
    """Two files that do not differ divide nothing, exactly."""
    credited = credit(EditPlan(before=forms(3), edits={}), PROFILE)
    assert credited.method == "exact"
    assert credited.evaluations == 1
    assert all(not part.shares for part in credited.attributions)
    assert all(part.before == part.after for part in credited.attributions)


def test_one_change_gets_the_whole() -> None:
    """Alone it is the first and the last, and bought everything."""
    credited = credit(forms_plan(1), PROFILE)
    for part in credited.attributions:
        (share,) = part.shares
        whole = part.before - part.after
        assert share.gain == share.first == share.last == whole
        assert part.interactions == ()


def test_twelve_changes_are_divided_exactly() -> None:
    """Twelve free changes are the most whose sets are all priced."""
    credited = credit(forms_plan(12), PROFILE)
    assert credited.method == "exact"
    assert credited.evaluations == MOST_SETS
    check_sums(credited)
    assert all(s.error == 0 for part in credited.attributions for s in part.shares)


def test_thirteen_changes_are_sampled() -> None:
    """Thirteen are divided by random orders; the sums stay exact, the rest is near."""
    credited = credit(forms_plan(13), PROFILE)
    assert credited.method == "sampled"
    assert credited.evaluations <= MOST_SETS + 40
    assert all(part.interactions == () for part in credited.attributions)
    check_sums(credited)


def test_thirteen_changes_in_a_line_are_divided_exactly() -> None:
    """Not the number of changes but that of the sets decides what can be tried."""
    needs = {f"c{k}": frozenset({f"c{k - 1}"}) for k in range(1, 13)}
    credited = credit(forms_plan(13, needs), PROFILE)
    assert credited.method == "ordered"
    assert credited.evaluations == 14
    check_sums(credited)


def test_the_same_seed_draws_the_same_orders(monkeypatch: pytest.MonkeyPatch) -> None:
    """Made again, a sampled comparison is the same to the last digit."""
    monkeypatch.setattr(credit_module, "MOST_SETS", 300)
    needs = {"c3": frozenset({"c1", "c2"}), "c4": frozenset({"c2"})}
    plan = forms_plan(15, needs)
    credited = credit(plan, PROFILE, seed=4)
    assert credited.method == "sampled"
    assert credited == credit(plan, PROFILE, seed=4)
    assert credited != credit(plan, PROFILE, seed=5)
    check_sums(credited)


def test_too_many_changes_are_not_divided() -> None:
    """Hundreds of changes get a note instead of numbers that mean nothing."""
    n = MOST_CHANGES + 1
    plan = EditPlan(before=forms(2), edits={f"c{k}": lambda old: old for k in range(n)})
    credited = credit(plan, PROFILE)
    assert credited.method == "none"
    assert credited.evaluations == 2
    assert f"there are {n} of them" in credited.note
    assert all(not part.shares for part in credited.attributions)


def broken_without(step_id: str, *, of: Edit) -> Edit:
    """Return an edit that goes only with a process in which a step is quicker."""

    def edit(old: Process) -> Process:
        (found,) = (s for s in old.steps if s.id == step_id)
        if found.wait is None or found.wait.takes.mean != 0.5:
            raise AnalysisError(f"there is no way past `{step_id}`")
        return of(old)

    return edit


def test_a_missing_need_is_named() -> None:
    """A change that works only with another is said to be so, with what to write."""
    plan = forms_plan(4)
    edits = dict(plan.edits) | {"c3": broken_without("s1", of=halved("s3"))}
    credited = credit(replace(plan, edits=edits), PROFILE)
    assert credited.method == "none"
    assert credited.note == (
        "“Do c3” leaves no process that holds together when it is made by itself. If "
        "“Do c3” relies on another change, say so in it: `needs: [c1]`. What is wrong "
        "then: there is no way past `s1`."
    )
    assert all(not part.shares for part in credited.attributions)
    before, after = credited.attributions[0].before, credited.attributions[0].after
    assert before > after


def test_changes_of_two_whole_files_have_no_place_for_needs() -> None:
    """Where no file names the changes, the note says how to name them."""
    plan = forms_plan(4)
    edits = dict(plan.edits) | {"c3": broken_without("s1", of=halved("s3"))}
    broken = replace(plan, edits=edits)

    class Unnamed:
        changes = tuple(replace(change, origin="step") for change in broken.changes)
        process = staticmethod(broken.process)

    note = credit(Unnamed(), PROFILE).note
    assert "Write the after as changes to the before (`extends`)" in note
    assert "needs: [" not in note


def test_the_need_that_was_missing_mends_it() -> None:
    """What the note says to write is what makes the changes divisible."""
    plan = forms_plan(4)
    edits = dict(plan.edits) | {"c3": broken_without("s1", of=halved("s3"))}
    mended = replace(plan, edits=edits, needs={"c3": frozenset({"c1"})})
    credited = credit(mended, PROFILE)
    assert credited.method == "ordered"
    check_sums(credited)


def test_two_that_clash_without_a_third_are_named() -> None:
    """Each goes by itself; only together do they need another: the pair is named."""
    plan = forms_plan(4)

    def clashing(old: Process) -> Process:
        waits = {s.id: s.wait.takes.mean for s in old.steps if s.wait is not None}
        if waits["s0"] == 0.5 and waits["s1"] != 0.5:
            raise AnalysisError("nobody can be hired")
        return halved("s3")(old)

    credited = credit(replace(plan, edits=dict(plan.edits) | {"c3": clashing}), PROFILE)
    assert credited.method == "none"
    assert "“Do c0” and “Do c3” leave no process" in credited.note
    assert "`needs: [c1]`" in credited.note


def test_sampled_changes_name_the_smallest_set_too() -> None:
    """Where sets are met at random, the one named is cut down to those that clash."""
    plan = forms_plan(14)
    edits = dict(plan.edits) | {"c13": broken_without("s1", of=halved("s13"))}
    credited = credit(replace(plan, edits=edits), PROFILE)
    assert credited.method == "none"
    assert credited.note.startswith("“Do c13” leaves no process")
    assert "`needs: [c1]`" in credited.note


def test_changes_that_need_each_other_are_to_be_one() -> None:
    """What would mend a change needs it, be it through a third: no need can be told."""
    plan = forms_plan(3, {"c1": frozenset({"c0"}), "c2": frozenset({"c1"})})

    class Circular:
        changes = plan.changes

        def process(self, made: frozenset[str]) -> Process:
            if "c0" in made and "c2" not in made:
                raise AnalysisError("a step is missing")
            return plan.process(made)

    credited = credit(Circular(), PROFILE)
    assert credited.method == "none"
    assert "“Do c0” leaves no process" in credited.note
    assert "write them as one change" in credited.note


def test_a_note_has_room_for_any_name() -> None:
    """Names of ten thousand letters, and many of them, leave a note of a few lines."""
    plan = forms_plan(8)

    def clashing(old: Process) -> Process:
        waits = [s.wait.takes.mean for s in old.steps if s.wait is not None]
        if waits.count(0.5) == 6 and waits[6] != 0.5:
            raise AnalysisError("too much at once")
        return old

    class Named:
        changes = tuple(replace(change, name="x" * 10_000) for change in plan.changes)

        def process(self, made: frozenset[str]) -> Process:
            return clashing(plan.process(made)) if len(made) < 8 else plan.process(made)

    credited = credit(Named(), PROFILE)
    assert credited.method == "none"
    assert " and 2 more leave no process" in credited.note
    assert len(credited.note) < 700


@pytest.mark.parametrize("end", ["before", "after"])
def test_ends_without_an_answer_are_the_callers(end: str) -> None:
    """That nobody is hired before or after is an error of the file, not a note."""
    nobody = process(step("a", next={"rejected": 1.0}))
    whole = process(step("a"))
    before, after = (nobody, whole) if end == "before" else (whole, nobody)
    with pytest.raises(AnalysisError, match="nobody can be hired"):
        credit(EditPlan(before=before, edits={"c": lambda _: after}), PROFILE)
