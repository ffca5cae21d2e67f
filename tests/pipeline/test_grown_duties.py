"""Other work stated as a share grows with the people, and that is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.pipeline.grown_duties import with_grown_duties
from audit.result.simulation import SimulatedRole, SimulatedVariant
from tests.report.simulation.houses import looked_at

HR = SimulatedRole(
    id="hr", name="HR", side="employer", people=2, hours_per_week=80.0,
    candidate_hours=10.0, opening_hours=0.0, duty_hours=40.0,
)  # fmt: skip


def after_of(**changes: object) -> tuple[str, ...]:
    """Return what is said of an after whose HR changed so."""
    plain = replace(looked_at("overloaded-hr").process, assumptions=(), roles=(HR,))
    now: SimulatedVariant = replace(
        plain,
        roles=(replace(HR, **changes),),  # type: ignore[arg-type]
    )
    return with_grown_duties(plain, now).assumptions


def test_a_share_of_more_hours_is_more_work() -> None:
    """With its numbers, and the share that would keep the work as it was."""
    assert after_of(people=3, hours_per_week=120.0, duty_hours=60.0) == (
        "HR: the file states its other work as a share of its hours, so with 3 people "
        "instead of 2 it is 60 h a week instead of 40 h. Where the work stays as it "
        "is, state 33.3 %.",
    )


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"duty_hours": 60.0},
        {"people": 3, "hours_per_week": 120.0, "duty_hours": 40.0},
        {"people": 3, "hours_per_week": 120.0, "duty_hours": 75.0},
    ],
)
def test_work_that_was_stated_anew_is_left_alone(changes: dict[str, float]) -> None:
    """Nothing is said where the people, or the share, did not move as one."""
    assert after_of(**changes) == ()
