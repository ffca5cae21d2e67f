"""Comparisons hold together: what is said once agrees with what is said elsewhere."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from audit.ledger import load_profile
from audit.loaders import load_process, read_file
from audit.pipeline import Scenario, compare, compare_scenarios
from audit.result import (
    ComparisonResult,
    Verdict,
    comparison_from_json,
    to_json,
)

STORIES = Path("processes")
EXAMPLE = Path("tests/examples/packet")


def told(before: Path, after: Path) -> ComparisonResult:
    first, second = read_file(before), read_file(after)
    return compare(first.process, second.process, plan=second.plan_from(first))


@pytest.fixture(scope="module")
def packet() -> ComparisonResult:
    folder = STORIES / "packet"
    return told(folder / "before.yaml", folder / "after.yaml")


def test_json_and_back_loses_nothing(packet: ComparisonResult) -> None:
    """A saved comparison is the comparison."""
    assert comparison_from_json(to_json(packet)) == packet


def test_gains_sum_to_the_difference_of_the_scores(packet: ComparisonResult) -> None:
    """What the changes bought is what the two reports differ by, to the last digit."""
    for one in packet.credit.attributions:
        total = math.fsum(share.gain for share in one.shares)
        assert total == pytest.approx(one.before - one.after, abs=1e-9)
    score = packet.credit.attributions[0]
    assert score.before == pytest.approx(packet.before.score, rel=1e-12)
    assert score.after == pytest.approx(packet.after.score, rel=1e-12)


def test_an_after_equal_to_before_says_so() -> None:
    """No difference, no gain, no certainty of one, and nothing better or worse."""
    process = load_process(STORIES / "packet" / "before.yaml")
    result = compare(process, process)
    assert result.same
    assert {line.verdict for line in result.lines} == {Verdict.UNCHANGED}
    assert {line.change for line in result.lines} == {0.0}
    assert {step.verdict for step in result.steps} == {Verdict.UNCHANGED}
    assert {one.verdict for one in result.findings} == {Verdict.UNCHANGED}
    assert result.changes == ()
    assert result.certainty.share_better == 0.0
    assert all(line.per_hire == 0.0 for line in result.benefits.lines)
    assert result.warnings == ()


def test_swapping_flips_every_sign() -> None:
    """Two whole files, either way round."""
    profile = load_profile(EXAMPLE / "profile.yaml")
    before = load_process(EXAMPLE / "before.yaml")
    after = load_process(EXAMPLE / "after.yaml")
    there = compare(before, after, profile=profile)
    back = compare(after, before, profile=profile)
    turned = {Verdict.BETTER: Verdict.WORSE, Verdict.WORSE: Verdict.BETTER}
    ways = {line.key: line for line in back.lines}
    for line in there.lines:
        other = ways[line.key]
        assert other.verdict is turned.get(line.verdict, line.verdict), line.key
        if line.change is not None and other.change is not None:
            assert other.change == pytest.approx(-line.change), line.key
    for one, other in zip(
        there.credit.attributions, back.credit.attributions, strict=True
    ):
        gains = {share.change: share.gain for share in other.shares}
        for share in one.shares:
            assert gains[share.change] == pytest.approx(-share.gain, abs=1e-9)
    assert there.certainty.share_better + back.certainty.share_better == pytest.approx(
        1
    )
    assert there.certainty.gain.likely == pytest.approx(-back.certainty.gain.likely)


def test_the_published_example_is_better_for_sure() -> None:
    """The worked example saves 145.55 points, and in no draw fewer than 59."""
    profile = load_profile(EXAMPLE / "profile.yaml")
    result = compare(
        load_process(EXAMPLE / "before.yaml"),
        load_process(EXAMPLE / "after.yaml"),
        profile=profile,
    )
    score = result.lines[0]
    assert score.key == "score"
    assert score.change == pytest.approx(61.126672 - 206.674687, abs=1e-5)
    assert result.certainty.share_better == 1.0
    assert result.certainty.box_gain > 59


def test_a_warning_stands_where_the_two_do_not_compare() -> None:
    """Another scope is said at the top, not hidden in a table."""
    process = load_process(STORIES / "packet" / "before.yaml")
    other = load_process(STORIES / "hospital" / "before.yaml")
    result = compare(process, replace(process, scope=other.scope))
    assert any("scope" in warning for warning in result.warnings)


def test_scenarios_are_ranked_with_the_before_among_them() -> None:
    """Places by score, shares of being best that sum to one, each after in full."""
    folder = STORIES / "overloaded-hr"
    before = read_file(folder / "before.yaml")
    names = ("recruiting-firm.yaml", "electronic-and-lock.yaml")
    afters = [read_file(folder / name) for name in names]
    result = compare_scenarios(
        before.process,
        [
            Scenario(process=after.process, plan=after.plan_from(before))
            for after in afters
        ],
    )
    assert [one.comparison for one in result.ranking] == [1, 0, -1]
    assert [one.place for one in result.ranking] == [1, 2, 3]
    assert math.fsum(one.share_best for one in result.ranking) == pytest.approx(1)
    alone = compare(before.process, afters[1].process, plan=afters[1].plan_from(before))
    assert result.comparisons[1] == alone


def test_equal_scenarios_share_a_place() -> None:
    """Nobody is ranked below an equal."""
    process = load_process(STORIES / "packet" / "before.yaml")
    result = compare_scenarios(process, [Scenario(process=process)])
    assert [one.place for one in result.ranking] == [1, 1]
    assert [one.share_best for one in result.ranking] == pytest.approx([0.5, 0.5])
