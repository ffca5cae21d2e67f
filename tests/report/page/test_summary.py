"""Every number of the first screen, computed again from the result."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.comparison.tiles import tiles as comparison_tiles
from audit.report.page.summary import SHOWN, answer, gauge, lede, summary, sure
from audit.report.page.tiles import tiles
from tests.report.comparison.comparisons import story
from tests.report.stories import (
    EVERY,
    SPARSE,
    STORIES,
    audited,
    fewest_steps_with_half,
    numbers_in,
)


@pytest.mark.parametrize("story", STORIES)
def test_the_answer_counts_right(story: str) -> None:
    """The sentence on top says the score and where half of it sits."""
    result = audited(story)
    *score, count, steps = numbers_in(answer(result))
    assert count == fewest_steps_with_half(result)
    assert steps == len(result.process.steps)
    if result.grade is None:
        assert score == [round(result.score)]
        return
    ratio = result.score / 100
    if ratio > 1.1:
        assert score == [round(ratio, 1)]
    elif ratio < 0.9:
        assert score == [round(100 - result.score)]
    else:
        assert score == [round(result.score), 100]


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (207, "2.1 times the friction of a typical one"),
        (104, "about as much friction as a typical one (104 points"),
        (61, "39 % less friction than a typical one"),
    ],
)
def test_the_answer_compares_with_the_typical_process(score: float, words: str) -> None:
    """More, about the same, less: each says so with its number."""
    result = replace(audited("packet"), score=score, grade="C")
    assert words in answer(result)


def test_without_a_grade_the_answer_compares_with_nothing() -> None:
    """A part of a process, or one without scope, has points and no comparison."""
    for name, start in (("partial", "The part of the process"), ("hospital", "This")):
        result = audited(name)
        if name == "hospital":
            result = replace(result, grade=None)
        assert answer(result).startswith(start)
        assert "typical" not in answer(result)
        assert gauge(result).text.startswith("No grade")
        assert gauge(result).bounds == ()


@pytest.mark.parametrize("story", STORIES)
def test_the_second_sentence_says_time_effort_and_people(story: str) -> None:
    """Days, minutes, hired and lost are those of the result."""
    result = audited(story)
    text = lede(result)
    assert f"{result.time.mean:.1f}".rstrip("0").rstrip(".") in text.split(" days")[0]
    left = sum(x.share for x in result.candidates.losses if x.by == "candidate")
    if result.candidates.losses:
        people = numbers_in(text.split("Of 100 who apply")[1])
        expected = [result.candidates.hired_share] + ([left] if left else [])
        assert people == [
            pytest.approx(100 * x, abs=0.5 if x > 0.0995 else 0.05) for x in expected
        ]


def test_what_is_not_assessed_is_never_a_nought() -> None:
    """A silent file has tiles that say so, not noughts that praise it."""
    shown = {tile.label: tile for tile in tiles(audited("one silent step"))}
    silent = [label for label, tile in shown.items() if not tile.assessed]
    assert len(silent) >= 5
    assert all(shown[label].value == "not assessed" for label in silent)


@pytest.mark.parametrize("name", EVERY)
def test_six_numbers_stand_on_the_first_screen(name: str) -> None:
    """As many tiles in every report, so that two reports compare at a glance."""
    assert len(tiles(audited(name))) == 6


def test_the_tiles_repeat_the_result() -> None:
    """Days, pages, signatures, handoffs and people are those of the result."""
    result = audited("packet")
    shown = [tile.value for tile in tiles(result)]
    assert result.time.p50 is not None
    assert numbers_in(shown[0]) == [pytest.approx(result.time.p50, abs=0.05)]
    for place, key in ((1, "pages"), (2, "wet_signatures"), (3, "handoffs")):
        expected = result.vector[key].expected
        assert expected is not None
        assert numbers_in(shown[place]) == [pytest.approx(expected, abs=0.05)]


def test_tiles_count_as_findings_and_the_comparison_do() -> None:
    """42 pages here and 43.3 beside them are one number on two bases."""
    result = audited("packet")
    shown = {tile.label: tile for tile in tiles(result)}
    measures = {f.id: f.measure.value for f in result.findings}
    for label, key, check in (
        ("Pages to handle", "pages", "page-load"),
        ("Signatures in ink", "wet_signatures", "wet-signatures"),
    ):
        tile, line = shown[label], result.vector[key]
        assert numbers_in(tile.value) == [pytest.approx(measures[check], abs=0.05)]
        assert line.designed != line.expected
        assert tile.note.startswith("per hire; 2 steps unstated")
    compared = {tile.label: tile for tile in comparison_tiles(story("packet", "after"))}
    for label in ("Pages to handle", "Signatures in ink"):
        assert compared[label].before == shown[label].value
        assert compared[label].note.startswith("per hire")


@pytest.mark.parametrize("name", EVERY)
def test_findings_and_decisions_are_the_gravest(name: str) -> None:
    """Three of each at most, none twice, none that is kept for a reason."""
    result = audited(name)
    shown = summary(result)
    open_findings = [f for f in result.findings if f.justified is None]
    assert [p.href for p in shown.findings] == [
        f"#f-{f.id}" for f in open_findings[:SHOWN]
    ]
    texts = [decision.text for decision in shown.decisions]
    assert len(texts) == len(set(texts)) <= SHOWN
    assert {d.href for d in shown.decisions} <= {f"#f-{f.id}" for f in open_findings}


@pytest.mark.parametrize("name", EVERY)
def test_how_sure_we_are_says_what_is_weak(name: str) -> None:
    """Interval, origin of the numbers, coverage and missing waits."""
    result = audited(name)
    words = ". ".join(sure(result))
    low, high = result.score_interval
    assert numbers_in(words)[:2] == [round(low), round(high)]
    assert f"decide {100 * result.coverage:.0f} %" in words
    assert ("not stated" in words) == (result.time.waits_missing > 0)


@pytest.mark.parametrize("name", SPARSE)
def test_a_silent_file_still_has_a_summary(name: str) -> None:
    """No section breaks for want of numbers."""
    shown = summary(audited(name))
    assert shown.answer
    assert shown.sure
