"""Who bought what: shares, waterfall and table, computed again from the credit."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

import pytest

from audit.report.comparison.addresses import Addresses
from audit.report.comparison.bought import (
    BARS,
    FAR,
    TOP,
    Waterfall,
    adders,
    attribution,
    bought,
    buyers,
    cost_in_words,
    unbought,
    waterfall,
)
from audit.result import (
    Attribution,
    ChangeCost,
    ChangeLine,
    ChangeShare,
    ComparisonResult,
    Credit,
    Interaction,
    Spread,
)
from tests.report.comparison.comparisons import EVERY, STORIES, compared
from tests.report.stories import numbers_in

CREDITED = [name for name in STORIES if compared(name).changes]


def share(change: str, gain: float, error: float = 0.0) -> ChangeShare:
    """Return a share that is the same in any order."""
    return ChangeShare(
        change=change, gain=gain, least=gain, most=gain, first=gain, last=gain,
        error=error,
    )  # fmt: skip


def score_of(before: float, gains: dict[str, float]) -> Attribution:
    """Return the credit of a score to changes."""
    return Attribution(
        metric="score",
        label="Friction score",
        unit="points",
        before=before,
        after=before - fsum(gains.values()),
        shares=tuple(share(name, gain) for name, gain in gains.items()),
        interactions=(),
    )


def credited(result: ComparisonResult, **changes: object) -> ComparisonResult:
    """Return the result with another credit."""
    return replace(result, credit=replace(result.credit, **changes))  # type: ignore[arg-type]


def score(name: str) -> Attribution:
    found = attribution(compared(name).credit, "score")
    assert found is not None
    return found


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


@pytest.mark.parametrize("name", CREDITED)
def test_the_table_sums_to_the_difference(name: str) -> None:
    """Points of all changes together are those between the two scores."""
    result = compared(name)
    table = bought(result, Addresses(result)).changes
    assert table is not None
    assert len(table.rows) == len(result.changes)
    assert table.total is not None
    assert numbers_in(table.total.cells[1].text)[0] == pytest.approx(
        abs(result.after.score - result.before.score), abs=0.06
    )
    assert {row.id for row in table.rows} == {
        f"c-{k}" for k in range(1, len(result.changes) + 1)
    }
    assert all(len(row.cells) == len(table.columns) for row in table.rows)


def test_minus_is_less_everywhere_in_the_table() -> None:
    """What takes off has a minus in its points and in its range, what adds a plus."""
    result = compared("packet")
    table = bought(result, Addresses(result)).changes
    assert table is not None
    labels = [column.label for column in table.columns]
    for row, part in zip(table.rows, score("packet").shares, strict=True):
        sign = "\N{MINUS SIGN}" if part.gain > 0 else "+"
        assert row.cells[1].text.startswith(sign)
        orders = row.cells[labels.index("Points in any order")].text
        if part.least * part.most > 0:
            assert orders == "the same" or orders.count(sign) == 2


def test_overlaps_are_told_with_their_points() -> None:
    """Two changes that do the same work are not credited twice, and it is said."""
    result = compared("packet")
    first, second, third, *_ = (change.id for change in result.changes)
    pairs = (
        Interaction(first=first, second=second, gain=-9.14),
        Interaction(first=first, second=third, gain=-2.0),
        Interaction(first=third, second=second, gain=1.5),
    )
    part = replace(score("packet"), interactions=pairs)
    table = bought(credited(result, attributions=(part,)), Addresses(result)).changes
    assert table is not None
    at = [column.label for column in table.columns].index("With others")
    words = {row.id: row.cells[at].text for row in table.rows}
    assert words["c-1"].startswith("overlaps with ")
    assert numbers_in(words["c-1"])[-1] == 9.1
    assert "is helped by" in words["c-3"]
    assert words["c-5"] == "·"


@pytest.mark.parametrize(
    ("method", "words"),
    [
        ("exact", "all orders in which the changes could be made"),
        ("ordered", "all orders that respect which change needs which"),
        ("sampled", "random orders"),
    ],
)
def test_the_method_is_told_in_two_sentences(method: str, words: str) -> None:
    """How the gain was divided, and how many processes it took."""
    result = credited(compared("packet"), method=method, evaluations=48)
    text = bought(result, Addresses(result)).method
    assert words in text
    assert "48 processes" in text
    assert text.count(". ") == 1


def test_sampled_shares_say_how_far_they_may_be_off() -> None:
    """A share of random orders has its interval beside it."""
    part = replace(score("packet"), shares=(share("e-sign", 40.0, error=1.4),))
    result = credited(compared("packet"), method="sampled", attributions=(part,))
    table = bought(result, Addresses(result)).changes
    assert table is not None
    assert any("± 1.4" in cell.text for row in table.rows for cell in row.cells)


def test_a_gain_that_cannot_be_divided_says_why() -> None:
    """No share is made up; the reason stands in its place."""
    none = Credit(method="none", attributions=(), evaluations=7, note="A loop starts.")
    result = replace(compared("packet"), credit=none)
    section = bought(result, Addresses(result))
    assert section.waterfall is None
    assert section.method == ""
    assert "A loop starts." in section.lede
    assert "cannot be divided" in section.heading
    assert buyers(result, Addresses(result)) == ()
    assert "A loop starts." in unbought(result)
    assert section.changes is not None


@pytest.mark.parametrize("name", EVERY)
def test_every_comparison_has_its_heading(name: str) -> None:
    """Nothing to credit is said as plainly as a large gain."""
    result = compared(name)
    section = bought(result, Addresses(result))
    assert section.heading
    assert (section.changes is None) == (not result.changes)


def test_costs_are_ranges_or_not_stated() -> None:
    """A cost that no file states is never nought."""
    change: ChangeLine = compared("packet").changes[0]
    price = Spread(low=3000, likely=4000, high=6000)
    exact = Spread(low=2400, likely=2400, high=2400)
    for cost, words in (
        (None, "not stated"),
        (ChangeCost(one_off=None, per_year=None), "not stated"),
        (ChangeCost(one_off=price, per_year=None), "$3,000 to $6,000 once"),
        (
            ChangeCost(one_off=price, per_year=exact),
            "$3,000 to $6,000 once and $2,400 a year",
        ),
    ):
        assert cost_in_words(replace(change, cost=cost), "USD") == words
