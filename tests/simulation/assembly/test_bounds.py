"""Numbers that no run could hold are refused in words, at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.errors import SimulationError
from audit.ledger import load_profile
from audit.model import Quantity
from audit.simulation.assembly import scenario_of
from audit.simulation.assembly.demand_of import per_day
from tests.simulation.assembly.files import STAFFED, WINDOW, assembled, process

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


def test_a_crowd_before_a_step() -> None:
    """Those in progress take room, too."""
    with pytest.raises(SimulationError, match="candidates in a run"):
        assembled("  - {id: a, role: hr, work: 30 min, in_progress: 1e9}\n")


def test_a_process_made_without_a_file() -> None:
    """What a file is refused for is refused of a process built in code, too."""
    with pytest.raises(SimulationError, match="with 100 % a day nobody is ever left"):
        per_day(Quantity.point(1.0), "`other_offers`")
    made = process(ONE)
    roles = tuple(
        replace(role, hours_per_week=Quantity.point(400.0)) for role in made.roles
    )
    with pytest.raises(SimulationError, match="400 hours a week, and a week has 168"):
        scenario_of(replace(made, roles=roles), load_profile(None), WINDOW)


def test_a_large_house_is_not_too_large() -> None:
    """A thousand recruiters and a hundred thousand applicants a year are simulated."""
    hr = STAFFED.replace("people: 2", "people: 1000")
    made = assembled(ONE, hr=hr, top="arrivals: {per_week: 2000}")
    assert made.scenario.roles[0].people == 1000
