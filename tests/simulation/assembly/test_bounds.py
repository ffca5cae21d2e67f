"""Numbers that no run could hold are refused in words, at once."""

from __future__ import annotations

import pytest

from audit.errors import SimulationError
from tests.simulation.assembly.files import STAFFED, assembled

ONE = "  - {id: a, role: hr, work: 30 min}\n"
RACE = "requisitions: {per_year: 73, applicants: 20"


@pytest.mark.parametrize(
    ("top", "words"),
    [
        ("arrivals: {per_week: 1e9}", "candidates in a run"),
        ("arrivals: {every: 1 second}", "candidates in a run"),
        ("requisitions: {per_year: 1e12, applicants: 1}", "candidates in a run"),
        (RACE.replace("20", "1e9") + "}", "candidates in a run"),
        (RACE + ", reposts: 1000000000}", "candidates in a run"),
        ("arrivals: {per_week: 1}\nother_offers: 100%", "`other_offers`: with 100 %"),
    ],
)
def test_too_many_candidates(top: str, words: str) -> None:
    """However they come, and however fast they go."""
    with pytest.raises(SimulationError, match=words):
        assembled(ONE, top=top)


@pytest.mark.parametrize(
    ("hr", "words"),
    [
        ("people: 1e9", "people in role `hr`"),
        ("people: 1, hours_per_week: 400", "400 hours a week, and a week has 168"),
        ("people: 1, duties: {a: {work: 1 h, per_hire: 1e9}}", "jobs of `hr/a`"),
        (
            "people: 1e4, duties: {a: {work: 1 s, share: 50%}}",
            "other jobs of role `hr`",
        ),
    ],
)
def test_too_large_a_house(hr: str, words: str) -> None:
    """The role is named, with how much there may be."""
    with pytest.raises(SimulationError, match=words):
        assembled(ONE, hr=hr)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("in_progress: 1e9", "candidates in a run"),
        ("leaves: 100%", "`leaves` of step `a`: with 100 %"),
    ],
)
def test_too_much_at_a_step(keys: str, words: str) -> None:
    """A crowd before it, or a step that nobody survives."""
    with pytest.raises(SimulationError, match=words):
        assembled(f"  - {{id: a, role: hr, work: 30 min, {keys}}}\n")


def test_a_large_house_is_not_too_large() -> None:
    """A thousand recruiters and a hundred thousand applicants a year are simulated."""
    hr = STAFFED.replace("people: 2", "people: 1000")
    made = assembled(ONE, hr=hr, top="arrivals: {per_week: 2000}")
    assert made.scenario.roles[0].people == 1000
