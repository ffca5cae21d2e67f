"""Hours, other duties, demand and what else only a simulation asks of a file."""

from __future__ import annotations

import pytest

from audit.errors import ProcessFileError
from audit.loaders import load_process_text
from audit.model import (
    Arrivals,
    Duty,
    OnFailure,
    ParallelBlock,
    Priority,
    Process,
    Quantity,
    Requisitions,
    Role,
    WorkingHours,
)
from tests.loaders.files import codes, loaded, step

DAY = ((9.0, 17.0), (33.0, 41.0), (57.0, 65.0), (81.0, 89.0), (105.0, 113.0))


def point(value: float) -> Quantity:
    return Quantity.point(value)


def role(keys: str) -> Role:
    """Return the role of staff that has these keys."""
    text = (
        f"process: A\nroles: {{hr: {{side: employer, {keys}}}}}\n"
        "steps: [{id: a, role: hr}]\n"
    )
    return load_process_text(text).role("hr")


def top(keys: str) -> Process:
    return loaded("  - {id: a, role: hr}", keys + "\n")


@pytest.mark.parametrize(
    ("calendar", "expected"),
    [
        ("{days: mon-fri, hours: 9:00-17:00}", DAY),
        ("{}", DAY),
        ("{days: [Monday, tue], hours: 9-17}", DAY[:2]),
        ("{days: 'tue, mon', hours: 9-17}", DAY[:2]),
        ("{days: mon, hours: '13-17:30, 9-12'}", ((9.0, 12.0), (13.0, 17.5))),
        ("{days: sun-mon, hours: 9-17}", (DAY[0], (153.0, 161.0))),
        ("{days: mon, hours: 22:00-6:00}", ((22.0, 30.0),)),
        ("{days: mon, hours: 0-24}", ((0.0, 24.0),)),
    ],
)
def test_a_calendar_is_a_week_of_shifts(
    calendar: str, expected: tuple[tuple[float, float], ...]
) -> None:
    """Days and hours in any of their spellings; nine to five where they lack."""
    assert role(f"calendar: {calendar}").calendar == WorkingHours(shifts=expected)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("+1", 1.0), ("-5", -5.0), ("+5:30", 5.5), ("'0'", 0.0), ("2", 2.0)],
)
def test_a_zone_is_hours_ahead(zone: str, expected: float) -> None:
    """East is ahead of the head office, west behind it."""
    calendar = role(f"calendar: {{zone: {zone}}}").calendar
    assert calendar is not None
    assert calendar.utc_offset_hours == expected


def test_a_calendar_knows_its_week() -> None:
    """The hours of a week follow from the shifts."""
    calendar = role("calendar: {days: mon-thu, hours: '9-12, 13-17'}").calendar
    assert calendar is not None
    assert calendar.hours_per_week == 28


def test_duties_are_jobs_in_the_order_of_the_file() -> None:
    """A share of the time or a number for each hire, ranges kept."""
    duties = role(
        "duties: {policies: {work: 1-3 h, share: 40%, priority: first}, "
        "welcome: {work: 4 h, per_hire: 1}}"
    ).duties
    assert [(duty.id, duty.work.mean) for duty in duties] == [
        ("policies", 120),
        ("welcome", 240),
    ]
    assert duties[0].priority is Priority.FIRST
    assert duties[1] == Duty(
        id="welcome", work=point(240), per_hire=point(1), line=duties[1].line
    )


def test_requisitions_reach_the_model() -> None:
    """Every number in its unit: days are calendar days."""
    text = (
        "requisitions: {per_year: 170, openings: 2, applicants: 30, over: 2 weeks, "
        "notice: 2 days, reposts: 1, repost_after: 3 weeks}"
    )
    assert top(text).demand == Requisitions(
        per_year=point(170),
        openings=point(2),
        applicants=point(30),
        over=point(14),
        notice=point(2),
        reposts=point(1),
        repost_after=point(21),
        line=top(text).demand.line,  # type: ignore[union-attr]
    )


@pytest.mark.parametrize(
    ("arrivals", "expected"),
    [
        ("{per_week: 6}", Arrivals(per_week=point(6), line=7)),
        ("{every: 2 days}", Arrivals(every=point(2), line=7)),
        ("{days: [0, 12 h, 3 days]}", Arrivals(days=(0.0, 0.5, 3.0), line=7)),
    ],
)
def test_arrivals_come_in_one_of_three_ways(arrivals: str, expected: Arrivals) -> None:
    """By chance, at equal distances, or as they were."""
    assert top(f"arrivals: {arrivals}").demand == expected


def test_a_file_without_demand_says_nothing() -> None:
    """None is "not assessed", never a nought."""
    process = top("")
    assert process.demand is None
    assert process.other_offers is None
    assert process.roles[1].duties == ()
    assert process.roles[1].calendar is None


def test_the_keys_of_a_step_reach_the_model() -> None:
    """Delay and first batch in days, leaving as a share a day."""
    read = step(
        "every: 2 weeks, first: 3 days, delay: 12 h, priority: last, leaves: 2%, "
        "in_progress: 4, offer: true",
        role="hr",
    )
    assert (read.first, read.delay) == (point(3), point(0.5))
    assert (read.leaves, read.in_progress) == (point(0.02), point(4))
    assert (read.priority, read.offer) == (Priority.LAST, True)


def test_a_flow_may_be_left_to_the_simulation() -> None:
    """`simulated` marks cases that a run makes itself, and unmarks them."""
    flows = step(
        "next: [{to: hired, share: 80%}, {to: withdrew, share: 15%, simulated: true},"
        " {to: rejected, share: 5%, simulated: false}]"
    ).flows
    assert [flow.simulated for flow in flows] == [None, True, False]


def test_a_block_says_what_a_failure_does() -> None:
    """The other branches wait or stop; None where the file does not say."""
    steps = """
  - id: checks
    on_failure: cancel
    parallel: [[{id: a, role: hr}], [{id: b, role: firm}]]
"""
    (block,) = loaded(steps).nodes
    assert isinstance(block, ParallelBlock)
    assert block.on_failure is OnFailure.CANCEL


@pytest.mark.parametrize(
    "arrivals", ["{per_week: many}", "{days: [1 day, {value: x}]}", "{days: 3 days}"]
)
def test_a_wrong_way_to_come_is_one_problem(arrivals: str) -> None:
    """What was put aside is not missed a second time."""
    assert len(codes("  - {id: a, role: hr}", f"arrivals: {arrivals}\n")) == 1


def test_a_wrong_share_of_a_duty_is_one_problem() -> None:
    """Nor is the amount of a duty."""
    text = (
        "process: A\nroles: {hr: {side: employer, "
        "duties: {policies: {work: 2 h, share: 40}}}}\nsteps: [{id: a, role: hr}]\n"
    )
    with pytest.raises(ProcessFileError) as caught:
        load_process_text(text)
    assert [problem.code for problem in caught.value.problems] == ["E037"]
