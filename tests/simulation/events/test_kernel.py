"""What the event loop promises about queues, calendars, blocks and openings."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest

from audit.simulation.calendar import WeeklyCalendar, office_hours
from audit.simulation.codes import (
    LEFT_FOR_OTHER_OFFER,
    LEFT_WAITING,
    POSITION_FILLED,
    RESCINDED,
    WaitCause,
)
from audit.simulation.laws import exponential, log_normal, point, triangular
from audit.simulation.scenario import (
    Batch,
    DelayCause,
    Duty,
    InProgress,
    ListedTimes,
    PoissonTimes,
    PositionControl,
    Requisitions,
    RolePool,
    Scenario,
    ScenarioStep,
)
from tests.simulation.building import block, run, scenario, step

HOUR = 1 / 24
FAILS = {"rejected": 1 - 1e-9, "done": 1e-9}
"""All but surely; a branch that cannot succeed at all is refused."""
FRIDAY = 4.0


def hr(people: int = 1, **keys: object) -> tuple[RolePool, ...]:
    """One role."""
    return (RolePool(id="hr", people=people, **keys),)  # type: ignore[arg-type]


def ends(a_scenario: Scenario) -> list[float]:
    """Hours at which the candidates' cases ended, by arrival."""
    return [round(24 * day, 6) for day in run(a_scenario).ended.tolist()]


def test_first_come_first_served() -> None:
    """One person, three candidates at once: they finish one after the other."""
    one = scenario(
        step("a", "hired", "hr", point(2.0)), roles=hr(), arrive=[0.0, 0.0, 0.5 * HOUR]
    )
    assert ends(one) == [2.0, 4.0, 6.0]


def test_a_released_person_takes_who_waits() -> None:
    """Two steps of one person: the second step of one comes after the first of all.

    A peer hands the released person back to the candidate just served: 2, 4, 6.
    """
    one = scenario(
        step("a", "b", "hr", point(1.0)),
        step("b", "hired", "hr", point(1.0)),
        roles=hr(),
        arrive=[0.0, 0.0, 0.0],
    )
    assert ends(one) == [4.0, 5.0, 6.0]


def test_lower_priority_numbers_go_first() -> None:
    """Who waits at a step of priority 0 is served before who waits at one of 1."""
    one = scenario(
        step("a", "b", "hr", point(1.0)),
        step("b", "hired", "hr", point(1.0), priority=0),
        roles=hr(),
        arrive=[0.0, 0.0, 0.0],
    )
    assert ends(one) == [3.0, 4.0, 6.0]


def test_work_goes_on_after_the_weekend() -> None:
    """Four hours begun on Friday at 15:00 are done on Monday at 11:00."""
    one = scenario(
        step("a", "hired", "hr", point(4.0)),
        roles=hr(calendar=office_hours()),
        arrive=[FRIDAY + 15 * HOUR, 5.2, 7 + 9.5 * HOUR],
    )
    monday = 7 * 24
    assert ends(one) == [monday + 11, monday + 15, monday + 24 + 11]
    waits = 24 * run(one).waits[:, [WaitCause.QUEUE, WaitCause.CLOSED, WaitCause.WORK]]
    assert np.round(waits, 6).tolist() == [
        [0.0, 64.0, 4.0],
        # Saturday 4:48: closed until Monday at nine, then two hours behind the first.
        [2.0, 52.2, 4.0],
        [5.5, 16.0, 4.0],
    ]


def test_a_role_elsewhere_keeps_its_own_hours() -> None:
    """Nine o'clock five hours ahead is four o'clock here."""
    one = scenario(
        step("a", "hired", "hr", point(1.0)),
        roles=hr(calendar=office_hours(utc_offset_hours=5.0)),
        arrive=[0.0],
    )
    assert ends(one) == [5.0]


def test_at_opening_priority_counts_not_who_came_at_that_moment() -> None:
    """Who arrives at nine sharp stands behind those who waited through the night."""
    one = scenario(
        step("a", "hired", "hr", point(1.0)),
        roles=hr(calendar=office_hours()),
        arrive=[5 * HOUR, 9 * HOUR],
    )
    assert ends(one) == [10.0, 11.0]


