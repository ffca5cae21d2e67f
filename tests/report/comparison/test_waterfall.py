"""The waterfall: bars from before to after, on a scale that says where it begins."""

from __future__ import annotations

import pytest

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.bought import bought
from audit.report.comparison.waterfall import BARS, FAR, Waterfall, waterfall
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


@pytest.mark.parametrize(
    ("before", "gain", "cut"),
    [(100.0, 60.0, False), (100.0, 10.0, True), (0.0, 0.0, False), (100.0, 0.0, True)],
)
def test_the_scale_begins_above_nought_only_where_it_says_so(
    before: float, gain: float, cut: bool
) -> None:
    """A bar that is cut is never passed off as a whole one."""
    chart = waterfall(score_of(before, {"a": gain}), Addresses(compared("example")))
    assert (chart.base > 0) == cut
    assert ("The scale begins at" in chart.caption) == cut
    if cut:
        assert chart.base < min(bar.end for bar in chart.bars)
        assert min(bar.end for bar in chart.bars) >= FAR * before
