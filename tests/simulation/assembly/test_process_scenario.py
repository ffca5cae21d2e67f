"""Every key that a simulation asks for, from the file to the scenario."""

from __future__ import annotations

import math

import pytest

from audit.errors import SimulationError
from audit.simulation import (
    ALWAYS,
    Applicants,
    Batch,
    BlockEnd,
    DelayCause,
    InProgress,
    ListedTimes,
    PoissonTimes,
    PositionControl,
    Requisitions,
    ScenarioFlow,
    ScheduledTimes,
    WeeklyCalendar,
    office_hours,
    pert,
    point,
    uniform_law,
)
from audit.simulation.calendar import hours_per_week
from tests.simulation.assembly.files import (
    STAFFED,
    assembled,
    block_of,
    steps_of,
    told,
)

ONE = "  - {id: a, role: hr, work: 30 min}\n"
RACE = "requisitions: {per_year: 73, applicants: 20}"


def flows(**shares: float) -> tuple[ScenarioFlow, ...]:
    return tuple(ScenarioFlow(to=to, share=share) for to, share in shares.items())


def test_people_and_hours_make_a_pool() -> None:
    """A role with people queues; weekly hours are spread from Monday to Friday."""
    (pool,) = assembled(ONE, hr="people: 3, hours_per_week: 20").scenario.roles
    assert (pool.id, pool.people) == ("hr", 3)
    assert pool.calendar == office_hours(9, 13)


def test_a_calendar_goes_before_weekly_hours() -> None:
    """Shifts and zone as the file says them."""
    hr = "people: 1, calendar: {days: mon, hours: 8-12, zone: +1}"
    (pool,) = assembled(ONE, hr=hr).scenario.roles
    assert pool.calendar == WeeklyCalendar(shifts=((8.0, 12.0),), utc_offset_hours=1.0)


def test_hours_beyond_five_days_are_spread_over_seven() -> None:
    """Somebody who is always there works all 168 hours."""
    hr = "people: 1, hours_per_week: 168, other_duties: 0"
    (pool,) = assembled(ONE, hr=hr).scenario.roles
    assert sum(e - s for s, e in pool.calendar.shifts) == pytest.approx(168)
    assert pool.calendar.shifts[0][0] == ALWAYS.shifts[0][0]


def test_missing_hours_are_forty_and_said_so() -> None:
    """The same forty that the check of overloaded roles takes."""
    made = assembled(ONE, hr="people: 1")
    assert made.scenario.roles[0].calendar == office_hours()
    assert told(made, "roles.hr.calendar or hours_per_week); 40 hours a week")


def test_a_role_without_people_has_no_queue_and_says_so() -> None:
    """Its steps take the times of the file, whole."""
    steps = "  - {id: a, role: hr, work: 30 min, wait: {takes: 3 days, for: queue}}\n"
    made = assembled(steps, hr="hours_per_week: 40")
    assert made.scenario.roles == ()
    assert told(made, "roles.hr.people), so it has no queue")
    step = steps_of(made)["a"]
    assert (step.role, step.work_hours, step.delay_days) == (None, None, point(3))


@pytest.mark.parametrize(
    ("people", "hours", "taken", "each"),
    [
        ("2.6", "hours_per_week: 30", 3, 26.0),
        ("0.5", "hours_per_week: 40", 1, 20.0),
        ("0.5", "calendar: {days: mon-thu, hours: '9-12, 14-17'}", 1, 12.0),
        ("1-2", "hours_per_week: 40", 2, 30.0),
    ],
)
def test_part_of_a_person_works_part_of_the_hours(
    people: str, hours: str, taken: int, each: float
) -> None:
    """Somebody is there or not, and all together have the hours that the file says."""
    made = assembled(ONE, hr=f"people: {people}, {hours}, other_duties: 0")
    (hr,) = made.scenario.roles
    assert hr.people == taken
    assert hours_per_week(hr.calendar) == pytest.approx(each)
    assert told(made, f"people were taken as {taken} who work")
    assert told(made, f"{each:g} hours a week")