def test_batches_wait_for_their_moment() -> None:
    """Every seven days from day 2; who is on time does not wait for the next."""
    one = scenario(
        step("a", "hired", batch=Batch(every_days=7.0, offset_days=2.0)),
        arrive=[1.0, 2.0, 2.5],
    )
    assert run(one).ended.tolist() == [2.0, 2.0, 9.0]
    assert run(one).waits[:, WaitCause.BATCH].tolist() == [1.0, 0.0, 6.5]


def test_blocks_wait_for_all() -> None:
    """The block takes as long as its longest branch, and each wait has its cause."""
    one = scenario(
        block(
            "checks",
            [step("x", "done", days=point(3), cause=DelayCause.CANDIDATE)],
            [
                block(
                    "inner",
                    [step("y", "done", days=point(1))],
                    [step("z", "done", days=point(4))],
                    next="w",
                ),
                step("w", "done", days=point(1)),
            ],
            next="hired",
        ),
        arrive=[0.0],
    )
    assert run(one).ended.tolist() == [5.0]
    assert run(one).waits[0, [WaitCause.CANDIDATE, WaitCause.OUTSIDE]].tolist() == [
        3,
        6,
    ]


@pytest.mark.parametrize(("cancel", "days"), [(False, 9.0), (True, 2.0)])
def test_a_failed_branch(cancel: bool, days: float) -> None:
    """Ends the case when all branches are done, or at once where the rest is off."""
    one = scenario(
        block(
            "checks",
            [step("drug", FAILS, days=point(2))],
            [step("background", "done", days=point(9))],
            next="hired",
            cancel=cancel,
        ),
        arrive=[0.0],
    )
    assert run(one).ended.tolist() == [days]
    assert run(one).outcome.tolist() == [1]


def test_cancelling_inside_leaves_the_outer_branches_alone() -> None:
    """The inner block is off on day 1; the outer one waits for its own branch."""
    one = scenario(
        block(
            "outer",
            [
                block(
                    "inner",
                    [step("a", FAILS, days=point(1))],
                    [step("b", "done", days=point(50))],
                    next="done",
                    cancel=True,
                )
            ],
            [step("c", "done", days=point(5))],
            next="hired",
        ),
        arrive=[0.0, 1.0],
    )
    assert run(one).ended.tolist() == [5.0, 6.0]


def test_a_person_finishes_what_was_begun_for_one_who_left() -> None:
    """Nobody is free earlier because the candidate has gone."""
    one = scenario(
        block(
            "checks",
            [step("a", "done", "hr", point(10.0))],
            [step("b", FAILS, hours=point(1.0))],
            next="hired",
            cancel=True,
        ),
        roles=hr(),
        arrive=[0.0, 2 * HOUR],
    )
    assert ends(one)[0] == 1.0
    found = run(one, log=True).log[:, 4] * 24
    assert sorted(np.round(found, 6).tolist()) == [0.0, 0.0, 2.0]


def test_impatience_counts_only_while_waiting() -> None:
    """Nobody leaves a step that serves at once, however long the work takes."""
    calm = scenario(
        step("a", "hired", "hr", point(50.0), leaves_per_day=5.0),
        roles=hr(people=100),
        arrive=1.0,
    )
    assert set(run(calm).outcome[run(calm).measured].tolist()) == {0}
    busy = scenario(
        step("a", "hired", "hr", point(50.0), leaves_per_day=5.0),
        roles=hr(),
        arrive=[0.0, 0.0],
    )
    assert sorted(run(busy).outcome.tolist()) == [LEFT_WAITING, 0]


def race(position: PositionControl, **rules: float) -> Scenario:
    """Two candidates of one opening; the first is offered first and starts last."""
    return scenario(
        step("a", "b", days=point(1)),
        step("b", "c", position=position, offers=True),
        step("c", "hired", days=point(5)),
        demand=Requisitions(
            open=ListedTimes(days=(0.0,)),
            applicants=2,
            applicants_vary=False,
            over_days=1.0,
            **rules,  # type: ignore[arg-type]
        ),
    )


def test_without_control_the_later_one_is_told_too_late() -> None:
    """Both hold an offer; one gets the position, the other a call."""
    assert sorted(run(race(PositionControl.NONE)).outcome.tolist()) == [RESCINDED, 0]


