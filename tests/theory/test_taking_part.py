"""Steps of several people, against closed forms and the exact engine."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from audit.analysis import Analysis
from audit.ledger import load_profile, price
from audit.loaders import load_process_text
from audit.simulation import Figure, FigureKind, RolePool, Scenario, Window, figures_of
from audit.simulation.assembly import scenario_of
from audit.simulation.assembly.participants import Guests, together
from audit.simulation.codes import BATCH, LEFT_WAITING, RESCINDED
from audit.simulation.laws import DurationLaw, exponential, point
from audit.simulation.run import Run
from audit.simulation.scenario import (
    Batch,
    PositionControl,
    Requisitions,
    ScheduledTimes,
)
from tests.simulation.building import (
    days_of_hires,
    over_runs,
    run,
    scenario,
    share,
    step,
)

ENDLESS = 10_000


def meeting(
    own: DurationLaw,
    guest: DurationLaw | None,
    *,
    people: tuple[int, int] = (ENDLESS, ENDLESS),
    guests: int = 1,
    arrive: float | list[float] = 70.0,
    window: tuple[float, float, float] = (0.0, 200.0, 50.0),
) -> Scenario:
    """A step of one role in which others take part; hired after it."""
    one = step("meet", "hired", "hr", own)
    taking = (
        (Guests(role="panel", asked=guests, people=guests, work_hours=guest),)
        if guest
        else ()
    )
    return scenario(
        *together(one, taking),
        roles=(
            RolePool(id="hr", people=people[0]),
            RolePool(id="panel", people=people[1]),
        ),
        arrive=arrive,
        window=window,
    )


def within(found: tuple[float, float], exact: float) -> bool:
    """Within four standard errors."""
    return abs(found[0] - exact) < 4 * found[1]


def mean_days(a_scenario: Scenario) -> tuple[float, float]:
    return over_runs(a_scenario, lambda one: days_of_hires(one).mean())


def test_the_step_lasts_as_long_as_the_last_of_them() -> None:
    """Endless servers: the larger of two exponentials has mean a + b - ab/(a + b)."""
    exact = (12 + 30 - 12 * 30 / 42) / 24
    assert within(mean_days(meeting(exponential(12), exponential(30))), exact)


def test_three_of_a_kind() -> None:
    """Three guests beside a step that takes no time: 1 + 1/2 + 1/3 of their mean."""
    three = meeting(point(0), exponential(24), guests=3)
    assert within(mean_days(three), 1 + 1 / 2 + 1 / 3)


def test_two_queues_of_one_person_each() -> None:
    """Flatto & Hahn 1984, Nelson & Tantawi 1988: (12 - rho)/8 of an M/M/1 time."""
    hours, per_day = 12.0, 1.0
    rho = per_day * hours / 24
    pair = meeting(
        exponential(hours),
        exponential(hours),
        people=(1, 1),
        arrive=7 * per_day,
        window=(100.0, 3000.0, 100.0),
    )
    alone = hours / 24 / (1 - rho)
    assert within(mean_days(pair), (12 - rho) / 8 * alone)


def test_the_hours_of_who_takes_part_are_in_the_load() -> None:
    """Rate x people x work / capacity; those of the doer stay what they are."""
    pair = meeting(
        exponential(2),
        exponential(3),
        people=(2, 4),
        guests=2,
        arrive=70.0,
        window=(20.0, 400.0, 20.0),
    )
    for role, exact in (("hr", 10 * 2 / 48), ("panel", 10 * 2 * 3 / 96)):

        def used(one: Run, role: str = role) -> float:
            return figures_of(one)[Figure(FigureKind.UTILISATION, role)]

        assert within(over_runs(pair, used), exact), role


def test_patience_runs_while_a_group_is_waited_for() -> None:
    """Leaving at theta a day, the next date anywhere in P days: 1 - (1 - e^-tP)/(tP).

    Nobody is impatient any more once the step is over.
    """
    theta, days = 0.1, 14.0
    group = step(
        "meet", "wait", "hr", point(0),
        batch=Batch(every_days=days), leaves_per_day=theta,
    )  # fmt: skip
    taking = Guests(role="panel", asked=1, people=1, work_hours=point(1))
    house = scenario(
        *together(group, (taking,)),
        step("wait", "hired", days=point(100)),
        roles=(RolePool(id="hr", people=ENDLESS), RolePool(id="panel", people=ENDLESS)),
        arrive=70.0,
        window=(0.0, 560.0, 200.0),
    )
    exact = 1 - (1 - math.exp(-theta * days)) / (theta * days)
    assert within(over_runs(house, lambda one: share(one, LEFT_WAITING)), exact)
    waited = over_runs(house, lambda one: float(one.waits[one.measured, BATCH].mean()))
    assert within(waited, days / 2)


def test_who_waits_for_a_position_keeps_nobody_busy() -> None:
    """A lock comes first: as many meetings as positions, and no offer taken back."""
    locked = step(
        "meet", "start", "hr", point(1), position=PositionControl.LOCK, offers=True
    )
    taking = Guests(role="panel", asked=2, people=2, work_hours=point(2))
    one = run(
        scenario(
            *together(locked, (taking,)),
            step("start", "hired", days=point(20)),
            roles=(RolePool(id="hr", people=9), RolePool(id="panel", people=9)),
            demand=Requisitions(
                open=ScheduledTimes(every_days=10.0),
                applicants=6,
                applicants_vary=False,
                over_days=5.0,
            ),
            window=(0.0, 1000.0, 100.0),
        )
    )
    assert not (one.outcome == RESCINDED).any()
    place = one.tables.step_places
    positions = 100
    assert one.visits[place["meet"]] == positions
    assert one.visits[place["meet, over"]] == positions
    assert 24 * one.case_work[1] == pytest.approx(2 * 2 * positions)


FILE = """\
process: A
roles:
  hr: {{side: employer, people: 5000, hours_per_week: 168, other_duties: 0}}
  panel: {{side: employer, people: 5000, hours_per_week: 168, other_duties: 0}}
