"""The keys of hours, other duties and demand: what the simulation asks of a file."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainValidator

from audit.loaders.calendars import day_hours, utc_offset, week_days
from audit.loaders.value_types import (
    Count,
    DayList,
    Days,
    FileMap,
    Minutes,
    Named,
    Note,
    PriorityWord,
    Share,
    key,
    required,
)

WeekDays = Annotated[
    tuple[int, ...] | None, PlainValidator(week_days), Named("week_days")
]
DayHours = Annotated[
    tuple[tuple[float, float], ...] | None,
    PlainValidator(day_hours),
    Named("day_hours"),
]
UtcOffset = Annotated[float | None, PlainValidator(utc_offset), Named("utc_offset")]


class CalendarMap(FileMap):
    """When a role is at work, week after week."""

    days: WeekDays = key("Days of the week; mon-fri unless stated.", "mon-fri")
    hours: DayHours = key("Hours of each of them; 9:00-17:00 unless stated.", "9-17")
    zone: UtcOffset = key("Hours ahead of the head office.", "+1")
    note: Note = key("Words for the reader of the report.", "Half of them part-time.")


class DutyMap(FileMap):
    """Other work of a role, as jobs in the same queue as the candidates."""

    work: Minutes = required("How long one job takes.", "1-3 h")
    share: Share = key("Share of the role's time that these jobs take.", "40%")
    per_hire: Count = key("Jobs that each hire adds.", 1)
    priority: PriorityWord = key("Who goes first: these jobs or candidates.", "first")
    note: Note = key("Words for the reader of the report.", "Salary reviews in May.")


class RequisitionsMap(FileMap):
    """Openings with applicants of their own, who race for them."""

    per_year: Count = key("Requisitions opened in a year.", 170)
    openings: Count = key("Positions of one requisition; one unless stated.", 1)
    applicants: Count = key("Applicants for one posting, on average.", 30)
    over: Days = key("They come within this time; 2 weeks unless stated.", "2 weeks")
    notice: Days = key(
        "Time from the last position filled until the others hear of it; none unless "
        "stated.",
        "2 days",
    )
    reposts: Count = key("How often an unfilled posting is repeated.", 1)
    repost_after: Days = key("Time until then.", "2 weeks")
    note: Note = key("Words for the reader of the report.", "Last year's count.")


class ArrivalsMap(FileMap):
    """Candidates who come one by one; one of the three ways to say when."""

    per_week: Count = key("How many come in a week, by chance.", 6)
    every: Days = key("Time between two of them, always the same.", "1 day")
    days: DayList = key("When they came, from the start of the clock.", ["1 day"])
    note: Note = key("Words for the reader of the report.", "From the portal's log.")
