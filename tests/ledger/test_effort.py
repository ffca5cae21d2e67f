"""What one visit takes of whom: answers, machines, guests, timed totals."""

from __future__ import annotations

import pytest

from audit.model import (
    Participant,
)
from tests.builders import amount, step
from tests.ledger.small_ledgers import (
    entry_of,
    factors_of,
    ledger_of,
    ledger_of_text,
)


def test_participants_give_time_on_their_own_side() -> None:
    """An interview costs the candidate and each of the panel their own minutes."""
    priced = ledger_of(
        step(
            "talk",
            "manager",
            work=60,
            participants=(
                Participant(
                    role="candidate",
                    people=amount(1),
                    work=amount(60),
                    trip=amount(90),
                ),
                Participant(role="hr", people=amount(3), work=amount(50)),
            ),
        )
    )
    assert entry_of(priced, "candidate_minute").amount == 60
    assert entry_of(priced, "trip_minute").side == "candidate"
    assert entry_of(priced, "employer_minute").amount == 60 + 3 * 50
    assert priced.touch_minutes["talk"] == pytest.approx(60 + 60 + 90 + 150)


def test_answers_are_charged_by_field_or_by_page_never_twice() -> None:
    """With `fields` the pages to fill in are not charged again."""
    both = ledger_of(step("a", "candidate", pages_fill=9, fields=85))
    assert factors_of(both) == {"field"} | ({"wait_day"} & factors_of(both))
    assert entry_of(both, "field").quantity == 85
    pages = ledger_of(step("a", "candidate", pages_fill=9))
    assert entry_of(pages, "page_fill").quantity == 9


def test_missing_is_not_zero() -> None:
    """`fields: 0` says that there are none; leaving it out charges by the page."""
    none = ledger_of(step("a", "candidate", pages_fill=9, fields=0, wait=0))
    assert factors_of(none) == set()
    assert none.score == 0
    unsaid = ledger_of(step("a", "candidate", pages_fill=9, wait=0))
    assert unsaid.score > 0


def test_answers_given_before_are_part_of_the_answers() -> None:
    """60 answers of which 18 were given before are 42 new ones and 18 again."""
    priced = ledger_of(step("a", "candidate", fields=60, repeated_fields=18))
    assert entry_of(priced, "field").quantity == 42
    again = entry_of(priced, "repeated_field")
    assert (again.quantity, again.perceived) == (18, again.amount)


def test_asks_make_repeats_that_nobody_counted() -> None:
    """An item asked again at a later step is a repeated answer there."""
    priced = ledger_of(
        step("apply", "candidate", asks=("name", "phone"), fields=5),
        step("packet", "candidate", asks=("name", "phone", "bank"), fields=4),
    )
    quantity = {(e.step, e.factor): e.quantity for e in priced.entries}
    assert quantity["apply", "field"] == 5
    assert quantity["packet", "field"] == pytest.approx(2)
    assert quantity["packet", "repeated_field"] == pytest.approx(2)


def test_repeats_never_exceed_the_answers() -> None:
    """Stated and computed repeats together are at most all answers."""
    priced = ledger_of(
        step("apply", "candidate", asks=("name", "phone"), fields=2),
        step(
            "packet",
            "candidate",
            asks=("name", "phone"),
            fields=3,
            repeated_fields=2,
        ),
    )
    quantity = {(e.step, e.factor): e.quantity for e in priced.entries}
    assert quantity["packet", "repeated_field"] == 3
    assert ("packet", "field") not in quantity


def test_return_that_redoes_a_part_asks_only_for_that_part() -> None:
    """With `redo: 20%` a returned form of 10 answers repeats two of them."""
    text = """
process: Form
scope: onboarding
roles: {candidate: {side: candidate}, hr: {side: employer}}
steps:
  - {id: form, role: candidate, asks: [a, b, c, d, e, f, g, h, i, j], wait: 0}
  - id: look
    role: hr
    wait: 0
    next: [{to: form, share: 50%, redo: 20%}, {to: hired, share: 50%}]
"""
    priced = ledger_of_text(text)
    counts = {
        e.factor: e.visits * e.quantity for e in priced.entries if e.step == "form"
    }
    assert counts["field"] == pytest.approx(10)
    assert counts["repeated_field"] == pytest.approx(0.2 * 10)


def test_asked_items_stand_in_for_answers_and_say_so() -> None:
    """Where only `asks` is written, each item is one answer, as an assumption."""
    priced = ledger_of(step("a", "candidate", asks=("name", "phone", "name")))
    assert entry_of(priced, "field").quantity == 2
    assert any("each of the 2 data items" in text for text in priced.assumptions)
    assert "field" not in factors_of(ledger_of(step("a", "hr", asks=("name",))))


def test_machine_takes_a_job_and_its_pages() -> None:
    """42 faxed pages are one way to the fax and 42 sheets, with their price."""
    priced = ledger_of(step("a", "candidate", fax_pages=42))
    assert entry_of(priced, "fax_job").quantity == 1
    line = entry_of(priced, "fax_page")
    assert (line.quantity, line.cash) == (42, 42)
    assert priced.sides["candidate"].cash == 42
    assert "fax_job" not in factors_of(ledger_of(step("a", "candidate", fax_pages=0)))


def test_timed_total_is_kept_when_it_covers_the_paperwork() -> None:
    """`work_covers: all`: the lines add up to the minutes timed, in proportion."""
    keys = {"pages_read": 10.0, "wet_signatures": 4.0, "work": 36.0}
    beside = ledger_of(step("a", "candidate", **keys))
    covers = ledger_of(step("a", "candidate", work_covers_all=True, **keys))
    assert beside.sides["candidate"].minutes == pytest.approx(17 + 1 + 36)
    assert covers.sides["candidate"].minutes == pytest.approx(36)
    assert "candidate_minute" not in factors_of(covers)
    line = entry_of(covers, "page_read")
    assert (line.quantity, line.rate) == (10, pytest.approx(1.7 * 36 / 18))
    assert any("36 minutes timed" in text for text in covers.assumptions)


def test_timed_total_without_paperwork_is_one_line() -> None:
    """Where nothing is listed, the timed minutes are the line."""
    priced = ledger_of(step("a", "candidate", work=30, work_covers_all=True))
    assert entry_of(priced, "candidate_minute").amount == 30


def test_travel_is_beside_the_timed_total() -> None:
    """A timed total covers paperwork; the way there is still its own line."""
    priced = ledger_of(
        step("a", "candidate", work=20, pages_read=5, trip=60, work_covers_all=True)
    )
    assert priced.sides["candidate"].minutes == pytest.approx(80)
