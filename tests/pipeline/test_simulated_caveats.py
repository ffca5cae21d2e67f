"""What a reader of simulated numbers is told of the file, with its numbers."""

from __future__ import annotations

import pytest

from audit.loaders import load_process_text
from audit.pipeline import RunPlan, simulate
from audit.pipeline.simulating import quick_looks
from audit.result import SimulationResult
from audit.result.simulation import SimulatedVariant, WarmUp
from audit.simulation.workers import LocalWorkers
from tests.pipeline.simulated_files import small_house

SHORT = RunPlan(years=1, runs=4, seed=3)
FROM_THE_START = RunPlan(
    years=1, runs=4, seed=3, warm_up_days=0.0, warm_up=WarmUp.ASKED
)
REPOSTED = ("applicants: 8,", "applicants: 8, reposts: 2,")
IN_PROGRESS = ("id: screen\n", "id: screen\n    in_progress: 12\n")


def stated(hires: float) -> tuple[str, str]:
    return ("hires_per_year: 12", f"hires_per_year: {hires}")


def ran(*changes: tuple[str, str], plan: RunPlan = SHORT) -> SimulatedVariant:
    house = small_house(*changes)
    return simulate(house, plan=plan, workers=LocalWorkers(1)).process


def looked_at(*changes: tuple[str, str]) -> SimulatedVariant:
    found = quick_looks([small_house(*changes)])
    assert isinstance(found, SimulationResult)
    return found.process


def about(variant: SimulatedVariant, words: str) -> list[str]:
    """Return the sentences that say something."""
    return [sentence for sentence in variant.assumptions if words in sentence]


def test_hires_that_no_luck_explains_are_told_with_both_numbers() -> None:
    """Money of a year would be priced with hires that the demand never brings."""
    variant = ran(stated(60))
    (line,) = (line for line in variant.lines if line.key == "hires")
    assert line.number is not None
    (words,) = about(variant, "The file states")
    assert "The file states 60 hires a year" in words
    assert f"bring {line.number.mean:.0f} on average over the runs" in words
    assert "a year of 60 hires is priced with the stated number" in words
    # Too few are told too: a run knows what the demand brings.
    assert about(ran(stated(4)), "The file states 4 hires a year")


def test_hires_that_luck_explains_are_no_contradiction() -> None:
    """Nobody states the hires of a year to the digit of a mean over runs."""
    variant = ran()
    (line,) = (line for line in variant.lines if line.key == "hires")
    assert line.number is not None
    close = ran(stated(round(line.number.mean) + 3))
    assert not about(close, "The file states")


def test_without_a_run_only_more_than_the_most_is_told() -> None:
    """24 openings a year fill no 60; how few are filled takes runs to say."""
    (words,) = about(looked_at(stated(60)), "The file states")
    assert "bring 20 at most on average, and 15 to 26 in eight years of ten" in words
    assert not about(looked_at(stated(4)), "The file states")


def test_a_file_that_states_no_hires_is_told_nothing_of_them() -> None:
    """There is nothing to compare."""
    assert not about(ran(("hires_per_year: 12\n", "")), "The file states")


def test_later_postings_are_told_as_a_number_and_a_bound() -> None:
    """What the file asks for counts them as if nobody left, and says so."""
    (words,) = about(looked_at(REPOSTED), "posted again")
    assert "that is 1.17 postings for each on average" in words
    assert words.endswith("up to 3 for each.")
    (role,) = looked_at(REPOSTED).roles
    (once,) = looked_at().roles
    ratio = role.candidate_hours / once.candidate_hours
    assert ratio == pytest.approx(1.17, abs=0.005)
    assert not about(looked_at(), "posted again")


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (SHORT, "leave out their first 182 days"),
        (FROM_THE_START, "the hours at work and the waits of others hold what they"),
    ],
)
def test_candidates_in_progress_are_counted_in_words(plan: RunPlan, words: str) -> None:
    """Who stands there at the start is cut off by the warm-up, and the reader hears."""
    (found,) = about(ran(IN_PROGRESS, plan=plan), "12 candidates in progress")
    assert words in found
    assert ("`--warm-up 0`" in found) == (plan is SHORT)
    assert not about(ran(plan=plan), "in progress")


def test_who_is_listed_and_not_measured_is_told() -> None:
    """A list of the first weeks lies in the warm-up, and nobody is hired."""
    listed = (
        "requisitions: {per_year: 24, applicants: 8, over: 1 week, notice: 1 day}",
        "arrivals: {days: [1 day, 3 days, 200 days]}",
    )
    (words,) = about(ran(listed), "The file lists")
    assert "lists 3 candidates by day, and 1 of them in the measured time" in words
    assert "from day 182 to day 547" in words
    assert about(looked_at(listed), "The file lists")
    assert not about(ran(listed, plan=FROM_THE_START), "The file lists")
    assert not about(ran(), "The file lists")


def test_a_quick_look_leaves_out_who_is_in_progress_and_says_so() -> None:
    """A formula of the long run knows no start."""
    (found,) = about(looked_at(IN_PROGRESS), "12 candidates in progress")
    assert "`--warm-up 0`" in found


def test_candidates_without_an_opening_bring_hires_too() -> None:
    """Where nobody races the hires of a year are a share of who comes."""
    text = """\
process: Walk-in
hires_per_year: 500
arrivals: {per_week: 2}
roles: {hr: {side: employer, people: 1, hours_per_week: 40}}
steps:
  - {id: talk, role: hr, work: 1 h, next: {hired: 50%, rejected: 50%}}
"""
    found = quick_looks([load_process_text(text, "walk-in.yaml")])
    assert isinstance(found, SimulationResult)
    (words,) = about(found.process, "The file states 500 hires")
    assert "Its applicants bring 52 at most" in words
