"""Who pays for a change, told without trifles and without chance."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.model import Change, Law, Quantity
from audit.pipeline import RunPlan
from audit.pipeline.simulating import quick_looks
from audit.pipeline.who_pays import cost_of, paid_by
from audit.result.difference import Verdict
from audit.result.simulation import (
    SimulatedChange,
    SimulatedLine,
    SimulatedNumber,
    SimulatedVariant,
    SimulationResult,
)
from tests.pipeline.simulated_files import small_house


def at(mean: float) -> SimulatedNumber:
    return SimulatedNumber(mean=mean, low=mean, high=mean, runs=30)


def change(key: str, before: float, after: float, unit: str) -> SimulatedChange:
    return SimulatedChange(
        key=key, of="hr", group="", label="", name="HR", unit=unit,
        before=at(before), after=at(after), change=at(after - before),
        p_value=0.0, headline=False, distinguishable=True, runs_to_tell=None,
        verdict=Verdict.WORSE,
    )  # fmt: skip


@pytest.fixture(scope="module")
def variant() -> SimulatedVariant:
    found = quick_looks([small_house()], plan=RunPlan(years=0.1))
    assert isinstance(found, SimulationResult)
    return found.process


@pytest.mark.parametrize(
    ("key", "before", "after", "unit", "words"),
    [
        ("asked_hours", 20, 30, "hours",
         "HR is asked for 30 h a week instead of 20 h."),
        ("duty_wait_hours", 3, 166, "hours",
         "Other work waits: a job of HR, 166 h instead of 3 h."),
        ("opening_wait_hours", 3, 85, "hours",
         "Openings wait before anybody applies: a job of HR, 85 h instead of 3 h."),
        ("days_to_hire", 38, 60, "days",
         "Candidates wait: a hire takes 60 days instead of 38 days."),
        ("left_per_100_hires", 270, 640, "people",
         "Candidates leave: 640 leave for 100 hires instead of 270."),
        ("rescinded_per_100_hires", 60, 95, "offers",
         "Candidates lose offers: 95 are taken back for 100 hires instead of 60."),
        ("openings_filled", 0.64, 0.5, "share",
         "Departments wait: 50 of 100 openings are filled instead of 64."),
    ],
)  # fmt: skip
def test_each_payer_has_a_sentence(
    variant: SimulatedVariant,
    key: str,
    before: float,
    after: float,
    unit: str,
    words: str,
) -> None:
    """With the number before and the number after."""
    assert paid_by(variant, variant, [change(key, before, after, unit)]) == (words,)


@pytest.mark.parametrize(
    "one",
    [
        change("asked_hours", 100, 102, "hours"),
        change("asked_hours", 1, 1.9, "hours"),
        change("asked_hours", 30, 20, "hours"),
        change("days_to_hire", 60, 38, "days"),
        change("utilisation", 0.5, 0.9, "share"),
        replace(change("days_to_hire", 38, 60, "days"), distinguishable=False),
    ],
)
def test_trifles_luck_and_gains_are_nobodys_bill(
    variant: SimulatedVariant, one: SimulatedChange
) -> None:
    """Who is said to pay really does."""
    assert paid_by(variant, variant, [one]) == ()


def test_fees_are_told_with_their_year(variant: SimulatedVariant) -> None:
    """Money for each hire, and for the hires of a year where they are known."""
    dearer = replace(variant, fee_per_hire=variant.fee_per_hire + 500)
    assert paid_by(variant, dearer, []) == (
        "The employer pays $500 more for each hire.",
    )
    hires = SimulatedLine(
        key="hires", of="", group="people", label="", name="", unit="hires",
        number=at(12), lower_is_better=False,
    )  # fmt: skip
    assert paid_by(variant, replace(dearer, lines=(hires,)), []) == (
        "The employer pays $500 more for each hire, $6,000 a year.",
    )
    assert paid_by(dearer, variant, []) == ()


def test_round_off_is_nobodys_bill(variant: SimulatedVariant) -> None:
    """Fees that differ in the last digit are the same fees."""
    dearer = replace(variant, fee_per_hire=variant.fee_per_hire + 3e-14)
    assert paid_by(variant, dearer, []) == ()


def test_what_the_changes_cost_is_told_as_stated(variant: SimulatedVariant) -> None:
    """Once and each year, range by range; nothing where the file states nothing."""
    firm = Change(
        id="firm",
        name="Firm",
        one_off=Quantity(low=5000, likely=7000, high=9000, law=Law.PERT),
        per_year=Quantity.point(1500),
    )
    forms = Change(id="forms", name="Forms", per_year=Quantity.point(2400))
    cost = cost_of([firm, forms, Change(id="free", name="Free")])
    assert paid_by(variant, variant, [], cost) == (
        "The changes cost $5,000 to $9,000 once and $3,900 a year, as the file states.",
    )
    assert cost_of([Change(id="free", name="Free")]) is None