def test_whole_people_are_not_spoken_of() -> None:
    """Nothing is taken for granted of a role with whole people."""
    assert not told(assembled(ONE, hr=STAFFED), "people were taken")


def test_numbers_taken_as_whole_ones_are_said() -> None:
    """Openings, postings, jobs, people who take part and those in progress."""
    made = assembled(
        "  - {id: a, role: hr, work: 30 min, in_progress: 2.5, "
        "with: {hr: {people: 1.5, work: 1 h}}}\n",
        hr="people: 4, duties: {pay: {work: 1 h, per_hire: 0.4}}",
        top="requisitions: {per_year: 5, applicants: 20, openings: 1.5, reposts: 0.4}",
    )
    assert isinstance(made.scenario.demand, Requisitions)
    assert (made.scenario.demand.openings, made.scenario.demand.reposts) == (2, 1)
    for words in (
        "Positions of a requisition: 1.5 were taken as 2.",
        "Later postings of a requisition: 0.4 were taken as 1.",
        "Jobs for each hire, Hr, pay: 0.4 were taken as 1.",
        "Candidates in progress before A: 2.5 were taken as 3.",
        "People of Hr who take part in A: 1.5 were taken as 2.",
    ):
        assert told(made, words), words


def test_candidates_before_a_step_of_the_opening_are_left_out_in_words() -> None:
    """Nobody has applied yet when a position is opened."""
    made = assembled(
        "  - {id: open, role: hr, per: vacancy, work: 1 h, in_progress: 2}\n" + ONE
    )
    assert made.scenario.in_progress == ()
    assert told(made, "Candidates in progress before Open (in_progress): left out")


def test_duties_take_the_place_of_other_duties() -> None:
    """Shares, jobs for each hire, priorities, hours of work."""
    hr = (
        "people: 2, other_duties: 55%, duties: {policies: {work: 1-3 h, share: 40%, "
        "priority: first}, welcome: {work: 4 h, per_hire: 2, priority: last}}"
    )
    first, second = assembled(ONE, hr=hr).scenario.roles[0].duties
    assert (first.id, first.share, first.per_hire) == ("hr/policies", 0.4, 0)
    assert first.work_hours == uniform_law(1, 3)
    assert (second.per_hire, second.share) == (2, 0.0)
    assert (first.priority, second.priority) == (0, 2)


def test_other_duties_become_jobs_of_two_hours() -> None:
    """The share is the file's, the length of a job is ours and said so."""
    made = assembled(ONE, hr="people: 2, other_duties: 55%")
    (duty,) = made.scenario.roles[0].duties
    assert (duty.share, duty.priority) == (0.55, 1)
    assert duty.work_hours.mean == pytest.approx(2)
    assert told(made, "jobs of two hours on average")
    assert made.names.parts[duty.id] == "Hr, other work"


def test_no_word_of_other_duties_is_not_assessed() -> None:
    """None are taken, and the reader hears it; a stated nought is an answer."""
    assert told(assembled(ONE, hr="people: 2"), "does not say what else it does")
    assert not told(assembled(ONE), "does not say what else it does")


@pytest.mark.parametrize(
    ("top", "times"),
    [
        ("{per_week: 6}", PoissonTimes(per_week=6)),
        ("{every: 2 days}", ScheduledTimes(every_days=2)),
        ("{days: [0, 3 days]}", ListedTimes(days=(0.0, 3.0))),
    ],
)
def test_arrivals(top: str, times: PoissonTimes | ScheduledTimes | ListedTimes) -> None:
    """Candidates without a race, in the three ways to come."""
    assert assembled(ONE, top=f"arrivals: {top}").scenario.demand == Applicants(
        arrive=times
    )


