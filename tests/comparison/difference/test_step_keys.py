"""The keys by which two versions of a step differ, in the words of the file."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from audit.comparison.difference.step_keys import changed_keys, silenced_keys
from audit.model import Quantities, Quantity, Step, Wait
from tests.comparison.audited_files import process, steps_file

STEP = "id: a, role: candidate"
OTHER = ("id: b, role: hr", "id: c, role: hr")

# What stands in the before, what stands in the after, and the words for it.
CASES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("pages: 42", "pages: 14", ("pages",)),
    ("pages: 42", "pages: {read: 42, fill: 3}", ("pages",)),
    ("pages: 42", "pages: {read: 42}", ()),
    ("pages: 42", "", ("pages (no longer stated)",)),
    ("", "pages: 42", ("pages (not stated before)",)),
    ("pages: 42", "pages: 0", ("pages",)),
    ("pages: 42", "pages: 40-44", ("pages",)),
    ("fields: 60", "fields: 25", ("fields",)),
    ("repeated_fields: 9", "repeated_fields: 0", ("repeated fields",)),
    ("instructions: 3", "instructions: 1", ("instructions",)),
    ("documents: 2", "documents: 1", ("documents",)),
    ("documents: {originals: 1}", "documents: {copies: 1}", ("documents",)),
    ("signatures: {wet: 4}", "signatures: {electronic: 4}", ("signatures",)),
    ("print: 4", "print: 0", ("print",)),
    ("scan: 4", "scan: 3", ("scan",)),
    ("fax: 4", "fax: 3", ("fax",)),
    ("uploads: 4", "uploads: 3", ("uploads",)),
    ("logins: 4", "logins: 3", ("logins",)),
    ("calls: 4", "calls: 3", ("calls",)),
    ("trip: 1 h", "trip: 2 h", ("trip",)),
    ("trip: 1 h", "trip: 60 min", ()),
    ("cost: 4", "cost: 3", ("cost",)),
    ("fee: 4", "fee: 3", ("fee",)),
    ("role: hr, rekey: 4", "role: hr, rekey: 3", ("rekey",)),
    ("role: hr, check: 4", "role: hr, check: 3", ("check",)),
    ("role: hr, file: 4", "role: hr, file: 3", ("file",)),
    ("work: 10 min", "work: 5 min", ("work",)),
    ("work: 10 min", "work: 10 min, work_covers: all", ("work covers",)),
    ("wait: 2 days", "wait: 1 day", ("wait",)),
    ("wait: 1 week", "wait: 7 days", ()),
    ("wait: 2 days", "wait: {takes: 2 days, for: queue}", ("wait",)),
    ("wait: 2 days", "", ("wait (no longer stated)",)),
    ("wait: 2 days, silent: true", "wait: 2 days, silent: 1 day", ("silent",)),
    ("every: 1 week", "every: 2 weeks", ("every",)),
    ("deadline: 3 days", "deadline: 5 days", ("deadline",)),
    ("sla: 3 days", "sla: 5 days", ("sla",)),
    ("applies_to: 5%", "applies_to: 6%", ("applies to",)),
    ("asks: [name, ssn]", "asks: [ssn, name]", ()),
    ("asks: [name, ssn]", "asks: [name]", ("asks",)),
    ("name: Apply", "name: Apply here", ("name",)),
    ("role: candidate", "role: hr", ("role",)),
    ("phase: One", "phase: Two", ("phase",)),
    ("kind: form", "kind: test", ("kind",)),
    ("channel: paper", "channel: portal", ("channel",)),
    ("per: vacancy", "per: applicant", ("per",)),
    ("with: {hr: {work: 1 h}}", "with: {hr: {work: 2 h}}", ("with",)),
    (
        "with: {hr: {work: 1 h}, lab: {work: 2 h}}",
        "with: {lab: {work: 2 h}, hr: {work: 1 h}}",
        (),
    ),
    ("justified: law", "justified: policy", ("justified",)),
    ("mandate: I-9", "mandate: W-4", ("mandate",)),
    ("removable: never", "removable: freely", ("removable",)),
    ("owner: HR", "owner: none", ("owner",)),
    ("contact: none", "contact: human", ("contact",)),
    ("position: check", "position: lock", ("position",)),
    ("contingency: true", "contingency: false", ("contingency",)),
    ("commits: true", "commits: false", ("commits",)),
    ("pay_disclosed: true", "pay_disclosed: false", ("pay disclosed",)),
    ("timeline_told: true", "timeline_told: false", ("timeline told",)),
    ("feedback: true", "feedback: false", ("feedback",)),
    ("scheduling: manual", "scheduling: self", ("scheduling",)),
    ("mobile: true", "mobile: false", ("mobile",)),
    ("accessible: true", "accessible: false", ("accessible",)),
    ("paid: true", "paid: false", ("paid",)),
    ("reading_grade: 12", "reading_grade: 8", ("reading grade",)),
    ("requirements: 14", "requirements: 5", ("requirements",)),
    ("note: One", "note: Two", ("note",)),
    ("evidence: {basis: assumed}", "evidence: {basis: measured}", ("evidence",)),
    (
        "pages: {value: 4, basis: assumed}",
        "pages: {value: 4, basis: measured}",
        ("evidence",),
    ),
    ("next: {b: 60%, c: rest}", "next: {b: 60%, c: 40%}", ()),
    ("next: {b: 60%, c: rest}", "next: {c: 40%, b: 60%}", ()),
    ("next: {b: 90%, c: rest}", "next: {b: 90%, c: 10%}", ()),
    ("next: {b: 60%, c: 40%}", "next: {b: 70%, c: 30%}", ("next",)),
    ("next: {b: 60%, c: 40%}", "next: {b: 60%, hired: 40%}", ("next",)),
    ("pages: 4, role: hr", "role: hr", ("pages (no longer stated)",)),
    (
        "name: Apply, next: {b: 60%, c: 40%}, wait: 1 day, pages: 9",
        "pages: 8, wait: 2 days",
        ("pages", "wait", "next", "name"),
    ),
)


def version(keys: str) -> Step:
    first = STEP if "role:" not in keys else "id: a"
    return process(steps_file(f"{first}, {keys}", *OTHER)).steps[0]


@pytest.mark.parametrize(("before", "after", "expected"), CASES)
def test_the_words_for_what_changed(
    before: str, after: str, expected: tuple[str, ...]
) -> None:
    """A change that goes unnamed, or a name for none, sends the reader to the file."""
    found = changed_keys(version(before), version(after), {})
    assert found == expected
    marks = {" (no longer stated)": " (not stated before)"}
    marks |= {other: one for one, other in marks.items()}
    back = changed_keys(version(after), version(before), {})
    assert back == tuple(
        next((key.replace(m, marks[m]) for m in marks if m in key), key)
        for key in expected
    ), "read the other way, the same keys"


def test_screens_are_compared() -> None:
    """How a step sifts is one key, with all that stands in it."""
    text = "id: a, role: hr, screen: {{method: {}, passes_qualified: {}}}"

    def screen(method: str, passes: str) -> Step:
        return process(steps_file(text.format(method, passes), *OTHER)).steps[0]

    glance = screen("glance", "50%")
    assert changed_keys(glance, screen("expert", "50%"), {}) == ("screen",)
    assert changed_keys(glance, screen("glance", "60%"), {}) == ("screen",)
    assert changed_keys(glance, screen("glance", "0.5"), {}) == ()


def test_a_target_that_only_changed_its_id_is_no_other_target() -> None:
    """Renaming one step must not mark all steps before it as changed."""
    before = process(steps_file(f"{STEP}, next: b", *OTHER)).steps[0]
    after = process(
        steps_file(f"{STEP}, next: z", "id: z, role: hr, was: b", OTHER[1])
    ).steps[0]
    assert changed_keys(before, after, {"b": "z"}) == ()
    assert changed_keys(before, after, {}) == ("next",)


WORDS_OF = {
    "flows": "next",
    "participants": "with",
    "provenance": "evidence",
    "work_covers_all": "work covers",
    "pages_read": "pages",
    "pages_fill": "pages",
    "originals": "documents",
    "third_party_documents": "documents",
    "wet_signatures": "signatures",
    "electronic_signatures": "signatures",
    "notarised_signatures": "signatures",
    "print_pages": "print",
    "scan_pages": "scan",
    "fax_pages": "fax",
}
APART = {"id", "was", "line", "place", "quantities"}


def words_of(kind: type[Step] | type[Quantities]) -> dict[str, str]:
    return {
        field.name: WORDS_OF.get(field.name, field.name.replace("_", " "))
        for field in fields(kind)
        if field.name not in APART
    }


@pytest.mark.parametrize(("field", "word"), words_of(Step).items())
def test_every_key_of_a_step_is_compared(field: str, word: str) -> None:
    """A key added to the format later is compared without anybody's doing."""
    one = version("pages: 4, wait: 1 day, with: {hr: {work: 1 h}}")
    others: dict[str, object] = {
        "flows": (),
        "participants": (),
        "asks": ("x",),
        "wait": Wait(takes=Quantity.point(9.0)),
    }
    other = replace(one, **{field: others.get(field, "x")})
    (found,) = changed_keys(one, other, {})
    assert found.split(" (")[0] == word
    assert changed_keys(other, other, {}) == ()


