"""The keys of a process file, top level first."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from audit.loaders.step_format import NodeMap, StepKeys
from audit.loaders.value_types import (
    ContactWord,
    Count,
    DailyShare,
    Date,
    DayCountWord,
    FileMap,
    LeaverWord,
    Money,
    Note,
    ScopeWord,
    Share,
    SideWord,
    Text,
    TotalDays,
    key,
    required,
)
from audit.loaders.workload_format import (
    ArrivalsMap,
    CalendarMap,
    DutyMap,
    RequisitionsMap,
)


class ClockMap(FileMap):
    """From where to where calendar time counts."""

    start: Text = key("Where the clock starts: a step id, or words.", "requisition")
    stop: Text = key("Where it stops: a step id, or words.", "start of work")
    days: DayCountWord = key("What plain days in this file are.", "calendar")
    note: Note = key("Words for the reader of the report.", "As the board counts.")


class AboutMap(FileMap):
    """Words for the cover of the report."""

    client: Text = key("Whose process this is.", "St. Anne's")
    prepared_by: Text = key("Who prepared the report.", "Example Consulting")
    date: Date = key("Date of the report: year, month, day.", "2026-11-02")
    confidentiality: Text = key("Line on every page.", "Confidential")
    version: Text = key("Version of the report.", "draft 2")
    note: Note = key("Words for the reader of the report.", "After two interviews.")


class RoleMap(FileMap):
    """Who does steps: a function, never a person."""

    side: SideWord = required("Who bears the effort of this role.", "employer")
    name: Text = key("Name for people; the id made readable unless stated.", "HR")
    people: Count = key("How many people have this role.", 3)
    hourly_cost: Money = key("Cost of an hour, in the file's currency.", 45)
    other_duties: Share = key("Share of their time that other work takes.", "55%")
    hours_per_week: Count = key("Hours that one of them works in a week.", 40)
    calendar: CalendarMap | None = key(
        "Simulation: when they are at work.", {"days": "mon-fri", "hours": "9-17"}
    )
    duties: dict[str, DutyMap] | None = key(
        "Their other work as jobs; a simulation puts them into the same queue. They go "
        "before other_duties.",
        {"policies": {"work": "1-3 h", "share": "40%"}},
    )
    note: Note = key("Words for the reader of the report.", "Two part-timers.")


class OutcomeMap(FileMap):
    """A way a case can end."""

    name: Text = key("Name for people.", "Kept for later")
    by: LeaverWord = key("Whose decision it is.", "employer")
    told: ContactWord = key("How the candidate hears of it.", "auto")
    note: Note = key("Words for the reader of the report.", "Letter since May.")


class KnownMap(FileMap):
    """Published totals; a name that the report does not compute is shown alone."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Count] = Field(init=False)

    days: TotalDays = key("Calendar days of one hire.", 91)
    days_p50: TotalDays = key("Days that half of the hires take at most.", 80)
    days_p90: TotalDays = key("Days that nine of ten hires take at most.", 140)
    longest_silence: TotalDays = key("Longest time without a word.", 21)
    steps: Count = key("Steps by people.", 31)
    system_steps: Count = key("Steps by systems.", 4)
    pages: Count = key("Pages.", 42)
    fields: Count = key("Answers to give.", 120)
    repeated_fields: Count = key("Answers given before.", 18)
    documents: Count = key("Documents to supply.", 6)
    wet_signatures: Count = key("Signatures in ink.", 14)
    electronic_signatures: Count = key("Electronic signatures.", 3)
    notarised_signatures: Count = key("Notarised signatures.", 1)
    print_pages: Count = key("Pages printed.", 42)
    scan_pages: Count = key("Pages scanned.", 42)
    fax_pages: Count = key("Pages faxed.", 42)
    fax_steps: Count = key("Steps with a fax.", 2)
    uploads: Count = key("Files to upload.", 3)
    logins: Count = key("Log-ins.", 2)
    calls: Count = key("Calls to make.", 4)
    approvals: Count = key("Approvals.", 5)
    interviews: Count = key("Interviews.", 4)
    handoffs: Count = key("Handoffs.", 45)
    channel_switches: Count = key("Changes of channel.", 6)
    candidate_minutes: Count = key("Minutes of the candidate.", 600)
    employer_minutes: Count = key("Minutes of the employer.", 1500)
    candidate_cash: Count = key("Money out of the candidate's pocket.", 90)
    rolled_complete_accurate: Share = key("Share of hires without a return.", "40%")
    people_lost: Share = key("Share of applicants who leave by themselves.", "35%")
    applicants_per_hire: Count = key("Applicants for one hire.", 25)
    money: Count = key("Money spent on one hire.", 4700)
    source: Text = key("Where the totals are published.", "HR dashboard, n = 48")
    note: Note = key("Words for the reader of the report.", "Last year's mean.")


class ProcessMap(FileMap):
    """A hiring process."""

    process: Text = required("Title of the process.", "Nurse hiring")
    variant: Text = key("Any label, to tell files of one process apart.", "before")
    scope: ScopeWord = key("Which reference is typical.", "end-to-end")
    clock: ClockMap | None = key(
        "From where to where calendar time counts.", {"start": "requisition"}
    )
    hires_per_year: Count = key("How many people are hired this way in a year.", 240)
    vacancy_cost: Money = key(
        "What an open day of the position costs: your own figure, without a default.",
        350,
    )
    requisitions: RequisitionsMap | None = key(
        "Simulation: openings and the applicants who race for them.",
        {"per_year": 170, "applicants": 30, "over": "2 weeks"},
    )
    arrivals: ArrivalsMap | None = key(
        "Simulation: candidates who come one by one, without a race.", {"per_week": 6}
    )
    other_offers: DailyShare = key(
        "Simulation: share of those in the process who take another offer, a day.",
        "1.5%",
    )
    currency: Text = key("Currency of all money in the file.", "USD")
    about: AboutMap | None = key("Words for the cover.", {"client": "St. Anne's"})
    known: KnownMap | None = key(
        "Published totals to compare ours with, by the names of the report's vector.",
        {"days": 91, "steps": 31, "source": "HR dashboard, n = 48"},
    )
    note: Note = key("Words for the reader of the report.", "From two interviews.")
    roles: dict[str, RoleMap] = required(
        "Who does steps.", {"hr": {"side": "employer"}}
    )
    outcomes: dict[str, OutcomeMap] | None = key(
        "More ways to end, or more about the built-in ones.",
        {"rejected": {"told": "none"}},
    )
    defaults: dict[str, StepKeys] | None = key(
        "Per role: values for keys that a step leaves out.",
        {"hr": {"channel": "email"}},
    )
    steps: list[NodeMap] = required(
        "What happens, in order.",
        [{"id": "apply", "role": "candidate"}],
        min_length=1,
    )
