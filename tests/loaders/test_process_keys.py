"""Every key above the steps: title, clock, roles, outcomes, totals, words."""

from __future__ import annotations

import hashlib
from dataclasses import fields
from pathlib import Path

import pytest

from audit.loaders import load_process, load_process_text, read_bytes
from audit.model import (
    BUILT_IN_OUTCOMES,
    About,
    Clock,
    Contact,
    Known,
    Law,
    Leaver,
    Outcome,
    Process,
    Quantity,
    Role,
    Scope,
    Side,
)
from tests.loaders.files import codes, loaded

STEP = "  - {id: a, role: hr}"

EVERY_KEY = """
process: Nurse hiring, St. Anne's
variant: before
scope: end-to-end
clock: {start: requisition, stop: first day, days: calendar}
hires_per_year: 240
vacancy_cost: 300-400
requisitions: {per_year: 170}
other_offers: 1.5%
currency: EUR
about: {client: St. Anne's, prepared_by: Example Consulting, date: 2026-11-02,
        confidentiality: Confidential, version: 2.10}
known: {days: 91, steps: 31, source: "HR dashboard, n = 48"}
note: |
  One.
  Two.
roles:
  hr: {name: HR generalist, side: employer, people: 3, hourly_cost: 45,
       other_duties: 55%, hours_per_week: 37.5, note: Two part-timers.}
outcomes:
  rejected: {told: none}
  kept: {name: Kept for later, by: employer, told: auto}
steps:
  - {id: requisition, role: hr}
"""


def test_every_key_reaches_the_model() -> None:
    """Titles to outcomes, each where it belongs; numbers in words stay words."""
    process = load_process_text(EVERY_KEY, "folder/before.yaml")
    assert process.title == "Nurse hiring, St. Anne's"
    assert (process.variant, process.scope) == ("before", Scope.END_TO_END)
    assert process.clock == Clock(start="requisition", stop="first day")
    assert process.hires_per_year == Quantity.point(240)
    assert process.vacancy_cost == Quantity(
        low=300, likely=350, high=400, law=Law.UNIFORM
    )
    assert process.currency == "EUR"
    assert process.about == About(
        client="St. Anne's",
        prepared_by="Example Consulting",
        date="2026-11-02",
        confidentiality="Confidential",
        version="2.10",
    )
    assert process.known == Known(
        values=(("days", Quantity.point(91)), ("steps", Quantity.point(31))),
        source="HR dashboard, n = 48",
    )
    assert process.note == "One.\nTwo."
    assert process.roles == (
        Role(
            id="hr",
            side=Side.EMPLOYER,
            name="HR generalist",
            people=Quantity.point(3),
            hourly_cost=Quantity.point(45),
            other_duties=Quantity.point(0.55),
            hours_per_week=Quantity.point(37.5),
            note="Two part-timers.",
            line=18,
        ),
    )
    # A whole file extends no other.
    for field in {f.name for f in fields(Process)} - {"extends"}:
        assert getattr(process, field), field


def test_outcomes_are_the_built_in_ones_and_the_files_own() -> None:
    """A built-in outcome may say how the candidate hears of it."""
    process = load_process_text(EVERY_KEY)
    assert [o.id for o in process.outcomes] == [
        *(o.id for o in BUILT_IN_OUTCOMES),
        "kept",
    ]
    rejected = process.outcome("rejected")
    assert (rejected.name, rejected.by, rejected.told) == (
        "Rejected",
        Leaver.EMPLOYER,
        Contact.NONE,
    )
    assert process.outcome("kept") == Outcome(
        id="kept",
        name="Kept for later",
        by=Leaver.EMPLOYER,
        told=Contact.AUTO,
        line=22,
    )


@pytest.mark.parametrize(
    ("outcomes", "code"),
    [
        ("{kept: {name: Kept}}", "W111"),
        ("{withdrew: {by: employer}}", "E027"),
        ("{kept: {by: success}}", "E027"),
        ("{rest: {by: employer}}", "E023"),
        ("{two words: {by: employer}}", "E024"),
        ("{a: {by: employer}}", "E023"),
        ("{kept: {by: nobody}}", "E040"),
    ],
)
def test_wrong_outcomes(outcomes: str, code: str) -> None:
    """Who decides is fixed for the built-in ones, and needed for the others."""
    assert codes(STEP, head=f"outcomes: {outcomes}\n") == [code]


