"""Numbers that no run could hold are refused in words, at once."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from audit.errors import SimulationError
from audit.ledger import load_profile
from audit.model import Quantity
from audit.simulation.assembly import scenario_of
from audit.simulation.assembly.demand_of import per_day
from tests.simulation.assembly.files import (
    ARRIVALS,
    STAFFED,
    WINDOW,
    assembled,
    process,
)

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
        (
            "people: 1, duties: {a: {work: 1 h, per_hire: 1e9}}",
            "jobs of the duty `a` of role `hr` for a hire",
        ),
        (
            "people: 1e4, duties: {a: {work: 1 s, share: 50%}}",
            "the duty `a` of role `hr` makes about 720,000,000 jobs of 1 s a week",
        ),
        (
            "people: 10, duties: {a: {work: 10 s, share: 40%}, b: {work: 2 h, "
            "share: 40%}}",
            "the duty `a` of role `hr` makes about 57,600 jobs of 10 s a week",
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


@pytest.mark.parametrize(
    ("hr", "top", "shown"),
    [
        ("people: 1e9", ARRIVALS, "hr"),
        ("people: 1e4, duties: {mail: {work: 1 s, share: 50%}}", ARRIVALS, "mail"),
        (STAFFED, "requisitions: {per_year: 5}", "requisitions"),
        (STAFFED, "arrivals: {per_week: 1e12}", "arrivals"),
    ],
)
def test_what_is_refused_has_its_place(hr: str, top: str, shown: str) -> None:
    """The caret stands under the role, duty or demand that the refusal is about."""
    with pytest.raises(SimulationError) as caught:
        assembled(ONE, hr=hr, top=top)
    problem = caught.value.problem
    assert problem is not None
    place = problem.location
    assert place.text[place.column - 1 : place.end_column - 1] == shown
    assert str(caught.value).startswith(f"process.yaml:{place.line}:{place.column}: ")


def test_a_refusal_goes_from_worker_to_worker_whole() -> None:
    """What another process refuses still has its words and its place."""
    with pytest.raises(SimulationError) as caught:
        assembled(ONE, hr="people: 1e9")
    sent = pickle.loads(pickle.dumps(caught.value))
    assert (str(sent), sent.problem) == (str(caught.value), caught.value.problem)


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
