"""Other work of a role: the simulation makes of it what the audit reads."""

from __future__ import annotations

import math

import pytest

from audit.model import other_work
from audit.simulation.scenario import RolePool
from tests.simulation.assembly.files import assembled, process

STEP = "  - {id: read, role: hr, work: 1 h}\n"
PEOPLE = "people: 2, hours_per_week: 40"
JOBS = "duties: {pay: {work: 2 h, share: 25%}, rounds: {work: 30 min, share: 10%}}"
OF_HIRES = "duties: {orientation: {work: 90 min, per_hire: 2}}"


def pool(hr: str) -> RolePool:
    (found,) = (role for role in assembled(STEP, hr=hr).scenario.roles)
    return found


@pytest.mark.parametrize(
    "said",
    [
        "other_duties: 0",
        "other_duties: 55%",
        JOBS,
        f"other_duties: 35%, {JOBS}",
        f"other_duties: 90%, {JOBS}",
        OF_HIRES,
    ],
)
def test_audit_and_simulation_take_the_same_share(said: str) -> None:
    """A desk that is full in the one report is as full in the other."""
    hr = f"{PEOPLE}, {said}"
    (role,) = (one for one in process(STEP, hr=hr).roles if one.id == "hr")
    read, duties = other_work(role), pool(hr).duties
    assert read is not None
    assert math.fsum(duty.share for duty in duties) == pytest.approx(read.share)
    added = math.fsum(duty.per_hire * duty.work_hours.mean for duty in duties)
    assert added == pytest.approx(read.hours_per_hire)


def test_what_is_not_said_is_no_other_work_for_neither() -> None:
    """Without a word there is no share, and both say so."""
    (role,) = (one for one in process(STEP, hr=PEOPLE).roles if one.id == "hr")
    assert other_work(role) is None
    made = assembled(STEP, hr=PEOPLE)
    assert any("roles.hr.duties or other_duties" in line for line in made.not_assessed)
