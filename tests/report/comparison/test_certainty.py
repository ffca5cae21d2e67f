"""How sure: the draws, the worst case and the inputs, as the result has them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.comparison.certainty import certainty, sure_in_short
from audit.result import Certainty, ComparisonResult, Spread
from tests.report.comparison.comparisons import EVERY, STORIES, compared
from tests.report.stories import numbers_in


def certain(**changes: object) -> ComparisonResult:
    """Return the example with another certainty."""
    result = compared("example")
    found: Certainty = replace(result.certainty, **changes)  # type: ignore[arg-type]
    return replace(result, certainty=found)


@pytest.mark.parametrize("name", STORIES)
def test_the_sentences_say_the_numbers_of_the_draws(name: str) -> None:
    """Draws, range, worst case and inputs are those of the result."""
    result = compared(name)
    found = result.certainty
    said = " ".join(certainty(result).sentences)
    assert f"{found.draws:,} draws" in said
    for bound in (found.gain.low, found.gain.high):
        assert f"{abs(bound):,.0f}" in said
    assert f"{round(abs(found.box_gain), 1):.3g} point" in said or (
        round(found.box_gain, 1) == 0
    )
    if found.inputs_share_better is not None:
        assert f"{found.inputs_drawn:,} number" in said
        assert f"{found.input_draws:,} draws" in said


def test_better_at_any_price_is_said_only_with_its_certificate() -> None:
    """A clean record in the draws is no proof, and is not told as one."""
    words = "better at any prices"
    assert words in certainty(certain(dominates=True, dominated=False)).heading
    drawn = certain(dominates=False, dominated=False, share_better=1.0, box_gain=-2.0)
    assert words not in certainty(drawn).heading
    assert "all of" in certainty(drawn).heading
    assert "worse at any prices" in certainty(certain(dominated=True)).heading


@pytest.mark.parametrize(("better", "word"), [(True, "better"), (False, "worse")])
def test_any_price_says_that_the_numbers_have_to_hold(better: bool, word: str) -> None:
    """Better at any prices, and less in 81 %: prices move in one, numbers in both."""
    found = certain(
        dominates=better,
        dominated=not better,
        inputs_share_better=0.81,
        inputs_drawn=40,
        input_draws=100,
        draws=2000,
    )
    first, second = sure_in_short(found)
    assert f", with the numbers as stated: {word} at any prices" in first
    assert second == (
        "But if 40 uncertain numbers of the files are drawn too: less in 81 % of "
        "200,000 cases (100 draws of them, each under 2,000 draws of rates)"
    )
    heading = certainty(found).heading
    assert heading.endswith("at any prices, if the numbers of the files hold")
    agreed = certain(
        dominates=better,
        dominated=not better,
        inputs_share_better=1.0 if better else 0.0,
        inputs_drawn=40,
    )
    assert certainty(agreed).heading.endswith("at any prices")
    assert sure_in_short(agreed)[1].startswith("If 40 uncertain numbers")


def test_what_would_have_to_go_wrong_is_named() -> None:
    """The rates that undo the gain together are told by name."""
    result = certain(box_gain=-12.3, tipping=("Log-ins", "Uploads"), dominates=False)
    said = " ".join(certainty(result).sentences)
    assert "it would take 12.3 points more" in said
    assert "log-ins and uploads are so bad together" in said


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (121.0, 176.0, "save between 121 and 176 points"),
        (-176.0, -121.0, "add between 121 and 176 points"),
        (-12.0, 30.0, "lie between 12 points more and 30 points less"),
    ],
)
def test_the_range_says_which_way_it_goes(low: float, high: float, words: str) -> None:
    """A range that reaches over nought is not told as a saving."""
    result = certain(gain=Spread(low=low, likely=(low + high) / 2, high=high))
    assert words in " ".join(certainty(result).sentences)


@pytest.mark.parametrize(
    ("prices", "inputs", "per_cent", "words"),
    [
        (280.0, 120.0, 70, "rates and weights"),
        (100.0, 300.0, 75, "numbers of the files"),
    ],
)
def test_the_doubt_is_divided(
    prices: float, inputs: float, per_cent: float, words: str
) -> None:
    """Whether to measure more hangs on where the doubt comes from."""
    result = certain(
        prices_variance=prices, inputs_variance=inputs, inputs_share_better=0.9
    )
    said = certainty(result).variance
    assert said.startswith(f"{per_cent} % of the doubt comes from the {words}") or (
        said.startswith(f"{per_cent} % of the doubt comes from {words}")
    )


def test_without_uncertain_inputs_nothing_is_divided() -> None:
    """Exact files are said to be exact."""
    result = certain(inputs_share_better=None, inputs_gain=None, inputs_drawn=0)
    section = certainty(result)
    assert section.variance == ""
    assert any("No number of the two files" in line for line in section.sentences)
    assert section.ranges is not None
    assert len(section.ranges.ranges) == 1


@pytest.mark.parametrize("name", EVERY)
def test_what_speaks_against_is_in_the_table(name: str) -> None:
    """Each thing that the new process needs more of, with its points."""
    result = compared(name)
    table = certainty(result).against
    against = result.certainty.against
    assert len(table.rows if table else ()) == len(against)
    for row, item in zip(table.rows if table else (), against, strict=True):
        assert numbers_in(row.cells[3].text)[0] == pytest.approx(item.points, rel=0.06)
        assert row.cells[3].text.startswith("+") or item.points == 0


@pytest.mark.parametrize("name", EVERY)
def test_the_first_screen_says_how_sure(name: str) -> None:
    """Always in a sentence, never left out."""
    clauses = sure_in_short(compared(name))
    assert clauses
    assert all(clause[0].isupper() and not clause.endswith(".") for clause in clauses)


@pytest.mark.parametrize("name", EVERY)
def test_the_ranges_of_the_chart_are_those_of_the_draws(name: str) -> None:
    """Low, likely and high; the second with the inputs drawn too."""
    result = compared(name)
    ranges = certainty(result).ranges
    if result.same:
        assert ranges is None
        return
    assert ranges is not None
    spreads = [result.certainty.gain, result.certainty.inputs_gain]
    assert [(r.low, r.likely, r.high) for r in ranges.ranges] == [
        (s.low, s.likely, s.high) for s in spreads if s is not None
    ]