def test_requisitions() -> None:
    """Every number of the race, per year turned to per week."""
    top = (
        "requisitions: {per_year: 73, openings: 2, applicants: 20, over: 1 week, "
        "notice: 2 days, reposts: 1, repost_after: 3 days}"
    )
    assert assembled(ONE, top=top).scenario.demand == Requisitions(
        open=PoissonTimes(per_week=pytest.approx(1.4)),
        openings=2,
        applicants=20,
        over_days=7,
        notice_days=2,
        reposts=1,
        repost_after_days=3,
    )


def test_what_a_race_leaves_open_is_said() -> None:
    """Two weeks, no delay of the notice, no offer: each with its key."""
    made = assembled(ONE, top=RACE)
    for key in ("requisitions.over", "requisitions.notice", "offer: true"):
        assert told(made, key)


@pytest.mark.parametrize(
    ("top", "words"),
    [
        ("", "does not say who comes"),
        ("requisitions: {applicants: 5}", "lacks `per_year`"),
        ("requisitions: {per_year: 5}", "lacks `applicants`"),
    ],
)
def test_no_demand_is_no_simulation(top: str, words: str) -> None:
    """The file is named, and the key that would say it."""
    with pytest.raises(SimulationError, match=words):
        assembled(ONE, top=top)


def test_other_offers_are_a_hazard_a_day() -> None:
    """Of those who stay the same share leaves on the next day."""
    made = assembled(ONE, top=ARRIVALS_AND_OFFERS)
    hazard = made.scenario.other_offers_per_day
    assert math.exp(-hazard) == pytest.approx(0.985)
    assert told(assembled(ONE), "(other_offers): nobody does")


ARRIVALS_AND_OFFERS = "arrivals: {per_week: 6}\nother_offers: 1.5%"


@pytest.mark.parametrize(
    ("keys", "work", "delay"),
    [
        ("work: 30 min, wait: {takes: 3 days, for: queue}", 0.5, None),
        ("work: 30 min", 0.5, None),
        ("work: 12 h, wait: {takes: 3 days, for: meeting}", 12, 2.5),
        ("work: 12 h, wait: 2-4 days", 12, 2.5),
        ("work: 12 h, wait: {takes: 0.25 days, for: meeting}", 12, 0),
        ("work: 12 h, every: 1 week, wait: 5 days", 12, 1),
        ("work: 30 min, wait: {takes: 3 days, for: queue}, delay: 1 day", 0.5, 1),
        ("work: 30 min, check: 60", 0.5 + 60 / 60, None),
    ],
)
def test_the_time_of_a_step_with_a_queue(
    keys: str, work: float, delay: float | None
) -> None:
    """Work in working hours; the delay stated, or what the work leaves of the wait."""
    step = steps_of(assembled(f"  - {{id: a, role: hr, {keys}}}\n"))["a"]
    assert step.role == "hr"
    assert step.work_hours is not None
    if "check" in keys:
        assert step.work_hours.mean > 0.5
    else:
        assert step.work_hours.mean == pytest.approx(work)
    found = None if step.delay_days is None else step.delay_days.mean
    assert found == (None if delay is None else pytest.approx(delay))


@pytest.mark.parametrize(
    ("keys", "work", "delay"),
    [
        ("work: 12 h, wait: 3 days", None, 3),
        ("work: 12 h", 12, None),
        ("work: 12 h, wait: 3 days, delay: 1 day", 12, 1),
        ("work: 12 h, every: 1 week", None, None),
    ],
)
def test_the_time_of_a_step_without_a_queue(
    keys: str, work: float | None, delay: float | None
) -> None:
    """As the exact engine takes it: the wait whole, else the touch time."""
    step = steps_of(assembled(f"  - {{id: a, role: candidate, {keys}}}\n"))["a"]
    assert step.role is None
    assert (step.work_hours and step.work_hours.mean) == work
    assert (step.delay_days and step.delay_days.mean) == delay
    assert step.cause is DelayCause.CANDIDATE


