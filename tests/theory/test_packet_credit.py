"""The worked example of the method: what each of five changes to the packet bought."""

from __future__ import annotations

import math
from functools import cache

import pytest

from audit.comparison.credit.credit import credit
from audit.result import Attribution, ChangeShare, Credit
from tests.comparison.plans import packet_plan, packet_profile

EXACT = {
    "single-form": (31.6804, 26.24, 37.12),
    "e-sign": (50.1614, 43.07, 57.25),
    "prefill": (11.7541, 11.75, 11.75),
    "validation": (12.2572, 8.12, 16.39),
    "sla": (13.2609, 12.52, 14.00),
}
ORDERED = {
    "single-form": 32.264,
    "e-sign": 52.681,
    "prefill": 11.754,
    "validation": 8.907,
    "sla": 13.507,
}
NEEDS = {
    "prefill": frozenset({"single-form"}),
    "validation": frozenset({"e-sign"}),
}


@cache
def credited(ordered: bool = False) -> Credit:
    return credit(packet_plan(NEEDS if ordered else None), packet_profile())


def of(metric: str, ordered: bool = False) -> Attribution:
    (found,) = (a for a in credited(ordered).attributions if a.metric == metric)
    return found


def shares(metric: str, ordered: bool = False) -> dict[str, ChangeShare]:
    return {share.change: share for share in of(metric, ordered).shares}


def test_points_before_and_after() -> None:
    """206.6747 points become 87.5608: 119.1139 to divide."""
    score = of("score")
    assert score.before == pytest.approx(206.6747, abs=1e-4)
    assert score.after == pytest.approx(87.5608, abs=1e-4)
    assert credited().method == "exact"
    assert credited().evaluations == 32


@pytest.mark.parametrize("change", EXACT)
def test_points_of_each_change(change: str) -> None:
    """Each of the five shares and its range, as the method has them."""
    gain, least, most = EXACT[change]
    share = shares("score")[change]
    assert share.gain == pytest.approx(gain, abs=1e-4)
    assert share.least == pytest.approx(least, abs=0.006)
    assert share.most == pytest.approx(most, abs=0.006)
    assert share.error == 0.0


def test_one_at_a_time_claims_too_much() -> None:
    """First-in gains sum to 136.518, last-in ones to 101.710, shares to 119.1139."""
    found = shares("score").values()
    assert math.fsum(s.first or 0.0 for s in found) == pytest.approx(136.518, abs=1e-3)
    assert math.fsum(s.last or 0.0 for s in found) == pytest.approx(101.710, abs=1e-3)
    assert math.fsum(s.gain for s in found) == pytest.approx(119.1139, abs=1e-4)


def test_overlaps() -> None:
    """E-signature and single form overlap by 9.14 points, validation by 5.04."""
    found = of("score").interactions
    strongest = [({pair.first, pair.second}, round(pair.gain, 2)) for pair in found[:2]]
    assert strongest == [
        ({"single-form", "e-sign"}, -9.14),
        ({"e-sign", "validation"}, -5.04),
    ]


def test_days() -> None:
    """8.8333 days become 3.6739; forms and prefilling take no day off."""
    days = of("days")
    assert days.before == pytest.approx(8.8333, abs=1e-4)
    assert days.after == pytest.approx(3.6739, abs=1e-4)
    gains = {change: share.gain for change, share in shares("days").items()}
    assert gains == pytest.approx(
        {
            "e-sign": 2.2101,
            "sla": 2.2101,
            "validation": 0.7391,
            "single-form": 0.0,
            "prefill": 0.0,
        },
        abs=1e-4,
    )


@pytest.mark.parametrize("change", ORDERED)
def test_points_under_needs(change: str) -> None:
    """Prefilling needs the single form, validation the e-signature: 18 sets."""
    assert credited(ordered=True).method == "ordered"
    assert credited(ordered=True).evaluations == 18
    share = shares("score", ordered=True)[change]
    assert share.gain == pytest.approx(ORDERED[change], abs=1e-3)
    assert (share.first is None) == (change in NEEDS)
    assert (share.last is None) == (change in {"single-form", "e-sign"})


def test_needs_leave_the_whole_as_it_is() -> None:
    """Whatever the changes need, the same 119.114 points are divided."""
    total = math.fsum(share.gain for share in shares("score", ordered=True).values())
    assert total == pytest.approx(119.114, abs=1e-3)
    assert of("score", ordered=True).interactions == ()
