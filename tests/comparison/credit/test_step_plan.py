"""Two whole processes as a plan: every difference is in some change, once."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.comparison.credit.credit import credit
from audit.comparison.credit.quick_totals import QuickTotals
from audit.comparison.credit.step_plan import StepPlan, step_plan
from audit.errors import AnalysisError
from audit.ledger import load_profile
from audit.loaders import load_process, load_process_text
from audit.model import Clock, Leaver, Outcome, Process, Role, Scope, Side
from tests.builders import ROLES, amount, block, process, step
from tests.comparison.dressing import dressed, variants
from tests.comparison.plans import PACKET

PROFILE = load_profile()
ACCURACY = 0.02
several = settings(
    max_examples=60, deadline=None, suppress_health_check=list(HealthCheck)
)


def paired(before: Process, after: Process) -> dict[str, str]:
    """Return the steps of equal ids."""
    kept = {step.id for step in after.steps}
    return {step.id: step.id for step in before.steps if step.id in kept}


def plan_of(
    before: Process, after: Process, pairs: Mapping[str, str] | None = None
) -> StepPlan:
    return step_plan(before, after, paired(before, after) if pairs is None else pairs)


def all_of(plan: StepPlan) -> frozenset[str]:
    return frozenset(change.id for change in plan.changes)


def totals(process: Process) -> list[float]:
    """Return the totals, or none where nobody can be hired."""
    try:
        return QuickTotals(PROFILE, accuracy=ACCURACY)(process).tolist()
    except AnalysisError:
        return []


def check_ends(plan: StepPlan, before: Process, after: Process) -> None:
    for made, end in ((frozenset[str](), before), (all_of(plan), after)):
        found = totals(plan.process(made))
        assert found == pytest.approx(totals(end), rel=1e-9, abs=1e-9)


@st.composite
def edited_pairs(draw: st.DrawFn) -> tuple[Process, Process]:
    """Draw a process and another that came of it by a few edits."""
    before = draw(dressed())
    after = before
    for _ in range(draw(st.integers(1, 3))):
        after = draw(variants(after))
    return before, after


@several
@given(edited_pairs())
def test_edited_processes_are_reached_from_both_ends(
    pair: tuple[Process, Process],
) -> None:
    """No change made is the before, all made the after, as far as any number goes."""
    check_ends(plan_of(*pair), *pair)


@several
@given(dressed(), dressed())
def test_any_two_processes_are_reached_from_both_ends(
    before: Process, after: Process
) -> None:
    """However little two processes have in common, the plan leads from one to other."""
    check_ends(plan_of(before, after), before, after)


@several
@given(edited_pairs())
def test_swapping_the_files_turns_every_sign(pair: tuple[Process, Process]) -> None:
    """What a change bought one way it costs the other way round."""
    before, after = pair
    try:
        there = credit(plan_of(before, after), PROFILE, accuracy=ACCURACY)
        back = credit(plan_of(after, before), PROFILE, accuracy=ACCURACY)
    except AnalysisError:
        return
    assert there.method == back.method
    for one, other in zip(there.attributions, back.attributions, strict=True):
        gains = {share.change: share.gain for share in one.shares}
        losses = {share.change: -share.gain for share in other.shares}
        assert losses == pytest.approx(gains, rel=1e-9, abs=1e-8)
        total = math.fsum(gains.values())
        assert not gains or total == pytest.approx(one.before - one.after, abs=1e-9)


@several
@given(dressed())
def test_a_process_and_itself_have_no_changes(one: Process) -> None:
    """Nothing is credited where nothing differs."""
    assert plan_of(one, one).changes == ()


def test_words_are_no_change() -> None:
    """Names, notes, phases, owners' words and lines of a file move no number."""
    one = process(step("a", wait=1), step("b", "candidate", wait=2))
    nodes = tuple(
        replace(node, name=f"The {node.id}", note="new", phase="Phase", line=7)
        for node in one.nodes
    )
    roles = tuple(replace(role, name="Somebody", line=3) for role in one.roles)
    other = replace(one, title="Other", nodes=nodes, roles=roles, note="words")
    assert plan_of(one, other).changes == ()


def test_steps_untouched_are_the_same_objects() -> None:
    """What is known of a step can be kept: it is not made anew for each set."""
    before = process(step("a", wait=1), step("b", "candidate", wait=2), step("c"))
    after = process(step("a", wait=5), step("b", "candidate", wait=3), step("c"))
    plan = plan_of(before, after)
    assert [change.id for change in plan.changes] == ["a", "b"]
    one, other = (plan.process(frozenset({"a"})) for _ in range(2))
    assert one.nodes[1] is before.nodes[1]
    assert one.nodes[2] is before.nodes[2]
    assert one.nodes[0] is other.nodes[0]


