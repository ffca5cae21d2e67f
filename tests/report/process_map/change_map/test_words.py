"""What the change map says: counts and points that add up, in words people use."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from audit.report.process_map.change_map.drawing import ChangeMap, draw_change_map
from audit.report.process_map.corner import Became, change_corner, lone_corner
from audit.result import Outline, StepPair
from tests.report.changed_outlines import changed_pair, pairs_of
from tests.report.hiring_changes import CHANGES

Pair = tuple[Outline, Outline, tuple[StepPair, ...]]


def drawn(pair: Pair) -> ChangeMap:
    before, after, pairs = pair
    totals = (sum(step.points for step in one.steps) for one in (before, after))
    return draw_change_map(before, after, pairs, *totals)


def count(text: str, pattern: str) -> float:
    """Return the number before some words, 0 where they are not said."""
    found = re.search(rf"([\d.,]+) (?:steps? )?{pattern}", text)
    return float(found[1].replace(",", "")) if found else 0.0


@pytest.mark.parametrize("seed", range(40))
def test_captions_add_up_to_the_summary(seed: int) -> None:
    """Steps gone, new and changed, and the points, band by band and in all."""
    before, after, pairs = changed_pair(seed)
    shown = drawn((before, after, pairs))
    for word in ("gone", "new", "changed"):
        parts = sum(count(band.caption, word) for band in shown.bands)
        assert parts == count(shown.summary.split(". ")[0], word), word
    less = sum(
        count(band.caption, "points? less") - count(band.caption, "points? more")
        for band in shown.bands
    )
    saved = sum(pair.points_before - pair.points_after for pair in pairs)
    assert less == pytest.approx(saved, abs=0.06 * len(shown.bands))
    gone = sum(pair.after is None for pair in pairs)
    assert count(shown.summary.split(". ")[0], "gone") == gone
    assert f"{len(after.steps)} after" in shown.summary


def test_the_summary_names_what_saves_most() -> None:
    """The sentence a leader reads first."""
    shown = drawn(CHANGES["store"])
    assert shown.summary.startswith(
        "14 steps before, 14 after: 1 step gone, 1 new, 10 changed (2 with more "
        "friction), 3 as before. 313 friction points before, 199.5 after: 113.5 points "
        "less. Most is saved at Sign offer and new-hire forms (step 13, 49 points less)"
    )
    assert "More is asked at Upload and sign (step 12, new, 15 points more)" in (
        shown.summary
    )


def test_a_role_without_a_step_is_named() -> None:
    """Who is out, and who is in."""
    assert "Recruiter no longer has a step" in drawn(CHANGES["side by side"]).summary
    assert "Recruiter takes part now" in drawn(CHANGES["one by one"]).summary


def test_a_band_says_what_became_of_it() -> None:
    """One sentence: how many steps, and the points."""
    (band,) = drawn(CHANGES["packet"]).bands
    assert band.heading == "Steps 1–5"
    assert re.fullmatch(
        r"Steps 1–5: 2 steps gone, 5 changed; [\d.]+ points less\.", band.caption
    )


def test_an_empty_process_before_has_no_points_to_compare_with() -> None:
    """No share of nothing: the heat is then that of the after."""
    before, after, _ = CHANGES["store"]
    free = replace(
        before, steps=tuple(replace(step, points=0.0) for step in before.steps)
    )
    shown = drawn((free, after, pairs_of(free, after)))
    assert "0 friction points before" in shown.summary


@pytest.mark.parametrize(
    ("before", "after", "room", "words", "became"),
    [
        (60.0, 36.0, 90.0, "60 → 36", Became.LESS),
        (36.0, 60.0, 90.0, "36 → 60", Became.MORE),
        (93.64, 24.21, 90.0, "93.6 → 24.2", Became.LESS),
        (93.64, 24.21, 70.0, "94 → 24", Became.LESS),
        (12.4, 12.3, 70.0, "12.3", Became.LESS),
        (12_345.0, 6_789.0, 70.0, "6,789", Became.LESS),
        (0.04, 0.02, 90.0, "0.04 → 0.02", Became.LESS),
    ],
)
def test_points_before_and_after_fit_the_corner(
    before: float, after: float, room: float, words: str, became: Became
) -> None:
    """Tenths go first, then the points before; never the sense of the change."""
    corner = change_corner(before, after, room)
    assert (corner.words, corner.became) == (words, became)
    assert corner.width <= room


def test_points_of_a_lone_step_give_way_to_the_word() -> None:
    """New stays new where there is room for nothing else."""
    assert lone_corner(Became.NEW, 15.04, 90.0).words == "new · 15 pts"
    assert lone_corner(Became.GONE, 15.04, 40.0).words == "gone"
    assert lone_corner(Became.CHANGED, 7.1, 100.0).words == "changed · 7.1 pts"


def test_the_legend_explains_every_mark() -> None:
    """In words for those who listen, as a strip for those who look."""
    shown = drawn(CHANGES["store"])
    for mark in ("×", "dashed", "thick frame", "arrow up", "Dotted grey", "25 % → 5 %"):
        assert mark in shown.legend
    for words in ("new step", "changed", "more points than before", "that is gone"):
        assert words in shown.legend_svg
