"""Every key of a step reaches the model, and means what the format says."""

from __future__ import annotations

from dataclasses import fields

import pytest

from audit.model import (
    Basis,
    Channel,
    Contact,
    Justification,
    Participant,
    Per,
    Position,
    Provenance,
    Quantities,
    Quantity,
    Removable,
    Scheduling,
    Screen,
    ScreenMethod,
    Step,
    StepKind,
    Wait,
    WaitCause,
)
from tests.loaders.files import codes, loaded, step

EVERY_KEY = """
  - id: a
    name: Everything at once
    role: hr
    kind: form
    phase: Apply
    channel: paper
    per: vacancy
    work: 20 min
    work_covers: all
    wait: {takes: 14 days, for: budget}
    silent: 9 days
    every: 1 week
    deadline: 3 business days
    sla: 5 days
    applies_to: 5%
    pages: {read: 6, fill: 9}
    fields: 85
    asks: [Name, ssn]
    repeated_fields: 18
    instructions: 3
    documents: {copies: 2, originals: 1, third_party: 1}
    signatures: {wet: 3, electronic: 2, notarised: 1}
    print: 11
    scan: 12
    fax: 13
    uploads: 4
    logins: 5
    calls: 6
    trip: 90 min
    cost: 90
    fee: 250
    rekey: 60
    check: 42
    file: 43
    with: {firm: {people: 3, work: 1 h, trip: 30 min}}
    screen: {method: glance, qualified_share: 30%, passes_qualified: 55%,
             passes_unqualified: 15%}
    justified: law
    mandate: I-9
    removable: never
    owner: HR director
    contact: human
    position: lock
    contingency: true
    commits: true
    pay_disclosed: true
    timeline_told: true
    feedback: true
    scheduling: self
    mobile: true
    accessible: true
    paid: true
    reading_grade: 12
    requirements: 14
    first: 3 days
    delay: 2 days
    priority: last
    leaves: 2%
    in_progress: 4
    offer: true
    evidence: {basis: reported, source: board, by: HR lead, date: 2026-10-12, n: 20}
    was: old
    note: A note.
    next: {hired: pass, rejected: fail}
"""


def point(value: float) -> Quantity:
    return Quantity.point(value)


def test_every_key_reaches_the_model() -> None:
    """No field of a step, and none of its quantities, is left at its default."""
    (read,) = loaded(EVERY_KEY).steps
    bare = step("name: A")
    for field in fields(Step):
        if field.name not in {"role"}:
            assert getattr(read, field.name) != getattr(bare, field.name) or (
                field.name in {"id"}
            ), field.name
    for field in fields(Quantities):
        assert getattr(read.quantities, field.name) is not None, field.name


def test_every_key_says_what_it_means() -> None:
    """Each value lands in its own field, in the unit of the field."""
    (read,) = loaded(EVERY_KEY).steps
    assert read.quantities == Quantities(
        work=point(20),
        pages_read=point(6),
        pages_fill=point(9),
        fields=point(85),
        repeated_fields=point(18),
        instructions=point(3),
        documents=point(3),
        originals=point(1),
        third_party_documents=point(1),
        wet_signatures=point(3),
        electronic_signatures=point(2),
        notarised_signatures=point(1),
        print_pages=point(11),
        scan_pages=point(12),
        fax_pages=point(13),
        uploads=point(4),
        logins=point(5),
        calls=point(6),
        trip=point(90),
        cost=point(90),
        fee=point(250),
        rekey=point(60),
        check=point(42),
        file=point(43),
    )
    assert (read.kind, read.channel, read.per) == (
        StepKind.FORM,
        Channel.PAPER,
        Per.VACANCY,
    )
    assert read.work_covers_all is True
    assert read.wait == Wait(takes=point(14), cause=WaitCause.BUDGET)
    assert (read.silent, read.every) == (point(9), point(7))
    assert read.deadline is not None and read.deadline.mean == pytest.approx(4.2)
    assert (read.sla, read.applies_to) == (point(5), point(0.05))
    assert read.asks == ("name", "ssn")
    assert read.participants == (
        Participant(
            role="firm",
            people=point(3),
            work=point(60),
            trip=point(30),
            line=read.participants[0].line,
        ),
    )
    assert read.screen == Screen(
        method=ScreenMethod.GLANCE,
        qualified_share=point(0.3),
        passes_qualified=point(0.55),
        passes_unqualified=point(0.15),
    )
    assert (read.justified, read.mandate) == (Justification.LAW, "I-9")
    assert (read.removable, read.owner) == (Removable.NEVER, "HR director")
    assert (read.contact, read.position) == (Contact.HUMAN, Position.LOCK)
    assert read.scheduling is Scheduling.SELF
    assert (read.reading_grade, read.requirements) == (point(12), point(14))
    assert read.provenance == Provenance(
        basis=Basis.REPORTED, source="board", by="HR lead", date="2026-10-12", n=20
    )
    assert (read.was, read.note) == ("old", "A note.")


