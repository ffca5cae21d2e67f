"""Steps that look alike are offered, at a bounded cost, whatever their names."""

from __future__ import annotations

import difflib
from dataclasses import replace

import pytest

from audit.comparison import align
from audit.comparison.difference.likeness import MOST_MATCHED, THRESHOLD
from audit.model import Process, Step
from audit.result import Guess
from tests.builders import process, step


def named(id: str, name: str, role: str = "hr", **keys: object) -> Step:
    return replace(step(id, role, **keys), name=name)  # type: ignore[arg-type]


def guessed(before: Process, after: Process) -> dict[str, str]:
    return {guess.before: guess.after for guess in align(before, after).guesses}


BEFORE = process(
    named("s1", "Complete new hire packet", "candidate", pages_read=42),
    named("s2", "Fax the packet to HR", "candidate", fax_pages=42),
    named("s3", "HR reviews packet", check=42),
    named("s4", "Collect approvals", "manager", work=20),
)
AFTER = process(
    named("t1", "Complete online new-hire packet", "candidate", pages_read=14),
    named("t3", "HR review of the packet", check=14),
    named("t9", "Background check", "firm"),
)


def test_the_example_of_a_packet() -> None:
    """What a reader would call the same step is offered; the rest is left alone."""
    assert guessed(BEFORE, AFTER) == {"s1": "t1", "s3": "t3"}


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (named("a", "Sign", pages_read=1), named("b", "Sign", pages_read=9), 1.0),
        (named("a", "Sign", pages_read=1), named("b", "Sign", calls=1), 0.8),
        (named("a", "Sign", wait=1), named("b", "Sign", wait=9), 1.0),
        (named("a", "Sign", wait=1), named("b", "Sign", wait=1, work=1), 0.9),
        (named("a", "Sign"), named("b", "SIGN "), 0.8),
        (named("a", "Sign"), named("b", "Sign", "manager"), 0.675),
        (named("a", "Sign"), named("b", "Sign", "candidate"), 0.55),
        (named("a", "one two", work=1), named("b", "two one", work=1), 1.0),
        (named("a", "abcd", work=1), named("b", "abcx", work=1), 0.45 + 0.55 * 0.75),
        # Letters are matched from the name that comes first in the alphabet.
        (named("a", "tide", work=1), named("b", "diet", work=1), 0.45 + 0.55 * 0.5),
    ],
)
def test_likeness_is_the_weighted_sum(one: Step, other: Step, likeness: float) -> None:
    """0.55 for the name, 0.25 for the role or half for the side, 0.20 for the kinds."""
    for before, after in ((one, other), (other, one)):
        (guess,) = align(process(before), process(after)).guesses
        assert guess.likeness == pytest.approx(likeness)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("a", "Sign", work=1), named("b", "Book", work=1)),
        (named("a", "Sign"), named("b", "Sing a song", "candidate")),
        (named("a", "", "hr"), named("b", "", "hr")),
    ],
)
def test_what_is_less_alike_than_the_threshold_is_not_offered(
    one: Step, other: Step
) -> None:
    """A wild guess costs the reader more than none."""
    assert align(process(one), process(other)).guesses == ()


def test_the_sum_decides_and_not_who_comes_first() -> None:
    """The first step must not take the partner that only the second one has."""
    before = process(
        named("x", "Check the form", work=1), named("y", "Check the forms", work=1)
    )
    after = process(named("z", "Check the forms", work=1))
    assert guessed(before, after) == {"y": "z"}


def test_a_likely_pair_is_not_given_up_for_two_unlikely_ones() -> None:
    """Pairs below the threshold have no say in the sum."""
    before = process(
        named("a", "Sign the offer", work=1), named("b", "Wait", "candidate")
    )
    after = process(
        named("c", "Sign the offer", work=1), named("d", "Sign the form", work=1)
    )
    assert guessed(before, after) == {"a": "c"}


def test_guesses_come_most_alike_first_and_are_the_same_each_time() -> None:
    """Same input, same bytes; the best guess is read first."""
    first, second = align(BEFORE, AFTER).guesses, align(BEFORE, AFTER).guesses
    assert first == second
    assert [guess.likeness for guess in first] == sorted(
        (guess.likeness for guess in first), reverse=True
    )
    assert all(isinstance(guess, Guess) for guess in first)
    assert all(THRESHOLD <= guess.likeness <= 1 for guess in first)


NAMES = {
    "one name": "a" * 10_000,
    "no words in common": "{k}" + "b" * 10_000,
    "many short words": "ab " * 3000 + "{k}",
    "hostile": "\u202e=cmd()<script>" * 700 + "{k}",
    "ordinary": "step number {k} of the long and winding process",
}


@pytest.mark.parametrize("pattern", NAMES.values(), ids=NAMES)
def test_long_names_and_many_steps_cost_a_bounded_number_of_matches(
    pattern: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two files without a common id, names of 10,000 letters: still a small effort."""
    seen: list[int] = []

    class Counted(difflib.SequenceMatcher[str]):
        def ratio(self) -> float:
            seen.append(max(len(self.a), len(self.b)))
            return super().ratio()

    monkeypatch.setattr(difflib, "SequenceMatcher", Counted)
    before = process(*(named(f"a{k}", pattern.format(k=k), work=1) for k in range(150)))
    after = process(*(named(f"b{k}", pattern.format(k=k), work=1) for k in range(150)))
    align(before, after)
    assert len(seen) <= MOST_MATCHED
    assert max(seen, default=0) <= 60
