"""What each change took off or added, computed again from its shares."""

from __future__ import annotations

from math import fsum

import pytest

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.credit import TOP, adders, buyers
from tests.report.comparison.comparisons import compared
from tests.report.comparison.credits import CREDITED, score
from tests.report.stories import numbers_in


@pytest.mark.parametrize("name", CREDITED)
def test_the_first_screen_names_the_changes_with_most_gain(name: str) -> None:
    """Points and per cent are those of the largest shares."""
    result = compared(name)
    gains = [part.gain for part in score(name).shares if part.gain > 0]
    shown = buyers(result, Addresses(result))
    assert len(shown) == min(TOP, len(gains))
    for pointer, gain in zip(shown, sorted(gains, reverse=True), strict=False):
        words = pointer.text.rsplit(": ", 1)[1]
        points = numbers_in(words)[0]
        assert points == pytest.approx(gain, rel=0.01)
        if "all that was gained" not in words:
            part = numbers_in(words)[1]
            assert part == pytest.approx(100 * gain / fsum(gains), abs=0.5)


@pytest.mark.parametrize("name", CREDITED)
def test_changes_that_add_friction_are_named_too(name: str) -> None:
    """All of them, most first, each with a plus."""
    result = compared(name)
    added = sorted(-s.gain for s in score(name).shares if round(s.gain, 2) < 0)
    shown = adders(result, Addresses(result))
    assert [numbers_in(p.text.rsplit("+", 1)[1])[0] for p in shown] == pytest.approx(
        added[::-1], rel=0.02, abs=0.006
    )
