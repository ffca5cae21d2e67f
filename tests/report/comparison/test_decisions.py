"""What leadership is asked: it follows from the result, and says its numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.loaders import load_process_text
from audit.pipeline import compare
from audit.report.comparison.addresses import Addresses
from audit.report.comparison.credit import attribution
from audit.report.comparison.decisions import ENOUGH, SHOWN, decisions
from audit.report.comparison.headline import direction, is_sure
from audit.result import ComparisonResult
from tests.report.comparison.comparisons import EVERY, ONBOARDING, STORIES, compared
from tests.report.stories import numbers_in

SEEN = {"measured", "published", "reported"}


def asked(result: ComparisonResult) -> list[str]:
    return [pointer.text for pointer in decisions(result, Addresses(result))]


@pytest.mark.parametrize("name", STORIES)
def test_the_changes_to_make_hold_what_is_said(name: str) -> None:
    """The named changes are the largest, and hold the per cent of the gain."""
    result = compared(name)
    score = attribution(result.credit, "score")
    made = [text for text in asked(result) if text.startswith("Make ")]
    better = direction(result) < 0 and is_sure(result)
    assert bool(made) == better
    if not better or score is None:
        return
    gains = [share.gain for share in score.shares if share.gain > 0]
    held = made[0].count("“")
    if len(gains) == held > 1:
        assert "they hold all of what is gained" in made[0]
    elif len(gains) > 1:
        share = sum(gains[:held]) / sum(gains)
        assert numbers_in(made[0].split("hold", 1)[1])[0] == pytest.approx(
            100 * share, abs=0.5
        )
        assert held == SHOWN or share >= ENOUGH


def test_what_only_may_be_better_is_tried_first() -> None:
    """Where the draws disagree, nobody is told to go ahead."""
    result = compared("packet")
    doubt = replace(result.certainty, share_better=0.6, inputs_share_better=None)
    first, *_ = asked(replace(result, certainty=doubt))
    assert first.startswith("Try ")
    assert "not sure" in first


def test_what_is_worse_is_not_asked_for() -> None:
    """A process with more friction is kept out, with its points."""
    result = compared("example, worse")
    first, second, *_ = asked(result)
    added = result.after.score - result.before.score
    assert first.startswith("Keep the old process")
    assert numbers_in(first) == [round(added, 1)]
    assert second.startswith("Weigh ")


@pytest.mark.parametrize("name", STORIES)
def test_the_step_to_measure_is_the_heaviest_that_nobody_measured(name: str) -> None:
    """Its number and its share of the friction are those of the audit."""
    result = compared(name)
    measure = [text for text in asked(result) if text.startswith("Measure ")]
    if result.same:
        assert measure == []
        return
    steps = [s for s in result.after.process.steps if s.basis not in SEEN]
    step = max(steps, key=lambda s: s.points)
    assert numbers_in(measure[0])[0] == step.number
    share = 100 * step.points / result.after.score
    assert numbers_in(measure[0].rsplit("holds", 1)[1])[0] == pytest.approx(
        share, abs=0.5
    )


def test_where_all_is_measured_nothing_is_to_be_measured() -> None:
    """Nobody is sent to measure again what was measured."""
    result = compared("packet")
    process = result.after.process
    steps = tuple(replace(step, basis="measured") for step in process.steps)
    seen = replace(result, after=replace(result.after, process=replace(
        process, steps=steps)))  # fmt: skip
    assert not any(text.startswith("Measure") for text in asked(seen))


def test_the_client_is_asked_for_what_the_case_lacks() -> None:
    """First the hires, then the costs, then the price of an empty post."""
    result = compared("packet")
    benefits = replace(result.benefits, hires_per_year=240.0)
    for changed, words in (
        (replace(benefits, hires_per_year=None), "how many are hired a year"),
        (benefits, "without it the case looks too good"),
        (replace(benefits, costs_unstated=(), vacancy=None), "a day of an empty post"),
    ):
        assert any(words in text for text in asked(replace(result, benefits=changed)))


@pytest.mark.parametrize("name", EVERY)
def test_every_decision_leads_to_its_reason(name: str) -> None:
    """Each has a place on the page; the same process asks for none."""
    result = compared(name)
    shown = decisions(result, Addresses(result))
    assert all(pointer.href.startswith("#") for pointer in shown)
    assert (not shown) == result.same


@pytest.mark.parametrize("way", [1, -1])
def test_nobody_is_told_to_choose_by_what_was_written_down(way: int) -> None:
    """A file that says more than the other is not worse, and is kept for no reason."""
    silent, told = (
        load_process_text(
            f"{ONBOARDING}steps:\n  - {{id: form, role: candidate{work}}}\n"
            "  - {id: enter, role: hr}\n"
        )
        for work in ("", ", work: 5 min")
    )
    texts = asked(compare(*(silent, told)[::way]))
    assert texts[0] == (
        "Write the candidate's work down in both files before you choose: only one of "
        "them says it, so the difference in points is partly what was written."
    )
    for text in texts:
        assert not text.startswith(("Keep", "Make", "Try", "Weigh"))
