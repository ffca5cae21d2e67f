"""What the before says of a step and the after leaves open."""

from __future__ import annotations

from audit.comparison import align, silences
from tests.comparison.audited_files import process, steps_file

OPEN = "What is not said counts as nothing"


def said(before: str, after: str) -> tuple[str, ...]:
    one, other = process(before), process(after)
    return silences(one, other, align(one, other))


FULL = steps_file(
    "id: a, role: candidate, pages: 42, fax: 42, wait: 2 days",
    "id: b, role: candidate, pages: 3, wait: 1 day",
    "id: c, role: hr, work: 5 min",
)


def test_files_that_say_as_much_are_not_mentioned() -> None:
    """Noughts, steps taken out and steps put in are statements, not gaps."""
    after = steps_file(
        "id: a, role: candidate, pages: 0, fax: 0, wait: 0 days",
        "id: n, role: hr, rekey: 9",
        "id: c, role: hr, work: 0 min",
    )
    assert said(FULL, after) == ()
    assert said(FULL, FULL) == ()


def test_keys_left_out_are_counted_by_step() -> None:
    """Leaving out what hurts is the cheapest way to a better score."""
    after = steps_file(
        "id: a, role: candidate, wait: 2 days",
        "id: b, role: candidate",
        "id: c, role: hr, work: 5 min",
    )
    assert said(FULL, after) == (
        "The after no longer states what the before does: pages at 2 steps, fax at 1 "
        f"step, wait at 1 step. {OPEN}; write 0 where there is none.",
    )
    assert said(after, FULL) == ()


def test_renamed_steps_count_and_the_rarest_keys_are_summed_up() -> None:
    """A step that only changed its id keeps what it has to say."""
    before = steps_file(
        "id: a, role: candidate, pages: 1, fields: 1, uploads: 1, logins: 1, calls: 1,"
        " trip: 1 h, cost: 1, work: 1 h"
    )
    after = steps_file("id: z, role: candidate, was: a")
    (sentence,) = said(before, after)
    assert sentence.count(" at 1 step") == 6
    assert ", and 2 more keys. " in sentence
