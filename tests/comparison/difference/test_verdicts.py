"""Better, worse or the same: what round-off and the grid of time may not decide."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.comparison.difference.verdicts import differ, verdict
from audit.result import Verdict

B, W, U, C = Verdict.BETTER, Verdict.WORSE, Verdict.UNCHANGED, Verdict.CHANGED


@pytest.mark.parametrize(
    ("before", "after", "lower", "within", "expected"),
    [
        (42.0, 14.0, True, 0.0, B),
        (14.0, 42.0, True, 0.0, W),
        (0.75, 0.95, False, 0.0, B),
        (0.95, 0.75, False, 0.0, W),
        (3.0, 4.0, None, 0.0, C),
        (4.0, 3.0, None, 0.0, C),
        (4.0, 4.0, True, 0.0, U),
        (4.0, 4.0, None, 0.0, U),
        (0.1 + 0.2, 0.3, True, 0.0, U),
        (0.0, 1e-17, True, 0.0, U),
        (0.0, -0.0, False, 0.0, U),
        (23.999999999999993, 24.0, True, 0.0, U),
        (1e9, 1e9 + 1e-3, True, 0.0, U),
        (1e9, 1e9 + 10, True, 0.0, W),
        (0.0, 1e-6, True, 0.0, W),
        (90.0, 90.25, True, 0.25, U),
        (90.0, 90.5, True, 0.25, W),
        (90.0, 90.25, None, 0.25, U),
    ],
)
def test_the_verdict_on_two_numbers(
    before: float, after: float, lower: bool | None, within: float, expected: Verdict
) -> None:
    """A leader reads "worse" as a fact: no last digit may make it."""
    assert verdict(before, after, lower_is_better=lower, within=within) is expected


numbers = st.floats(-1e6, 1e6)


@given(numbers, numbers, st.sampled_from([True, False, None]), st.floats(0, 10))
def test_swapping_the_two_swaps_the_verdict(
    before: float, after: float, lower: bool | None, within: float
) -> None:
    """What is better one way is worse the other way, and nothing else."""
    one = verdict(before, after, lower_is_better=lower, within=within)
    other = verdict(after, before, lower_is_better=lower, within=within)
    assert other is {B: W, W: B}.get(one, one)


@given(st.lists(st.floats(0, 1e3), min_size=2, max_size=40), st.randoms())
def test_the_order_of_a_sum_makes_no_difference(
    parts: list[float], chance: random.Random
) -> None:
    """The same lines added in the order of another file are the same total."""
    other = list(parts)
    chance.shuffle(other)
    assert not differ(sum(parts), sum(other))


@given(numbers.filter(lambda x: abs(x) > 1e-3))
def test_a_part_in_a_million_is_a_change(number: float) -> None:
    """Nothing that a file can say is taken for round-off."""
    assert differ(number, number * (1 + 1e-6))
