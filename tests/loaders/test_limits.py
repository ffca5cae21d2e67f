"""Numbers that no house has, and those that a simulation lives with in part."""

from __future__ import annotations

import pytest

from tests.loaders.files import codes_of

RACE = "requisitions: {per_year: 60, applicants: 20}"


def found(hr: str = "people: 2", top: str = RACE, step: str = "") -> list[str]:
    """Return the codes for a file with keys of a role, of the top and of a step."""
    more = f", {step}" if step else ""
    text = f"""\
process: A
{top}
roles:
  candidate: {{side: candidate}}
  hr: {{side: employer, {hr}}}
steps:
  - {{id: apply, role: candidate}}
  - {{id: a, role: hr, work: 1 h{more}}}
"""
    return codes_of(text.encode())


@pytest.mark.parametrize(
    "hr",
    [
        "people: 0",
        "people: 0-0",
        "people: 2, hours_per_week: 0",
        "people: 2, hours_per_week: 168.5",
        "people: 2, duties: {pay: {work: 0, per_hire: 1}}",
    ],
)
def test_a_role_that_cannot_be(hr: str) -> None:
    """Nobody, no hours, more hours than a week has, or work that takes no time."""
    assert found(hr) == ["E095"]


@pytest.mark.parametrize(
    "top",
    [
        "requisitions: {per_year: 60, applicants: 20, openings: 0}",
        "arrivals: {every: 0 days}",
        f"{RACE}\nother_offers: 100%",
    ],
)
def test_a_demand_that_cannot_be(top: str) -> None:
    """No opening, no time between two candidates, nobody left on the second day."""
    assert found(top=top) == ["E095"]


def test_everybody_leaves() -> None:
    """A patience of less than a day for all is a mistake for the share of all days."""
    assert found(step="leaves: 100%") == ["E095"]
    assert found(step="leaves: 99%") == []


def test_the_edges_of_what_can_be() -> None:
    """One person, day and night, is a house; so are seven days of 24 hours."""
    assert found("people: 1, hours_per_week: 168") == []
    assert found("people: 1, calendar: {days: mon-sun, hours: 0-24}") == []


def test_all_that_is_wrong_is_found_at_once() -> None:
    """A file is mended in one go."""
    hr = "people: 0, hours_per_week: 200, duties: {pay: {work: 0, share: 10%}}"
    assert found(hr, step="leaves: 100%") == ["E095"] * 4


def test_half_a_person_is_no_doubt() -> None:
    """People who work part of the week are stated as parts, and taken as that."""
    assert found("people: 0.5") == []
    assert found("people: 2.5, hours_per_week: 38.5") == []


@pytest.mark.parametrize(
    ("top", "step"),
    [
        ("requisitions: {per_year: 60, applicants: 20, openings: 1.5}", ""),
        ("requisitions: {per_year: 60, applicants: 20, reposts: 0.5}", ""),
        (RACE, "in_progress: 2.5"),
        (RACE, "with: {hr: {people: 1.5, work: 1 h}}"),
    ],
)
def test_things_that_come_one_by_one(top: str, step: str) -> None:
    """A simulation has whole ones of them, and says which it took."""
    assert found(top=top, step=step) == ["W115"]


@pytest.mark.parametrize(("half", "warned"), [("50%", ["W116"]), ("49%", [])])
def test_a_role_without_time_for_candidates(half: str, warned: list[str]) -> None:
    """Jobs that sum to all of the time are what a simulation refuses."""
    duties = f"{{a: {{work: 1 h, share: 50%}}, b: {{work: 2 h, share: {half}}}}}"
    assert found(f"people: 2, duties: {duties}") == warned


@pytest.mark.parametrize(("share", "warned"), [("100%", ["W116"]), ("99%", [])])
def test_other_duties_without_an_end(share: str, warned: list[str]) -> None:
    """A share of all the time leaves as little as jobs do."""
    assert found(f"people: 2, other_duties: {share}") == warned


def test_more_than_all_the_time_is_one_mistake() -> None:
    """It is said once, as the error that it is."""
    duties = "duties: {a: {work: 1 h, share: 60%}, b: {work: 1 h, share: 60%}}"
    assert found(f"people: 2, {duties}") == ["E093"]


@pytest.mark.parametrize("top", ["requisitions: {per_year: 60}", "requisitions: {}"])
def test_requisitions_that_lack_a_number(top: str) -> None:
    """Each number that a simulation asks for is named."""
    assert set(found(top=top)) == {"W116"}
    assert len(found(top=top)) == (1 if "per_year" in top else 2)


def test_a_wrong_number_is_not_a_missing_one() -> None:
    """One mistake is one problem."""
    top = "requisitions: {per_year: many, applicants: 20}"
    assert found(top=top) == ["E030"]


def test_a_file_without_demand_is_asked_for_less() -> None:
    """Whoever does not simulate hears nothing of what only a simulation needs."""
    hr = "people: 2, other_duties: 100%"
    assert found(hr, top="hires_per_year: 20", step="in_progress: 2.5") == []
