"""The sentence on top, computed again from the result."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.comparison.headline import (
    answer,
    days_of_both,
    direction,
    is_sure,
    lede,
)
from audit.report.page.names import opening_number
from audit.result import ComparisonResult
from audit.units import format_days
from tests.report.comparison.comparisons import EVERY, STORIES, compared
from tests.report.stories import numbers_in

PLAIN = "example"


def rescored(score: float, p50: float, share_better: float = 1.0) -> ComparisonResult:
    """Return the example with another score and other days after."""
    result = compared(PLAIN)
    return replace(
        result,
        after=replace(
            result.after, score=score, time=replace(result.after.time, p50=p50)
        ),
        certainty=replace(
            result.certainty, share_better=share_better, inputs_share_better=None
        ),
    )


@pytest.mark.parametrize("name", STORIES)
def test_the_answer_says_by_how_much(name: str) -> None:
    """The per cent of the sentence is that of the two scores."""
    result = compared(name)
    before, after = result.before.score, result.after.score
    if result.same:
        assert numbers_in(answer(result)) == []
        return
    share = abs(after - before) / before * 100
    assert numbers_in(answer(result))[0] == pytest.approx(share, abs=0.5)
    assert ("cut" in answer(result)) == (after < before)
    assert ("raise" in answer(result)) == (after > before)


@pytest.mark.parametrize("name", STORIES)
def test_the_answer_says_how_many_days(name: str) -> None:
    """The days are the difference of the medians, and say which way they go."""
    result = compared(name)
    both = days_of_both(result)
    assert both is not None
    before, after, typical = both
    if format_days(before) == format_days(after):
        assert "faster" not in answer(result)
        assert "slower" not in answer(result)
        return
    assert typical
    assert (before, after) == (result.before.time.p50, result.after.time.p50)
    assert f"{format_days(abs(after - before))} " in answer(result)
    assert ("faster" if after < before else "slower") in answer(result)


@pytest.mark.parametrize("name", STORIES)
def test_the_answer_counts_the_changes_that_are_named(name: str) -> None:
    """Two whole files name no changes, so the sentence counts none."""
    result = compared(name)
    if result.same:
        return
    named = [change for change in result.changes if change.origin == "overlay"]
    if not named:
        assert answer(result).startswith("The new process ")
        return
    noun = "change" if len(named) == 1 else "changes"
    assert answer(result).startswith(f"{opening_number(len(named))} {noun} ")


@pytest.mark.parametrize(
    ("score", "p50", "words"),
    [
        (103.3, 3.5, "cuts onboarding friction by 50 % and makes the typical hire 4"),
        (103.3, 9.5, "cuts onboarding friction by 50 %, but makes the typical hire 2"),
        (310.0, 9.5, "raises onboarding friction by 50 % and makes the typical hire"),
        (310.0, 3.5, "raises onboarding friction by 50 %, but makes the typical hire"),
        (206.67468671679197, 7.5, "leaves onboarding friction as it is (207 points)"),
    ],
)
def test_better_and_worse_are_set_against_each_other(
    score: float, p50: float, words: str
) -> None:
    """What pulls the other way is said with "but", not hidden behind "and"."""
    share = 1.0 if score < 206 else 0.0
    assert words in answer(rescored(score, p50, share))


@pytest.mark.parametrize(("share", "sure"), [(0.97, True), (0.62, False)])
def test_a_gain_that_is_not_sure_is_not_promised(share: float, sure: bool) -> None:
    """Where the draws disagree, the sentence says "may"."""
    result = rescored(200.0, 7.5, share)
    assert is_sure(result) == sure
    assert ("may cut" in answer(result)) == (not sure)


def test_the_more_doubtful_of_two_kinds_of_draws_counts() -> None:
    """Guesses of the files can spoil what rates alone would promise."""
    result = rescored(200.0, 7.5, 0.99)
    certain = replace(result.certainty, inputs_share_better=0.7)
    assert "may cut" in answer(replace(result, certainty=certain))
    worse = rescored(250.0, 7.5, 0.02)
    certain = replace(worse.certainty, inputs_share_better=0.3)
    assert "may raise" in answer(replace(worse, certainty=certain))


def test_friction_where_there_was_none_has_no_per_cent() -> None:
    """From nought to something is said in points."""
    result = compared("a score of nought")
    assert direction(result) == 1
    assert numbers_in(answer(result))[0] == round(result.after.score, 1)
    assert "where there were none" in answer(result)


def test_days_that_one_file_does_not_state_are_not_compared() -> None:
    """The sentence keeps quiet about time when one file does."""
    result = compared("no wait after")
    assert days_of_both(result) is None
    assert "day" not in answer(result)
    assert "day" not in lede(result)


@pytest.mark.parametrize("name", EVERY)
def test_the_lede_says_both_scores(name: str) -> None:
    """Both points and both grades are those of the audits."""
    result = compared(name)
    scores = [float(f"{x.score:.0f}") for x in (result.before, result.after)]
    said = numbers_in(lede(result))
    if result.same:
        assert said == scores[1:]
        return
    assert said[:2] == scores
    for side in (result.before, result.after):
        if side.grade:
            assert f"(grade {side.grade})" in lede(result)


def test_what_stays_is_said_to_stay() -> None:
    """Not from a number to the same number, and the verb where it belongs."""
    result = compared(STORIES[0])
    stays = replace(result, before=result.after, same=False)
    words = lede(stays)
    assert words.startswith(f"The score stays at {result.after.score:.0f} points")
    assert "A hire still takes " in words
    assert "takes still" not in words
    assert "instead of" not in words


def test_what_changes_beside_what_stays_has_its_before() -> None:
    """One verb for all: what takes as long as before comes without another."""
    result = compared(STORIES[0])
    time = result.before.time
    words = lede(replace(result, after=replace(result.after, time=time)))
    assert "A hire still takes " in words
    assert " instead of " in words
