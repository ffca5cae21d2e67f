"""Facts of small processes, worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.analysis import Analysis
from audit.errors import AnalysisError
from audit.model import (
    Channel,
    Clock,
    Contact,
    Flow,
    FlowKind,
    Participant,
    Per,
    Process,
    Quantity,
    Step,
    StepKind,
)
from tests.builders import block, process, step


def packet() -> Process:
    """Return the worked example's flow: scan or fax, a check, a quarter returned."""
    return process(
        step("send", wait=1),
        step("complete", "candidate", wait=3, next={"scan": 0.7, "fax": 0.3}),
        step("scan", "candidate", wait=0.5, next="check"),
        step("fax", "candidate", wait=0.5, next="check"),
        step("check", wait=2, next={"fix": 0.25, "enter": 0.75}),
        step("fix", "candidate", wait=2, next="check"),
        step("enter", wait=1),
    )


def test_visits_of_the_packet() -> None:
    """A quarter returned: four thirds of a check, one third of a fix."""
    visits = Analysis(packet()).visits
    assert visits == pytest.approx(
        {
            "send": 1,
            "complete": 1,
            "scan": 0.7,
            "fax": 0.3,
            "check": 4 / 3,
            "fix": 1 / 3,
            "enter": 1,
        }
    )


def test_handoffs_count_pairs_that_happen() -> None:
    """send-complete, scan or fax to check, and a third of a return both ways: 8/3."""
    handoffs = Analysis(packet()).handoffs
    assert sum(handoffs.values()) == pytest.approx(8 / 3)
    assert handoffs["scan", "check"] == pytest.approx(0.7)


def test_a_step_only_returns_lead_to_is_not_designed() -> None:
    """The fix lies on no way to hired without a return; both scan and fax do."""
    designed = Analysis(packet()).designed
    assert designed == {"send", "complete", "scan", "fax", "check", "enter"}


def test_the_return_is_charged_to_the_step_that_sends_it_back() -> None:
    """The check sends a quarter back: 75 % of it, and of all hires, go straight on."""
    analysis = Analysis(packet())
    assert analysis.rolled_complete_accurate == pytest.approx(0.75)
    assert analysis.complete_accurate["check"] == pytest.approx(0.75)
    assert analysis.complete_accurate["complete"] == pytest.approx(1.0)
    assert "fix" not in analysis.complete_accurate


def test_leaving_is_deleted_and_rejection_conditioned_away() -> None:
    """Design lens: who withdraws is set aside, who is rejected is not counted."""
    analysis = Analysis(
        process(
            step("apply", "candidate", next={"screen": 0.5, "withdrew": 0.5}),
            step("screen", next={"again": 0.5, "rejected": 0.5}),
            step("again", next={"hired": 0.5, "rejected": 0.25, "screen": 0.25}),
        )
    )
    # Given a hire: one pass, plus returns with r = .5 x .25 at each turn.
    assert analysis.visits["apply"] == pytest.approx(1)
    assert analysis.visits["screen"] == pytest.approx(1 / (1 - 0.125))
    assert analysis.hired_share == pytest.approx(0.5 * 0.25 / (1 - 0.125))
    assert sum(analysis.outcomes.values()) == pytest.approx(1)


def test_every_applicant_ends_somewhere() -> None:
    """Losses by step and the hires are everybody who applies."""
    analysis = Analysis(
        process(
            step(
                "open", "manager", per=Per.VACANCY, next={"apply": 0.8, "rejected": 0.2}
            ),
            step("apply", "candidate", next={"check": 0.6, "withdrew": 0.4}),
            block(
                "check",
                [step("one", next={"done": 0.9, "rejected": 0.1})],
                [step("two", next={"done": 0.7, "withdrew": 0.3})],
            ),
        )
    )
    lost = sum(share for *_, share in analysis.losses)
    assert lost + analysis.hired_share == pytest.approx(1)
    assert analysis.hired_share == pytest.approx(0.6 * 0.9 * 0.7)
    assert analysis.reach["open"] == 1.0
    assert analysis.reach["two"] == pytest.approx(0.6)
    assert {step for step, *_ in analysis.losses} == {"apply", "one", "two"}


def test_a_branch_that_fails_ends_the_case() -> None:
    """Design lens through a block: conditioned on every branch getting through."""
    analysis = Analysis(
        process(
            block(
                "checks",
                [step("drug", next={"drug": 0.2, "done": 0.7, "rejected": 0.1})],
                [step("references")],
            )
        )
    )
    assert analysis.visits["drug"] == pytest.approx(1.25)
    assert analysis.outcomes["rejected"] == pytest.approx(0.1 / 0.8)


def test_systems_are_no_hands() -> None:
    """Between two steps of HR a system may work: nobody hands anything over."""
    analysis = Analysis(
        process(step("a"), step("mail", "ats"), step("b"), step("c", "manager"))
    )
    assert analysis.handoffs == {("b", "c"): pytest.approx(1.0)}


def test_splits_enter_every_branch_and_joins_leave_every_branch() -> None:
    """One giver, two takers, and back: four handoffs."""
    analysis = Analysis(
        process(
            step("offer"),
            block("checks", [step("firm", "firm")], [step("boss", "manager")]),
            step("start"),
        )
    )
    assert analysis.handoffs == pytest.approx(
        {
            ("offer", "firm"): 1,
            ("offer", "boss"): 1,
            ("firm", "start"): 1,
            ("boss", "start"): 1,
        }
    )


def test_a_branch_of_systems_hides_nothing_and_shows_nothing() -> None:
    """A block with one idle automated branch counts as the other branch alone."""
    analysis = Analysis(
        process(
            step("offer"),
            block("checks", [step("firm", "firm")], [step("log", "ats")]),
            step("start"),
        )
    )
    assert analysis.handoffs == pytest.approx(
        {("offer", "firm"): 1, ("firm", "start"): 1}
    )


