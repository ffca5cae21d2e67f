"""Rule: `defaults` fill, per role, the keys that a step leaves out, and only those."""

from __future__ import annotations

from typing import Any

import pytest

from audit.model import Channel, Quantity, Removable, Step, StepKind, Wait
from tests.loaders.files import codes, loaded


def steps(defaults: str, own: str = "") -> tuple[Step, Step]:
    """Return a step of the role that has defaults, and one of another role."""
    first, second = loaded(
        f"  - {{id: a, role: hr{own}}}\n  - {{id: b, role: firm}}",
        head=f"defaults:\n  hr: {{{defaults}}}\n",
    ).steps
    return first, second


@pytest.mark.parametrize(
    ("key", "field", "value"),
    [
        ("name: Desk work", "name", "Desk work"),
        ("kind: work", "kind", StepKind.WORK),
        ("channel: email", "channel", Channel.EMAIL),
        ("owner: HR lead", "owner", "HR lead"),
        ("mobile: no", "mobile", False),
        ("wait: 2 days", "wait", Wait(takes=Quantity.point(2))),
        ("applies_to: 50%", "applies_to", Quantity.point(0.5)),
        ("silent: true", "silent", True),
        ("asks: [ssn]", "asks", ("ssn",)),
        ("mandate: I-9", "removable", Removable.MEDIUM_ONLY),
        ("work_covers: all", "work_covers_all", True),
        ("reading_grade: 12", "reading_grade", Quantity.point(12)),
    ],
)
def test_each_kind_of_key_is_filled(key: str, field: str, value: Any) -> None:
    """Words, choices, flags, durations, shares, lists: for that role, no other."""
    filled, other = steps(key)
    assert getattr(filled, field) == value
    assert getattr(other, field) != value


@pytest.mark.parametrize(
    ("key", "field", "value"),
    [
        ("work: 10 min", "work", 10),
        ("pages: 4", "pages_read", 4),
        ("signatures: {wet: 2}", "wet_signatures", 2),
        ("fee: 50", "fee", 50),
        ("pages: 4, print: true", "print_pages", 4),
    ],
)
def test_quantities_are_filled(key: str, field: str, value: float) -> None:
    """Counts, kinds, money, and `true`, which then means the step's own pages."""
    filled, other = steps(key)
    quantity = getattr(filled.quantities, field)
    assert quantity is not None and quantity.mean == value
    assert getattr(other.quantities, field) is None


def test_participants_screens_and_origins_are_filled() -> None:
    """Keys that hold a mapping are filled as well."""
    filled, _ = steps("with: {firm: {work: 1 h}}, evidence: {n: 3}")
    assert [part.role for part in filled.participants] == ["firm"]
    assert filled.provenance.n == 3


def test_what_the_step_states_stands() -> None:
    """Whole keys: one kind of signature in the step leaves nothing to fill."""
    filled, _ = steps(
        "channel: email, signatures: {wet: 5, electronic: 5}",
        ", channel: paper, signatures: {wet: 2}",
    )
    assert filled.channel is Channel.PAPER
    assert filled.quantities.wet_signatures == Quantity.point(2)
    assert filled.quantities.electronic_signatures == Quantity.point(0)


def test_nought_is_a_statement() -> None:
    """`pages: 0` keeps the default away."""
    filled, _ = steps("pages: 4", ", pages: 0")
    assert filled.quantities.pages_read == Quantity.point(0)


def test_an_empty_key_keeps_the_default_away() -> None:
    """`channel:` without a value says that here nobody knows."""
    filled, _ = steps("channel: email", ", channel: null")
    assert filled.channel is None


def test_defaults_reach_into_blocks() -> None:
    """Steps of branches are steps."""
    read = loaded(
        "  - id: both\n    parallel:\n      - - {id: x, role: hr}\n"
        "      - - {id: y, role: firm}",
        head="defaults: {hr: {channel: phone}}\n",
    )
    assert [s.channel for s in read.steps] == [Channel.PHONE, None]


@pytest.mark.parametrize(
    ("defaults", "code"),
    [
        ("{nobody: {channel: email}}", "E020"),
        ("{hr: {id: x}}", "E002"),
        ("{hr: {role: hr}}", "E002"),
        ("{hr: {next: x}}", "E002"),
        ("{hr: {channel: emial}}", "E040"),
        ("{hr: {with: {nobody: {work: 1 h}}}}", "E020"),
        ("{ats: {pages: 3}}", "E063"),
        ("{candidate: {rekey: 3}}", "E064"),
    ],
)
def test_wrong_defaults(defaults: str, code: str) -> None:
    """Noted where they are written, not at the steps they would fill."""
    lines = "\n".join(
        f"  - {{id: s{n}, role: {role}}}"
        for n, role in enumerate(("hr", "ats", "candidate"))
    )
    assert codes(lines, head=f"defaults: {defaults}\n") == [code]