arrivals: {{per_week: 60}}
steps:
  - {{id: meet, role: hr, work: 4 h, wait: 2-4 days, with: {{panel: {{people: 2,
     work: {work}}}}}, next: {{file: 70%, rejected: rest}}}}
  - {{id: file, role: hr, work: 2 h, wait: 1 day}}
"""
WINDOW = Window(warm_up=0.0, measured=1000.0, cool_down=100.0)


@pytest.mark.parametrize(("work", "longer"), [("3 h", 0.0), ("5 days", 2.0)])
def test_endless_servers_are_the_exact_engine(work: str, longer: float) -> None:
    """Where nobody who takes part needs longer than the step; else it is by so much."""
    process = load_process_text(FILE.format(work=work))
    profile = load_profile(None)
    made = scenario_of(process, profile, WINDOW)
    analysis = Analysis(process)
    exact = price(analysis, profile).flow_time.mean + longer
    found = mean_days(made.scenario)
    # With the longer guest nothing is left to chance: five days and one.
    assert abs(found[0] - exact) < 4 * found[1] + 1e-6
    hired = over_runs(
        made.scenario, lambda one: float((one.outcome[one.measured] == 0).mean())
    )
    assert within(hired, analysis.hired_share)


@seed(20)
@settings(max_examples=30, deadline=None)
@given(
    days=st.lists(st.floats(0, 60), min_size=1, max_size=40),
    own=st.floats(0, 200),
    guest=st.floats(0.1, 200),
    doers=st.integers(1, 3),
    guests=st.integers(1, 3),
    spare=st.integers(0, 2),
    number=st.integers(0, 100),
)
def test_nobody_is_done_sooner_because_more_take_part(
    days: list[float],
    own: float,
    guest: float,
    doers: int,
    guests: int,
    spare: int,
    number: int,
) -> None:
    """People who do nothing else take nobody from a queue: with the same luck each
    candidate waits for the step as before, and no less for its end."""
    ended = [
        run(
            meeting(
                exponential(own),
                law,
                people=(doers, guests + spare),
                guests=guests,
                arrive=days,
                window=(0.0, 61.0, 100_000.0),
            ),
            number,
        ).ended
        for law in (None, exponential(guest))
    ]
    assert np.isfinite(ended).all()
    assert (ended[1] >= ended[0]).all()