def test_a_range_of_work_keeps_its_law() -> None:
    """Minutes become hours, a PERT stays one."""
    work = "{low: 30 min, likely: 60 min, high: 150 min}"
    step = steps_of(assembled(f"  - {{id: a, role: hr, work: {work}}}\n"))["a"]
    assert step.work_hours == pert(0.5, 1.0, 2.5)


def test_work_that_nobody_stated_occupies_nobody() -> None:
    """The step takes the time of the file, and the reader hears of it."""
    made = assembled("  - {id: a, role: hr, wait: {takes: 2 days, for: queue}}\n")
    step = steps_of(made)["a"]
    assert (step.role, step.delay_days) == (None, point(2))
    assert told(made, "A: the file does not say its work")


def test_the_other_keys_of_a_step() -> None:
    """Priority, patience, batches, position and offer."""
    made = assembled(
        "  - {id: a, role: hr, work: 1 h, priority: last, leaves: 50%, every: 2 weeks,"
        " first: 3 days, position: lock, offer: true, in_progress: 4}\n"
    )
    step = steps_of(made)["a"]
    assert step.priority == 2
    assert step.leaves_per_day == pytest.approx(math.log(2))
    assert step.batch == Batch(every_days=14, offset_days=3)
    assert step.position is PositionControl.LOCK
    assert step.offers
    assert made.scenario.in_progress == (InProgress(step="a", candidates=4),)


def test_waits_of_the_file_that_runs_make_themselves_are_told_with_their_days() -> None:
    """Who reads both numbers sees whether the file explains its own waits."""
    steps = (
        "  - {id: a, role: hr, work: 1 h, wait: {takes: 5 days, for: queue}}\n"
        "  - {id: b, role: hr, work: 1 h, wait: {takes: 2 days, for: queue},\n"
        "     next: {b: 50%, hired: 50%}}\n"
    )
    made = assembled(steps)
    assert told(made, "2 waits for a queue: the simulation makes them itself.")
    assert told(made, "Those of the file, 9 days for a hire in all, are not used")


def test_people_who_withdraw_come_from_the_run_where_it_knows_why() -> None:
    """With other offers the stated share is left out and the rest rescaled."""
    steps = "  - {id: a, role: hr, next: {hired: 40%, rejected: 40%, withdrew: 20%}}\n"
    kept = steps_of(assembled(steps))["a"].flows
    assert kept == flows(hired=0.4, rejected=0.4, withdrew=0.2)
    made = assembled(steps, top=ARRIVALS_AND_OFFERS)
    assert steps_of(made)["a"].flows == flows(hired=0.5, rejected=0.5, withdrew=0.0)
    assert told(made, "1 step states for them, up to 20 %")


def test_a_lost_race_comes_from_the_run_but_a_failed_clearance_does_not() -> None:
    """`contingency` tells the two apart; without openings there is no race."""
    steps = (
        "  - {id: a, role: hr, next: {b: 80%, rescinded: 20%}}\n"
        "  - {id: b, role: hr, contingency: true, next: {hired: 90%, rescinded: 10%}}\n"
    )
    made = steps_of(assembled(steps, top=RACE))
    assert made["a"].flows == flows(b=1.0, rescinded=0.0)
    assert made["b"].flows == flows(hired=0.9, rescinded=0.1)
    assert steps_of(assembled(steps))["a"].flows == flows(b=0.8, rescinded=0.2)


def test_patience_with_one_step_leaves_the_shares_of_others() -> None:
    """Who gives up at a form does so whatever the patience with the step behind it."""
    steps = (
        "  - {id: a, role: hr, next: {b: 75%, withdrew: 25%}}\n"
        "  - {id: b, role: hr, work: 1 h, leaves: 1%,\n"
        "     next: {hired: 80%, withdrew: 20%}}\n"
    )
    made = steps_of(assembled(steps))
    assert made["a"].flows == flows(b=0.75, withdrew=0.25)
    assert made["b"].flows == flows(hired=1.0, withdrew=0.0)


