"""What a simulation of the best sets says, in words."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from audit.loaders import read_file
from audit.pipeline import audit_process, recommend
from audit.report import render_html, render_recommendation_text
from audit.report.recommendation.words import judged
from audit.result import Recommendation, TopSet

PACKET = Path("processes/packet/before.yaml")


@cache
def packet() -> Recommendation:
    return recommend(read_file(PACKET))


def top(changes: tuple[str, ...], share: float | None) -> TopSet:
    return TopSet(changes=changes, cost=0.0, score=0.0, days=0.0, share_best=share)


def with_shares(own: float | None, other: float | None) -> Recommendation:
    """Return the packet's recommendation beside a set that swaps one change."""
    result = packet()
    chosen = tuple(line.change for line in result.chosen)
    unchosen = next(p.id for p in result.proposals if p.id not in chosen)
    swapped = (*chosen[1:], unchosen)
    return replace(result, top_sets=(top(chosen, own), top(swapped, other)))


def test_without_runs_nothing_is_said() -> None:
    """No sentence about queues that nobody simulated."""
    assert judged(packet()) == ""
    assert judged(with_shares(None, None)) == ""
    assert "simulated" not in render_recommendation_text(packet())


def test_the_recommended_set_may_be_the_fastest() -> None:
    """Then its share is all there is to say."""
    assert judged(with_shares(0.8, 0.2)) == (
        "With people and queues simulated, the recommended set hires fastest in 80 % "
        "of the runs, out of 2 good sets."
    )


def test_another_set_that_is_faster_is_named_by_what_differs() -> None:
    """A director can see which change makes the difference; so can the page."""
    result = with_shares(0.25, 0.75)
    names = {proposal.id: proposal.name for proposal in result.proposals}
    chosen, swapped = (set(one.changes) for one in result.top_sets)
    (gone,), (come,) = chosen - swapped, swapped - chosen
    said = judged(result)
    assert said.endswith(
        f"The set that is fastest most often (75 %) adds “{names[come]}” and leaves "
        f"out “{names[gone]}”."
    )
    page = render_html(audit_process(read_file(PACKET).process), result)
    assert "out of 2 good sets" in page
    assert "out of 2 good sets" in " ".join(render_recommendation_text(result).split())