def test_each_step_that_differs_is_a_change_of_its_own() -> None:
    """A change bears the name of its step, and touches that step alone."""
    before = process(step("a", wait=1), step("b", wait=2), step("c", wait=3))
    after = process(
        replace(step("a", wait=1, work=4), name="Ask"),
        step("b", wait=2),
        replace(step("c", "firm", wait=3), name="Check"),
    )
    changes = plan_of(before, after).changes
    assert [(c.id, c.name, c.steps, c.origin) for c in changes] == [
        ("a", "Ask", ("a",), "step"),
        ("c", "Check", ("c",), "step"),
    ]
    assert all(not change.needs for change in changes)


def test_steps_of_one_name_are_told_apart() -> None:
    """Two changes never read the same, nor bear the same id."""
    before = process(step("way", wait=1), step("rest", wait=2), step("b"))
    after = process(
        *(replace(step(id, wait=9), name="Sign") for id in ("way", "rest")),
        step("b", next={"way": 0.5, "hired": 0.5}),
        scope=Scope.END_TO_END,
    )
    changes = plan_of(before, after).changes
    assert [(change.id, change.name) for change in changes] == [
        ("way step", "Sign (way)"),
        ("rest step", "Sign (rest)"),
        ("way", "Steps added, removed and rerouted"),
        ("rest", "Roles, outcomes, scope and clock"),
    ]


def test_the_way_names_the_steps_it_touches() -> None:
    """Added, removed and rerouted steps are one change; it says which they are."""
    before = process(step("a"), step("old"), step("b"), step("c"))
    after = process(
        step("a", next={"b": 0.5, "c": 0.5}), step("b"), step("new"), step("c")
    )
    (way,) = plan_of(before, after).changes
    assert way.origin == "way"
    assert way.steps == ("new", "old", "a", "b")


def test_a_step_that_moves_into_a_block_keeps_its_own_change() -> None:
    """Side by side is of the way; what the step takes is of the step."""
    before = process(step("a", wait=4), step("b", wait=6), step("c", wait=1))
    after = process(block("both", [step("a", wait=2)], [step("b", wait=6)]), step("c"))
    plan = plan_of(before, after, {"a": "a", "b": "b"})
    assert [change.id for change in plan.changes] == ["a", "way"]
    check_ends(plan, before, after)
    slow = plan.process(frozenset({"way"}))
    assert {one.id: one.wait for one in slow.steps}["a"] == before.steps[0].wait


def test_a_step_that_was_renamed_is_matched() -> None:
    """Another id for the same step is no change; a clock that names it follows."""
    before = process(step("a", wait=1), step("b", wait=2), clock=Clock(start="b"))
    renamed = process(step("a", wait=1), step("bb", wait=2), clock=Clock(start="bb"))
    assert plan_of(before, renamed, {"a": "a", "b": "bb"}).changes == ()
    rerouted = replace(
        process(
            step("a", wait=1, next={"bb": 0.5, "hired": 0.5}),
            step("bb", wait=2),
        ),
        clock=Clock(start="bb"),
    )
    plan = plan_of(before, rerouted, {"a": "a", "b": "bb"})
    assert [change.id for change in plan.changes] == ["way"]
    check_ends(plan, before, rerouted)


def test_an_id_given_to_another_step_is_not_taken_for_the_old_one() -> None:
    """Where the after calls another step what the before called one, both are known."""
    before = process(step("a", wait=1), step("b", wait=2), step("c", wait=7))
    after = process(step("a", wait=1), step("b", wait=7), step("c", wait=2))
    plan = plan_of(before, after, {"a": "a", "b": "c"})
    assert [change.id for change in plan.changes] == ["way"]
    check_ends(plan, before, after)


def test_a_new_step_may_take_the_id_of_one_that_is_gone() -> None:
    """Two steps that only share their id are one removed, one added."""
    before = process(step("a", wait=1), step("b", wait=2))
    after = process(step("a", wait=1), step("b", wait=9))
    plan = plan_of(before, after, {"a": "a"})
    assert [(change.id, change.steps) for change in plan.changes] == [
        ("way", ("b", "a"))
    ]
    check_ends(plan, before, after)


