"""What a simulation of the best sets says, in words."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from audit.loaders import read_file
from audit.pipeline import audit_process, recommend
from audit.report import render_html, render_recommendation_text
from audit.report.recommendation.words import judged
from audit.result import Recommendation, SimulatedLoss, TopSet
from audit.simulation import HEADLINES

PACKET = Path("processes/packet/before.yaml")


@cache
def packet() -> Recommendation:
    return recommend(read_file(PACKET))


def top(
    changes: tuple[str, ...],
    share: float | None,
    losses: tuple[SimulatedLoss, ...] = (),
) -> TopSet:
    return TopSet(
        changes=changes, cost=0.0, score=0.0, days=0.0, share_best=share, losses=losses
    )


def with_shares(
    own: float | None, other: float | None, *losses: SimulatedLoss
) -> Recommendation:
    """Return the packet's recommendation beside a set that swaps one change."""
    result = packet()
    chosen = tuple(line.change for line in result.chosen)
    unchosen = next(p.id for p in result.proposals if p.id not in chosen)
    swapped = (*chosen[1:], unchosen)
    return replace(result, top_sets=(top(chosen, own), top(swapped, other, losses)))


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


def test_a_faster_set_that_loses_something_else_tells_its_price() -> None:
    """Speed alone would read as advice to drop what keeps offers from falling through.

    A number that reads the same on both sides is no price, however sure it is.
    """
    losses = (
        SimulatedLoss(key="days_to_fill", here=80.0, recommended=70.0),
        SimulatedLoss(key="hired_share", here=0.0100, recommended=0.01001),
        SimulatedLoss(key="openings_filled", here=0.9, recommended=0.97),
        SimulatedLoss(key="rescinded_per_100_hires", here=62.04, recommended=0.0),
        SimulatedLoss(key="left_per_100_hires", here=1510.0, recommended=1400.0),
    )
    assert judged(with_shares(0.25, 0.75, *losses)).endswith(
        " Its speed has a price: 80 days from posting to filled in place of 70 days, "
        "90 % of the openings filled in place of 97 %, 62 offers taken back for 100 "
        "hires in place of 0 and 1,510 people who leave for 100 hires in place of "
        "1,400."
    )
    assert "price" not in judged(with_shares(0.25, 0.75, losses[1]))
    assert "price" not in judged(with_shares(0.75, 0.25, *losses))


def test_every_headline_number_has_its_words() -> None:
    """A loss without words would end the page with an error."""
    others = {figure.kind.name.lower() for figure in HEADLINES} - {"days_to_hire"}
    for key in others:
        loss = SimulatedLoss(key=key, here=0.5, recommended=0.9)
        assert "in place of" in judged(with_shares(0.25, 0.75, loss))
