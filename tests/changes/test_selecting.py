"""What is chosen beside the score, within money and number."""

from __future__ import annotations

from typing import Any

from audit.pipeline import recommend
from audit.result import Recommendation
from tests.changes.situations import loaded

STEPS = [
    {"id": "read", "role": "hr", "kind": "decision",
     "wait": {"takes": "6 days", "for": "queue"}},
    {"id": "offer", "role": "hr", "kind": "notify", "position": "none",
     "wait": "1 day", "next": {"notice": "80%", "declined": "rest"}},
    {"id": "notice", "role": "candidate", "commits": True, "wait": "1 day"},
    {"id": "background", "role": "firm", "kind": "check", "contingency": True,
     "wait": "5 days"},
    {"id": "start", "role": "manager", "wait": "1 day"},
]  # fmt: skip


def recommended(**limits: Any) -> Recommendation:
    return recommend(loaded(STEPS), **limits)


def reasons(result: Recommendation) -> dict[str, str]:
    return {line.change: line.reason for line in result.chosen}


def test_a_severe_finding_is_worth_a_change_without_points() -> None:
    """The lock saves nothing and is chosen for what it ends."""
    found = reasons(recommended())
    assert found["position-lock"] == "safeguard"
    assert found["service-level"] == "friction"


def test_what_costs_friction_is_left_to_leadership() -> None:
    """A later first day is a price that no score can set."""
    result = recommend(
        loaded(
            [
                *STEPS[:3],
                {"id": "clear", "parallel": [
                    [{"id": "period", "role": "candidate", "kind": "work",
                      "wait": {"takes": "3 weeks", "for": "notice"}}],
                    [{"id": "check", "role": "firm", "kind": "check",
                      "contingency": True, "wait": "9 days"}],
                ]},
                STEPS[4],
            ]
        )
    )  # fmt: skip
    assert "conditions-before-notice" in result.to_weigh
    assert "conditions-before-notice" not in reasons(result)


def test_safeguards_keep_to_money_and_number() -> None:
    """They come after what lowers the score, and never beyond the limits."""
    assert "position-lock" not in reasons(recommended(budget=499))
    assert "position-lock" in reasons(recommended(budget=1000))
    one = reasons(recommended(max_changes=1))
    assert list(one.values()) == ["friction"]


def test_a_finding_that_is_ended_already_asks_for_nothing_more() -> None:
    """Each safeguard ends something that no other chosen change ends."""
    result = recommended()
    proposals = {proposal.id: proposal for proposal in result.proposals}
    ended: set[str] = set()
    for line in result.chosen:
        ends = {n.check for n in proposals[line.change].ends if n.severity >= 4}
        if line.reason == "safeguard":
            assert ends - ended
        ended |= ends
