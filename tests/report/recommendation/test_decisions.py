"""What leadership is asked: the set, where to begin, what no score can decide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.report.page.amounts import amount
from audit.report.recommendation.decisions import decisions, ended
from audit.report.recommendation.proposals import Proposals
from audit.result import FindingNote, Recommendation, Spread
from tests.report.recommendation.recommendations import CHOSEN, built, recommended


def asked(found: Recommendation) -> list[str]:
    return [pointer.text for pointer in decisions(found, Proposals(found))]


@pytest.mark.parametrize("name", CHOSEN)
def test_the_first_decision_is_the_money_for_the_whole_set(name: str) -> None:
    """Money, how many changes, points, and the week by which all is in place."""
    _, found = recommended(name)
    first = asked(found)[0]
    saved = found.totals[0].before - found.totals[0].after
    assert amount(found.cost.likely, "money", found.currency) in first
    assert f"{saved:,.1f}".removesuffix(".0") + " points less" in first
    last = max(line.end_week for line in found.chosen)
    assert first.endswith(f"by week {last:g}.")


@pytest.mark.parametrize("name", CHOSEN)
def test_the_second_is_the_change_that_buys_most(name: str) -> None:
    """What, who, and by when; its number leads to its card."""
    found, proposals, what = built(name)
    most = next(line for line in found.chosen if line.place == 1)
    pointer = what.decisions[1]
    for words in (proposals[most.change].name(60), most.owner, f"to {most.end_week:g}"):
        assert words in pointer.text
    assert pointer.href == proposals[most.change].href == "#r-1"
    assert pointer.severity == max(
        (note.severity for note in proposals[most.change].line.ends), default=0
    )


def test_what_costs_friction_and_ends_a_grave_finding_is_asked() -> None:
    """Leadership weighs it; the page says both sides with their numbers."""
    found, proposals, what = built("screen")
    (change,) = found.to_weigh
    third = what.decisions[2]
    line = proposals[change].line
    assert third.href == proposals[change].href
    assert f"{-line.gains['score']:.1f} points" in third.text
    assert what.kept.to_weigh[0].href == third.href
    assert any(f"“{n.name}” (severity {n.severity})" in third.text for n in line.ends)


def test_a_safeguard_says_that_no_score_shows_it() -> None:
    """A change for a finding is never sold by points that it does not save."""
    _, found = recommended("packet")
    first, *rest = sorted(found.chosen, key=lambda line: line.place)
    chosen = (replace(first, reason="safeguard", place=9), *rest)
    words = asked(replace(found, chosen=chosen))[2]
    assert "which no score shows" in words
    assert "points" not in words


def test_one_change_is_asked_for_once() -> None:
    """With a single change there is no set to release money for."""
    _, found = recommended("packet")
    one = next(line for line in found.chosen if line.place == 1)
    words = asked(replace(found, chosen=(one,)))
    assert len(words) == 1
    assert words[0].startswith("R1 ")


def test_a_set_without_a_price_releases_no_money() -> None:
    """A decision to make changes that cost nothing."""
    _, found = recommended("packet")
    free = replace(found, cost=Spread(low=0.0, likely=0.0, high=0.0))
    assert asked(free)[0].startswith("Make five changes that cost no money: ")


def test_grave_findings_are_named_before_small_ones() -> None:
    """Two are named, the others counted; small ones only where none is grave."""
    notes = tuple(
        FindingNote(check=f"c{k}", code=f"F{k}", name=f"N{k}", severity=severity)
        for k, severity in enumerate((5, 4, 4, 2))
    )
    assert ended(notes) == "“N0” (severity 5), “N1” (severity 4) and 1 more"
    assert ended(notes[3:]) == "“N3” (severity 2)"
    assert ended(()) == ""