def test_a_check_comes_too_early_to_help() -> None:
    """At the offer the position is still open for both."""
    assert sorted(run(race(PositionControl.CHECK)).outcome.tolist()) == [RESCINDED, 0]


def test_a_lock_keeps_the_second_candidate_waiting() -> None:
    """Without an offer there is nothing to take back; the wait has its cause."""
    done = run(race(PositionControl.LOCK))
    assert sorted(done.outcome.tolist()) == [POSITION_FILLED, 0]
    assert done.filled.tolist() == [1]


def test_a_lock_that_comes_free_goes_to_who_waits() -> None:
    """The first declines; the second takes over at that moment."""
    one = scenario(
        step("b", "c", position=PositionControl.LOCK, offers=True, days=point(5)),
        step("c", {"hired": 0.5, "declined": 0.5}),
        demand=Requisitions(
            open=ListedTimes(days=tuple(float(d) for d in range(40))),
            applicants=2,
            applicants_vary=False,
            over_days=0.0,
        ),
    )
    done = run(one)
    for r in range(40):
        codes = sorted(done.outcome[done.requisition == r].tolist())
        assert codes in ([POSITION_FILLED, 0], [0, 3], [3, 3])
    waited = done.waits[:, WaitCause.POSITION]
    assert set(np.round(waited, 9).tolist()) <= {0.0, 5.0}
    assert waited.max() == 5.0


def test_patience_ends_while_an_opening_is_awaited_too() -> None:
    """A lock keeps the second choice waiting, and some of them do not wait for ever."""
    one = scenario(
        step("a", "b", days=point(1)),
        step(
            "b", "c", days=point(30), position=PositionControl.LOCK, leaves_per_day=0.1
        ),
        step("c", "hired"),
        demand=Requisitions(
            open=ListedTimes(days=tuple(float(day) for day in range(300))),
            applicants=2,
            applicants_vary=False,
            over_days=0.0,
        ),
        window=(0.0, 300.0, 100.0),
    )
    done = run(one)
    left = done.outcome == LEFT_WAITING
    days = done.ended - done.arrived - 1.0
    # Nobody waits in a queue here: who has not begun the 30 days waits for an opening.
    in_delay = done.waits[:, WaitCause.CANDIDATE] > 0
    waits = left & ~in_delay
    assert waits.sum() > 100
    # Their patience is exponential with a mean of 10 days, cut off by the first's 30.
    assert 4 < days[waits].mean() < 12
    assert {done.tables.names[place] for place in done.left_at[left]} == {"b"}


def test_who_fails_in_a_branch_left_at_the_step_that_failed() -> None:
    """Not at the step that another branch of the case entered last, or is over with."""
    one = scenario(
        block(
            "checks",
            [step("long", {"done": 0.4, "withdrew": 0.6}, days=point(20))],
            [step("short", "brief", days=point(1)), step("brief", "done")],
            next="hired",
        ),
        arrive=[float(day) for day in range(80)],
    )
    done = run(one)
    gone = done.outcome == one.outcomes.index("withdrew")
    assert gone.sum() > 20
    assert {done.tables.names[place] for place in done.left_at[gone]} == {"long"}


def test_a_failure_in_an_inner_block_keeps_its_step() -> None:
    """Through both joins, though a step of the outer block is under way for longer."""
    one = scenario(
        block(
            "outer",
            [
                block(
                    "inner",
                    [step("ask", {"done": 0.4, "withdrew": 0.6}, days=point(1))],
                    [step("look", "done", days=point(2))],
                    next="done",
                )
            ],
            [step("wait", "last", days=point(9)), step("last", "done")],
            next="hired",
        ),
        arrive=[float(day) for day in range(80)],
    )
    done = run(one)
    gone = done.outcome == one.outcomes.index("withdrew")
    assert gone.sum() > 20
    assert {done.tables.names[place] for place in done.left_at[gone]} == {"ask"}


def test_who_takes_another_offer_was_at_a_step_that_goes_on() -> None:
    """A branch that is over is no place to leave from."""
    one = scenario(
        block(
            "checks",
            [step("long", "done", days=point(20))],
            [step("short", "brief", days=point(1)), step("brief", "done")],
            next="hired",
        ),
        arrive=[float(day) for day in range(400)],
        window=(0.0, 400.0, 50.0),
        other_offers_per_day=0.05,
    )
    done = run(one)
    took = done.outcome == LEFT_FOR_OTHER_OFFER
    after = done.ended - done.arrived
    late = took & (after > 1.0)
    assert late.sum() > 100
    assert {done.tables.names[place] for place in done.left_at[late]} == {"long"}


