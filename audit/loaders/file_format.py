"""The keys of a process file, top level first."""

from __future__ import annotations

from typing import Any

from audit.loaders.step_format import NodeMap, StepKeys
from audit.loaders.value_types import (
    ContactWord,
    Count,
    DayCountWord,
    FileMap,
    LeaverWord,
    Money,
    ScopeWord,
    Share,
    SideWord,
    Text,
    key,
    required,
)


class ClockMap(FileMap):
    """From where to where calendar time counts."""

    start: Text = key("Where the clock starts: a step id, or words.", "requisition")
    stop: Text = key("Where it stops: a step id, or words.", "start of work")
    days: DayCountWord = key("What plain days in this file are.", "calendar")
    note: Text = key("Words for the reader of the report.", "As the board counts.")


class AboutMap(FileMap):
    """Words for the cover of the report."""

    client: Text = key("Whose process this is.", "St. Anne's")
    prepared_by: Text = key("Who prepared the report.", "Example Consulting")
    date: Text = key("Date of the report.", "2026-11-02")
    confidentiality: Text = key("Line on every page.", "Confidential")
    version: Text = key("Version of the report.", "draft 2")
    note: Text = key("Words for the reader of the report.", "After two interviews.")


class RoleMap(FileMap):
    """Who does steps: a function, never a person."""

    side: SideWord = required("Who bears the effort of this role.", "employer")
    name: Text = key("Name for people; the id made readable unless stated.", "HR")
    people: Count = key("How many people have this role.", 3)
    hourly_cost: Money = key("Cost of an hour, in the file's currency.", 45)
    other_duties: Share = key("Share of their time that other work takes.", "55%")
    hours_per_week: Count = key("Hours that one of them works in a week.", 40)
    note: Text = key("Words for the reader of the report.", "Two part-timers.")


class OutcomeMap(FileMap):
    """A way a case can end."""

    name: Text = key("Name for people.", "Kept for later")
    by: LeaverWord = key("Whose decision it is.", "employer")
    told: ContactWord = key("How the candidate hears of it.", "auto")
    note: Text = key("Words for the reader of the report.", "Letter since May.")


class ProcessMap(FileMap):
    """A hiring process."""

    process: Text = required("Title of the process.", "Nurse hiring")
    variant: Text = key("Any label, to tell files of one process apart.", "before")
    scope: ScopeWord = key("Which reference is typical.", "end-to-end")
    clock: ClockMap | None = key(
        "From where to where calendar time counts.", {"start": "requisition"}
    )
    hires_per_year: Count = key("How many people are hired this way in a year.", 240)
    currency: Text = key("Currency of all money in the file.", "USD")
    about: AboutMap | None = key("Words for the cover.", {"client": "St. Anne's"})
    known: dict[str, Any] | None = key(
        "Published totals to compare ours with, by the names of the vector.",
        {"days": 91, "steps": 31, "source": "HR dashboard, n = 48"},
    )
    note: Text = key("Words for the reader of the report.", "From two interviews.")
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
