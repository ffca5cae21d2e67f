"""Qualified people lost: exact intervals and simple arithmetic."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, binomtest

from audit.errors import SimulationError
from audit.simulation.screening_loss import (
    clopper_pearson,
    near_miss_calls,
    rejects_to_read,
    screening_loss,
)


@given(st.integers(1, 300), st.data())
@settings(deadline=None)
def test_the_interval_of_the_textbook(read: int, data: st.DataObject) -> None:
    """Against an independent library, at every count."""
    found = data.draw(st.integers(0, read))
    exact = binomtest(found, read).proportion_ci(method="exact")
    one = clopper_pearson(found, read)
    assert (one.low, one.high) == pytest.approx((exact.low, exact.high), abs=1e-9)


@pytest.mark.parametrize("share", [0.02, 0.1, 0.5])
def test_the_interval_holds_its_confidence(share: float) -> None:
    """At least 95 % whatever the truth, counted over all outcomes of 40 read."""
    held = [
        binom.pmf(k, 40, share)
        for k in range(41)
        if clopper_pearson(k, 40).low <= share <= clopper_pearson(k, 40).high
    ]
    assert sum(held) >= 0.95


@pytest.mark.parametrize(("half", "expected"), [(0.1, 0.5), (0.05, 0.1), (0.3, 0.0)])
def test_as_few_as_will_do(half: float, expected: float) -> None:
    """The number read is enough, and a tenth less is not."""

    def width(read: int) -> float:
        one = clopper_pearson(round(expected * read), read)
        return one.high - one.low

    read = rejects_to_read(half, expected)
    assert width(read) <= 2 * half
    assert width(int(read * 0.9)) > 2 * half


def test_loss_for_each_hire() -> None:
    """Ninety turned away for a hire, 6 of 60 read again were qualified: nine lost."""
    loss = screening_loss(90.0, 6, 60)
    assert loss.qualified_lost == pytest.approx(9.0)
    assert loss.low < 9.0 < loss.high < 20.0


def test_ten_minutes_on_the_phone() -> None:
    """12 calls, a third qualified, 3 of 4 recognised, 1 in 6 hired: half a hire."""
    calls = near_miss_calls(
        12.0,
        qualified_share=1 / 3,
        recognised=0.75,
        mistaken=0.25,
        hired_if_qualified=1 / 6,
    )
    assert calls.minutes == pytest.approx(120.0)
    assert calls.qualified_found == pytest.approx(3.0)
    assert calls.passed_on == pytest.approx(5.0)
    assert calls.hires_gained == pytest.approx(0.5)
    assert calls.minutes_per_hire_gained == pytest.approx(240.0)


def test_calls_that_find_nobody() -> None:
    """Minutes without a hire are no number of minutes for a hire."""
    calls = near_miss_calls(
        5.0,
        qualified_share=0.0,
        recognised=1.0,
        mistaken=0.1,
        hired_if_qualified=0.5,
    )
    assert calls.minutes_per_hire_gained == float("inf")


@pytest.mark.parametrize(("found", "read"), [(1, 0), (5, 4), (-1, 4)])
def test_no_sample(found: int, read: int) -> None:
    """Said with the numbers met."""
    with pytest.raises(SimulationError, match=f"{found} qualified among {read}"):
        clopper_pearson(found, read)


@pytest.mark.parametrize(("half", "share"), [(0.0, 0.5), (1.0, 0.5), (0.1, 1.5)])
def test_no_width(half: float, share: float) -> None:
    """A share is between 0 and 1, and so is its half width."""
    with pytest.raises(SimulationError, match="between"):
        rejects_to_read(half, share)
