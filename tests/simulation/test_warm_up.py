"""How long a house takes to be as it stays, and when it never is."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from audit.errors import SimulationError
from audit.simulation import (
    RolePool,
    Scenario,
    exponential,
    point,
    warm_up_days,
)
from audit.simulation.intervals import most_left_out
from audit.simulation.workers import LocalWorkers
from tests.simulation.building import scenario, step


def one_role(hours: float, *, window: tuple[float, float, float]) -> Scenario:
    """One person whom somebody comes to each day, on average."""
    return scenario(
        step("serve", "hired", "hr", exponential(hours)),
        roles=(RolePool(id="hr", people=1),),
        arrive=7.0,
        window=window,
    )


def test_warm_up_is_longer_for_a_busier_role() -> None:
    """A nearly full role takes long to fill its desk, or does not settle in time."""
    window = (0.0, 600.0, 100.0)
    idle = warm_up_days(one_role(8.0, window=window), runs=30)
    busy = warm_up_days(one_role(23.0, window=window), runs=30)
    assert idle is not None
    assert idle < (math.inf if busy is None else busy)
    assert idle < 60


def test_only_the_length_of_the_window_counts() -> None:
    """What a plan leaves out does not change what would have to be left out."""
    found = {
        warm_up_days(one_role(20.0, window=window))
        for window in ((0.0, 400.0, 50.0), (150.0, 250.0, 50.0))
    }
    assert len(found) == 1


def test_it_is_the_same_on_every_machine() -> None:
    """However many cores take part, and at every call."""
    house = one_role(20.0, window=(50.0, 300.0, 50.0))
    one, two = LocalWorkers(1), LocalWorkers(2)
    assert warm_up_days(house, workers=one) == warm_up_days(house, workers=two)


def test_a_queue_that_grows_never_settles() -> None:
    """More is asked than there is, nobody leaves: days grow as long as one looks."""
    house = one_role(30.0, window=(100.0, 500.0, 400.0))
    assert warm_up_days(replace(house, transient=True)) is None
    with pytest.raises(SimulationError, match="no steady state"):
        warm_up_days(house)


def test_nobody_to_look_at_needs_no_warm_up() -> None:
    """Where no case ends there is no course."""
    house = scenario(
        step("wait", "hired", days=point(900)), arrive=7.0, window=(0.0, 100.0, 50.0)
    )
    assert warm_up_days(house) == 0.0


@pytest.mark.parametrize(("count", "most"), [(0, 0), (9, 0), (10, 5), (600, 300)])
def test_no_more_than_half_is_left_out(count: int, most: int) -> None:
    """In whole batches of five."""
    assert most_left_out(count) == most
