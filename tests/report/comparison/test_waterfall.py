"""The waterfall: bars from before to after, on one scale for all of a page."""

from __future__ import annotations

import pytest

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.bought import bought
from audit.report.comparison.waterfall import BARS, ROOM, Waterfall, waterfall
from tests.report.comparison.comparisons import compared
from tests.report.comparison.credits import CREDITED, score_of


@pytest.mark.parametrize("name", CREDITED)
def test_the_bars_lead_from_before_to_after(name: str) -> None:
    """Each bar begins where the last one ended, and nothing is left over."""
    result = compared(name)
    chart = bought(result, Addresses(result)).waterfall
    assert chart is not None
    first, *between, last = chart.bars
    assert (first.end, last.end) == (result.credit.attributions[0].before,
                                     result.credit.attributions[0].after)  # fmt: skip
    at = first.end
    for bar in between:
        assert bar.start == pytest.approx(at)
        assert bar.kind == ("less" if bar.end <= bar.start else "more")
        at = bar.end
    assert at == pytest.approx(last.end, abs=1e-6)
    assert last.end == pytest.approx(result.after.score, rel=1e-6)


def many(count: int) -> Waterfall:
    """Return a chart of so many changes."""
    gains = {f"c{k}": float(k - 4) for k in range(count)}
    result = compared("example")
    return waterfall(score_of(200.0, gains), Addresses(result))


def test_many_changes_are_drawn_as_few() -> None:
    """The smallest stand together as one bar that sums them up."""
    chart = many(20)
    assert len(chart.bars) == BARS + 2
    rest = chart.bars[-2]
    assert rest.label == "9 smaller changes"
    assert rest.end == pytest.approx(chart.bars[-1].end)
    shown = [bar.start - bar.end for bar in chart.bars[1:-2]]
    assert min(map(abs, shown)) >= 4.0


@pytest.mark.parametrize("gain", [60.0, 10.0, 1.3, 0.0, -20.0])
def test_waterfalls_from_one_score_share_their_scale(gain: float) -> None:
    """On a page of several, a bar twice as long is a change twice as large."""
    chart = waterfall(score_of(87.4, {"a": gain}), Addresses(compared("example")))
    assert chart.most == pytest.approx(ROOM * 87.4)
    assert chart.bars[0].start == chart.bars[-1].start == 0.0


@pytest.mark.parametrize(
    ("before", "gain", "most"), [(4.0, -2.6, 6.6), (0.0, -3.0, 3.0), (0.0, 0.0, 0.0)]
)
def test_a_much_worse_score_still_has_room(
    before: float, gain: float, most: float
) -> None:
    """No bar runs off the scale."""
    chart = waterfall(score_of(before, {"a": gain}), Addresses(compared("example")))
    assert chart.most == pytest.approx(most)
