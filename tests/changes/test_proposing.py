"""From a catalogue to proposals: what fits, what fits together, what is left out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from audit.changes.base import (
    Already,
    Answer,
    Costs,
    Family,
    Fits,
    Intervention,
    NotHere,
    Part,
    spread,
)
from audit.changes.guard.jurisdiction import load_jurisdiction
from audit.changes.proposing import Offer, propose
from audit.changes.situation import Situation
from tests.changes.situations import situation

LAW = load_jurisdiction()
STEPS = [
    {"id": "a", "role": "hr", "wait": "4 days", "work": "10 min"},
    {"id": "b", "role": "hr", "wait": "2 days"},
    {"id": "law", "role": "hr", "wait": "1 day", "mandate": "I-9"},
    {"id": "z", "role": "manager"},
]


def intervention(
    id: str, answer: Answer | Callable[[Situation], Answer], **more: Any
) -> Intervention:
    look = answer if callable(answer) else lambda _: answer
    settings: dict[str, Any] = {
        "name": id, "family": Family.OWN, "effects": (), "costs": Costs(),
        "lead_weeks": spread(1, 2, 3), "owner": "HR", "doc": None, **more,
    }  # fmt: skip
    return Intervention(id=id, look=look, **settings)


def fits(*deeds: dict[str, Any], **more: Any) -> Fits:
    return Fits(
        parts=tuple(Part(deeds=d, steps=("a",)) for d in deeds), why="W.", **more
    )


def offered(*interventions: Intervention) -> Offer:
    return propose(situation(STEPS), interventions, LAW)


HALF = {"scale": {"a": {"wait": 0.5}}}


def test_parts_are_joined_into_one_change() -> None:
    """Deeds on the same step add up; the order of the catalogue stays."""
    offer = offered(
        intervention("two", fits(HALF, {"set": {"a": {"owner": "hr"}}})),
        intervention("one", fits({"set": {"b": {"owner": "hr"}}}, {"remove": ["z"]})),
    )
    assert [proposal.id for proposal in offer.proposals] == ["two", "one"]
    assert offer.proposals[0].deeds == {**HALF, "set": {"a": {"owner": "hr"}}}


def test_a_part_that_breaks_a_guard_is_left_out_and_told() -> None:
    """The others go on; the reason names the step."""
    offer = offered(intervention("x", fits(HALF, {"remove": ["law"]})))
    assert offer.proposals[0].deeds == HALF
    assert [(w.intervention.id, w.breach.item) for w in offer.withheld] == [
        ("x", "I-9")
    ]


def test_parts_that_break_a_guard_together_are_all_left_out() -> None:
    """Each small enough by itself, and too much in all."""
    steps = [
        {"id": "papers", "role": "candidate", "mandate": "I-9", "pages": 5,
         "fields": 20},
    ]  # fmt: skip
    halves = fits(
        {"scale": {"papers": {"pages": 0.9}}}, {"scale": {"papers": {"fields": 0.5}}}
    )
    below = fits({"scale": {"papers": {"pages": 0.9, "fields": 0.2}}})
    ok = propose(situation(steps), [intervention("x", halves)], LAW)
    assert [p.id for p in ok.proposals] == ["x"]
    no = propose(situation(steps), [intervention("x", below)], LAW)
    assert no.proposals == ()
    assert no.withheld


def test_what_fits_nothing_is_dropped_with_a_reason() -> None:
    """Deeds for steps that are not there; changes that alter nothing."""
    offer = offered(
        intervention("nowhere", fits({"remove": ["nobody"]})),
        intervention("idle", fits({"set": {"a": {"wait": "4 days"}}})),
        intervention("broken", fits({"set": {"a": {"role": "nobody"}}})),
    )
    assert offer.proposals == ()
    assert {one.intervention.id for one in offer.dropped} == {
        "nowhere", "idle", "broken",
    }  # fmt: skip
    assert all(one.reason.endswith(".") for one in offer.dropped)


def test_needs_are_followed_all_the_way() -> None:
    """And what needs something that is no proposal is none itself."""
    offer = offered(
        intervention("late", fits(HALF), needs=("middle",)),
        intervention("middle", fits({"set": {"b": {"owner": "x"}}}, needs=("first",))),
        intervention("first", fits({"set": {"z": {"owner": "x"}}})),
        intervention("orphan", fits({"set": {"z": {"phase": "x"}}}), needs=("gone",)),
        intervention("gone", NotHere(note="No.")),
    )
    needs = {proposal.id: set(proposal.needs) for proposal in offer.proposals}
    assert needs == {"late": {"middle", "first"}, "middle": {"first"}, "first": set()}
    assert [one.intervention.id for one in offer.dropped] == ["orphan"]


def test_exclusions_are_stated_or_follow_from_the_deeds() -> None:
    """Symmetric either way; factors on the same number exclude nothing."""
    offer = offered(
        intervention("one", fits({"set": {"b": {"wait": "1 day"}}})),
        intervention("other", fits({"set": {"b": {"wait": "0 days"}}})),
        intervention("third", fits(HALF), excludes=("one",)),
        intervention("fourth", fits(HALF)),
    )
    excludes = {proposal.id: set(proposal.excludes) for proposal in offer.proposals}
    assert excludes == {
        "one": {"other", "third"}, "other": {"one"}, "third": {"one"}, "fourth": set(),
    }  # fmt: skip


def test_what_is_good_or_absent_is_told_apart() -> None:
    """Praise is only for what the file says."""
    offer = offered(
        intervention("good", Already(note="Done.")),
        intervention("absent", NotHere(note="Not said.")),
    )
    assert [(one.id, note) for one, note in offer.already] == [("good", "Done.")]
    assert [(one.id, note) for one, note in offer.not_here] == [("absent", "Not said.")]


def test_costs_of_the_process_yield_to_the_users() -> None:
    """What a process makes of a cost is an estimate; a stated one is not."""
    here = fits(HALF, costs=Costs(one_off=spread(9, 9, 9)))
    own = Costs(one_off=spread(1, 1, 1))
    offer = offered(
        intervention("ours", here),
        intervention("theirs", here, costs=own, costs_fixed=True),
    )
    assert [p.costs.first_year.likely for p in offer.proposals] == [9, 1]


def halving(situation: Situation) -> Answer:
    """Halve every wait of more than a day; its words name the steps."""
    slow = [s for s in situation.steps if s.wait is not None and s.wait.takes.mean > 1]
    if not slow:
        return Already(note="No step waits.")
    return Fits(
        parts=tuple(
            Part(deeds={"scale": {s.id: {"wait": 0.5}}}, steps=(s.id,)) for s in slow
        ),
        why=f"It waits at {situation.named(slow)}.",
    )


def test_steps_that_are_left_to_another_change_go_with_their_words() -> None:
    """A part on a step that another change takes out would be claimed twice."""
    here, halve = situation(STEPS), [intervention("x", halving)]
    (whole,) = propose(here, halve, LAW).proposals
    assert whole.why == "It waits at “A” and “B”."
    (left,) = propose(here, halve, LAW, {"x": frozenset("a")}).proposals
    assert (left.why, left.steps) == ("It waits at “B”.", ("b",))
    assert left.deeds == {"scale": {"b": {"wait": 0.5}}}


def test_a_change_with_no_step_left_is_dropped_and_is_not_already_good() -> None:
    """The process does have what it is for, until another change takes that out."""
    offer = propose(
        situation(STEPS), [intervention("x", halving)], LAW, {"x": frozenset("ab")}
    )
    assert (offer.proposals, offer.already) == ((), ())
    assert [one.reason for one in offer.dropped] == [
        "Another recommended change takes out the steps that it is for."
    ]


def test_parts_stay_where_the_words_need_the_whole() -> None:
    """It would not fit what is left alone, and was found in the whole process."""

    def from_two_on(here: Situation) -> Answer:
        answer = halving(here)
        two = isinstance(answer, Fits) and len(answer.parts) > 1
        return answer if two else Already(note="One wait is none.")

    (left,) = propose(
        situation(STEPS), [intervention("x", from_two_on)], LAW, {"x": frozenset("a")}
    ).proposals
    assert (left.why, left.steps) == ("It waits at “A” and “B”.", ("b",))