def test_who_applies_after_the_news_is_turned_down() -> None:
    """With notice at once, the third candidate of a filled opening never begins."""
    one = scenario(
        step("a", "hired", days=point(0.01)),
        demand=Requisitions(
            open=ListedTimes(days=(0.0,)),
            applicants=3,
            applicants_vary=False,
            over_days=14.0,
        ),
    )
    done = run(one)
    assert sorted(done.outcome.tolist()) == [POSITION_FILLED, POSITION_FILLED, 0]
    assert done.waits[done.outcome != 0].sum() == 0.0


def test_an_unfilled_requisition_is_posted_again() -> None:
    """Up to so many times, each some days after the last candidate has gone."""
    one = scenario(
        step("a", {"rejected": 1 - 1e-9, "hired": 1e-9}, days=point(1)),
        demand=Requisitions(
            open=ListedTimes(days=(0.0,)),
            applicants=2,
            applicants_vary=False,
            over_days=0.0,
            reposts=2,
            repost_after_days=10.0,
        ),
    )
    assert sorted(run(one).ended.tolist()) == [1.0, 1.0, 12.0, 12.0, 23.0, 23.0]


def test_hundreds_of_duties_all_come() -> None:
    """They are set down before the loop begins, more than its short list holds."""
    duties = tuple(
        Duty(id=str(i), work_hours=point(0.001), share=0.001) for i in range(400)
    )
    one = scenario(
        step("a", "hired", "hr", point(0.5)),
        roles=hr(duties=duties),
        arrive=[0.0],
        window=(0.0, 5.0, 1.0),
    )
    assert (run(one).duty_came > 50).all()


def test_each_hire_adds_to_other_work() -> None:
    """Two jobs for each hire, in the same queue as the candidates."""
    duty = Duty(id="badge", work_hours=point(3.0), per_hire=2, priority=0)
    one = scenario(
        step("a", "hired", "hr", point(1.0)),
        roles=hr(duties=(duty,)),
        arrive=[0.0, 0.0],
    )
    assert ends(one) == [1.0, 2.0]
    assert run(one).duty_jobs.tolist() == [4]
    assert run(one).duty_work[0] * 24 == pytest.approx(12.0)


def test_candidates_under_way_take_time_but_do_not_count() -> None:
    """They stand before their step when the clock begins."""
    one = scenario(
        step("a", "b", "hr", point(9.0)),
        step("b", "hired", "hr", point(2.0)),
        roles=hr(),
        arrive=[0.0],
        in_progress=(InProgress(step="b", candidates=3),),
    )
    done = run(one)
    assert done.measured.tolist() == [False, False, False, True]
    assert ends(one) == [2.0, 4.0, 6.0, 17.0]


def test_the_warm_up_is_left_out() -> None:
    """Only the measured time counts, for people and for candidates."""
    one = scenario(
        step("a", "hired", "hr", point(48.0)),
        roles=hr(),
        arrive=[9.0, 15.0, 25.0],
        window=(10.0, 10.0, 10.0),
    )
    done = run(one)
    assert done.measured.tolist() == [False, True, False]
    assert done.case_work.tolist() == [3.0]


def test_a_lock_in_two_branches_is_one_lock() -> None:
    """Who waits for the opening in both branches goes on in both when it is free.

    The first candidate holds the opening for a day and declines; the second has been
    waiting for it in two branches at once.
    """

    def locks(name: str, hours: float) -> ScenarioStep:
        return step(
            name, "done", "hr", point(hours), position=PositionControl.LOCK, offers=True
        )

    one = scenario(
        block("both", [locks("x", 24.0)], [locks("y", 12.0)], next="sign"),
        step("sign", {"hired": 1e-9, "declined": 1 - 1e-9}),
        roles=hr(people=4),
        demand=Requisitions(
            open=ListedTimes(days=(0.0,)),
            applicants=2,
            applicants_vary=False,
            over_days=0.001,
        ),
    )
    done = run(one)
    assert (
        done.outcome.tolist() == [done.tables.scenario.outcomes.index("declined")] * 2
    )
    assert np.round(done.ended - done.ended[0], 2).tolist() == [0.0, 1.0]


