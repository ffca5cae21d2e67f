"""The profile that ships: every rate with its evidence, range and grade."""

from __future__ import annotations

import math
from dataclasses import fields

import pytest

from audit.ledger import FACTORS, evidence_row, load_profile
from audit.ledger.evidence import GRADES
from audit.ledger.near_misses import CallNumber
from audit.ledger.profile import Rate, Wage

PROFILE = load_profile()
PRICED = [factor.id for factor in FACTORS if factor.priced]
CALLS = {
    field.name: getattr(PROFILE.near_miss_calls, field.name)
    for field in fields(PROFILE.near_miss_calls)
}
NUMBERS: dict[str, Rate | Wage | CallNumber] = {
    **{f"calls, {name}": number for name, number in CALLS.items()},
    **{rate.factor: rate for rate in PROFILE.rates},
    "candidate wage": PROFILE.candidate_wage,
    "employer wage": PROFILE.employer_wage,
}


def test_every_factor_has_a_rate() -> None:
    """Nothing that a file can state is priced at nothing by omission."""
    assert [rate.factor for rate in PROFILE.rates] == PRICED


@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)
def test_every_number_names_its_support(number: Rate | Wage | CallNumber) -> None:
    """Each default names rows that exist, a grade, and how it follows from them."""
    assert number.evidence
    for row in number.evidence:
        evidence_row(row)
    assert number.grade in GRADES
    assert number.note.endswith(".")


@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)
def test_judgement_is_flagged(number: Rate | Wage | CallNumber) -> None:
    """Where a figure is ours, wholly or in part, the rate says so and how."""
    ours = number.grade == "D" or evidence_row(number.evidence[0]).grade == "D"
    if isinstance(number, Rate):
        ours |= number.felt > 1 or number.cost > 0
    if ours:
        assert number.judgement
    if number.judgement:
        assert any(word in number.note.lower() for word in ("our", "judgement"))


def test_what_is_felt_names_its_row() -> None:
    """No perceived multiplier without the row that calls it a judgement."""
    for rate in PROFILE.rates:
        assert (rate.felt > 1) == ("VAL-12" in rate.evidence), rate.factor


def test_ranges_hold_the_rate() -> None:
    """The 90 % range lies around its rate and is a range, except for a day."""
    for rate in PROFILE.rates:
        assert rate.low <= rate.amount <= rate.high
        assert (rate.spread > 1) == (rate.factor != "wait_day")


def test_skewed_range_keeps_its_width() -> None:
    """A range that is not even in logarithms becomes a log-normal as wide."""
    rate = PROFILE.rate("page_fill")
    assert rate.spread == pytest.approx(math.sqrt(10 / 3))


def test_the_errand_for_a_printer_is_in_the_print_job() -> None:
    """19 % of people times 45 minutes stand in the rate, as its note says."""
    owners = float(evidence_row("PAP-30").value)
    errand = 45 * (1 - owners / 100)
    assert PROFILE.rate("print_job").amount == pytest.approx(3.5 + errand)
    setup = PROFILE.rate("scan_job").amount
    assert setup == pytest.approx(3.5)


def test_reading_follows_from_its_rows() -> None:
    """The minutes for a page are 400 words at 238 words a minute."""
    assert PROFILE.rate("page_read").amount == pytest.approx(400 / 238, abs=0.05)


def test_summary_carries_every_rate() -> None:
    """The result shows each rate with its label, unit, range and grade."""
    summary = PROFILE.summary(None)
    assert [line.factor for line in summary.rates] == PRICED
    assert summary.reference_scope == "end-to-end"
    assert summary.wages == {"candidate": 20.0, "employer": 45.65}
    assert math.fsum(summary.weights.values()) == pytest.approx(1)
    assert all(line.label and line.unit for line in summary.rates)


@pytest.mark.parametrize("name", CALLS)
def test_the_numbers_of_the_calls_are_ranges(name: str) -> None:
    """Nobody has measured them: each has a range around it, shares stay shares."""
    number = CALLS[name]
    assert 0 < number.low < number.value < number.high
    assert name == "call" or number.high <= 1
