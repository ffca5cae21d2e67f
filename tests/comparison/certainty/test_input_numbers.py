"""Which numbers of a step its points rest on, and how they are put in place."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given

from audit.analysis import Analysis
from audit.comparison.certainty.input_numbers import (
    COUNTED,
    SHARES,
    NumberKey,
    numbers_of,
    with_numbers,
)
from audit.ledger import load_profile, price
from audit.model import (
    Participant,
    Process,
    Quantities,
    Quantity,
    Screen,
    ScreenMethod,
    Step,
)
from tests.builders import process, step
from tests.properties.strategies import Drafts, built, drafts

PROFILE = load_profile()
FREE = {"instructions", "originals", "third_party_documents", "cost", "fee"}
"""Keys of the effort that the score does not know."""


def score(*steps: Step) -> float:
    return price(Analysis(process(*steps)), PROFILE).score


@pytest.mark.parametrize("key", [f.name for f in fields(Quantities)])
def test_drawn_are_the_numbers_that_the_score_rests_on(key: str) -> None:
    """No effort with a price is taken for exact, none without is drawn in vain."""
    few, more = (step("a", "candidate", wait=1, **{key: n}) for n in (2.0, 3.0))
    if key == "repeated_fields":
        few, more = (
            step("a", "candidate", wait=1, fields=9, repeated_fields=n)
            for n in (2.0, 3.0)
        )
    assert (score(few) != score(more)) is (key in COUNTED)
    assert (key in FREE) is (key not in COUNTED)


def test_every_number_outside_the_effort_has_its_key() -> None:
    """Wait, batch, share of the cases, screen, guests and returns: each by name."""
    whole = replace(
        step("a", wait=2, next={"a": 0.1, "hired": 0.9}, applies_to=0.5),
        screen=Screen(
            method=ScreenMethod.GLANCE,
            qualified_share=Quantity.point(0.3),
            passes_qualified=Quantity.point(0.8),
            passes_unqualified=Quantity.point(0.2),
        ),
        participants=(
            Participant(
                role="manager",
                people=Quantity(low=2, likely=3, high=4),
                work=Quantity.point(30),
                trip=Quantity.point(10),
            ),
        ),
    )
    back, on = whole.flows
    whole = replace(whole, flows=(replace(back, redo=Quantity.point(0.2)), on))
    keys = set(numbers_of(whole))
    assert keys == {
        ("wait",),
        ("applies_to",),
        ("qualified_share",),
        ("passes_qualified",),
        ("passes_unqualified",),
        ("people", "manager"),
        ("work", "manager"),
        ("trip", "manager"),
        ("redo", "a"),
    }
    assert {key for key, *_ in keys} >= SHARES
    batch = replace(step("a"), every=Quantity.point(7))
    assert set(numbers_of(batch)) == {("every",)}


def test_one_person_is_no_number_of_the_file() -> None:
    """A file that does not say how many guests means one, and that is no guess."""
    guest = Participant(role="hr", people=Quantity.point(1))
    assert numbers_of(replace(step("a"), participants=(guest,))) == {}


def test_all_pages_printed_are_the_pages() -> None:
    """`print: true` says nothing new: its sheets have the luck of the pages."""
    keys = numbers_of(
        step("a", "candidate", pages_fill=42, print_pages=42, scan_pages=4)
    )
    assert set(keys) == {("pages_fill",), ("scan_pages",)}


def test_a_batch_counts_only_without_a_wait() -> None:
    """Where the wait is stated the batch explains it and moves nothing."""
    both = replace(step("a", wait=3), every=Quantity.point(7))
    assert set(numbers_of(both)) == {("wait",)}


@given(drafts())
def test_nothing_changes_where_nothing_is_changed(nodes: Drafts) -> None:
    """A step with its own numbers in place is the same step."""
    whole: Process = built(nodes)

    def keep(_: NumberKey, number: Quantity) -> Quantity:
        return number

    for one in whole.steps:
        assert with_numbers(one, keep) == one


@given(drafts())
def test_what_is_put_in_place_is_found_there(nodes: Drafts) -> None:
    """Each number that is asked for is the one that is replaced."""

    def doubled(_: NumberKey, number: Quantity) -> Quantity:
        return Quantity.point(2 * number.mean)

    for one in built(nodes).steps:
        before, after = numbers_of(one), numbers_of(with_numbers(one, doubled))
        for key, number in after.items():
            assert number.mean == 2 * before[key].mean
