"""The three lenses: by design, as lived by applicants, loaded onto each hire."""

from __future__ import annotations

import pytest

from audit.model import Per
from tests.builders import step
from tests.ledger.small_ledgers import ledger_of, ledger_of_text


def test_lenses_count_who_goes_through() -> None:
    """Design is one hire, experienced one applicant, loaded all applicants per hire."""
    priced = ledger_of(
        step("open", "hr", work=100, wait=1, per=Per.VACANCY),
        step(
            "apply", "candidate", work=30, wait=1, next={"talk": 0.5, "withdrew": 0.5}
        ),
        step("talk", "hr", work=20, wait=2, next={"hired": 0.5, "rejected": 0.5}),
    )
    design, lived, loaded = (
        priced.lenses[name] for name in ("design", "experienced", "loaded")
    )
    assert design.candidate_minutes == pytest.approx(30)
    assert lived.candidate_minutes == pytest.approx(30)
    assert loaded.candidate_minutes == pytest.approx(30 / 0.25)
    # Two handoffs by design; half the applicants never make the second.
    assert design.employer_minutes == pytest.approx(100 + 5 + 20 + 5)
    # The vacancy is opened once, whoever applies.
    handoffs = 5 + (5 / 0.25)
    assert loaded.employer_minutes == pytest.approx(100 + 20 * 0.5 / 0.25 + handoffs)
    assert design.days == pytest.approx(4)
    assert lived.days == pytest.approx(0.5 * 2 + 0.5 * 4)
    assert loaded.days is None
    assert design.money == pytest.approx(priced.money_sum)


def test_partial_return_holds_in_every_lens() -> None:
    """A return that repeats a fifth of the work does so for applicants too."""
    text = """
process: Form
scope: onboarding
roles: {candidate: {side: candidate}, hr: {side: employer}}
steps:
  - {id: form, role: candidate, work: 10 min, wait: 0}
  - id: look
    role: hr
    wait: 0
    next: [{to: form, share: 50%, redo: 20%}, {to: hired, share: 50%}]
"""
    priced = ledger_of_text(text)
    for lens in priced.lenses.values():
        assert lens.candidate_minutes == pytest.approx(10 + 0.2 * 10)


def test_people_who_leave_cost_without_a_hire() -> None:
    """A step that no hire ever visits is in the loaded lens and not in the design."""
    priced = ledger_of(
        step("apply", "candidate", next={"hired": 0.5, "turn_down": 0.5}),
        step("turn_down", "hr", work=6, next="rejected"),
    )
    assert priced.lenses["design"].employer_minutes == 0
    assert priced.lenses["experienced"].employer_minutes == pytest.approx(3)
    assert priced.lenses["loaded"].employer_minutes == pytest.approx(6)