def test_simulated_has_the_last_word() -> None:
    """Marked flows are left out, unmarked ones kept, whatever the rule says."""
    steps = (
        "  - id: a\n    role: hr\n    next:\n"
        "      - {to: hired, share: 50%}\n"
        "      - {to: withdrew, share: 25%, simulated: false}\n"
        "      - {to: rejected, share: 25%, simulated: true}\n"
    )
    made = steps_of(assembled(steps, top=ARRIVALS_AND_OFFERS))["a"]
    assert [flow.share for flow in made.flows] == pytest.approx([2 / 3, 1 / 3, 0])


def test_a_step_for_some_gets_a_gate() -> None:
    """The others go past it; the gate is no step of the file and has no name."""
    made = assembled(
        "  - {id: a, role: hr}\n"
        "  - {id: b, role: hr, applies_to: 25%, next: {c: 90%, rejected: 10%}}\n"
        "  - {id: c, role: hr}\n"
    )
    steps = steps_of(made)
    assert steps["a"].flows == (ScenarioFlow(to="b?"),)
    assert steps["b?"].flows == flows(b=0.25, c=0.75)
    assert "b?" not in made.names.parts


def test_a_partial_return_repeats_a_part_of_the_work() -> None:
    """It goes to a step of its own, with the same ways on."""
    made = assembled(
        "  - {id: a, role: hr, work: 1 h}\n"
        "  - id: b\n    role: hr\n    next: [{to: a, share: 20%, redo: 25%}, "
        "{to: hired, share: 80%}]\n"
    )
    steps = steps_of(made)
    (copy,) = steps.keys() - {"a", "b"}
    assert steps["b"].flows[0] == ScenarioFlow(to=copy, share=0.2)
    assert steps[copy].work_hours == point(0.25)
    assert steps[copy].flows == steps["a"].flows
    assert made.names.parts[copy] == "A, done again in part"


def test_a_block_waits_unless_it_cancels() -> None:
    """The exact engine waits for all branches, and so does a run by default."""
    steps = (
        "  - id: c\n    {}\n    parallel: [[{{id: a, role: hr}}], "
        "[{{id: b, role: firm}}]]\n"
    )
    waits = block_of(assembled(steps.format("name: C")))
    stops = block_of(assembled(steps.format("on_failure: cancel")))
    assert (waits.end, stops.end) == (BlockEnd.WAIT_ALL, BlockEnd.CANCEL)


OPENING = (
    "  - {id: ask, role: hr, per: vacancy, work: 2 h}\n"
    "  - {id: apply, role: candidate, work: 1 h}\n"
)


def test_steps_of_an_opening_are_other_work() -> None:
    """Two hours for each of 73 requisitions a year, out of 80 hours a week."""
    made = assembled(OPENING, top=RACE, hr=STAFFED)
    assert list(steps_of(made)) == ["apply"]
    (duty,) = made.scenario.roles[0].duties
    assert (duty.id, duty.work_hours) == ("hr/ask", point(2))
    assert duty.share == pytest.approx(1.4 * 2 / 80)
    assert told(made, "Done once for each opening, before anybody applies: Ask")


def test_without_openings_their_steps_are_left_out_and_said_so() -> None:
    """Nobody knows how often they are done."""
    made = assembled(OPENING)
    assert list(steps_of(made)) == ["apply"]
    assert told(made, "they are left out")


def test_a_way_back_to_the_opening_keeps_it_in() -> None:
    """What a candidate can meet is part of a candidate's way."""
    steps = OPENING.replace("work: 1 h", "work: 1 h, next: {ask: 10%, hired: 90%}")
    assert list(steps_of(assembled(steps, top=RACE))) == ["ask", "apply"]