def test_what_a_file_does_not_say_is_not_said() -> None:
    """Only title, roles and steps: no scope, no totals, no number of hires."""
    process = loaded(STEP)
    assert (process.scope, process.known, process.hires_per_year) == (None, None, None)
    assert process.vacancy_cost is None
    assert (process.clock, process.about) == (Clock(), About())
    assert process.outcomes == BUILT_IN_OUTCOMES
    assert process.currency == "USD"


def test_rule_days_of_a_business_clock_are_business_days() -> None:
    """Plain days, published totals too, are worth 7/5; weeks and work are not."""
    head = "clock: {days: business}\nknown: {days: 10, longest_silence: 1 week}\n"
    process = loaded(
        "  - {id: a, role: hr, work: 1 h, wait: 5 days, deadline: 1 week,"
        " sla: 5 calendar days, silent: 10 days}",
        head,
    )
    (step,) = process.steps
    assert step.wait is not None and step.deadline is not None
    assert step.sla is not None and isinstance(step.silent, Quantity)
    assert step.wait.takes.mean == pytest.approx(7)
    assert step.deadline.mean == 7
    assert step.sla.mean == 5
    assert step.silent.mean == pytest.approx(14)
    assert step.quantities.work == Quantity.point(60)
    assert process.clock.days == "business"
    assert process.known is not None
    assert dict(process.known.values) == {
        "days": Quantity.point(14),
        "longest_silence": Quantity.point(7),
    }


def test_published_totals_may_have_ranges_units_and_names_of_their_own() -> None:
    """Days as a number or a duration, shares as shares; unknown names are kept."""
    head = (
        "known: {days: 3 months, people_lost: 35%, steps: 20-30, tea_breaks: 4,"
        " note: As told.}\n"
    )
    known = loaded(STEP, head).known
    assert known is not None
    assert [(name, value.mean) for name, value in known.values] == [
        ("days", 90),
        ("people_lost", 0.35),
        ("steps", 25),
        ("tea_breaks", 4),
    ]
    assert codes(STEP, head) == ["W109"]


def test_the_file_is_named_without_its_folder_and_hashed_as_it_is() -> None:
    """The hash is that of the bytes on disk, marks and line breaks included."""
    path = Path("processes/packet/before.yaml")
    process = load_process(path)
    assert process.file == "before.yaml"
    assert process.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    data = b"\xef\xbb\xbf" + EVERY_KEY.replace("\n", "\r\n").encode()
    marked = read_bytes(data, "C:\\work\\before.yaml").process
    assert marked.file == "before.yaml"
    assert marked.sha256 == hashlib.sha256(data).hexdigest()
    assert marked.roles == load_process_text(EVERY_KEY).roles


def test_problems_name_the_file_as_it_was_given() -> None:
    """So that an editor can open it from where the command ran."""
    loaded = read_bytes(
        b"process: A\nroles: {hr: {side: employer}, x: {side: vendor}}\n"
        b"steps: [{id: a, role: hr}]\n",
        "some/where/a.yaml",
    )
    assert [w.location.file for w in loaded.warnings] == ["some/where/a.yaml"]


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("wiat: 3\n", "E002"),
        ("scope: endtoend\n", "E040"),
        ("clock: {days: busines}\n", "E040"),
        ("clock: {start: b, stop: x, day: y}\n", "E002"),
        ("clock: morning\n", "E016"),
        ("hires_per_year: many\n", "E030"),
        ("vacancy_cost: 2 days\n", "E030"),
        ("vacancy_cost: -5\n", "E031"),
        ("about: {clent: A}\n", "E002"),
        ("known: {steps: [1]}\n", "E016"),
        ("known: {tea_breaks: soon}\n", "E030"),
        ("extends: before.yaml\n", "E013"),
        ("changes: []\n", "E013"),
    ],
)
def test_wrong_keys(head: str, code: str) -> None:
    """Each noted once, with its own code."""
    assert codes(STEP, head) == [code]