def test_what_a_file_does_not_say_is_not_said() -> None:
    """Only id and role: no quantity, no flag, no wait is made up."""
    bare = step("name: A")
    assert bare.quantities == Quantities()
    for field in fields(Step):
        value = getattr(bare, field.name)
        if field.default is None:
            assert value is None or field.name in {"line", "place"}, field.name
    assert bare.provenance.basis is Basis.UNSTATED


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("pages: 42", {"pages_read": 42, "pages_fill": 0}),
        ("pages: {read: 6}", {"pages_read": 6, "pages_fill": 0}),
        ("pages: {fill: 9}", {"pages_read": 0, "pages_fill": 9}),
        ("pages: {value: 42, basis: measured}", {"pages_read": 42, "pages_fill": 0}),
        ("pages: {low: 2, high: 4}", {"pages_read": 3, "pages_fill": 0}),
        (
            "signatures: {wet: 12}",
            {
                "wet_signatures": 12,
                "electronic_signatures": 0,
                "notarised_signatures": 0,
            },
        ),
        (
            "signatures: 0",
            {
                "wet_signatures": 0,
                "electronic_signatures": 0,
                "notarised_signatures": 0,
            },
        ),
        (
            "documents: 2",
            {"documents": 2, "originals": None, "third_party_documents": None},
        ),
        (
            "documents: {copies: 1, originals: 1, third_party: 1}",
            {"documents": 2, "originals": 1, "third_party_documents": 1},
        ),
        (
            "documents: {third_party: 3}",
            {"documents": 3, "originals": 0, "third_party_documents": 3},
        ),
        ("pages: {read: 6, fill: 9}, print: true", {"print_pages": 15}),
        ("pages: {read: 6, fill: 9}, scan: yes", {"scan_pages": 15}),
        ("pages: 42, fax: true", {"fax_pages": 42}),
        ("pages: 42, fax: false", {"fax_pages": 0}),
        ("pages: 42, fax: no", {"fax_pages": 0}),
        ("print: 0", {"print_pages": 0}),
        ("print: 1", {"print_pages": 1}),
        ("print: true", {"print_pages": None}),
        ("channel: fax", {"fax_pages": None}),
        ("pages: {low: 2, likely: 4, high: 12}, print: true", {"print_pages": 5}),
        ("pages: {read: 2-4, fill: 1}, print: true", {"print_pages": 4}),
    ],
)
def test_what_the_short_forms_mean(
    keys: str, expected: dict[str, float | None]
) -> None:
    """A kind left out beside another is none; `true` is all pages of the step."""
    read = step(keys).quantities
    means = {
        name: None if (value := getattr(read, name)) is None else value.mean
        for name in expected
    }
    assert means == expected


@pytest.mark.parametrize(
    ("written", "days", "cause"),
    [
        ("5 days", 5, None),
        ("0", 0, None),
        ("{takes: 14 days, for: budget}", 14, WaitCause.BUDGET),
        ("{takes: {low: 2 days, high: 4 days}}", 3, None),
        ("{value: 5 days, basis: measured}", 5, None),
        ("{low: 1 day, likely: 2 days, high: 9 days}", 3, None),
    ],
)
def test_waits(written: str, days: float, cause: WaitCause | None) -> None:
    """A duration, with its cause or its origin."""
    wait = step(f"wait: {written}").wait
    assert wait is not None
    assert (wait.takes.mean, wait.cause) == (pytest.approx(days), cause)


def test_silence_is_the_whole_wait_or_a_time() -> None:
    """`silent: true`, `false`, or how long."""
    assert step("silent: true").silent is True
    assert step("silent: no").silent is False
    assert step("silent: 9 days").silent == point(9)


def test_a_mandate_may_change_its_medium_unless_it_says_otherwise() -> None:
    """The law asks for the content; the paper is habit."""
    assert step("mandate: I-9").removable is Removable.MEDIUM_ONLY
    assert step("mandate: I-9, removable: freely").removable is Removable.FREELY
    assert step("name: A").removable is None


def test_items_asked_twice_in_one_step_count_once() -> None:
    """Data items are compared without regard to capitals."""
    assert step("asks: [Address, name, address]").asks == ("address", "name")
    assert step("asks: []").asks == ()


def test_one_person_takes_part_unless_more_are_stated() -> None:
    """`with: {firm: {work: 1 h}}` is one person for an hour."""
    (part,) = step("with: {firm: {work: 1 h}}").participants
    assert (part.people, part.work, part.trip) == (point(1), point(60), None)


def test_names_stand_on_one_line_and_notes_on_many() -> None:
    """A name that runs on is joined; a note keeps its lines."""
    text = 'name: "a\\n  b", note: "one\\ntwo"'
    read = step(text)
    assert (read.name, read.note) == ("a b", "one\ntwo")


def test_ids_become_names() -> None:
    """Without a name, the id is made readable."""
    read = loaded("  - {id: drug_test, role: hr}\n  - {id: e-sign, role: hr}")
    assert [s.name for s in read.steps] == ["Drug test", "E sign"]


def test_steps_know_their_line() -> None:
    """So that a finding can say where to look."""
    read = loaded("  - {id: a, role: hr}\n\n  - role: hr\n    id: b")
    assert [s.line for s in read.steps] == [8, 11]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("work: 120 h, wait: 4 days", ["W118"]),
        ("work: 120 h, wait: {takes: 4 days}", ["W118"]),
        ("work: 96 h, wait: 4 days", []),
        ("work: 120 h, wait: 5 days", []),
        ("work: 1-3 h, wait: 1 h", ["W118"]),
        ("work: 1-3 h, wait: 2-4 h", []),
        # Said to pass outside the clock, to last longer, or not said.
        ("work: 30 min, wait: 0", []),
        ("work: 30 h, wait: at least 1 day", []),
        ("work: 30 h", []),
        # One mistake is told once.
        ("work: 5 days, wait: 4 days", ["W104"]),
    ],
)
def test_work_is_a_part_of_the_wait(keys: str, told: list[str]) -> None:
    """Effort that does not fit into its own step's time is warned of, with both."""
    assert codes(f"  - {{id: a, role: hr, {keys}}}") == told