@pytest.mark.parametrize(("field", "word"), words_of(Quantities).items())
def test_every_count_of_a_step_is_compared(field: str, word: str) -> None:
    """Likewise whatever can be counted."""
    one = version("name: a")
    counted = replace(one.quantities, **{field: Quantity.point(3.0)})
    found = changed_keys(one, replace(one, quantities=counted), {})
    assert found == (f"{word} (not stated before)",)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("pages: 42", "", ("pages",)),
        ("pages: 0", "", ()),
        ("signatures: {wet: 0}", "", ()),
        ("signatures: {wet: 2}", "signatures: 0", ()),
        ("wait: 2 days", "", ("wait",)),
        ("wait: 0 days", "", ()),
        ("wait: 2 days, silent: true", "wait: 2 days", ("silent",)),
        ("wait: 2 days, silent: false", "wait: 2 days", ()),
        ("asks: [ssn]", "", ("asks",)),
        ("asks: []", "", ()),
        ("channel: fax", "", ()),
        ("", "pages: 42", ()),
    ],
)
def test_a_key_left_out_is_silence_where_there_was_some(
    before: str, after: str, expected: tuple[str, ...]
) -> None:
    """Nought left out changes no number; anything else left out does."""
    assert silenced_keys(version(before), version(after)) == expected