def test_what_a_screen_lets_pass_is_of_the_way() -> None:
    """A screen decides where cases go, so that it stays with the flows it decides."""
    text = """\
process: A screen
roles: {{hr: {{side: employer}}, candidate: {{side: candidate}}}}
steps:
  - id: sift
    role: hr
    wait: {wait} days
    screen: {{method: glance, qualified_share: 50%, passes_qualified: {passes},
      passes_unqualified: 10%}}
    next: {{talk: pass, test: fail}}
  - {{id: talk, role: hr, wait: 3 days}}
  - {{id: test, role: candidate, wait: 1 day, next: {{hired: 50%, rejected: 50%}}}}
"""
    before = load_process_text(text.format(wait=1, passes="40%"))
    after = load_process_text(text.format(wait=5, passes="80%"))
    plan = plan_of(before, after)
    assert [change.id for change in plan.changes] == ["sift", "way"]
    check_ends(plan, before, after)
    for made, wait, screen in (
        ("sift", after, before),
        ("way", before, after),
    ):
        mixed = plan.process(frozenset({made})).steps[0]
        assert mixed.wait == wait.steps[0].wait
        assert mixed.screen == screen.steps[0].screen


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Clock(), Clock(stop="a")),
        (Clock(start="b"), Clock(start="an offer")),
        (Clock(start="a", stop="a"), Clock(start="b", stop="b")),
    ],
)
def test_another_clock_is_of_the_rest(before: Clock, after: Clock) -> None:
    """From where to where time is counted moves the days, and no step has changed."""
    one = process(step("a", wait=1), step("b", wait=2), clock=before)
    other = replace(one, clock=after)
    plan = plan_of(one, other)
    assert [change.id for change in plan.changes] == ["rest"]
    check_ends(plan, one, other)


def test_wages_sides_and_outcomes_are_the_rest() -> None:
    """Who pays what, and whose decision an end is, is credited apart from the steps."""
    lost = Outcome(id="lost", name="Lost", by=Leaver.CANDIDATE)
    shares = {"lost": 0.2, "hired": 0.8}
    before = process(step("a", work=60), step("b", next=shares), outcomes=(lost,))
    dearer = tuple(
        replace(role, hourly_cost=amount(90)) if role.id == "hr" else role
        for role in ROLES
    )
    after = process(
        step("a", work=60),
        step("b", next=shares),
        outcomes=(replace(lost, by=Leaver.EMPLOYER),),
        roles=dearer,
    )
    plan = plan_of(before, after)
    assert [(change.id, change.origin) for change in plan.changes] == [("rest", "rest")]
    check_ends(plan, before, after)


def test_a_new_role_and_outcome_need_nothing_else() -> None:
    """A step may pass to a role that only one file has, whatever else is made."""
    clerk = Role(id="clerk", side=Side.EMPLOYER, name="Clerk", hourly_cost=amount(20))
    gone = Outcome(id="gone", name="Gone", by=Leaver.CANDIDATE)
    before = process(step("a", work=30), step("b", work=10))
    after = process(
        step("a", "clerk", work=30, next={"b": 0.5, "hired": 0.5}),
        step("b", work=5, next={"gone": 0.3, "hired": 0.7}),
        roles=(*ROLES, clerk),
        outcomes=(gone,),
    )
    plan = plan_of(before, after)
    assert [change.id for change in plan.changes] == ["a", "b", "way"]
    credited = credit(plan, PROFILE)
    assert credited.method == "exact"
    assert credited.evaluations == 8
    check_ends(plan, before, after)


def test_the_packet_before_and_after() -> None:
    """Two files as they ship: everything between them is divided to the last point."""
    before = load_process(PACKET / "before.yaml")
    after = load_process(PACKET / "after.yaml")
    plan = plan_of(before, after)
    assert [change.id for change in plan.changes] == [
        "send",
        "complete",
        "check",
        "fix",
        "enter",
        "way",
    ]
    credited = credit(plan, PROFILE)
    assert credited.method == "exact"
    score = credited.attributions[0]
    total = math.fsum(share.gain for share in score.shares)
    assert total == pytest.approx(score.before - score.after, abs=1e-9)


def test_a_file_without_an_answer_is_the_callers() -> None:
    """That nobody is hired in one of two files is an error, whatever they differ in."""
    whole, nobody = process(step("a")), process(step("a", next="rejected"))
    for pair in ((whole, nobody), (nobody, whole)):
        with pytest.raises(AnalysisError, match="nobody can be hired"):
            credit(plan_of(*pair), PROFILE)