def test_channel_switches_are_the_candidates_own() -> None:
    """Portal, then paper, with staff in between: one switch, met at the paper."""
    analysis = Analysis(
        process(
            step("apply", "candidate", channel=Channel.PORTAL),
            step("review", channel=Channel.EMAIL),
            step("silent", "candidate"),
            step("packet", "candidate", channel=Channel.PAPER),
        )
    )
    assert analysis.channel_switches == {("apply", "packet"): pytest.approx(1.0)}


def test_asking_again_is_counted_beyond_the_first_ask() -> None:
    """Asked at two steps, one of them half of the time: half an ask too many."""
    analysis = Analysis(
        process(
            step("apply", "candidate", asks=("ssn", "name"), next={"a": 0.5, "b": 0.5}),
            step("a", "candidate", asks=("ssn",), next="c"),
            step("b", "candidate"),
            step("c", "candidate", asks=("name", "phone")),
        )
    )
    assert analysis.repeated_asks == pytest.approx(
        {("a", "ssn"): 0.5, ("c", "name"): 1}
    )


def test_branches_that_ask_the_same_share_the_first_ask() -> None:
    """Side by side nobody is first: each branch repeats half an ask."""
    analysis = Analysis(
        process(
            block(
                "forms",
                [step("one", "candidate", asks=("ssn",))],
                [step("two", "candidate", asks=("ssn",))],
            )
        )
    )
    assert analysis.repeated_asks == pytest.approx(
        {("one", "ssn"): 0.5, ("two", "ssn"): 0.5}
    )


def test_asks_of_staff_do_not_bother_the_candidate() -> None:
    """Only steps that the candidate does or sits in ask anything of the candidate."""
    meeting = step(
        "meeting",
        asks=("ssn",),
        participants=(Participant(role="candidate", people=Quantity.point(1)),),
    )
    analysis = Analysis(process(step("file", asks=("ssn",)), meeting))
    assert analysis.asked == {"meeting": ("ssn",)}


def test_redo_repeats_only_part_of_the_work() -> None:
    """A third of a return with a fifth of the work: visits 4/3, work 1 + 1/15."""
    looped = process(step("apply", "candidate"), step("check"))
    first, second = looped.nodes
    back = Flow(
        to="apply",
        share=Quantity.point(0.25),
        kind=FlowKind.REWORK,
        redo=Quantity.point(0.2),
    )
    on = Flow(to="hired", share=Quantity.point(0.75))
    analysis = Analysis(
        replace(looped, nodes=(first, replace(second, flows=(back, on))))
    )
    assert analysis.visits["apply"] == pytest.approx(4 / 3)
    assert analysis.work_visits["apply"] == pytest.approx(1 + 0.2 / 3)
    assert analysis.work_visits["check"] == pytest.approx(4 / 3)


def test_a_step_for_some_is_bypassed_by_the_others() -> None:
    """5 % need the X-ray; nobody else can fail it."""
    analysis = Analysis(
        process(
            step("a"),
            step(
                "xray",
                "candidate",
                applies_to=0.05,
                next={"b": 0.9, "rejected": 0.1},
            ),
            step("b"),
        )
    )
    assert analysis.outcomes["rejected"] == pytest.approx(0.005)
    # Given a hire, the 5 % who were tested passed with 90 %.
    assert analysis.visits["xray"] == pytest.approx(0.045 / 0.995)
    assert analysis.visits["b"] == pytest.approx(1)


def test_the_clock_times_from_start_to_stop() -> None:
    """Steps before the start and after the stop are shown, not timed."""
    timed = Analysis(
        process(
            step("plan"),
            step("post"),
            block("both", [step("x")], [step("y")]),
            step("welcome"),
            clock=Clock(start="post", stop="both"),
        )
    ).in_clock
    assert timed == {"post", "x", "y"}


def test_words_for_a_clock_cut_nothing_off() -> None:
    """A clock from "offer accepted" names no step, so every step is timed."""
    timed = Analysis(process(step("a"), clock=Clock(start="offer accepted"))).in_clock
    assert timed == {"a"}


def test_silence_runs_on_until_the_candidate_hears_something() -> None:
    """Eight silent days of review and five of approval make thirteen."""
    analysis = Analysis(
        process(
            step("apply", "candidate", wait=5, silent=True),
            step("review", wait=8, silent=True),
            step("approve", "manager", wait=5, silent=True),
            step("call", kind=StepKind.INTERVIEW, wait=2, contact=Contact.HUMAN),
            step("file", wait=9, silent=Quantity.point(4)),
        )
    )
    assert analysis.longest_silence == (18.0, ("apply", "review", "approve"))


def test_silence_that_the_file_does_not_speak_of_is_not_assessed() -> None:
    """Missing is not zero: no step says whether it is silent."""
    assert Analysis(process(step("a", wait=3), step("b"))).longest_silence is None


def test_a_process_in_which_nobody_can_be_hired_is_named() -> None:
    """The mathematics has no answer, and says so in words."""
    with pytest.raises(AnalysisError, match="nobody can be hired"):
        Analysis(process(step("a", next={"rejected": 1.0})))


def test_steps_never_reached_cost_nothing_and_break_nothing() -> None:
    """A share of 0 % leads to a step that exists on paper only."""
    analysis = Analysis(
        process(step("a", next={"b": 0.0, "c": 1.0}), step("b", wait=4), step("c"))
    )
    assert analysis.visits["b"] == 0
    assert analysis.reach["b"] == 0
    assert isinstance(analysis.nodes["b"], Step)