def test_a_long_log_is_whole() -> None:
    """It outgrows the room that a run begins with, and loses no row."""
    one = scenario(
        step("a", "b", days=point(0.01)),
        step("b", "hired", days=point(0.01)),
        roles=(),
        arrive=np.arange(0.0, 90.0, 0.01).tolist(),
        window=(0.0, 100.0, 1.0),
    )
    done = run(one, log=True)
    assert len(done.log) == done.visits.sum() == 18_000
    assert (np.sort(done.log[:, 0]) == np.repeat(np.arange(9_000), 2)).all()


MANY_SIDED = """
from audit.simulation.run import run_once
from audit.simulation.compile_tables import compile_tables
from tests.simulation.events.test_kernel import many_sided
import hashlib
run = run_once(compile_tables(many_sided()), 5, log=True)
parts = (run.ended, run.outcome, run.waits, run.node_waits, run.duty_waits, run.log)
print(hashlib.sha256(b"".join(part.tobytes() for part in parts)).hexdigest())
"""


def many_sided() -> Scenario:
    """Everything at once: calendars, duties, loops, blocks, races, impatience."""
    duty = Duty(id="reviews", share=0.4, work_hours=log_normal(2.0, 1.2), priority=0)
    paper = Duty(id="file", work_hours=exponential(0.5), per_hire=1, priority=2)
    night = WeeklyCalendar(shifts=((20.0, 30.0), (44.0, 54.0)), utc_offset_hours=-6.5)
    return scenario(
        step(
            "screen", {"panel": 0.6, "rejected": 0.4}, "hr", triangular(0.1, 0.3, 0.8)
        ),
        step(
            "panel",
            {"checks": 0.5, "panel": 0.2, "rejected": 0.3},
            "boss",
            exponential(1.0),
            log_normal(2.0, 0.8),
            leaves_per_day=0.02,
            batch=Batch(every_days=3.5),
        ),
        block(
            "checks",
            [step("drug", {"done": 0.9, "rejected": 0.1}, days=exponential(2.0))],
            [step("fix", {"fix": 0.3, "done": 0.7}, "hr", point(0.5), priority=0)],
            next={"offer": 0.9, "checks": 0.1},
            cancel=True,
        ),
        step(
            "offer",
            {"start": 0.8, "declined": 0.2},
            "boss",
            point(0.5),
            exponential(1.0),
            position=PositionControl.LOCK,
            offers=True,
        ),
        step("start", "hired", "hr", point(2.0), fills=True),
        roles=(
            RolePool(id="hr", people=2, calendar=office_hours(), duties=(duty, paper)),
            RolePool(id="boss", people=1, calendar=night),
        ),
        demand=Requisitions(
            open=PoissonTimes(per_week=2.0),
            applicants=12,
            notice_days=2.0,
            reposts=1,
            repost_after_days=5.0,
        ),
        other_offers_per_day=0.01,
        window=(30.0, 200.0, 60.0),
    )


def test_the_same_digits_with_and_without_the_compiler() -> None:
    """What numba compiles is the source, not a variant of it."""
    found = {
        subprocess.run(
            [sys.executable, "-c", MANY_SIDED],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": ".", "NUMBA_DISABLE_JIT": off},
        ).stdout
        for off in ("0", "1")
    }
    assert len(found) == 1


def test_everyone_comes_to_an_end() -> None:
    """When the last one has had time, nobody is left behind a lock or a join."""
    done = run(many_sided())
    old = done.arrived < 200.0
    assert (done.outcome[old] == -1).mean() < 0.02
    assert len(set(done.outcome[old].tolist())) >= 6
    assert done.waits.min() >= 0.0


def test_a_run_that_needs_more_room_begins_again() -> None:
    """Ten thousand at once: nobody is lost, and they are served in their order."""
    crowd = scenario(
        step("a", "hired", "hr", point(0.01)), roles=hr(), arrive=[0.0] * 10_000
    )
    done = run(crowd)
    assert np.allclose(done.ended * 24, 0.01 * np.arange(1, 10_001))
